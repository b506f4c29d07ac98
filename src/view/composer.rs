//! Writing a post that will be accepted.

use wasm_bindgen::JsValue;

use super::counter::counter;
use super::draft_field::draft_field;
use super::draft_list::draft_list;
use super::on_x::on_x;
use super::prompts::prompts;
use super::rule_list::rule_list;
use super::share_bar::share_bar;
use crate::app::card::Card;
use crate::app::editor::{Editor, minimum};
use crate::app::expiry::keep_until;
use crate::browser::host::Host;
use crate::browser::storage;
use crate::draft::{Finding, Verdict};
use crate::editor::Press;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::press_guard::press_guard;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::Signal;
use crate::ui::widgets::{button, heading, hint, notice};

/// The composer of one card.
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
    // What is nearly there is repaired rather than inserted again.
    let lacks_tag = Signal::derive(move || {
        let lacks = |verdict: &Verdict| verdict.finding == Finding::TagMissing;
        editor.report.with(|report| report.verdicts.iter().any(lacks))
    });
    // Storage tells nobody when it is full; so it is asked at every tick.
    let is_fleeting = Signal::derive(move || {
        card.time.now.track();
        !storage::is_lasting()
    });
    let insert_label = text_signal(move || {
        card.language().insert_tag(&card.wording(|wording| wording.tag.clone()))
    });
    let insert = move || {
        button("insert-tag", "small tag", insert_label, move || editor.press(Press::InsertTag))
    };
    let what_counts = text_signal(move || card.language().what_counts(minimum(card).unit));
    El::new("section", "composer")
        .with(heading("draft", card.phrase(Language::write)))
        .with_if(is_fleeting, move || {
            notice("storage-notice", "notice", card.phrase(Language::not_lasting))
        })
        .with(prompts(editor))
        .with(draft_field(editor))
        .with(El::new("div", "row spread").with(counter(editor)).with_if(lacks_tag, insert))
        .with(hint("what-counts", what_counts))
        .with(rule_list(editor))
        .with(on_x(editor))
        .with_all(share_bar(editor))
        .with(draft_list(editor))
}
