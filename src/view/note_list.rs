//! The person's other drafts, and the posts that they became.

use chrono::Datelike;
use leptos::prelude::*;

use super::editor::{Editor, Press, Status};
use super::live::{text, whether};
use super::pieces::button;
use crate::browser::device;
use crate::notebook::{Note, Way};

/// The longest beginning of a note that is shown, in characters.
const BEGINNING: usize = 60;

/// All notes but the open one, the newest first.
#[component]
pub fn NoteList(
    /// The draft that is being written.
    editor: Editor,
) -> impl IntoView {
    let card = editor.card;
    let others = editor.notes.others;
    let summary = move || (card.phrases().drafts)(others.with(Vec::len));
    let list = move || others.get().into_iter().map(|note| item(editor, note)).collect_view();
    view! {
        <details class="drafts" part="drafts" hidden=whether(move || others.with(Vec::is_empty))>
            <summary>{text(summary)}</summary>
            <ul>{list}</ul>
        </details>
    }
}

fn item(editor: Editor, note: Note) -> impl IntoView {
    let card = editor.card;
    let (id, gone) = (note.id.clone(), note.id.clone());
    let open = move || editor.press(Press::Open(id.clone()));
    let delete = move || {
        let deleted = editor.notes.delete(&gone);
        editor
            .status
            .set(deleted.map_or(Status::None, |(place, note)| Status::Deleted(place, note)));
        editor.tell();
        // The button that was pressed is gone.
        editor.go_to_soon("undo");
    };
    let phrases = card.phrases();
    let (way, at) = match &note.post {
        Some(post) => (Some(post.way), post.at),
        None => (None, note.changed_at),
    };
    let year = card.time.now.get_untracked().year();
    let status =
        [(phrases.note)(way), " · ", &(phrases.moment)(device::local(at), false, year)].concat();
    let text = note.post.as_ref().map_or(&note.text, |post| &post.text);
    let mut text = text.trim().chars();
    let mut beginning: String = text.by_ref().take(BEGINNING).collect();
    if text.next().is_some() {
        beginning.push('…');
    }
    view! {
        <li part="draft-entry" class="entry" data-state=way.map_or("draft", Way::name)>
            <span class="quiet">{status}</span>
            <span lang=card.wording_language()>{beginning}</span>
            <span class="row">
                {button("open-draft", "small", card.phrase(|phrases| phrases.open_draft), open)}
                {button("delete-draft", "small", card.phrase(|phrases| phrases.delete_draft), delete)}
            </span>
        </li>
    }
}
