//! The field in which a post is written.

use leptos::html::Div;
use leptos::prelude::*;

use super::editor::Editor;
use super::live::{effect, text};
use crate::browser::paint::Painting;
use crate::draft::Mark;

/// The longest text behind the field, in bytes: some 4,000 Han characters, more
/// than any post. A browser would lay out a longer one anew at each key.
const LONGEST_BEHIND: usize = 12_000;

/// A plain field, so that input methods, spelling and undo are the browser's
/// own. What the rules find is shown by the same text behind it, out of which
/// only the marks are seen; it also makes the field as tall as the text.
#[component]
pub fn DraftField(
    /// The draft that is being written.
    editor: Editor,
) -> impl IntoView {
    let card = editor.card;
    let behind = NodeRef::<Div>::new();
    let mut painting = None;
    effect(move || {
        let Some(behind) = behind.get() else { return };
        let painting = painting.get_or_insert_with(|| Painting::on(behind.into()));
        editor.report.with(|report| {
            editor.draft.with(|draft| {
                if draft.len() > LONGEST_BEHIND {
                    return painting.show("", &[]);
                }
                let stretch = |mark: &Mark| (mark.range.clone(), mark.kind.name());
                let marks: Vec<_> = report.marks.iter().map(stretch).collect();
                // A last line without a character would have no height.
                painting.show(&[draft, "\n"].concat(), &marks);
            });
        });
    });
    let class = move || match editor.draft.with(String::len) {
        ..=LONGEST_BEHIND => "draft",
        _ => "draft long",
    };
    view! {
        <div class=text(class) part="draft-field"><div class="sheet">
            <div class="behind" aria-hidden="true" dir="auto" lang=card.wording_lang() node_ref=behind></div>
            <textarea
                id="draft"
                part="draft"
                dir="auto"
                node_ref=editor.area
                lang=card.wording_lang()
                placeholder=card.phrase(|phrases| phrases.placeholder)
                aria-describedby="count what-counts"
                on:input=move |_| editor.changed()
                on:focus=move |_| editor.refresh()
                on:compositionstart=move |_| editor.composition_starts()
                on:compositionend=move |_| editor.composition_ends()
            ></textarea>
        </div></div>
    }
}
