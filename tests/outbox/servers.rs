//! Servers as they are in the world, by what they make of a key that they know.

use std::collections::BTreeMap;

use super::random::Random;
use super::{ms, status};
use campaign_widget::campaign::Meaning;
use campaign_widget::outbox::{Answer, Body, Entry, State};
use chrono::{DateTime, Utc};

/// How a server tells a repetition from a new submission, and what it says to
/// one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As `endpoint.md` says: by what is stored.
    Contract,
    /// As the draft of `Idempotency-Key`, Zuora and Sinch have it: 409 while the
    /// first attempt is under way, and then its answer again. One that failed
    /// does not count.
    Draft,
    /// As Stripe: the same, but what failed is remembered, too.
    Stripe,
    /// As many a middleware: the key is marked before the work, and its mark
    /// stays. 409 ever after.
    MarksFirst,
    /// As RuoYi: 200, and words about a repetition.
    Guard,
    /// As many a table with a unique column: 400, and words about a duplicate.
    Unique,
    /// As Django REST framework, Datasette, Directus, Strapi and json-server, whose words
    /// the campaign file's preset knows. A second insert waits for the first.
    Ruled,
}

const MANNERS: [Manner; 7] = [
    Manner::Contract,
    Manner::Draft,
    Manner::Stripe,
    Manner::MarksFirst,
    Manner::Guard,
    Manner::Unique,
    Manner::Ruled,
];

/// What a server knows of a key.
enum Work {
    /// It is at it until then; whether it will succeed.
    UnderWay(DateTime<Utc>, bool),
    Done,
    Failed,
}

/// A questionnaire.
pub struct Server {
    pub manner: Manner,
    /// The post of each key that is stored, in the order in which they came.
    pub rows: Vec<(String, String)>,
    pub is_down: bool,
    works: BTreeMap<String, Work>,
    is_well: bool,
}

impl Server {
    pub fn any(random: &mut Random) -> Server {
        let manner = MANNERS[random.below(MANNERS.len())];
        Server { manner, rows: Vec::new(), is_down: false, works: BTreeMap::new(), is_well: false }
    }

    /// From now on it can be reached, and what it does succeeds.
    pub fn heal(&mut self) {
        (self.is_down, self.is_well) = (false, true);
    }

    /// Takes a link, and gives what the widget would see of it.
    pub fn take(&mut self, entry: &Entry, now: DateTime<Utc>, random: &mut Random) -> Answer {
        if self.is_down {
            return if random.one_in(2) { Answer::NoConnection } else { Answer::Worker };
        }
        let answer = self.judge(entry, now, random);
        // What it says does not always arrive.
        match random.below(8) {
            _ if self.is_well => answer,
            0 => Answer::NoConnection,
            1 => Answer::TimedOut,
            2 => Answer::Opaque,
            3 => status(200, Body::Html),
            4 => super::wait("30"),
            5 => status(502, Body::Html),
            _ => answer,
        }
    }

    fn judge(&mut self, entry: &Entry, now: DateTime<Utc>, random: &mut Random) -> Answer {
        self.finish(entry, now);
        match self.works.get(&entry.key) {
            None => self.begin(entry, now, random),
            Some(work) => match (self.manner, work) {
                // It says that it has a link only if it has it.
                (Manner::Contract, Work::Done) if random.one_in(2) => {
                    status(409, Body::AlreadyReceived)
                }
                (Manner::Contract | Manner::Draft | Manner::Stripe, Work::Done) => {
                    status(201, Body::Json)
                }
                (Manner::Ruled, Work::Done) => status(400, Body::Ruled(Meaning::AlreadyReceived)),
                (Manner::Ruled, Work::UnderWay(..)) => Answer::TimedOut,
                (Manner::Contract | Manner::Draft | Manner::Ruled, Work::Failed) => {
                    self.begin(entry, now, random)
                }
                (Manner::Stripe, Work::Failed) if random.one_in(2) => status(500, Body::Json),
                (Manner::Stripe, Work::Failed) => status(400, Body::Json),
                (Manner::Contract, Work::UnderWay(..)) => status(425, Body::Empty),
                (Manner::Draft | Manner::Stripe, Work::UnderWay(..)) | (Manner::MarksFirst, _) => {
                    status(409, Body::Json)
                }
                (Manner::Guard, _) => status(200, Body::Repeat),
                (Manner::Unique, _) => status(400, Body::Repeat),
            },
        }
    }

    /// Begins with a link. Where that takes longer than the widget waits, it
    /// goes on all the same.
    fn begin(&mut self, entry: &Entry, now: DateTime<Utc>, random: &mut Random) -> Answer {
        let succeeds = self.is_well || !random.one_in(3);
        let takes = if self.is_well { 0 } else { random.below(40_000) as i64 };
        self.works.insert(entry.key.clone(), Work::UnderWay(now + ms(takes), succeeds));
        if takes > 15_000 {
            return Answer::TimedOut;
        }
        self.finish(entry, now + ms(takes));
        match (succeeds, self.manner) {
            (true, Manner::Guard) => status(200, Body::Json),
            (true, _) => status(201, Body::Json),
            (false, Manner::Guard) => status(200, Body::Denial),
            (false, _) if random.one_in(2) => status(500, Body::Json),
            (false, _) => status(422, Body::Json),
        }
    }

    /// Ends the work on a link whose time is over.
    fn finish(&mut self, entry: &Entry, now: DateTime<Utc>) {
        let Some(work) = self.works.get_mut(&entry.key) else { return };
        let Work::UnderWay(end, succeeds) = *work else { return };
        if end <= now {
            *work = if succeeds { Work::Done } else { Work::Failed };
            if succeeds {
                self.rows.push((entry.key.clone(), entry.post_id.clone()));
            }
        }
    }

    pub fn has(&self, post: &str) -> bool {
        self.rows.iter().any(|(_, row)| row == post)
    }

    /// Whether this can be the end of a link once the server works.
    pub fn allows_at_last(&self, entry: &Entry) -> bool {
        match self.manner {
            Manner::Contract | Manner::Draft | Manner::Ruled => entry.state == State::Delivered,
            // What is remembered as failed is so for ever.
            Manner::Stripe => entry.state != State::Unconfirmed,
            Manner::MarksFirst | Manner::Guard | Manner::Unique => {
                matches!(entry.state, State::Delivered | State::Unconfirmed)
            }
        }
    }
}
