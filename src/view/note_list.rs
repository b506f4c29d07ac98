//! The person's other drafts, and the posts that they became.

use chrono::Datelike;
use leptos::prelude::*;

use super::context::Card;
use super::editor::{Editor, Press, Status};
use super::live::{text, whether};
use super::piece::Piece;
use super::pieces::button;
use crate::browser::device;
use crate::notebook::{Note, Way};

/// The longest beginning of a note that is shown, in characters.
const BEGINNING: usize = 60;

/// All notes but the open one, the newest first.
pub fn note_list(editor: Editor) -> Piece {
    let card = editor.card;
    let others = editor.notes.others;
    let summary = move || (card.phrases().drafts)(others.with(Vec::len));
    // A note that reads otherwise is another one for the list.
    let keys = move || {
        let key =
            |note: &Note| [note.id.as_str(), &status(card, note), &beginning(note)].join("\n");
        others.with(|others| others.iter().map(key).collect())
    };
    let find = move |key: &str| {
        let is_it = |note: &&Note| key.starts_with(&note.id);
        others.with_untracked(|others| others.iter().find(is_it).cloned())
    };
    let list = Piece::new("ul", "").with_each(Signal::derive(keys), move |key| {
        find(key).map_or_else(|| Piece::new("li", ""), |note| item(editor, &note))
    });
    Piece::new("details", "drafts")
        .attr("part", "drafts")
        .shown_if(whether(move || others.with(|others| !others.is_empty())))
        .with(Piece::new("summary", "").live_text(text(summary)))
        .with(list)
}

fn item(editor: Editor, note: &Note) -> Piece {
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
        card.focus_soon("[part=undo]".into());
    };
    let buttons = Piece::new("span", "row")
        .with(button("open-draft", "small", card.phrase(|phrases| phrases.open_draft), open))
        .with(button("delete-draft", "small", card.phrase(|phrases| phrases.delete_draft), delete));
    Piece::new("li", "entry")
        .attr("id", &name(&note.id))
        .attr("part", "draft-entry")
        .attr("data-state", way(note).map_or("draft", Way::name))
        .with(Piece::new("span", "quiet").text(&status(card, note)))
        .with(Piece::new("span", "").attr("lang", &card.wording_language()).text(&beginning(note)))
        .with(buttons)
}

fn name(id: &str) -> String {
    ["draft-", id].concat()
}

/// Selects the button that opens a note.
pub fn open_button(id: &str) -> String {
    ["#", &name(id), " [part=open-draft]"].concat()
}

/// How it went out last.
fn way(note: &Note) -> Option<Way> {
    note.post.as_ref().map(|post| post.way)
}

/// What became of it, and when.
fn status(card: Card, note: &Note) -> String {
    let phrases = card.phrases();
    let at = note.post.as_ref().map_or(note.changed_at, |post| post.at);
    let year = card.time.now.get_untracked().year();
    let moment = (phrases.moment)(device::local(at), false, year);
    [(phrases.note)(way(note)), " · ", &moment].concat()
}

/// How it begins.
fn beginning(note: &Note) -> String {
    let text = note.post.as_ref().map_or(&note.text, |post| &post.text);
    let mut text = text.trim().chars();
    let mut beginning: String = text.by_ref().take(BEGINNING).collect();
    if text.next().is_some() {
        beginning.push('…');
    }
    beginning
}
