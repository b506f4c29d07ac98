//! Help to start.

use leptos::prelude::*;

use super::editor::Editor;
use super::live::whether;
use super::piece::Piece;
use super::pieces::lines;

/// Questions that help to start: there for who has written nothing yet. After
/// that they fold away only by the person's hand, so that nothing moves while
/// one types.
pub fn prompts(editor: Editor) -> Piece {
    let card = editor.card;
    let prompts = move || card.wording(|wording| wording.prompts.clone());
    let has_begun = editor.notes.others.with_untracked(|others| !others.is_empty());
    let is_open = !has_begun && editor.draft.with_untracked(String::is_empty);
    let label = card.phrase(|phrases| phrases.prompts);
    let details = Piece::new("details", "prompts")
        .attr("part", "prompts")
        .shown_if(whether(move || !prompts().is_empty()))
        .with(Piece::new("summary", "").live_text(label))
        .with(lines("", Signal::derive(prompts)).live_attr("lang", card.wording_lang()));
    if is_open { details.attr("open", "") } else { details }
}
