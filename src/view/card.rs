//! The card: its parts, in their order.

use std::sync::Arc;

use leptos::prelude::*;

use super::composer::composer;
use super::context::Card;
use super::countdown::countdown;
use super::inputs::Inputs;
use super::language_switch::language_switch;
use super::link_helper::link_helper;
use super::live::{effect, text};
use super::piece::Piece;
use super::pieces::{lines, link, notice};
use super::press_guard::press_guard;
use super::time::Time;
use crate::browser::storage;
use crate::campaign::Campaign;
use crate::language::Language;

/// The card of one campaign.
pub fn card(
    inputs: Inputs,
    time: Time,
    language: Memo<Language>,
    campaign: Arc<Campaign>,
) -> Piece {
    let window = campaign.window;
    let kept = storage::get(&format!("{}:language", campaign.id));
    let chosen = kept.and_then(|kept| campaign.languages.iter().position(|(tag, _)| *tag == kept));
    let card = Card {
        window,
        chosen: RwSignal::new(chosen),
        campaign: StoredValue::new(campaign),
        time,
        language,
        inputs,
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
    let title = text(move || card.wording(|wording| wording.title.clone()));
    let header = Piece::new("header", "")
        .with_if(time.preview, move || {
            notice("preview", "preview", card.phrase(|phrases| phrases.preview))
        })
        .with(
            Piece::new("h2", "")
                .attr("part", "title")
                .live_attr("lang", card.wording_lang())
                .live_text(title),
        )
        .with_all(language_switch(card).into_iter().collect());
    press_guard(Piece::new("article", "card"))
        .live_attr("lang", text(move || language.get().tag()))
        .live_attr("data-phase", text(move || card.phase().name()))
        .with(header)
        .with(countdown(card))
        .with(composer(card))
        .with(link_helper(card))
        .with(facts(card))
}

/// What can be won, whom to follow, where to read more.
fn facts(card: Card) -> Piece {
    let rewards = move || card.wording(|wording| wording.rewards.clone());
    let follow = move || {
        let account = card.wording(|wording| wording.follow.clone());
        account.map(|account| (card.phrases().follow)(&account)).unwrap_or_default()
    };
    let details = card.campaign.with_value(|campaign| campaign.details.clone());
    let label = card.phrase(|phrases| phrases.details);
    let details = details.map(|details| link("details", "", &details, label, |_| ()));
    Piece::new("footer", "facts")
        .with(lines("rewards", Signal::derive(rewards)).live_attr("lang", card.wording_lang()))
        .with(
            Piece::new("p", "")
                .live_text(text(follow))
                .text(" ")
                .with_all(details.into_iter().collect()),
        )
}

/// Days after the end of a campaign for which what belongs to it is kept.
const KEPT_DAYS: i64 = 30;

/// Notes until when this campaign's drafts and links are kept, and forgets
/// those of other campaigns whose time has passed.
fn keep_until(card: Card) {
    let now = card.time.exactly().timestamp();
    let until = card.campaign.with_value(|campaign| campaign.links_until().timestamp());
    storage::set(&card.key("until"), &(until + KEPT_DAYS * 86_400).to_string());
    if card.time.preview.get_untracked() {
        return;
    }
    let keys = storage::keys();
    for campaign in keys.iter().filter_map(|key| key.strip_suffix(":until")) {
        let until: Option<i64> =
            storage::get(&format!("{campaign}:until")).and_then(|until| until.parse().ok());
        let shown = card.campaign.with_value(|shown| shown.id == campaign);
        if !shown && until.is_some_and(|until| until < now) {
            let own = |key: &&String| key.split(':').next() == Some(campaign);
            keys.iter().filter(own).for_each(|key| storage::remove(key));
        }
    }
}
