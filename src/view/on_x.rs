//! What X makes of the post.

use leptos::html::Div;
use leptos::prelude::*;

use super::editor::Editor;
use super::live::{effect, text};
use crate::browser::paint::{Painting, Stretch};

/// The text that would be shared, what X will link of it, and what is too much.
#[component]
pub fn OnX(
    /// The draft that is being written.
    editor: Editor,
) -> impl IntoView {
    let Editor { card, report, .. } = editor;
    let shared = NodeRef::<Div>::new();
    let is_open = RwSignal::new(false);
    let mut painting = None;
    effect(move || {
        // Most people never look, and should not wait for it at each key.
        let Some(shared) = shared.get().filter(|_| is_open.get()) else { return };
        let painting = painting.get_or_insert_with(|| Painting::on(shared.into()));
        report.with(|report| {
            let x = &report.x;
            let fits = if x.over_from.is_some() { x.fits } else { x.text.len() };
            let linked = x.linked.iter().filter(|link| link.end <= fits);
            let mut stretches: Vec<Stretch> = linked.map(|link| (link.clone(), "link")).collect();
            if fits < x.text.len() {
                stretches.push((fits..x.text.len(), "over"));
            }
            painting.show(&x.text, &stretches);
        });
    });
    let toggled = move |event| {
        is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    let links = move || report.with(|report| (card.phrases().x_links)(&report.x.linked_tags()));
    view! {
        <details class="on-x" on:toggle=toggled>
            <summary class="quiet">{text(links)}</summary>
            <div part="x-preview" class="shared" dir="auto" lang=card.wording_lang() node_ref=shared></div>
            <p class="quiet">{card.phrase(|phrases| phrases.x_cuts)}</p>
        </details>
    }
}
