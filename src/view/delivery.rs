//! The links of one card: kept, listed, delivered.

use leptos::prelude::*;

use super::context::Card;
use super::live::{Keeper, effect};
use crate::browser::courier::Courier;
use crate::browser::{device, page};
use crate::language::Said;
use crate::link::Post;
use crate::outbox::{Entry, Outbox};

/// What the helper and its list work on.
#[derive(Clone, Copy)]
pub struct Delivery {
    /// The card that it belongs to.
    pub card: Card,
    /// The links as they stand.
    pub outbox: RwSignal<Outbox>,
    /// What was said last.
    pub said: RwSignal<Option<Said>>,
    /// The key of the entry that was removed last.
    removed: RwSignal<String>,
    courier: StoredValue<Option<Courier>, LocalStorage>,
}

impl Delivery {
    /// Takes up the card's links, and sees to them as long as the component
    /// that calls this is there. In a preview there are none.
    pub fn new(card: Card) -> Delivery {
        let delivery = Delivery {
            card,
            outbox: RwSignal::default(),
            said: RwSignal::new(None),
            removed: RwSignal::default(),
            courier: StoredValue::new_local(None),
        };
        effect(move || {
            let courier = (!card.time.preview.get()).then(|| delivery.hire()).flatten();
            delivery.courier.set_value(courier);
        });
        delivery.hold_back();
        delivery
    }

    /// Whether there is an endpoint to which links are delivered.
    pub fn has_endpoint(&self) -> bool {
        self.card.campaign.with_value(|campaign| campaign.questionnaire.endpoint.is_some())
    }

    /// The form for people.
    pub fn page(&self) -> String {
        self.card.campaign.with_value(|campaign| campaign.questionnaire.page.clone())
    }

    /// Queues posts to be delivered, and gives how many are new to that.
    pub fn hand_in(&self, posts: &[Post]) -> usize {
        let now = self.card.time.exactly();
        self.change(|outbox| {
            posts.iter().filter(|post| outbox.add(post, device::uuid(), now).is_ok()).count()
        })
    }

    /// Notes that the person takes these posts to the form.
    pub fn hand_over(&self, posts: &[Post]) {
        let now = self.card.time.exactly();
        self.change(|outbox| {
            for post in posts {
                if let Ok(key) = outbox.add(post, device::uuid(), now) {
                    outbox.hand_over(&key, now);
                }
            }
        });
    }

    /// Takes an entry off the list.
    pub fn remove(&self, key: String) {
        let now = self.card.time.exactly();
        self.change(|outbox| outbox.remove(&key, now));
        self.removed.set(key);
        self.said.set(Some(Said::Removed));
        // The button that was pressed is gone.
        self.card.focus_soon("undo-remove");
    }

    /// Brings back what was removed last.
    pub fn undo(&self) {
        self.change(|outbox| outbox.restore(&self.removed.get_untracked()));
        self.said.set(None);
        self.card.focus_soon("export");
    }

    /// Changes the links, and delivers what is due after that.
    pub fn change<T: Default>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let changed = self.courier.try_with_value(|courier| Some(courier.as_ref()?.change(change)));
        changed.flatten().unwrap_or_default()
    }

    fn hire(self) -> Option<Courier> {
        let card = self.card;
        let changed = move |all: &Outbox, entry: Option<&Entry>| {
            let _ = self.outbox.try_set(all.clone());
            if let Some(entry) = entry {
                let detail =
                    [("postId", (&entry.post_id).into()), ("state", entry.state.name().into())];
                card.fire("campaign-link", &detail);
            }
        };
        let campaign = card.campaign.try_get_value()?;
        Some(Courier::hire(campaign, card.key("outbox"), move || card.time.exactly(), changed))
    }

    /// Has the browser ask before the page is left, only while something is on
    /// its way: the question keeps a page out of some caches.
    fn hold_back(self) {
        let until = self.card.campaign.with_value(|campaign| campaign.links_until().to_utc());
        let is_open = Memo::new(move |_| {
            let now = self.card.time.now.get();
            self.outbox.with(|outbox| outbox.on_their_way(until, now).next().is_some())
        });
        let question = Keeper::here();
        effect(move || match is_open.get() {
            true => question.keep(page::ask_before_leaving()),
            false => question.let_go(),
        });
    }
}
