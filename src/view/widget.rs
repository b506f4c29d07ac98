//! The whole widget: the card when there is a campaign, and the page's own
//! content when there is none.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::card::CardView;
use super::inputs::Inputs;
use super::live::{Keeper, effect};
use super::source::{Source, follow};
use super::time::Time;
use super::trouble::TroubleReport;
use crate::language::Language;

/// Draws the widget into `parent`, and draws it anew whenever the page names
/// another campaign.
///
/// Each state is mounted on its own rather than as one view that changes:
/// code that turns a card into a report would be paid for by every reader and
/// used by none.
pub fn draw(inputs: Inputs, parent: HtmlElement) {
    let time = Time::start(inputs);
    let source = follow(inputs, time);
    let language = Memo::new(move |_| Language::choose(&inputs.languages.get()));

    let drawn = Keeper::here();
    effect(move || {
        let source = source.get();
        drawn.let_go();
        let parent = parent.clone();
        let next = untrack(move || -> Box<dyn Any> {
            match source {
                Source::Awaited => Box::new(mount_to(parent, || view! { <slot /> })),
                Source::Ready(campaign) => Box::new(mount_to(parent, move || {
                    view! { <CardView inputs time language campaign /> }
                })),
                Source::Failed(trouble) => Box::new(mount_to(parent, move || {
                    view! {
                        <TroubleReport inputs language trouble />
                        <slot />
                    }
                })),
            }
        });
        drawn.keep(next);
    });
}
