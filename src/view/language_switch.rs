//! Choosing the language of the campaign, each of which has its own tag.

use leptos::prelude::*;

use super::context::Card;
use super::live;
use super::piece::Piece;
use crate::browser::{storage, text};

/// A button for each language; nothing where there is only one.
pub fn language_switch(card: Card) -> Option<Piece> {
    let tags: Vec<String> = card
        .campaign
        .with_value(|campaign| campaign.languages.iter().map(|(tag, _)| tag.clone()).collect());
    if tags.len() < 2 {
        return None;
    }
    let button = move |(index, tag): (usize, String)| {
        let is_shown = live::text(move || (card.shown() == index).to_string());
        Piece::new("button", "")
            .attr("type", "button")
            .attr("part", "language")
            .attr("lang", &tag)
            .attr("data-language", &tag)
            .live_attr("aria-pressed", is_shown)
            .text(&text::language_name(&tag))
            .on("click", move |_| {
                card.chosen.set(Some(index));
                storage::set(&card.key("language"), &tag);
            })
    };
    let buttons = tags.into_iter().enumerate().map(button).collect();
    let group = Piece::new("div", "languages")
        .attr("role", "group")
        .live_attr("aria-label", card.phrase(|phrases| phrases.languages))
        .with_all(buttons);
    Some(group)
}
