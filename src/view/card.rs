//! The card: what its parts share, and their order.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::composer::Composer;
use super::countdown::Countdown;
use super::inputs::Inputs;
use super::language_switch::LanguageSwitch;
use super::link_helper::LinkHelper;
use super::time::Time;
use crate::browser::{device, storage};
use crate::campaign::{Campaign, Phase, Window, Wording, choose};
use crate::language::{Language, Phrases};

/// What every part of one card knows.
#[derive(Clone, Copy)]
pub struct Card {
    /// The campaign.
    pub campaign: StoredValue<Arc<Campaign>>,
    /// Its window.
    pub window: Window,
    /// The index of the language that the reader chose for the campaign.
    pub chosen: RwSignal<Option<usize>>,
    /// The index of the language in which the campaign is shown.
    pub shown: Memo<usize>,
    /// The clock.
    pub time: Time,
    /// The phase; changes by itself at the boundaries.
    pub phase: Memo<Phase>,
    language: Memo<Language>,
    inputs: Inputs,
}

impl Card {
    /// The sentences of the card's language.
    pub fn phrases(&self) -> &'static Phrases {
        self.language.get().phrases()
    }

    /// Something of the campaign in the chosen language.
    pub fn wording<T: Default>(&self, read: impl FnOnce(&Wording) -> T) -> T {
        let shown = self.shown.get();
        self.campaign.with_value(|campaign| {
            campaign.languages.get(shown).map(|(_, wording)| read(wording)).unwrap_or_default()
        })
    }

    /// The tag of the chosen language, BCP 47.
    pub fn wording_language(&self) -> String {
        let shown = self.shown.get();
        self.campaign.with_value(|campaign| {
            campaign.languages.get(shown).map(|(language, _)| language.clone()).unwrap_or_default()
        })
    }

    /// Whether the campaign's times are the reader's own at both ends.
    pub fn is_local(&self) -> bool {
        let is_local = |moment: DateTime<FixedOffset>| {
            device::local(moment.to_utc()).offset() == moment.offset()
        };
        is_local(self.window.start) && is_local(self.window.end)
    }

    /// A storage key that belongs to this campaign.
    pub fn key(&self, name: &str) -> String {
        self.campaign.with_value(|campaign| format!("{}:{name}", campaign.id))
    }

    /// Fires an event at the element.
    pub fn fire(&self, name: &str, detail: &[(&str, JsValue)]) {
        let _ = self.inputs.host.try_with_value(|host| host.fire(name, detail));
    }
}

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
