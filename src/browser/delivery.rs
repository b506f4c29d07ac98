//! The delivery loop of one card, in the browser.

use std::cell::Cell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use gloo_timers::future::TimeoutFuture;

use super::channel::Channel;
use super::lock::{self, Place};
use super::page::{self, Registration, Stage};
use super::store::Keys;
use super::task::Task;
use super::{device, fetch};
use crate::campaign::{Campaign, Endpoint};
use crate::outbox::{Answer, DeliveryLoop, Entry, Environment, Outbox, request};

/// Delivers a campaign's links until dropped.
pub struct Delivery {
    delivery: Rc<DeliveryLoop<Keys, Page>>,
    _task: Task,
    _registrations: [Registration; 2],
}

/// Told the whole outbox, and the entry that reached another state.
type Changed = dyn Fn(&Outbox, Option<&Entry>);

struct Page {
    campaign: Arc<Campaign>,
    /// Where links are delivered to, if anywhere.
    endpoint: Option<Endpoint>,
    /// Whether the endpoint has let this page read an answer.
    lets_in: Cell<bool>,
    channel: Channel,
    now: Box<dyn Fn() -> DateTime<Utc>>,
    changed: Box<Changed>,
}

impl Delivery {
    /// Takes up whatever is left from before under a storage key and those below
    /// it, and goes on from there.
    ///
    /// `changed` is told the whole outbox after every change, and the entry
    /// that reached another state, if it was one.
    pub fn start(
        campaign: Arc<Campaign>,
        endpoint: Option<Endpoint>,
        key: String,
        now: impl Fn() -> DateTime<Utc> + 'static,
        changed: impl Fn(&Outbox, Option<&Entry>) + 'static,
    ) -> Delivery {
        let until = campaign.links_until().to_utc();
        let until = Some(until).filter(|_| endpoint.is_some());
        let delivery = Rc::new_cyclic(|delivery: &Weak<DeliveryLoop<Keys, Page>>| {
            let delivery = delivery.clone();
            let heard = move || delivery.upgrade().iter().for_each(|delivery| delivery.refresh());
            let page = Page {
                campaign,
                endpoint,
                lets_in: Cell::new(false),
                channel: Channel::open(&key, heard),
                now: Box::new(now),
                changed: Box::new(changed),
            };
            DeliveryLoop::new(Keys::beginning_with(key + ":"), page, until)
        });
        delivery.take_up();
        let (wakes, leaves, runs) = (delivery.clone(), delivery.clone(), delivery.clone());
        let registrations = [
            // Being online again, or seen again, is a good time to try.
            page::on(Stage::Delivery, move || wakes.wake()),
            // The page itself may have cleared the storage, which tells nobody.
            page::on(Stage::Leave, move || leaves.keep()),
        ];
        let task = Task::start(async move { runs.run().await });
        Delivery { delivery, _task: task, _registrations: registrations }
    }

    /// Changes the outbox and sets off, if there is something to deliver.
    pub fn change<T>(&self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        self.delivery.change(change)
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        self.delivery.stop();
    }
}

impl Environment for Page {
    type Turn = Place;

    fn now(&self) -> DateTime<Utc> {
        (self.now)()
    }

    fn random(&self) -> u32 {
        device::random()
    }

    fn sleep(&self, milliseconds: u32) -> impl Future<Output = ()> {
        TimeoutFuture::new(milliseconds)
    }

    fn turn(&self, is_stalled: impl Fn() -> bool) -> impl Future<Output = Place> {
        lock::in_turn(["campaign-widget:", &self.campaign.id].concat(), is_stalled)
    }

    async fn send(&self, entry: &Entry) -> Answer {
        // Nothing is sent where there is none.
        let Some(endpoint) = &self.endpoint else { return Answer::NoConnection };
        let answer = fetch::deliver(endpoint, &request(entry, &self.campaign.id, endpoint)).await;
        match answer {
            Answer::Status { .. } => self.lets_in.set(true),
            // A server may let a page in, and not answer a `HEAD` as it should.
            Answer::Blocked { .. } if self.lets_in.get() => return Answer::Lost,
            _ => {}
        }
        answer
    }

    fn changed(&self, outbox: &Outbox, entry: Option<&Entry>) {
        (self.changed)(outbox, entry);
    }

    fn tell_other_tabs(&self) {
        self.channel.tell();
    }
}
