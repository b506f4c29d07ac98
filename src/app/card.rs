//! What the parts of one card share.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Utc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::attributes::Attributes;
use super::clock::CardClock;
use crate::browser::device;
use crate::browser::timers::after;
use crate::campaign::{Campaign, Phase, Progress, Standing, Step, Window, Wording, choose};
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::{RwSignal, Signal};
use crate::ui::stored_value::StoredValue;

/// What every part of one card knows.
#[derive(Clone, Copy)]
pub struct Card {
    /// The campaign.
    pub campaign: StoredValue<Arc<Campaign>>,
    /// Its window.
    pub window: Window,
    /// The index of the language that the reader chose for the campaign.
    pub chosen: RwSignal<Option<usize>>,
    /// The clock.
    pub time: CardClock,
    /// How far the person has come.
    pub progress: RwSignal<Progress>,
    /// After the end: what became of what was handed in.
    pub summary: RwSignal<String>,
    /// The picture of the window.
    pub timeline: El,
    /// The element and its attributes.
    pub attributes: Attributes,
}

impl Card {
    /// The language of the card.
    pub fn language(&self) -> &'static Language {
        self.attributes.language.get()
    }

    /// A fixed sentence of the card's language, which may change.
    pub fn phrase(self, read: fn(&'static Language) -> &'static str) -> Signal<String> {
        text_signal(move || read(self.language()))
    }

    /// The phase; changes by itself at the boundaries.
    pub fn phase(&self) -> Phase {
        self.window.phase(self.time.now.get())
    }

    /// Where a step stands.
    pub fn standing(&self, step: Step) -> Standing {
        self.progress.with(|progress| progress.standing(step))
    }

    /// Notes what the person has done.
    pub fn note(&self, change: impl FnOnce(&mut Progress)) {
        let Some(before) = self.progress.try_get_untracked() else { return };
        let mut now = before;
        change(&mut now);
        if now != before {
            self.progress.set(now);
        }
    }

    /// Where an instant stands on the picture of the window, in percent.
    pub fn place(&self, instant: DateTime<Utc>) -> String {
        let place = self.window.place(instant);
        format!("{}.{:02}%", place / 100, place % 100)
    }

    /// The index of the language in which the campaign is shown: the chosen one,
    /// or the best for the page and the reader.
    pub fn shown(&self) -> usize {
        self.chosen.get().unwrap_or_else(|| {
            let wanted = self.attributes.languages.get();
            self.campaign.with_value(|campaign| {
                let tags: Vec<_> = campaign.languages.iter().map(|(tag, _)| tag.as_str()).collect();
                choose(&wanted.split(' ').collect::<Vec<_>>(), &tags).unwrap_or_default()
            })
        })
    }

    /// Reads the wording of the campaign in the chosen language.
    pub fn wording<T: Default>(&self, read: impl FnOnce(&Wording) -> T) -> T {
        let shown = self.shown();
        self.campaign.with_value(|campaign| {
            campaign.languages.get(shown).map(|(_, wording)| read(wording)).unwrap_or_default()
        })
    }

    /// The tag of the chosen language, BCP 47.
    pub fn wording_language(&self) -> String {
        let shown = self.shown();
        self.campaign.with_value(|campaign| {
            campaign.languages.get(shown).map(|(language, _)| language.clone()).unwrap_or_default()
        })
    }

    /// A moment in the reader's time zone, which changes where a person travels, or where
    /// a phone learns where it is.
    pub fn local(&self, moment: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        self.time.now.track();
        device::local(moment.to_utc())
    }

    /// Whether the campaign's times are the reader's own at both ends.
    pub fn is_local(&self) -> bool {
        let is_local =
            |moment: DateTime<FixedOffset>| self.local(moment).offset() == moment.offset();
        is_local(self.window.start) && is_local(self.window.end)
    }

    /// Derives that tag for `lang`.
    pub fn wording_lang(self) -> Signal<String> {
        text_signal(move || self.wording_language())
    }

    /// Returns a storage key of this campaign.
    pub fn key(&self, name: &str) -> String {
        self.campaign.with_value(|campaign| format!("{}:{name}", campaign.id))
    }

    /// Focuses another part and scrolls to its step.
    pub fn go_to(&self, part: &str) {
        if let Some(part) = self.find(&["[part=", part, "]"].concat()) {
            let _ = part.focus();
            let step = part.closest(".step").ok().flatten();
            step.iter().for_each(Element::scroll_into_view);
        }
    }

    /// Focuses what a selector finds, after pending changes are rendered.
    pub fn focus_soon(self, selector: String) {
        let go = move || self.find(&selector).map(|part| part.focus());
        // Effects come first.
        after(0, move || drop(go())).forget();
    }

    /// Moves the focus to the step of writing if the style sheet hides what has it, once
    /// pending changes are rendered.
    pub fn keep_focus(self) {
        let focused = move || self.attributes.host.try_get_value()?.root()?.active_element();
        let Some(before) = focused().and_then(|focused| focused.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let keep = move || {
            let is_gone = focused().is_none_or(|now| now == *before.as_ref());
            if is_gone && before.offset_parent().is_none() {
                self.find("summary").map(|fold| fold.focus());
            }
        };
        after(0, keep).forget();
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        let root = self.attributes.host.try_get_value()?.root()?;
        root.query_selector(selector).ok()??.dyn_into().ok()
    }

    /// Dispatches an event from the element.
    pub fn fire(&self, name: &str, detail: &[(&str, JsValue)]) {
        let _ = self.attributes.host.try_with_value(|host| host.fire(name, detail));
    }
}
