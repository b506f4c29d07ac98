//! The card: its parts, in their order.

use std::sync::Arc;

use leptos::prelude::*;

use super::composer::Composer;
use super::context::Card;
use super::countdown::Countdown;
use super::inputs::Inputs;
use super::language_switch::LanguageSwitch;
use super::link_helper::LinkHelper;
use super::live::{effect, text};
use super::pieces::{link, notice};
use super::time::Time;
use crate::browser::storage;
use crate::campaign::Campaign;
use crate::language::Language;

/// The card of one campaign.
#[component]
pub fn CardView(
    /// The element and its attributes.
    inputs: Inputs,
    /// The clock.
    time: Time,
    /// The language of the card.
    language: Memo<Language>,
    /// The campaign.
    campaign: Arc<Campaign>,
) -> impl IntoView {
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

    view! {
        <article class="card" lang=text(move || language.get().tag()) data-phase=text(move || card.phase().name())>
            <header>
                {notice(time.preview, "preview", "preview", card.phrase(|phrases| phrases.preview))}
                <h2 part="title" lang=card.wording_lang()>
                    {text(move || card.wording(|wording| wording.title.clone()))}
                </h2>
                <LanguageSwitch card />
            </header>
            <Countdown card />
            <Composer card />
            <LinkHelper card />
            <Facts card />
        </article>
    }
}

/// What can be won, whom to follow, where to read more.
#[component]
fn Facts(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let rewards = move || {
        let rewards = card.wording(|wording| wording.rewards.clone());
        rewards.into_iter().map(|reward| view! { <li>{reward}</li> }).collect_view()
    };
    let follow = move || {
        let account = card.wording(|wording| wording.follow.clone());
        account.map(|account| (card.phrases().follow)(&account)).unwrap_or_default()
    };
    let details = card.campaign.with_value(|campaign| campaign.details.clone());
    view! {
        <footer class="facts">
            <ul class="rewards" lang=card.wording_lang()>{rewards}</ul>
            <p>
                {text(follow)}
                " "
                {details.map(|details| {
                    link("details", "", details, card.phrase(|phrases| phrases.details), |_| ())
                })}
            </p>
        </footer>
    }
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
