//! Keeping the outbox, and delivering what is in it, one link at a time, until
//! all is done.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gloo_timers::callback::Timeout;

use super::device;
use super::fetch::{self, Cancel};
use super::kept_outbox::KeptOutbox;
use super::later::after;
use super::lock::{self, Hold, Turn};
use super::page::{self, Registration, Stage};
use crate::campaign::Campaign;
use crate::outbox::{Answer, Entry, Outbox, request};

/// How long until a tab looks again, at most, while something is to be delivered,
/// in milliseconds: clocks are put right, and devices sleep.
const LONGEST_WAIT: i64 = 10_000;

/// How long another tab may take to see what this one has kept, in milliseconds.
/// The lock is held for so long, or the next one would send again what has just
/// arrived.
const UNTIL_SEEN: i32 = 500;

/// Keeps a campaign's outbox, and delivers it until dropped.
pub struct Courier {
    round: Rc<Round>,
    _waking: [Registration; 2],
}

/// Told the whole outbox, and the entry that reached another state.
type Changed = dyn Fn(&Outbox, Option<&Entry>);

/// What a courier needs on its round.
struct Round {
    campaign: Arc<Campaign>,
    outbox: KeptOutbox,
    now: Box<dyn Fn() -> DateTime<Utc>>,
    changed: Box<Changed>,
    timer: RefCell<Option<Timeout>>,
    /// Held from when the tab lines up until its round is over.
    turn: RefCell<Option<Turn>>,
    under_way: Cell<bool>,
    dismissed: Cell<bool>,
    request: RefCell<Option<Cancel>>,
}

impl Courier {
    /// Takes up whatever is left from before and goes on from there. Without
    /// an endpoint there is nobody to deliver to, and the outbox is only kept.
    ///
    /// `changed` is told the whole outbox after every change, and the entry
    /// that reached another state, if it was one.
    pub fn hire(
        campaign: Arc<Campaign>,
        outbox_key: String,
        now: impl Fn() -> DateTime<Utc> + 'static,
        changed: impl Fn(&Outbox, Option<&Entry>) + 'static,
    ) -> Courier {
        let round = Rc::new_cyclic(|round: &std::rc::Weak<Round>| {
            let elsewhere = {
                let round = round.clone();
                move || {
                    if let Some(round) = round.upgrade() {
                        // The storage may have been cleared.
                        round.outbox.change(|_| ());
                        round.show(None);
                        // Whoever wrote may be gone when it falls due.
                        if !round.under_way.get() && !round.dismissed.get() {
                            round.wait();
                        }
                    }
                }
            };
            Round {
                campaign,
                outbox: KeptOutbox::open(outbox_key, elsewhere),
                now: Box::new(now),
                changed: Box::new(changed),
                timer: RefCell::default(),
                turn: RefCell::default(),
                under_way: Cell::default(),
                dismissed: Cell::default(),
                request: RefCell::default(),
            }
        });
        let now = round.now();
        round.outbox.change(|outbox| outbox.forget_removed(now));
        round.show(None);
        round.clone().go();
        Courier { _waking: wake_ups(&round), round }
    }

    /// Changes the outbox and sets off, if there is something to deliver.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        let result = self.round.outbox.change(change);
        self.round.show(None);
        self.round.clone().go();
        result
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        self.round.dismissed.set(true);
        self.round.timer.take();
        self.round.turn.take();
        self.round.request.take();
    }
}

/// Being online again, or seen again, is a good time to try.
fn wake_ups(round: &Rc<Round>) -> [Registration; 2] {
    let (waking, leaving) = (Rc::downgrade(round), Rc::downgrade(round));
    let wake = move || {
        if let Some(round) = waking.upgrade() {
            let now = round.now();
            round.outbox.change(|outbox| outbox.wake(now));
            round.go();
        }
    };
    // The page itself may have cleared the storage, which tells nobody.
    let keep = move || leaving.upgrade().iter().for_each(|round| round.outbox.change(|_| ()));
    [page::on(Stage::Delivery, wake), page::on(Stage::Leave, keep)]
}

impl Round {
    fn now(&self) -> DateTime<Utc> {
        (self.now)()
    }

    fn show(&self, entry: Option<&Entry>) {
        (self.changed)(&self.outbox.load(), entry);
    }

    /// Whether a link is to be delivered, now or later. Where none is, a card
    /// lines up for no lock and sets no timer.
    fn has_work(&self, outbox: &Outbox) -> bool {
        self.campaign.questionnaire.endpoint.is_some() && outbox.entries().any(Entry::is_on_its_way)
    }

    fn go(self: Rc<Self>) {
        if !self.has_work(&self.outbox.load()) || self.under_way.replace(true) {
            return;
        }
        let (round, waiting) = (self.clone(), Rc::downgrade(&self));
        let is_stalled = move || {
            waiting
                .upgrade()
                .is_some_and(|round| round.outbox.load().is_stalled(round.until(), round.now()))
        };
        let work = move |hold| async move {
            round.deliver_all(hold).await;
            round.turn.take();
            device::pause(UNTIL_SEEN).await;
            round.under_way.set(false);
            if !round.dismissed.get() {
                round.wait();
            }
        };
        // Waits while another tab is on its round.
        let name = ["campaign-widget:", &self.campaign.id].concat();
        self.turn.replace(Some(lock::in_turn(name, is_stalled, work)));
    }

    fn until(&self) -> DateTime<Utc> {
        self.campaign.links_until().to_utc()
    }

    async fn deliver_all(&self, hold: Hold) {
        let Some(endpoint) = &self.campaign.questionnaire.endpoint else { return };
        let goes_on = || !self.dismissed.get() && !hold.is_lost.get();
        if !goes_on() {
            return;
        }
        if hold.is_alone {
            let now = self.now();
            self.outbox.change(|outbox| outbox.take_over(now));
        }
        self.show(None);
        let until = self.until();
        while goes_on() {
            let now = self.now();
            let begun = self.outbox.change(|outbox| {
                let key = outbox.due(until, now)?.to_owned();
                outbox.begin(&key, until, now).cloned()
            });
            let Some(entry) = begun else { return };
            self.show(Some(&entry));
            // The page may have taken the card down at that news.
            if goes_on() {
                self.deliver(endpoint, &entry).await;
            }
        }
    }

    async fn deliver(&self, endpoint: &str, entry: &Entry) {
        let questionnaire = &self.campaign.questionnaire;
        let names = &questionnaire.fields;
        let name = |field| match field {
            "campaign" => names.campaign.as_str(),
            "link" => names.link.as_str(),
            "postId" => names.post_id.as_str(),
            "postedAt" => names.posted_at.as_str(),
            _ => names.key.as_str(),
        };
        let fields = request(entry, &self.campaign.id, &name);
        let Some(cancel) = Cancel::new() else { return };
        let token = cancel.token();
        self.request.replace(Some(cancel));
        let answer = fetch::deliver(endpoint, questionnaire, &fields, &entry.key, token).await;
        // This card has ended the request by itself, which says nothing of the
        // server. Whoever comes next takes the entry over.
        if self.dismissed.get() && answer == Answer::NoConnection {
            return;
        }
        let now = self.now();
        let settled = self
            .outbox
            .change(|outbox| outbox.settle(entry, &answer, now, device::random()).cloned());
        if !self.dismissed.get() {
            self.show(settled.as_ref());
        }
    }

    /// Sets off again when the next entry is due.
    fn wait(self: Rc<Self>) {
        let (now, until) = (self.now(), self.until());
        let outbox = self.outbox.load();
        let timer = self.has_work(&outbox).then(|| {
            let next = outbox.next_wake(until, now);
            let wait = next.map_or(LONGEST_WAIT, |next| (next - now).num_milliseconds());
            let wait = wait.clamp(0, LONGEST_WAIT);
            let round = self.clone();
            after(u32::try_from(wait).unwrap_or_default(), move || {
                match round.outbox.load().due(round.until(), round.now()) {
                    Some(_) => round.go(),
                    None => round.wait(),
                }
            })
        });
        self.timer.replace(timer);
    }
}
