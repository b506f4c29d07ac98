//! Native suite: delivering links.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

use campaign_widget::campaign::{Json, Platform};
use campaign_widget::link::Post;
use campaign_widget::outbox::{AlreadyThere, Answer, Body, Cause, Outbox, State, request};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

#[path = "outbox/answers.rs"]
mod answers;
#[path = "outbox/simulation.rs"]
mod simulation;
#[path = "outbox/stored.rs"]
mod stored;
#[path = "outbox/waits.rs"]
mod waits;

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

/// A 503 that asks to wait.
fn wait(retry_after: &str) -> Answer {
    Answer::Status {
        code: 503,
        body: Body::Html,
        retry_after: Some(retry_after.to_owned()),
        message: None,
    }
}

/// An outbox with one post under the key "k", not yet sent.
fn queued() -> Outbox {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.add(&post(ID), "k".to_owned(), now()), Ok("k".to_owned()));
    outbox
}

/// The same, sent at [`now`] and answered at the same moment.
fn answered(answer: &Answer) -> Outbox {
    let mut outbox = queued();
    assert!(outbox.begin("k", until(), now()).is_some());
    assert!(outbox.settle("k", answer, now(), 0).is_some());
    outbox
}

fn state(outbox: &Outbox) -> State {
    outbox.get("k").unwrap().state
}

fn stored(outbox: &Outbox) -> String {
    serde_json::to_string(&outbox.to_json()).unwrap()
}

fn reloaded(text: &str) -> Option<Outbox> {
    Outbox::from_json(&serde_json::from_str::<Json>(text).unwrap())
}

#[test]
fn a_link_goes_from_queued_through_sending_to_delivered() {
    let mut outbox = queued();
    assert_eq!(state(&outbox), State::Queued);
    assert_eq!(outbox.due(until(), now()), Some("k"));
    let entry = outbox.begin("k", until(), now()).unwrap();
    assert_eq!((entry.state, entry.attempts), (State::Sending, 1));
    assert_eq!(outbox.due(until(), now()), None);
    assert_eq!(outbox.next_wake(until(), now()), None);
    assert_eq!(outbox.undelivered(), 1);
    assert!(outbox.begin("k", until(), now()).is_none(), "sent twice");
    let later = now() + ms(300);
    let entry = outbox.settle("k", &status(201, Body::Json), later, 0).unwrap();
    assert_eq!((entry.state, entry.settled_at), (State::Delivered, Some(later)));
    assert_eq!(outbox.undelivered(), 0);
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
        let before = state(&outbox);
        let mut again = post(ID);
        again.handle = None;
        let added = outbox.add(&again, "other".to_owned(), now());
        assert_eq!(outbox.entries().len(), 1);
        let entry = outbox.get("k").unwrap();
        if is_over {
            assert_eq!(added, Ok("k".to_owned()));
            assert_eq!((entry.state, entry.attempts), (State::Queued, 0));
            assert_eq!((entry.cause, entry.status, entry.settled_at), (None, None, None));
            assert_eq!(entry.link, again.canonical());
        } else {
            assert_eq!(added, Err(AlreadyThere { state: before }));
            assert_eq!(entry.link, post(ID).canonical());
        }
    }
}

#[test]
fn an_attempt_that_nobody_saw_end_is_made_again_under_its_key() {
    let mut outbox = queued();
    assert!(!outbox.recover(now()));
    outbox.begin("k", until(), now()).unwrap();
    let mut reloaded = reloaded(&stored(&outbox)).unwrap();
    assert!(reloaded.recover(now()));
    let entry = reloaded.get("k").unwrap();
    assert_eq!((entry.state, entry.cause), (State::Waiting, Some(Cause::Interrupted)));
    assert_eq!(reloaded.due(until(), now()), Some("k"));
    assert_eq!(reloaded.begin("k", until(), now()).unwrap().attempts, 2);
}

#[test]
fn a_connection_that_is_back_wakes_what_waits_for_it() {
    let mut outbox = answered(&Answer::NoConnection);
    assert!(outbox.wake(now()));
    assert_eq!(outbox.due(until(), now()), Some("k"));
    let mut outbox = answered(&wait("7"));
    assert!(!outbox.wake(now()));
    assert_eq!(outbox.due(until(), now()), None);
}

#[test]
fn a_person_can_ask_for_another_attempt() {
    for answer in [wait("7"), status(403, Body::Json), Answer::Opaque] {
        let mut outbox = answered(&answer);
        assert_eq!(outbox.due(until(), now()), None);
        assert!(outbox.retry_now("k", now()));
        assert_eq!(outbox.due(until(), now()), Some("k"));
    }
    let mut outbox = answered(&status(200, Body::Json));
    assert!(!outbox.retry_now("k", now()));
    let mut outbox = queued();
    assert!(!outbox.retry_now("k", now()));
    outbox.begin("k", until(), now()).unwrap();
    assert!(!outbox.retry_now("k", now()));
}

#[test]
fn a_late_answer_counts_only_if_it_says_delivered() {
    let mut outbox = answered(&Answer::TimedOut);
    assert!(outbox.settle("k", &status(400, Body::Json), now(), 0).is_none());
    assert_eq!(state(&outbox), State::Waiting);
    assert!(outbox.settle("k", &status(200, Body::Json), now(), 0).is_some());
    assert_eq!(state(&outbox), State::Delivered);
    let entry = outbox.get("k").unwrap();
    assert_eq!((entry.cause, entry.next_attempt_at), (None, None));
    let later = now() + ms(1);
    assert!(outbox.settle("k", &status(409, Body::Json), later, 0).is_none());
    assert!(outbox.settle("k", &Answer::TimedOut, now(), 0).is_none());
    assert_eq!(state(&outbox), State::Delivered);
}

#[test]
fn a_key_that_is_gone_changes_nothing() {
    let mut outbox = queued();
    outbox.begin("k", until(), now()).unwrap();
    outbox.remove("k");
    assert!(outbox.settle("k", &status(200, Body::Json), now(), 0).is_none());
    assert!(outbox.begin("k", until(), now()).is_none());
    assert!(!outbox.retry_now("k", now()));
    outbox.remove("k");
    assert!(outbox.get("k").is_none());
    assert_eq!(outbox, Outbox::default());
}

#[test]
fn the_request_has_its_fields_in_order() {
    let outbox = queued();
    let entry = outbox.get("k").unwrap();
    let fields = request(entry, "gate-xstocks-2025-07", &|name| name);
    let expected = [
        ("campaign", "gate-xstocks-2025-07"),
        ("link", "https://x.com/gate_user/status/1941000000000000000"),
        ("postId", "1941000000000000000"),
        ("postedAt", "2025-07-04T05:03:56.693Z"),
        ("key", "k"),
    ];
    assert_eq!(fields, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn a_campaign_renames_fields_and_an_unknown_time_is_left_out() {
    let mut outbox = Outbox::default();
    outbox.add(&post(20), "k".to_owned(), now()).unwrap();
    let map = BTreeMap::from([("link", "entry.123".to_owned())]);
    let rename = |name| map.get(name).map_or(name, String::as_str);
    let fields = request(outbox.get("k").unwrap(), "c", &rename);
    let names: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["campaign", "entry.123", "postId", "key"]);
}
