//! What X makes of the post.

use leptos::prelude::*;
use web_sys::Element;

use crate::app::editor::Editor;
use crate::browser::paint::{Painting, Stretch};
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::RwSignal;

/// The text that would be shared, what X will link of it, and what is too much.
pub fn on_x(editor: Editor) -> El {
    let Editor { card, report, .. } = editor;
    let shared = El::new("div", "shared")
        .attr("part", "x-preview")
        .attr("dir", "auto")
        .bind_attr("lang", card.wording_lang());
    let is_open = RwSignal::new(false);
    let painting = shared.element().map(Painting::on);
    effect(move || {
        // Most people never look, and should not wait for it at each key.
        let Some(painting) = painting.as_ref().filter(|_| is_open.get()) else { return };
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
    let links = move || report.with(|report| card.language().x_links(&report.x.linked_tags()));
    El::new("details", "on-x")
        .on("toggle", move |event| {
            is_open.set(event_target::<Element>(event).has_attribute("open"));
        })
        .with(El::new("summary", "quiet").bind_text(text_signal(links)))
        .with(shared)
        .with(El::new("p", "quiet").bind_text(card.phrase(Language::x_links_hint)))
}
