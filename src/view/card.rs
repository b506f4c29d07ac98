//! The card: its parts, in their order.

use std::sync::Arc;

use leptos::prelude::*;

use super::composer::Composer;
use super::context::Card;
use super::countdown::Countdown;
use super::inputs::Inputs;
use super::language_switch::LanguageSwitch;
use super::link_helper::LinkHelper;
use super::time::Time;
use crate::browser::storage;
use crate::campaign::{Campaign, choose};
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
    let tags: Vec<String> = campaign.languages.iter().map(|(tag, _)| tag.clone()).collect();
    let kept = storage::get(&format!("{}:language", campaign.id));
    let chosen = RwSignal::new(kept.and_then(|kept| tags.iter().position(|tag| *tag == kept)));
    let suited = Memo::new(move |_| choose(&inputs.languages.get(), &tags).unwrap_or_default());
    let card = Card {
        window,
        chosen,
        shown: Memo::new(move |_| chosen.get().unwrap_or_else(|| suited.get())),
        campaign: StoredValue::new(campaign),
        time,
        phase: Memo::new(move |_| window.phase(time.now.get())),
        language,
        inputs,
    };
    keep_until(card);
    Effect::new(move |_| card.fire("campaign-ready", &[]));
    Effect::new(move |_| card.fire("campaign-phase", &[("phase", card.phase.get().name().into())]));

    view! {
        <article class="card" lang=move || language.get().tag() data-phase=move || card.phase.get().name()>
            <header>
                {move || time.preview.get().then(|| view! {
                    <p class="preview" part="preview">{card.phrases().preview}</p>
                })}
                <h2 part="title" lang=move || card.wording_language()>
                    {move || card.wording(|wording| wording.title.clone())}
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
    let follow = move || card.wording(|wording| wording.follow.clone());
    let details = card.campaign.with_value(|campaign| campaign.details.clone());
    view! {
        <footer class="facts">
            <ul class="rewards" lang=move || card.wording_language()>{rewards}</ul>
            <p>
                {move || follow().map(|account| (card.phrases().follow)(&account))}
                " "
                {details.map(|details| view! {
                    <a href=details target="_blank" rel="noopener">{move || card.phrases().details}</a>
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
