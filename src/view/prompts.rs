//! Help to start.

use crate::app::editor::Editor;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::signal::Signal;
use crate::ui::widgets::lines;

/// Questions that help to start, folded to a line: what is needed more comes first.
pub fn prompts(editor: Editor) -> El {
    let card = editor.card;
    let prompts = move || card.wording(|wording| wording.prompts.clone());
    El::new("details", "prompts")
        .attr("part", "prompts")
        .shown_if(Signal::derive(move || !prompts().is_empty()))
        .with(El::new("summary", "").bind_text(card.phrase(Language::prompts)))
        .with(lines("", Signal::derive(prompts)).bind_attr("lang", card.wording_lang()))
}
