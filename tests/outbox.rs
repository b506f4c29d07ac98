//! Native suite: delivering links.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

use campaign_widget::campaign::Platform;
use campaign_widget::link::Post;
use campaign_widget::outbox::{
    AlreadyThere, Answer, Body, Cause, Entry, Outbox, RetryAfter, State,
};
use chrono::{DateTime, TimeDelta, Utc};

#[path = "outbox/answers.rs"]
mod answers;
#[path = "outbox/conflicts.rs"]
mod conflicts;
#[path = "outbox/csv.rs"]
mod csv;
#[path = "support/disk.rs"]
mod disk;
#[path = "outbox/progress.rs"]
mod progress;
#[path = "support/random.rs"]
mod random;
#[path = "outbox/request.rs"]
mod request;
#[path = "outbox/rules.rs"]
mod rules;
#[path = "outbox/servers.rs"]
mod servers;
#[path = "outbox/simulation.rs"]
mod simulation;
#[path = "outbox/stored.rs"]
mod stored;
#[path = "outbox/stored_outbox.rs"]
mod stored_outbox;
#[path = "outbox/verdict.rs"]
mod verdict;
#[path = "outbox/waits.rs"]
mod waits;
#[path = "outbox/words.rs"]
mod words;

/// 2025-07-04T05:03:56.693Z.
const ID: u64 = 1_941_000_000_000_000_000;

fn post(id: u64) -> Post {
    Post { platform: Platform::X, handle: Some("gate_user".to_owned()), id }
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn now() -> DateTime<Utc> {
    instant("2025-07-04T06:00:00Z")
}

fn until() -> DateTime<Utc> {
    instant("2025-07-09T16:00:00Z")
}

fn ms(ms: i64) -> TimeDelta {
    TimeDelta::milliseconds(ms)
}

fn status(code: u16, body: Body) -> Answer {
    Answer::Status { code, body, retry_after: None, message: None }
}

/// As a browser reads it.
fn http_date(header: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc2822(header).ok().map(|date| date.to_utc())
}

/// A 503 that asks to wait.
fn wait(retry_after: &str) -> Answer {
    Answer::Status {
        code: 503,
        body: Body::Html,
        retry_after: RetryAfter::read(retry_after, http_date),
        message: None,
    }
}

/// An outbox with one post under the key "k", not yet sent.
fn queued() -> Outbox {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.add(&post(ID), "k".to_owned(), now()), Ok("k".to_owned()));
    outbox
}

/// Begins to send "k".
fn begun(outbox: &mut Outbox, at: DateTime<Utc>) -> Entry {
    outbox.begin("k", until(), at).unwrap().clone()
}

/// Sends "k", with this answer at the same moment, and gives the entry if that
/// changed it.
fn sent(outbox: &mut Outbox, answer: &Answer, at: DateTime<Utc>, random: u32) -> Option<Entry> {
    let sent = begun(outbox, at);
    outbox.settle(&sent, answer, at, random).cloned()
}

/// One post under the key "k", sent at [`now`] and answered at the same moment.
fn answered(answer: &Answer) -> Outbox {
    let mut outbox = queued();
    assert!(sent(&mut outbox, answer, now(), 0).is_some());
    outbox
}

/// The only entry.
fn only(outbox: &Outbox) -> &Entry {
    let entries: Vec<_> = outbox.entries().collect();
    let [entry] = entries.as_slice() else { panic!("not one entry: {outbox:?}") };
    entry
}

/// How many are on their way.
fn undelivered(outbox: &Outbox) -> usize {
    outbox.on_their_way(until(), now()).count()
}

fn state(outbox: &Outbox) -> State {
    outbox.get("k").unwrap().state
}

#[test]
fn a_link_goes_from_queued_through_sending_to_delivered() {
    let mut outbox = queued();
    assert_eq!(state(&outbox), State::Queued);
    assert_eq!(outbox.due(until(), now()), Some("k"));
    let sent = begun(&mut outbox, now());
    assert_eq!((sent.state, sent.attempts), (State::Sending, 1));
    assert_eq!(outbox.due(until(), now()), None);
    assert_eq!(undelivered(&outbox), 1);
    assert!(outbox.begin("k", until(), now()).is_none(), "sent twice");
    let later = now() + ms(300);
    let entry = outbox.settle(&sent, &status(201, Body::Json), later, 0).unwrap();
    assert_eq!((entry.state, entry.settled_at), (State::Delivered, Some(later)));
    assert_eq!(undelivered(&outbox), 0);
}

#[test]
fn one_post_is_one_entry() {
    for (answer, is_over) in [
        (Answer::NoConnection, false),
        (status(200, Body::Json), false),
        (status(403, Body::Json), true),
        (Answer::Opaque, true),
    ] {
        let mut outbox = answered(&answer);
        let mut again = post(ID);
        again.handle = None;
        let added = outbox.add(&again, "other".to_owned(), now());
        let entry = only(&outbox);
        if is_over {
            assert_eq!(added, Ok("k".to_owned()));
            assert_eq!((entry.state, entry.attempts), (State::Queued, 0));
            assert_eq!((entry.cause, entry.status, entry.settled_at), (None, None, None));
            assert_eq!(entry.link, again.canonical());
        } else {
            assert_eq!(added, Err(AlreadyThere { key: "k".to_owned() }));
            assert_eq!(entry.link, post(ID).canonical());
        }
    }
}

#[test]
fn an_attempt_that_nobody_saw_end_is_made_again_under_its_key() {
    let mut outbox = queued();
    begun(&mut outbox, now());
    outbox.take_over(now());
    let entry = only(&outbox);
    assert_eq!((entry.state, entry.cause), (State::Waiting, Some(Cause::Interrupted)));
    assert_eq!(outbox.due(until(), now()), Some("k"));
    assert_eq!(begun(&mut outbox, now()).attempts, 2);
}

#[test]
fn an_attempt_holds_its_entry_until_it_must_have_ended() {
    let mut outbox = queued();
    begun(&mut outbox, now());
    let end = now() + ms(20_000);
    assert_eq!(outbox.due(until(), end - ms(1)), None);
    assert!(!outbox.is_stalled(until(), end - ms(1)));
    assert_eq!(outbox.next_wake(until(), now()), Some(end));
    assert_eq!(outbox.due(until(), end), Some("k"));
    assert!(outbox.is_stalled(until(), end));
    assert_eq!(begun(&mut outbox, end).attempts, 2);
    assert!(!outbox.is_stalled(until(), end));
    // By a clock that has since been put back.
    let earlier = now() - ms(60_000);
    assert_eq!(outbox.due(until(), earlier), Some("k"));
}

#[test]
fn nothing_is_stalled_while_another_link_is_being_sent() {
    let mut outbox = queued();
    outbox.add(&post(ID + 1), "l".to_owned(), now()).unwrap();
    assert!(outbox.is_stalled(until(), now()));
    begun(&mut outbox, now());
    assert!(!outbox.is_stalled(until(), now()));
    let delivered = answered(&status(200, Body::Json));
    assert!(!delivered.is_stalled(until(), now()));
}

#[test]
fn a_connection_that_is_back_wakes_what_waits_for_it() {
    for cut_off in [Answer::NoConnection, Answer::Worker] {
        let mut outbox = answered(&cut_off);
        outbox.wake(now());
        assert_eq!(outbox.due(until(), now()), Some("k"));
    }
    let mut outbox = answered(&wait("7"));
    outbox.wake(now());
    assert_eq!(outbox.due(until(), now()), None);
}

#[test]
fn a_person_can_ask_for_another_attempt() {
    for answer in [wait("7"), status(403, Body::Json), Answer::Opaque] {
        let mut outbox = answered(&answer);
        assert!(only(&outbox).can_retry(until(), now()));
        assert_eq!(outbox.due(until(), now()), None);
        outbox.retry_now("k", now());
        assert_eq!(outbox.due(until(), now()), Some("k"));
    }
    for outbox in [queued(), answered(&status(200, Body::Json))] {
        assert!(!only(&outbox).can_retry(until(), now()));
        let mut same = outbox.clone();
        same.retry_now("k", now());
        assert_eq!(same, outbox);
    }
    let mut outbox = queued();
    begun(&mut outbox, now());
    assert!(!only(&outbox).can_retry(until(), now()));
    let mut same = outbox.clone();
    same.retry_now("k", now());
    assert_eq!(same, outbox);
}

/// Sent again after that day, a link would never be sent.
#[test]
fn nobody_is_offered_an_attempt_that_would_not_be_made() {
    let waiting = answered(&Answer::TimedOut);
    let day_after = until() + TimeDelta::days(1);
    assert!(only(&waiting).can_retry(until(), until()));
    assert!(!only(&waiting).can_retry(until(), day_after));
    let refused = answered(&status(403, Body::Json));
    assert!(only(&refused).can_retry(until(), until() - ms(1)));
    assert!(!only(&refused).can_retry(until(), until()));
}

#[test]
fn a_late_answer_counts_only_if_it_says_delivered() {
    let mut outbox = queued();
    let first = begun(&mut outbox, now());
    assert!(outbox.settle(&first, &Answer::TimedOut, now(), 0).is_some());
    assert!(outbox.settle(&first, &status(400, Body::Json), now(), 0).is_none());
    assert_eq!(state(&outbox), State::Waiting);
    assert!(outbox.settle(&first, &status(200, Body::Json), now(), 0).is_some());
    let entry = only(&outbox);
    assert_eq!((entry.state, entry.cause, entry.next_attempt_at), (State::Delivered, None, None));
    let delivered = outbox.clone();
    let again = status(409, Body::AlreadyReceived);
    assert!(outbox.settle(&first, &again, now() + ms(1), 0).is_none());
    assert!(outbox.settle(&first, &Answer::TimedOut, now(), 0).is_none());
    assert_eq!(outbox, delivered);
}

/// A tab that was frozen during an attempt must not speak for the attempt that
/// another tab has begun since.
#[test]
fn an_answer_does_not_count_for_another_attempt() {
    let mut outbox = queued();
    let frozen = begun(&mut outbox, now());
    outbox.take_over(now() + ms(20_000));
    let second = begun(&mut outbox, now() + ms(20_000));
    for answer in [Answer::TimedOut, status(403, Body::Json), Answer::Opaque] {
        assert!(outbox.settle(&frozen, &answer, now() + ms(21_000), 0).is_none());
        assert_eq!(state(&outbox), State::Sending);
    }
    assert!(outbox.settle(&second, &status(403, Body::Json), now() + ms(22_000), 0).is_some());
    assert_eq!(state(&outbox), State::Refused);
}

#[test]
fn what_the_person_takes_to_the_form_is_not_sent_any_more() {
    for answer in [Answer::TimedOut, status(403, Body::Json), Answer::Opaque] {
        let mut outbox = answered(&answer);
        assert!(only(&outbox).needs_manual_submission());
        let later = now() + ms(5);
        outbox.submit_by_hand("k", later);
        let entry = only(&outbox);
        assert_eq!((entry.state, entry.settled_at), (State::Manual, Some(later)));
        assert_eq!((entry.cause, entry.status, &entry.message), (None, None, &None));
        assert_eq!((undelivered(&outbox), outbox.next_wake(until(), now())), (0, None));
        // The person may think better of it.
        assert!(entry.can_retry(until(), now()));
        outbox.retry_now("k", later);
        assert_eq!(outbox.due(until(), later), Some("k"));
    }
    let mut delivered = answered(&status(200, Body::Json));
    assert!(!only(&delivered).needs_manual_submission());
    delivered.submit_by_hand("k", now());
    assert_eq!(state(&delivered), State::Delivered);
}

#[test]
fn an_answer_that_was_out_when_the_person_took_over_counts() {
    let mut outbox = queued();
    let sent = begun(&mut outbox, now());
    outbox.submit_by_hand("k", now());
    assert!(outbox.settle(&sent, &Answer::TimedOut, now(), 0).is_none());
    assert_eq!(state(&outbox), State::Manual);
    assert!(outbox.settle(&sent, &status(201, Body::Json), now(), 0).is_some());
    assert_eq!(state(&outbox), State::Delivered);
}

#[test]
fn what_is_removed_is_off_the_list_and_comes_back_as_it_was() {
    let mut outbox = answered(&Answer::TimedOut);
    let before = outbox.clone();
    outbox.remove("k", now());
    assert_eq!((outbox.entries().count(), undelivered(&outbox)), (0, 0));
    assert_eq!(outbox.due(until(), now() + ms(5_000)), None);
    assert_eq!(outbox.next_wake(until(), now()), None);
    outbox.restore("k");
    assert_eq!(outbox, before);
}

/// What is forgotten by one tab and remembered by another would come back.
#[test]
fn what_is_removed_is_forgotten_after_a_day() {
    let mut outbox = queued();
    outbox.remove("k", now());
    let day_after = now() + TimeDelta::days(1);
    outbox.forget_removed(day_after - ms(1));
    assert!(outbox.get("k").is_some());
    outbox.forget_removed(day_after);
    assert_eq!(outbox, Outbox::default());
}

/// A tab that has not heard yet that it was handed in again would write over it.
#[test]
fn what_is_removed_is_left_alone() {
    let mut waiting = answered(&Answer::NoConnection);
    waiting.remove("k", now());
    let mut sending = queued();
    begun(&mut sending, now());
    sending.remove("k", now());
    for removed in [waiting, sending] {
        let mut outbox = removed.clone();
        outbox.wake(now() + ms(1));
        outbox.take_over(now() + ms(1));
        assert_eq!(outbox, removed);
    }
}

#[test]
fn the_answer_for_a_link_that_was_removed_is_kept_for_its_return() {
    let mut outbox = queued();
    let sent = begun(&mut outbox, now());
    outbox.remove("k", now());
    assert!(outbox.settle(&sent, &status(200, Body::Json), now(), 0).is_some());
    assert_eq!(outbox.entries().count(), 0);
    outbox.restore("k");
    assert_eq!(state(&outbox), State::Delivered);
}

#[test]
fn a_link_that_was_removed_can_be_handed_in_again_under_its_key() {
    for (answer, expected) in [
        (Answer::TimedOut, Ok("k".to_owned())),
        (status(403, Body::Json), Ok("k".to_owned())),
        (status(200, Body::Json), Err(AlreadyThere { key: "k".to_owned() })),
    ] {
        let mut outbox = answered(&answer);
        outbox.remove("k", now());
        assert_eq!(outbox.add(&post(ID), "other".to_owned(), now()), expected);
        assert_eq!(only(&outbox).key, "k");
    }
}

#[test]
fn a_key_that_is_gone_changes_nothing() {
    let mut outbox = queued();
    let sent = begun(&mut outbox, now());
    let mut outbox = Outbox::default();
    assert!(outbox.settle(&sent, &status(200, Body::Json), now(), 0).is_none());
    assert!(outbox.begin("k", until(), now()).is_none());
    outbox.retry_now("k", now());
    outbox.submit_by_hand("k", now());
    outbox.remove("k", now());
    outbox.restore("k");
    assert_eq!(outbox, Outbox::default());
}
