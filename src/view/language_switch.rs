//! Choosing the language of the campaign, each of which has its own tag. The card speaks
//! it, too, if it can.

use crate::app::card::Card;
use crate::browser::{storage, text};
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive;

/// A button for each language; nothing where there is only one.
pub fn language_switch(card: Card) -> Option<El> {
    let tags: Vec<String> = card
        .campaign
        .with_value(|campaign| campaign.languages.iter().map(|(tag, _)| tag.clone()).collect());
    if tags.len() < 2 {
        return None;
    }
    let button = move |(index, tag): (usize, String)| {
        let is_shown = reactive::text_signal(move || (card.shown() == index).to_string());
        El::new("button", "")
            .attr("type", "button")
            .attr("part", "language")
            .attr("lang", &tag)
            .attr("data-language", &tag)
            .bind_attr("aria-pressed", is_shown)
            .text(&text::language_name(&tag))
            .on("click", move |_| {
                card.chosen.set(Some(index));
                storage::set(&card.key("language"), &tag);
                card.attributes.chunks.prefer(&tag);
            })
    };
    let buttons = tags.into_iter().enumerate().map(button).collect();
    let group = El::new("div", "languages")
        .attr("role", "group")
        .bind_attr("aria-label", card.phrase(Language::languages))
        .with_all(buttons);
    Some(group)
}
