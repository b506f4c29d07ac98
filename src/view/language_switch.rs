//! Choosing the language of the campaign, each of which has its own tag.

use leptos::prelude::*;

use super::context::Card;
use super::live;
use crate::browser::{storage, text};

/// A button for each language, where there is more than one.
#[component]
pub fn LanguageSwitch(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let tags: Vec<String> = card
        .campaign
        .with_value(|campaign| campaign.languages.iter().map(|(tag, _)| tag.clone()).collect());
    let several = tags.len() > 1;
    let button = move |(index, tag): (usize, String)| {
        let name = text::language_name(&tag);
        let kept = tag.clone();
        let choose = move |_| {
            card.chosen.set(Some(index));
            storage::set(&card.key("language"), &kept);
        };
        view! {
            <button
                type="button"
                part="language"
                lang=tag.clone()
                data-language=tag
                aria-pressed=live::text(move || (card.shown() == index).to_string())
                on:click=choose
            >
                {name}
            </button>
        }
    };
    several.then(|| {
        view! {
            <div class="languages" role="group" aria-label=card.phrase(|phrases| phrases.languages)>
                {tags.into_iter().enumerate().map(button).collect_view()}
            </div>
        }
    })
}
