//! The person's other drafts, and the posts that they became.

use chrono::Datelike;

use crate::app::card::Card;
use crate::app::editor::Editor;
use crate::browser::device;
use crate::editor::Press;
use crate::language::{Language, Midnight, ThisYear};
use crate::notebook::{Draft, ShareTarget};
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::Signal;
use crate::ui::widgets::button;

/// The longest beginning of a draft that is shown, in characters.
const BEGINNING: usize = 60;

/// All drafts but the open one, the newest first.
pub fn draft_list(editor: Editor) -> El {
    let card = editor.card;
    let others = editor.others;
    let summary = move || card.language().drafts(others.with(Vec::len));
    // A draft that reads otherwise is another one for the list.
    let keys = move || {
        let key =
            |draft: &Draft| [draft.id.as_str(), &status(card, draft), &beginning(draft)].join("\n");
        others.with(|others| others.iter().map(key).collect())
    };
    let find = move |key: &str| {
        let is_it = |draft: &&Draft| key.starts_with(&draft.id);
        others.with_untracked(|others| others.iter().find(is_it).cloned())
    };
    let list = El::new("ul", "").with_each(Signal::derive(keys), move |key| {
        find(key).map_or_else(|| El::new("li", ""), |draft| item(editor, &draft))
    });
    El::new("details", "drafts")
        .attr("part", "drafts")
        .shown_if(Signal::derive(move || others.with(|others| !others.is_empty())))
        .with(El::new("summary", "").bind_text(text_signal(summary)))
        .with(list)
}

fn item(editor: Editor, draft: &Draft) -> El {
    let card = editor.card;
    let (id, gone) = (draft.id.clone(), draft.id.clone());
    let open = move || editor.press(Press::Open(id.clone()));
    let delete = move || {
        editor.press(Press::Delete(gone.clone()));
        // The button that was pressed is gone.
        card.focus_soon("[part=undo]".into());
    };
    let buttons = El::new("span", "row")
        .with(button("open-draft", "small", card.phrase(Language::open_draft), open))
        .with(button("delete-draft", "small", card.phrase(Language::delete_draft), delete));
    El::new("li", "entry")
        .attr("id", &name(&draft.id))
        .attr("part", "draft-entry")
        .attr("data-state", way(draft).map_or("draft", ShareTarget::name))
        .with(El::new("span", "quiet").text(&status(card, draft)))
        .with(
            El::new("span", "")
                .attr("dir", "auto")
                .attr("lang", &card.wording_language())
                .text(&beginning(draft)),
        )
        .with(buttons)
}

fn name(id: &str) -> String {
    ["draft-", id].concat()
}

/// Selects the button that opens a draft.
pub fn open_button(id: &str) -> String {
    ["[id='", &name(id), "'] [part=open-draft]"].concat()
}

/// How it was shared last.
fn way(draft: &Draft) -> Option<ShareTarget> {
    draft.post.as_ref().map(|post| post.way)
}

/// What became of it, and when.
fn status(card: Card, draft: &Draft) -> String {
    let language = card.language();
    let at = draft.post.as_ref().map_or(draft.changed_at, |post| post.at);
    let year = ThisYear(card.time.now.get_untracked().year());
    let moment = language.moment_of(device::local(at), Midnight::StartsDay, year);
    [language.draft_state(way(draft)), " · ", &moment].concat()
}

/// How it begins.
fn beginning(draft: &Draft) -> String {
    let text = draft.post.as_ref().map_or(&draft.text, |post| &post.text);
    let mut text = text.trim().chars();
    let mut beginning: String = text.by_ref().take(BEGINNING).collect();
    if text.next().is_some() {
        beginning.push('…');
    }
    beginning
}
