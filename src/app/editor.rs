//! The draft that is being written: the state that the composer's parts share.

use std::borrow::Borrow;
use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::card::Card;
use crate::browser::channel::Channel;
use crate::browser::store::Keys;
use crate::browser::text::nfc;
use crate::browser::timers::after;
use crate::campaign::{Minimum, Platform, Unit};
use crate::draft::{Fingerprint, Known, Report, check};
use crate::editor::{Action, Beside, Field, Model, Press, Status, Terms, Update, selection};
use crate::notebook::{Draft, Post, ShareTarget};
use crate::ui::element::El;
use crate::ui::reactive::{Slot, effect};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::stored_value::StoredValue;
use crate::ui::textarea;

/// How soon the store is looked at after other tabs told of a change, in ms.
const SOON: u32 = 100;

/// How long after the card the page around it is read, in ms: not at the first
/// key, for a long page takes a while.
const ANNOUNCEMENT_AFTER: u32 = 800;

/// The draft that is being written.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The card that it belongs to.
    pub card: Card,
    /// The field.
    pub area: El,
    /// What is written, in NFC, in which form it is also shared.
    pub draft: RwSignal<String>,
    /// All drafts but the open one, the newest first.
    pub others: RwSignal<Vec<Draft>>,
    /// What the rules say of the draft at this moment.
    pub latest: Memo<Arc<Report>>,
    /// What the card says of it: the same, but as it was before for as long as an
    /// input method composes, for the letters of a pinyin are no words yet.
    pub report: Memo<Arc<Report>>,
    /// What is said below the draft.
    pub status: RwSignal<Status>,
    model: StoredValue<Model<Keys, Card>>,
    channel: StoredValue<Option<Channel>>,
    /// Whether the field is being changed: what it tells of itself then is half a
    /// change.
    is_changing: StoredValue<bool>,
    /// Whether `report` stays as it is.
    pub(super) is_held: RwSignal<bool>,
    /// Until it follows again.
    pub(super) release: Slot,
    /// Until the store is looked at.
    soon: Slot,
    /// Until what is written is stored.
    saving: Slot,
    is_saving: StoredValue<bool>,
}

impl Editor {
    /// Opens what was written last.
    pub fn new(card: Card) -> Editor {
        let store = Keys::beginning_with(card.key("draft:"));
        let model = Model::new(store, card, untrack(|| card.wording_language()));
        let (draft, others) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
        let announced = RwSignal::new(String::new());
        let known = Memo::new(move |_| others.with(|others| known(others, &announced.get())));
        let latest = Memo::new(move |_| Arc::new(draft.with(|draft| report(card, draft, known))));
        let is_held = RwSignal::new(false);
        let report = Memo::new(move |before: Option<&Arc<Report>>| match before {
            Some(before) if is_held.get() => before.clone(),
            _ => latest.get(),
        });
        let editor = Editor {
            card,
            area: El::new("textarea", ""),
            draft,
            others,
            latest,
            report,
            status: RwSignal::new(Status::None),
            model: StoredValue::new(model),
            channel: StoredValue::new(None),
            is_changing: StoredValue::new(false),
            is_held,
            release: Slot::here(),
            soon: Slot::here(),
            saving: Slot::here(),
            is_saving: StoredValue::new(false),
        };
        if let (Some(area), Some(text)) = (editor.field(), editor.open(|draft| draft.text.clone()))
        {
            area.set_value(&text);
        }
        editor.show();
        effect(move || {
            // Each language has its own drafts.
            let language = card.wording_language();
            untrack(|| {
                editor.act(Action::SwitchLanguage(language));
                editor.settle();
            });
        });
        editor.keep_reading();
        // Whoever types in another tab is heard at every key.
        let channel = Channel::open(&card.key("draft:"), move || editor.refresh_in(SOON));
        editor.channel.try_set_value(Some(channel));
        let reading = Slot::here();
        reading.keep(after(ANNOUNCEMENT_AFTER, move || {
            announced.try_set(announcement(card));
        }));
        editor
    }

    /// The field, while it is there.
    pub fn field(&self) -> Option<HtmlTextAreaElement> {
        self.area.element()
    }

    /// Something of the open draft.
    pub fn open<T>(&self, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.model.try_with_value(|model| read(model.drafts().open()))
    }

    /// What became of the draft as it stands: how it was shared last, and when.
    pub fn shared(&self) -> Option<(ShareTarget, DateTime<Utc>)> {
        self.status.track();
        self.others.track();
        let text = self.draft.get();
        let is_it = |post: &&Post| post.text == text;
        self.open(|draft| draft.post.as_ref().filter(is_it).map(|post| (post.way, post.at)))?
    }

    /// When the draft as it stands went where its link can be handed in from.
    pub fn shared_at(&self) -> Option<DateTime<Utc>> {
        let takes_gate = self
            .card
            .campaign
            .with_value(|campaign| campaign.questionnaire.accepts.contains(&Platform::Gate));
        let (way, at) = self.shared()?;
        (way != ShareTarget::Compose || takes_gate).then_some(at)
    }

    /// Has the card know how far the draft is.
    pub fn note_progress(self) {
        effect(move || {
            let is_begun = self.draft.with(|draft| !draft.trim().is_empty());
            let passes = self.report.with(|report| report.passes());
            let shared_at = self.shared_at();
            self.card.note(|progress| {
                progress.is_begun = is_begun;
                progress.passes = passes;
                progress.shared_at = shared_at;
            });
        });
    }

    /// Whether an input method is composing.
    pub fn composes(&self) -> bool {
        self.model.try_with_value(Model::composes).unwrap_or_default()
    }

    /// Makes a press.
    pub fn press(&self, press: Press) {
        self.act(Action::Press(press));
        self.settle();
    }

    /// Has the model answer an action, and does what it says.
    pub fn act(&self, action: Action) {
        let Some(area) = self.field().filter(|_| !self.is_changing.get_value()) else { return };
        if let Some(update) = self.answer(action, &textarea::read(&area)) {
            self.follow(&area, update);
        }
    }

    fn answer(&self, action: Action, field: &Field) -> Option<Update> {
        untrack(|| self.model.try_update_value(|model| model.update(action, field)))
    }

    fn follow(&self, area: &HtmlTextAreaElement, update: Update) {
        // Whoever writes has chosen the language of what is written.
        if update.is_written && self.card.chosen.try_with_untracked(Option::is_none) == Some(true) {
            self.card.chosen.set(Some(untrack(|| self.card.shown())));
        }
        if !update.changes.is_empty() {
            self.is_changing.try_set_value(true);
            update.changes.iter().for_each(|change| textarea::make(area, change));
            self.is_changing.try_set_value(false);
            // The browser or the page may have made something else of it.
            self.act(Action::Read);
        }
        self.show();
        if update.is_stored {
            let _ = self.channel.try_with_value(|channel| channel.iter().for_each(Channel::tell));
        }
        if update.takes_focus {
            let _ = area.focus();
        }
        if let Some(wait) = update.save_in {
            self.save_in(wait);
        }
        if let Some(wait) = update.refresh_in {
            self.refresh_in(wait);
        }
    }

    /// Shows what the model holds.
    fn show(&self) {
        // At every key and every second: what is shown already is not copied.
        let Some((text, others, status)) = self.model.try_with_value(|model| {
            let text = if_other(self.draft, model.text());
            let others = if_other(self.others, model.drafts().others());
            (text, others, if_other(self.status, model.status()))
        }) else {
            return;
        };
        text.into_iter().for_each(|text| self.draft.try_set(text));
        others.into_iter().for_each(|others| self.others.try_set(others));
        status.into_iter().for_each(|status| self.status.try_set(status));
    }

    /// Says something below the draft.
    pub fn say(&self, status: Status) {
        let _ = self.model.try_update_value(|model| model.say(status));
        self.show();
    }

    /// The draft with this id was shared, as this text.
    pub fn share(&self, id: String, text: String, target: ShareTarget, beside: Beside) {
        self.act(Action::Share { id, text, target, beside });
    }

    /// Takes up what other cards and tabs have stored.
    pub fn refresh(&self) {
        let is_focused = self.field().is_some_and(|area| textarea::is_in_use(&area));
        self.act(Action::Refresh { is_focused });
    }

    /// Not again at each key: a timer costs more than what a key does.
    fn save_in(self, wait: u32) {
        if self.is_saving.try_get_value() == Some(false) {
            self.is_saving.try_set_value(true);
            self.saving.keep(after(wait, move || {
                self.is_saving.try_set_value(false);
                self.save();
            }));
        }
    }

    fn refresh_in(self, wait: u32) {
        self.soon.keep(after(wait, move || self.refresh()));
    }

    /// Selects a stretch of the draft, in bytes of its NFC. Not while an input method
    /// composes: a selection would take from it what it composes.
    pub fn select(&self, range: &Range<usize>) {
        if let Some(area) = self.field().filter(|_| !self.composes()) {
            textarea::select(&area, &selection(&area.value(), range, nfc));
        }
    }
}

/// A copy of `value`, if the signal holds another one.
fn if_other<T, B>(signal: RwSignal<T>, value: &B) -> Option<T>
where
    T: Borrow<B> + Send + Sync + 'static,
    B: PartialEq + ToOwned<Owned = T> + ?Sized,
{
    let is_other = signal.try_with_untracked(|shown| shown.borrow() != value);
    (is_other == Some(true)).then(|| value.to_owned())
}

/// What the campaign asks for, in the language that is shown.
pub fn terms(card: Card) -> Terms {
    Terms { tag: tag(card), account: account(card), minimum: minimum(card) }
}

fn report(card: Card, draft: &str, known: Memo<Known>) -> Report {
    known.with(|known| check(draft, &terms(card).rules(), known))
}

/// What a post should not repeat.
fn known(others: &[Draft], announced: &str) -> Known {
    let post = |draft: &Draft| Some(Fingerprint::of(&nfc(&draft.post.as_ref()?.text)));
    let earlier = others.iter().filter_map(post).collect();
    Known { announcement: Fingerprint::of(&nfc(announced)), earlier }
}

/// What the campaign and the page around the card say.
fn announcement(card: Card) -> String {
    let mut text =
        card.attributes.host.try_with_value(|host| host.announcement()).unwrap_or_default();
    card.campaign.with_value(|campaign| {
        for (_, wording) in &campaign.languages {
            for line in wording.rewards.iter().chain(&wording.prompts) {
                text.push('\n');
                text.push_str(line);
            }
        }
    });
    text
}

/// The campaign tag of the language that is shown, in NFC.
pub fn tag(card: Card) -> String {
    nfc(&card.wording(|wording| wording.tag.clone()))
}

/// The account to follow of the language that is shown, in NFC; empty where there is
/// none.
fn account(card: Card) -> String {
    nfc(&card.wording(|wording| wording.follow.clone().unwrap_or_default()))
}

/// The minimum of the language that is shown.
pub fn minimum(card: Card) -> Minimum {
    card.wording(|wording| Some(wording.minimum))
        .unwrap_or(Minimum { count: 1, unit: Unit::Characters })
}
