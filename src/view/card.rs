//! The card: its parts, in their order.

use std::sync::Arc;

use leptos::prelude::*;
#[cfg(feature = "split")]
use wasm_split_macros::wasm_split;

use super::composer::composer;
use super::countdown::countdown;
use super::language_switch::language_switch;
use super::link_helper::link_helper;
use crate::app::attributes::Attributes;
use crate::app::card::Card;
use crate::app::clock::CardClock;
use crate::app::expiry::keep_until;
use crate::browser::storage;
use crate::campaign::Campaign;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::parts;
use crate::ui::press_guard::press_guard;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::{Memo, RwSignal, Signal};
use crate::ui::widgets::{button, lines, link, notice};

/// The card of one campaign.
pub fn card(
    attributes: Attributes,
    time: CardClock,
    language: Memo<Language>,
    campaign: Arc<Campaign>,
) -> El {
    let window = campaign.window;
    let kept = storage::get(&format!("{}:language", campaign.id));
    let chosen = kept.and_then(|kept| campaign.languages.iter().position(|(tag, _)| *tag == kept));
    let card = Card {
        window,
        chosen: RwSignal::new(chosen),
        campaign: StoredValue::new(campaign),
        time,
        language,
        attributes,
    };
    keep_until(card);
    effect(move || card.fire("campaign-ready", &[]));
    let mut before = None;
    effect(move || {
        let phase = card.phase();
        if before.replace(phase) != Some(phase) {
            card.fire("campaign-phase", &[("phase", phase.name().into())]);
        }
    });
    let title = text_signal(move || card.wording(|wording| wording.title.clone()));
    let header = El::new("header", "")
        .with_if(time.preview.into(), move || {
            notice("preview", "preview", card.phrase(|phrases| phrases.preview))
        })
        .with(
            El::new("h2", "")
                .attr("part", "title")
                .bind_attr("lang", card.wording_lang())
                .bind_text(title),
        )
        .with_all(language_switch(card).into_iter().collect());
    press_guard(El::new("article", "card"))
        .bind_attr("lang", text_signal(move || language.get().tag()))
        .bind_attr("data-phase", text_signal(move || card.phase().name()))
        .with(header)
        .with(countdown(card))
        .with_if(came(card, 1), move || parts::call(composing(card)))
        .with_if(came(card, 2), move || parts::call(handing_in(card)))
        .with_if(card.attributes.lacks_part.into(), move || part_lacks(card))
        .with(facts(card))
}

/// What stands for a part that could not be loaded.
fn part_lacks(card: Card) -> El {
    let retry = card.phrase(|phrases| phrases.details);
    El::new("p", "notice").attr("part", "part-lacks").with(button(
        "ask-again",
        "",
        retry,
        move || card.attributes.ask_for_part(),
    ))
}

/// Whether so many parts of the module have come.
fn came(card: Card, parts: u32) -> Signal<bool> {
    Signal::derive(move || card.attributes.parts.get() >= parts)
}

#[cfg_attr(feature = "split", wasm_split(composing, wasm_split_path = crate::ui::parts))]
fn composing(card: Card) -> El {
    composer(card)
}

#[cfg_attr(feature = "split", wasm_split(handing_in, wasm_split_path = crate::ui::parts))]
fn handing_in(card: Card) -> El {
    link_helper(card)
}

/// What can be won, whom to follow, where to read more.
fn facts(card: Card) -> El {
    let rewards = move || card.wording(|wording| wording.rewards.clone());
    let follow = move || {
        let account = card.wording(|wording| wording.follow.clone());
        account.map(|account| (card.phrases().follow)(&account)).unwrap_or_default()
    };
    let details = card.campaign.with_value(|campaign| campaign.details.clone());
    let label = card.phrase(|phrases| phrases.details);
    let details = details.map(|details| link("details", "", &details, label, |_| ()));
    El::new("footer", "facts")
        .with(lines("rewards", Signal::derive(rewards)).bind_attr("lang", card.wording_lang()))
        .with(
            El::new("p", "")
                .bind_text(text_signal(follow))
                .text(" ")
                .with_all(details.into_iter().collect()),
        )
}
