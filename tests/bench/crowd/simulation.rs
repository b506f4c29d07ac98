//! The crowd with its outboxes, and the endpoint, event by event.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use campaign_widget::campaign::Platform;
use campaign_widget::link::Post;
use campaign_widget::outbox::{Answer, Body, Entry, Outbox, RetryAfter, State};

use super::arrivals::Arrival;
use super::endpoint::{Endpoint, Reply};
use super::outcome::Outcome;
use super::policy::Policy;
use super::random::Random;
use super::scenario::Scenario;
use super::time::{DEADLINE, Micros, SECOND, instant, micros};

/// For how long the widget awaits an answer.
const TIMEOUT: Micros = 15 * SECOND;

/// A reader's page. It sends one link at a time, so that one event is due at
/// most.
struct Page<'a> {
    arrival: &'a Arrival,
    /// The number of its first link.
    first_link: usize,
    outbox: Outbox,
    step: Step,
    /// For each link, when it is to be sent again and the wait before that,
    /// where it is not the outbox that chooses.
    plan: Vec<(Micros, Micros)>,
}

/// What comes next on a page.
enum Step {
    Send,
    Reach { sent: Entry, at: Micros },
    Answer { sent: Entry, answer: Answer, retry_after: Micros },
}

/// What becomes of the crowd under a policy.
pub fn simulate(scenario: &Scenario, arrivals: &[Arrival], policy: Policy) -> Outcome {
    let mut random = Random(2);
    let mut endpoint = Endpoint::new(scenario.capacity, &scenario.outages);
    let mut outcome = Outcome::new(arrivals, scenario.end);
    let mut pages = pages(arrivals);
    let mut agenda: BinaryHeap<_> =
        arrivals.iter().enumerate().map(|(page, arrival)| Reverse((arrival.at, page))).collect();
    while let Some(Reverse((now, number))) = agenda.pop().filter(|event| event.0.0 < scenario.end) {
        let page = &mut pages[number];
        let way = page.arrival.way;
        let next = match std::mem::replace(&mut page.step, Step::Send) {
            Step::Send => {
                page.step = Step::Reach { sent: page.begin(policy, now), at: now };
                Some(now + way)
            }
            Step::Reach { sent, at: sent_at } => {
                outcome.count_request(now);
                let (reply, done_at) = endpoint.take(now);
                let seen = if reply == Reply::Silence { Micros::MAX } else { done_at + way };
                let (answer, retry_after) = answer(reply, seen > sent_at + TIMEOUT);
                page.step = Step::Answer { sent, answer, retry_after };
                Some(seen.min(sent_at + TIMEOUT))
            }
            Step::Answer { sent, answer, retry_after } => {
                let time = instant(now);
                let entry = page.outbox.settle(&sent, &answer, time, random.word()).unwrap();
                let link: usize = sent.key.parse().unwrap();
                let fate = &mut outcome.links[link];
                fate.attempts += 1;
                if entry.state == State::Delivered {
                    fate.delivered = Some(now);
                }
                let plan = &mut page.plan[link - page.first_link];
                if let Some(wait) = policy.wait(fate.attempts, plan.1, retry_after, &mut random) {
                    *plan = (now + wait, wait);
                }
                page.next(policy, now)
            }
        };
        agenda.extend(next.map(|at| Reverse((at, number))));
    }
    outcome.work = endpoint.work_done / (SECOND / scenario.capacity.a_second);
    outcome
}

/// Everybody's page, just when the links are handed in.
fn pages(arrivals: &[Arrival]) -> Vec<Page<'_>> {
    let mut first_link = 0;
    let page = |arrival| {
        let mut page = Page {
            arrival,
            first_link,
            outbox: Outbox::default(),
            step: Step::Send,
            plan: vec![(0, 0); arrival.links],
        };
        for link in first_link..first_link + arrival.links {
            let id = 1_941_000_000_000_000_000 + link as u64;
            let post = Post { platform: Platform::X, handle: None, id };
            page.outbox.add(&post, link.to_string(), instant(arrival.at)).unwrap();
        }
        first_link += arrival.links;
        page
    };
    arrivals.iter().map(page).collect()
}

impl Page<'_> {
    /// When it sends next.
    fn next(&self, policy: Policy, now: Micros) -> Option<Micros> {
        match policy {
            Policy::Outbox => self.outbox.next_wake(instant(DEADLINE), instant(now)).map(micros),
            _ => self.planned().map(|(at, _)| at.max(now)),
        }
    }

    /// Sends what is due.
    fn begin(&mut self, policy: Policy, now: Micros) -> Entry {
        let (until, now) = (instant(DEADLINE), instant(now));
        let key = match policy {
            Policy::Outbox => self.outbox.due(until, now).unwrap().to_owned(),
            _ => self.planned().unwrap().1.to_owned(),
        };
        if !matches!(policy, Policy::Outbox) {
            self.outbox.retry_now(&key, now);
        }
        self.outbox.begin(&key, until, now).unwrap().clone()
    }

    /// The link that is to be sent next, and when, where it is not the outbox
    /// that chooses.
    fn planned(&self) -> Option<(Micros, &str)> {
        self.outbox
            .entries()
            .zip(&self.plan)
            .filter(|(entry, _)| entry.state != State::Delivered)
            .map(|(entry, plan)| (plan.0, entry.key.as_str()))
            .min()
    }
}

/// What the widget makes of a reply, and for how long it is asked to wait.
fn answer(reply: Reply, too_late: bool) -> (Answer, Micros) {
    let status = |code, body, retry_after: Option<u64>| Answer::Status {
        code,
        body,
        retry_after: retry_after.map(RetryAfter::Seconds),
        message: None,
    };
    match reply {
        _ if too_late => (Answer::TimedOut, 0),
        Reply::Stored => (status(201, Body::Json, None), 0),
        Reply::Busy(asked) => (status(503, Body::Empty, asked), asked.unwrap_or(0) * SECOND),
        Reply::BadGateway => (status(502, Body::Html, None), 0),
        Reply::NoConnection => (Answer::NoConnection, 0),
        Reply::Silence => (Answer::TimedOut, 0),
    }
}
