//! The whole widget: the card when there is a campaign, and the page's own
//! content when there is none.

use leptos::prelude::*;

use super::card::CardView;
use super::inputs::Inputs;
use super::source::{Source, follow};
use super::time::Time;
use super::trouble::TroubleReport;
use crate::language::Language;

/// The content of the shadow root.
#[component]
pub fn Widget(
    /// The element and its attributes.
    inputs: Inputs,
) -> impl IntoView {
    let time = Time::start(inputs);
    let source = follow(inputs, time);
    let language = Memo::new(move |_| Language::choose(&inputs.languages.get()));

    move || match source.get() {
        Source::Awaited => view! { <slot /> }.into_any(),
        Source::Ready(campaign) => view! { <CardView inputs time language campaign /> }.into_any(),
        Source::Failed(trouble) => view! {
            <TroubleReport inputs language trouble />
            <slot />
        }
        .into_any(),
    }
}
