//! Help to start.

use leptos::prelude::*;

use super::editor::Editor;
use super::live::whether;

/// Questions that help to start: there for who has written nothing yet. After
/// that they fold away only by the person's hand, so that nothing moves while
/// one types.
#[component]
pub fn Prompts(
    /// The draft that is being written.
    editor: Editor,
) -> impl IntoView {
    let card = editor.card;
    let prompts = move || card.wording(|wording| wording.prompts.clone());
    let list =
        move || prompts().into_iter().map(|prompt| view! { <li>{prompt}</li> }).collect_view();
    let has_begun = editor.notes.others.with_untracked(|others| !others.is_empty());
    let is_open = !has_begun && editor.draft.with_untracked(String::is_empty);
    view! {
        <details class="prompts" part="prompts" open=is_open hidden=whether(move || prompts().is_empty())>
            <summary>{card.phrase(|phrases| phrases.prompts)}</summary>
            <ul lang=card.wording_lang()>{list}</ul>
        </details>
    }
}
