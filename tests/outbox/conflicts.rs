//! 409: an earlier attempt under this key is under way, until the server says
//! otherwise or has said it for too long.

use super::{begun, ms, now, only, queued, sent, state, status, until};
use campaign_widget::outbox::{Answer, Body, Cause, Outbox, State};
use chrono::{DateTime, TimeDelta, Utc};

fn conflict() -> Answer {
    Answer::Status {
        code: 409,
        body: Body::Json,
        retry_after: None,
        message: Some("A request is outstanding for this Idempotency-Key".to_owned()),
    }
}

/// Sends whenever it is due, with this answer, until it is no more or this time.
/// Gives when it was sent.
fn keep_on(outbox: &mut Outbox, answer: &Answer, end: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut times = Vec::new();
    let mut at = now();
    while let Some(next) = outbox.next_wake(until(), at).filter(|next| *next < end) {
        at = next;
        sent(outbox, answer, at, u32::MAX / 2).unwrap();
        times.push(at);
    }
    times
}

#[test]
fn a_bare_409_waits_for_the_attempt_that_is_under_way() {
    let mut outbox = queued();
    sent(&mut outbox, &Answer::TimedOut, now(), 0);
    let entry = sent(&mut outbox, &conflict(), now() + ms(20_000), 0).unwrap();
    assert_eq!((entry.state, entry.cause), (State::Waiting, Some(Cause::Status)));
    assert_eq!(entry.status, Some(409));
    assert_eq!(entry.next_attempt_at, Some(now() + ms(24_000)));
    // The first attempt comes to its end: its answer, again.
    sent(&mut outbox, &status(201, Body::Json), now() + ms(24_000), 0);
    assert_eq!(state(&outbox), State::Delivered);
}

#[test]
fn a_409_with_the_mark_of_the_contract_is_delivered_at_once() {
    let mut outbox = queued();
    sent(&mut outbox, &status(409, Body::AlreadyReceived), now(), 0);
    assert_eq!(state(&outbox), State::Delivered);
}

/// Middlewares that mark a key before the work, and leave the mark where it
/// failed, say it for a day and more.
#[test]
fn what_is_answered_409_for_five_minutes_is_unconfirmed_with_the_words() {
    let mut outbox = queued();
    let times = keep_on(&mut outbox, &conflict(), until());
    assert!((4..=9).contains(&times.len()), "{times:?}");
    let lasted = *times.last().unwrap() - times[0];
    assert!(lasted > TimeDelta::minutes(5) && lasted < TimeDelta::minutes(10), "{lasted}");
    let entry = only(&outbox);
    assert_eq!((entry.state, entry.status), (State::Unconfirmed, Some(409)));
    let words = "A request is outstanding for this Idempotency-Key";
    assert_eq!(entry.message.as_deref(), Some(words));
    assert!(entry.can_retry(until(), now()));
}

/// A long way to the server says nothing of how long it has been at it.
#[test]
fn attempts_without_an_answer_do_not_shorten_the_wait() {
    let mut outbox = queued();
    let mut at = now();
    for _ in 0..20 {
        at = outbox.next_wake(until(), at).unwrap();
        sent(&mut outbox, &Answer::NoConnection, at, 0);
    }
    at = outbox.next_wake(until(), at).unwrap();
    sent(&mut outbox, &conflict(), at, 0);
    assert_eq!(state(&outbox), State::Waiting);
    // But what comes between does not lengthen it.
    for answer in [Answer::NoConnection, status(503, Body::Html), conflict()] {
        at = outbox.next_wake(until(), at).unwrap();
        sent(&mut outbox, &answer, at, 0);
    }
    assert_eq!(state(&outbox), State::Unconfirmed);
}

#[test]
fn it_is_counted_over_a_reload_and_a_clock_that_is_put_back() {
    let mut outbox = queued();
    sent(&mut outbox, &conflict(), now(), 0);
    assert_eq!(only(&outbox).conflict_since, Some(now()));
    begun(&mut outbox, now() + ms(5_000));
    outbox.take_over(now() + ms(6_000));
    assert_eq!(only(&outbox).conflict_since, Some(now()));
    let mut back = outbox.clone();
    sent(&mut back, &conflict(), now() + TimeDelta::minutes(5) + ms(1), 0);
    assert_eq!(state(&back), State::Unconfirmed);
    let mut back = outbox.clone();
    back.retry_now("k", now() - TimeDelta::days(300));
    sent(&mut back, &conflict(), now() - TimeDelta::days(300), 0);
    assert_eq!(state(&back), State::Unconfirmed);
}

#[test]
fn whoever_asks_again_gets_five_minutes_more() {
    let mut outbox = queued();
    keep_on(&mut outbox, &conflict(), until());
    let later = now() + TimeDelta::hours(1);
    outbox.retry_now("k", later);
    assert_eq!(only(&outbox).conflict_since, None);
    sent(&mut outbox, &conflict(), later, 0);
    assert_eq!(state(&outbox), State::Waiting);
}
