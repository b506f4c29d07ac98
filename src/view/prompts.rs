//! Help to start.

use crate::app::editor::Editor;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::signal::Signal;
use crate::ui::widgets::lines;

/// Questions that help to start: there for who has written nothing yet. After
/// that they fold away only by the person's hand, so that nothing moves while
/// one types.
pub fn prompts(editor: Editor) -> El {
    let card = editor.card;
    let prompts = move || card.wording(|wording| wording.prompts.clone());
    let has_begun = editor.others.with_untracked(|others| !others.is_empty());
    let is_open = !has_begun && editor.draft.with_untracked(String::is_empty);
    let label = card.phrase(Language::prompts);
    let details = El::new("details", "prompts")
        .attr("part", "prompts")
        .shown_if(Signal::derive(move || !prompts().is_empty()))
        .with(El::new("summary", "").bind_text(label))
        .with(lines("", Signal::derive(prompts)).bind_attr("lang", card.wording_lang()));
    if is_open { details.attr("open", "") } else { details }
}
