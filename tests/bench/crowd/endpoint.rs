//! The endpoint: one queue, so much work a second, and times in which it fails.

use std::collections::VecDeque;

use super::time::{MINUTE, Micros, SECOND};

/// What an endpoint can do.
#[derive(Clone, Copy)]
pub struct Capacity {
    /// How many links it can store in a second.
    pub a_second: u64,
    pub overload: Overload,
}

/// What becomes of more than that.
#[derive(Clone, Copy)]
pub enum Overload {
    /// As many links wait as it stores in a second. The others are refused by
    /// 503, which takes a tenth of the work, and asks to come again after so
    /// many seconds, if at all. While that work alone is more than a second,
    /// connections are not taken, and get no answer.
    Refuses { retry_after: Option<u64> },
    /// A minute of work waits, and what is beyond gets no answer. So whoever
    /// awaits an answer for 15 s is gone before the link is stored.
    Hangs,
}

/// A time in which nothing is stored. What waits when it begins is lost.
#[derive(Clone, Copy)]
pub struct Outage {
    pub from: Micros,
    pub to: Micros,
    pub says: Says,
}

/// How an endpoint fails.
#[derive(Clone, Copy)]
pub enum Says {
    /// No connection.
    Nothing,
    /// 502, by the proxy in front.
    BadGateway,
    /// 503 with a `Retry-After` that names the end.
    BackAtTheEnd,
}

/// What a request comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Stored,
    /// 503 with a `Retry-After` in seconds, if any.
    Busy(Option<u64>),
    BadGateway,
    NoConnection,
    /// No answer, ever.
    Silence,
}

/// The endpoint at work.
pub struct Endpoint<'s> {
    capacity: Capacity,
    outages: &'s [Outage],
    /// When all that it was given will be done.
    free_at: Micros,
    /// When each of the links that wait will be stored.
    waiting: VecDeque<Micros>,
    /// All the work that it has taken on.
    pub work_done: Micros,
}

impl<'s> Endpoint<'s> {
    pub fn new(capacity: Capacity, outages: &'s [Outage]) -> Self {
        Endpoint { capacity, outages, free_at: 0, waiting: VecDeque::new(), work_done: 0 }
    }

    /// Takes a request, and says what it comes to, and when.
    pub fn take(&mut self, now: Micros) -> (Reply, Micros) {
        if let Some(outage) = self.outages.iter().find(|it| (it.from..it.to).contains(&now)) {
            return (outage.reply(now), now);
        }
        while self.waiting.front().is_some_and(|&stored_at| stored_at <= now) {
            self.waiting.pop_front();
        }
        let Some((reply, work)) = self.accept(self.free_at.saturating_sub(now)) else {
            return (Reply::Silence, now);
        };
        let done_at = self.free_at.max(now) + work;
        if let Some(outage) = self.outages.iter().find(|it| now < it.from && it.from < done_at) {
            self.free_at = outage.from;
            return (outage.reply(outage.from), outage.from);
        }
        self.free_at = done_at;
        self.work_done += work;
        if reply == Reply::Stored {
            self.waiting.push_back(done_at);
        }
        (reply, done_at)
    }

    /// What is to be done with a request, and the work of it.
    fn accept(&self, backlog: Micros) -> Option<(Reply, Micros)> {
        let work = SECOND / self.capacity.a_second;
        match self.capacity.overload {
            Overload::Refuses { .. } if backlog >= 2 * SECOND => None,
            Overload::Hangs if backlog >= MINUTE => None,
            Overload::Refuses { retry_after }
                if self.waiting.len() as u64 >= self.capacity.a_second =>
            {
                Some((Reply::Busy(retry_after), work / 10))
            }
            _ => Some((Reply::Stored, work)),
        }
    }
}

impl Outage {
    fn reply(&self, now: Micros) -> Reply {
        match self.says {
            Says::Nothing => Reply::NoConnection,
            Says::BadGateway => Reply::BadGateway,
            Says::BackAtTheEnd => Reply::Busy(Some((self.to - now).div_ceil(SECOND))),
        }
    }
}
