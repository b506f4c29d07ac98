//! The links of one card: kept, listed, delivered.

use leptos::prelude::*;

use super::card::Card;
use crate::browser::delivery::Delivery;
use crate::browser::{device, fetch, json, page};
use crate::campaign::{Endpoint, Problem};
use crate::language::Feedback;
use crate::link::Post;
use crate::outbox::{AlreadyThere, Cause, Entry, Outbox, State};
use crate::ui::reactive::{Slot, effect, start};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::stored_value::StoredValue;

/// What the helper and its list work on.
#[derive(Clone, Copy)]
pub struct Links {
    /// The card that it belongs to.
    pub card: Card,
    /// The links as they stand.
    pub outbox: RwSignal<Outbox>,
    /// The keys of the entries that were removed on this card, and can be
    /// brought back where they were.
    pub removed: RwSignal<Vec<String>>,
    /// What a press on an entry did last, with the key of that.
    pub feedback: RwSignal<Option<(String, Feedback)>>,
    /// What has happened, in words for those who listen.
    pub aloud: RwSignal<String>,
    /// Where they are delivered to, if anywhere, or what is wrong with that.
    endpoint: StoredValue<Result<Option<Endpoint>, Vec<Problem>>>,
    delivery: StoredValue<Option<Delivery>>,
}

impl Links {
    /// Takes up the card's links, and sees to them as long as the component
    /// that calls this is there. In a preview there are none.
    pub fn new(card: Card) -> Links {
        let links = Links {
            card,
            outbox: RwSignal::default(),
            removed: RwSignal::default(),
            feedback: RwSignal::new(None),
            aloud: RwSignal::default(),
            endpoint: StoredValue::new(card.campaign.with_value(|campaign| {
                let endpoint = campaign.questionnaire.endpoint.as_ref();
                endpoint.map(|endpoint| Endpoint::read(endpoint, &json::parsed)).transpose()
            })),
            delivery: StoredValue::new(None),
        };
        effect(move || {
            // What is listed now may belong to a preview, or not to it.
            links.delivery.try_set_value(None);
            links.outbox.set(Outbox::default());
            if !card.time.preview.get() {
                links.delivery.try_set_value(untrack(|| links.start_delivery()));
            }
        });
        links.ask_before_leaving();
        links
    }

    /// Whether there is an endpoint to which links are delivered.
    pub fn has_endpoint(&self) -> bool {
        self.endpoint.with_value(|endpoint| matches!(endpoint, Ok(Some(_))))
    }

    /// What is wrong with the endpoint of the campaign file.
    pub fn problems(&self) -> Vec<Problem> {
        self.endpoint.with_value(|endpoint| endpoint.as_ref().err().cloned().unwrap_or_default())
    }

    /// The form for people.
    pub fn page(&self) -> String {
        self.card.campaign.with_value(|campaign| campaign.questionnaire.page.clone())
    }

    /// Queues posts to be delivered, and gives how many are new to that.
    pub fn submit(&self, posts: &[Post]) -> usize {
        let now = self.card.time.exactly();
        self.change(|outbox| {
            posts.iter().filter(|post| outbox.add(post, device::uuid(), now).is_ok()).count()
        })
    }

    /// Asks whether the endpoint can be reached from this page, and sends nothing: a
    /// preview does that for who prepares the page.
    pub fn examine(&self, told: impl FnOnce(Option<Cause>) + 'static) {
        let address = self.endpoint.with_value(|endpoint| {
            let endpoint = endpoint.as_ref().ok()?.as_ref()?;
            Some(endpoint.address.clone())
        });
        if let Some(address) = address {
            start(async move { told(fetch::examine(address).await.err()) });
        }
    }

    /// Records that the person submits these posts at the form.
    pub fn submit_all_by_hand(&self, posts: &[Post]) {
        let now = self.card.time.exactly();
        let add = |outbox: &mut Outbox| {
            let add = |post| match outbox.add(post, device::uuid(), now) {
                Ok(key) | Err(AlreadyThere { key }) => key,
            };
            posts.iter().map(add).collect::<Vec<_>>()
        };
        self.change(add).iter().for_each(|key| self.submit_by_hand(key));
    }

    /// Records that the person submits an entry at the form.
    pub fn submit_by_hand(&self, key: &str) {
        let now = self.card.time.exactly();
        let submitted = self.change(|outbox| {
            outbox.submit_by_hand(key, now);
            outbox.get(key).cloned()
        });
        if let Some(entry) = submitted.filter(|entry| entry.state == State::Manual) {
            self.tell(&entry);
        }
    }

    /// Takes an entry off the list.
    pub fn remove(&self, key: &str) {
        let now = self.card.time.exactly();
        self.removed.update(|removed| removed.push(key.to_owned()));
        self.forget_feedback(key);
        self.change(|outbox| outbox.remove(key, now));
    }

    /// Brings it back.
    pub fn restore(&self, key: &str) {
        self.change(|outbox| outbox.restore(key));
    }

    /// Says what a press on an entry did.
    pub fn give_feedback(&self, key: &str, feedback: Feedback) {
        self.feedback.set(Some((key.to_owned(), feedback)));
        self.aloud.set(self.card.language().feedback(feedback));
    }

    /// What a press on an entry did is over once something else happens to it.
    fn forget_feedback(&self, key: &str) {
        let is_its =
            |given: &Option<(String, Feedback)>| given.as_ref().is_some_and(|(of, _)| of == key);
        if self.feedback.try_with_untracked(is_its) == Some(true) {
            self.feedback.set(None);
        }
    }

    /// Sends an entry again, or at once.
    pub fn retry(&self, key: &str) {
        let now = self.card.time.exactly();
        self.forget_feedback(key);
        self.change(|outbox| outbox.retry_now(key, now));
    }

    /// Where an entry stands, in the language of the card.
    pub fn sentence(&self, entry: &Entry) -> String {
        let now = self.card.time.now.get();
        let language = self.card.language();
        match self.is_stuck(entry) {
            true => language.not_delivered().to_owned(),
            false => language.entry(entry, now, &device::local),
        }
    }

    /// Whether an entry will not be sent any more although it is to be: its
    /// time is over, or the campaign has no endpoint any more.
    pub fn is_stuck(&self, entry: &Entry) -> bool {
        let until = self.card.campaign.with_value(|campaign| campaign.links_until().to_utc());
        entry.expired(until, self.card.time.now.get())
            || (entry.is_on_its_way() && !self.has_endpoint())
    }

    /// Changes the links, and delivers what is due after that.
    pub fn change<T: Default>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let changed =
            self.delivery.try_with_value(|delivery| Some(delivery.as_ref()?.change(change)));
        changed.flatten().unwrap_or_default()
    }

    fn start_delivery(self) -> Option<Delivery> {
        let card = self.card;
        let changed = move |all: &Outbox, entry: Option<&Entry>| {
            self.outbox.try_set(all.clone());
            // What is on the list again leaves no line behind when it is sent again.
            let is_off = |key: &String| all.get(key).is_some_and(|e| e.removed_at.is_some());
            self.removed.update(|removed| removed.retain(is_off));
            if let Some(entry) = entry {
                self.forget_feedback(&entry.key);
                // What asks for something of the person is said, and of which link.
                if matches!(entry.state, State::Refused | State::Unconfirmed) {
                    let sentence = untrack(|| self.sentence(entry));
                    self.aloud.try_set([&entry.link, ": ", &sentence].concat());
                }
                // Who believes a link to be on its way hears when it is held up: not at
                // each attempt, and not of each link.
                let waits = |entry: &&Entry| entry.state == State::Waiting;
                if waits(&entry) && entry.attempts == 1 && all.entries().filter(waits).count() == 1
                {
                    self.aloud.try_set(untrack(|| card.language().waits(entry)));
                }
                self.tell(entry);
            }
        };
        let campaign = card.campaign.try_get_value()?;
        let endpoint = self.endpoint.try_with_value(|endpoint| endpoint.clone().ok().flatten())?;
        let now = move || card.time.exactly();
        Some(Delivery::start(campaign, endpoint, card.key("outbox"), now, changed))
    }

    /// Tells the page that an entry reached another state.
    fn tell(&self, entry: &Entry) {
        let detail = [("postId", (&entry.post_id).into()), ("state", entry.state.name().into())];
        self.card.fire("campaign-link", &detail);
    }

    /// Has the browser ask before the page is left, only while something is on
    /// its way: the question keeps a page out of some caches.
    fn ask_before_leaving(self) {
        let until = self.card.campaign.with_value(|campaign| campaign.links_until().to_utc());
        let is_open = Memo::new(move |_| {
            let now = self.card.time.now.get();
            let is_open = |outbox: &Outbox| outbox.on_their_way(until, now).next().is_some();
            self.has_endpoint() && self.outbox.with(is_open)
        });
        let question = Slot::here();
        effect(move || match is_open.get() {
            true => question.keep(page::ask_before_leaving()),
            false => question.let_go(),
        });
    }
}
