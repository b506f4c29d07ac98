//! Writing a post that will be accepted, and posting it.

use wasm_bindgen::JsValue;

use super::counter::counter;
use super::draft_field::draft_field;
use super::draft_list::draft_list;
use super::follow::follow;
use super::on_x::on_x;
use super::prompts::prompts;
use super::rule_list::rule_list;
use super::share_bar::share_bar;
use super::step::{heading, step};
use super::time_left::time_left;
use crate::app::card::Card;
use crate::app::editor::{Editor, minimum};
use crate::app::expiry::keep_until;
use crate::app::fold::Fold;
use crate::app::typing::keep_in_view;
use crate::browser::host::Host;
use crate::browser::storage;
use crate::campaign::{Phase, Step};
use crate::editor::Press;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::press_guard::press_guard;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::Signal;
use crate::ui::widgets::{button, hint, notice};

/// The first steps of one card.
pub fn composer(card: Card) -> El {
    card.attributes.chunks.dress();
    keep_until(card);
    if let Some(root) = card.attributes.host.try_with_value(Host::root).flatten() {
        press_guard(&root);
    }
    let editor = Editor::new(card);
    let mut passed = false;
    effect(move || {
        let passes = editor.report.with(|report| report.passes());
        if passes != passed {
            card.fire("campaign-draft", &[("passes", JsValue::from_bool(passes))]);
        }
        passed = passes;
    });
    editor.note_progress();
    let new_draft = card.phrase(Language::new_draft);
    let more = El::new("div", "more")
        .with(prompts(editor))
        .with(on_x(editor))
        .with(draft_list(editor))
        .with(button("new-draft", "small plain", new_draft, move || editor.press(Press::Start)));
    let class = move || match editor.report.with(|report| report.text.trim().is_empty()) {
        true => "composer todo",
        false => "composer",
    };
    let composer = El::new("div", "")
        .bind_attr("class", text_signal(class))
        .with(follow(card))
        .with(write(editor))
        .with(share_bar(editor))
        .with(more)
        .shown_if(is_of_use(editor));
    keep_in_view(editor, composer);
    composer
}

/// After the end there is nothing to write: what is written is there to read.
fn is_of_use(editor: Editor) -> Signal<bool> {
    Signal::derive(move || {
        let is_written = editor.draft.with(|draft| !draft.is_empty());
        let is_over = editor.card.phase() == Phase::Closed;
        !is_over || is_written || editor.others.with(|others| !others.is_empty())
    })
}

fn write(editor: Editor) -> El {
    let card = editor.card;
    let fold = Fold::new(editor);
    // Storage tells nobody when it is full; so it is asked at every tick.
    let is_fleeting = Signal::derive(move || {
        card.time.now.track();
        !storage::is_lasting()
    });
    let what_counts = text_signal(move || card.language().what_counts(minimum(card).unit));
    let least = text_signal(move || card.language().minimum(minimum(card)));
    let beginning = text_signal(move || match fold.is_open.get() {
        true => String::new(),
        false => editor.draft.get(),
    });
    let summary = El::new("summary", "")
        .attr("part", "fold")
        .with(heading(card, Step::Write, "write", card.phrase(Language::write)))
        .with(time_left(card))
        .with(El::new("span", "beginning quiet").attr("dir", "auto").bind_text(beginning));
    step(card, Step::Write, El::new("details", "step write"))
        .bind_flag("open", fold.is_open.into())
        .on("toggle", move |event| fold.toggled(event))
        .with(summary)
        .with(
            El::new("div", "body")
                .with_if(is_fleeting, move || {
                    notice("storage-notice", "notice", card.phrase(Language::not_lasting))
                })
                .with(draft_field(editor).with(foot(editor)))
                // Told with the field: what is written changes at each key, and so would
                // be told at each.
                .with(El::new("p", "").attr("id", "minimum").attr("hidden", "").bind_text(least))
                .with(hint("what-counts", what_counts))
                .with(rule_list(editor)),
        )
}

/// What stands below the text, in its frame.
fn foot(editor: Editor) -> El {
    let is_begun = Signal::derive(move || editor.draft.with(|draft| !draft.is_empty()));
    let label = editor.card.phrase(Language::clear);
    let clear = button("clear", "small plain", label, move || editor.press(Press::Clear));
    El::new("div", "row spread foot").with(counter(editor)).with(clear.shown_if(is_begun))
}
