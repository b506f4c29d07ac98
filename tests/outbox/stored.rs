//! The form in which an outbox is kept over a reload.

use super::{answered, only, post, queued};
use campaign_widget::json::Json;
use campaign_widget::outbox::{Answer, Body, Cause, Entry, State};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

const STATES: [(State, &str); 7] = [
    (State::Queued, "queued"),
    (State::Sending, "sending"),
    (State::Waiting, "waiting"),
    (State::Delivered, "delivered"),
    (State::Unconfirmed, "unconfirmed"),
    (State::Refused, "refused"),
    (State::Manual, "manual"),
];

const CAUSES: [(Cause, &str); 9] = [
    (Cause::Status, "status"),
    (Cause::Offline, "offline"),
    (Cause::Timeout, "timeout"),
    (Cause::Interrupted, "interrupted"),
    (Cause::Html, "html"),
    (Cause::Opaque, "opaque"),
    (Cause::Unexpected, "unexpected"),
    (Cause::Worker, "worker"),
    (Cause::Blocked, "blocked"),
];

/// The farthest times that there are, in milliseconds.
const FIRST: i64 = -8_334_601_228_800_000;
const LAST: i64 = 8_210_266_876_799_999;

/// An entry, as this version keeps it.
fn kept() -> Value {
    json!({
        "version": 1,
        "key": "k",
        "link": "https://x.com/gate_user/status/1941000000000000000",
        "postId": "1941000000000000000",
        "postedAt": 1_751_605_436_693_i64,
        "addedAt": 1_751_608_800_000_i64,
        "state": "waiting",
        "attempts": 1,
        "nextAttemptAt": 1_751_608_802_000_i64,
        "settledAt": null,
        "cause": "status",
        "status": 503,
        "message": "busy",
        "conflictSince": null,
        "removedAt": null,
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut kept = kept();
    kept[field] = value;
    kept
}

fn without(field: &str) -> Value {
    let mut kept = kept();
    kept.as_object_mut().unwrap().remove(field).unwrap();
    kept
}

fn stored(entry: &Entry) -> String {
    serde_json::to_string(&entry.to_json()).unwrap()
}

fn reloaded(text: &str) -> Option<Entry> {
    Entry::from_json(&serde_json::from_str::<Json>(text).unwrap())
}

fn read(kept: &Value) -> Option<Entry> {
    reloaded(&kept.to_string())
}

fn entry_of(kept: &Value) -> Entry {
    read(kept).unwrap_or_else(|| panic!("unread: {kept}"))
}

#[test]
fn the_stored_form_is_flat_and_has_a_version() {
    let outbox = answered(&Answer::Status {
        code: 503,
        body: Body::Other,
        retry_after: None,
        message: Some("busy".to_owned()),
    });
    assert_eq!(serde_json::from_str::<Value>(&stored(only(&outbox))).unwrap(), kept());
    assert_eq!(read(&kept()).as_ref(), Some(only(&outbox)));
    let mut old = queued();
    old.add(&post(20), "old".to_owned(), super::now()).unwrap();
    let old = old.get("old").unwrap();
    assert_eq!(reloaded(&stored(old)).as_ref(), Some(old));
}

#[test]
fn states_and_causes_are_stored_by_name() {
    for (state, name) in STATES {
        let kept = with("state", json!(name));
        assert_eq!(entry_of(&kept).state, state);
        assert_eq!(state.name(), name, "what the page shows");
        assert_eq!(stored(&read(&kept).unwrap()), kept.to_string());
    }
    for (cause, name) in CAUSES {
        let kept = with("cause", json!(name));
        assert_eq!(entry_of(&kept).cause, Some(cause));
        assert_eq!(stored(&read(&kept).unwrap()), kept.to_string());
    }
}

#[test]
fn what_may_be_null_may_be_left_out() {
    for field in [
        "postedAt",
        "nextAttemptAt",
        "settledAt",
        "cause",
        "status",
        "message",
        "conflictSince",
        "removedAt",
    ] {
        assert_eq!(entry_of(&without(field)), entry_of(&with(field, Value::Null)), "{field}");
    }
}

#[test]
fn an_unknown_field_is_passed_over() {
    assert_eq!(entry_of(&with("note", json!({ "a": [1] }))), entry_of(&kept()));
}

#[test]
fn times_are_exact_to_the_ends_of_the_calendar() {
    for millis in [FIRST, -1, 0, 1, 1_751_605_436_693, LAST] {
        let entry = entry_of(&with("addedAt", json!(millis)));
        assert_eq!(entry.added_at.timestamp_millis(), millis);
    }
}

#[test]
fn what_this_version_never_wrote_is_not_read() {
    for text in ["null", "1", "\"\"", "[]", "{}", r#"{"version":1}"#] {
        assert_eq!(reloaded(text), None, "{text}");
    }
    for version in [json!(0), json!(2), json!(1.5), json!("1"), Value::Null] {
        assert_eq!(read(&with("version", version.clone())), None, "version {version}");
    }
    for field in ["key", "link", "postId", "addedAt", "state", "attempts"] {
        assert_eq!(read(&without(field)), None, "without {field}");
        assert_eq!(read(&with(field, Value::Null)), None, "null as {field}");
    }
    let table = [
        ("key", vec![json!(1), json!(["k"])]),
        (
            "link",
            vec![json!(false), json!({}), json!("javascript:alert(1)"), json!("http://x.com")],
        ),
        ("postId", vec![json!(1_941_000_000_000_000_000_u64)]),
        ("state", vec![json!("Queued"), json!("lost"), json!(""), json!(0)]),
        ("attempts", vec![json!(-1), json!(0.5), json!(4_294_967_296_u64), json!("1")]),
        ("cause", vec![json!("Status"), json!("unknown"), json!(503)]),
        ("status", vec![json!(-1), json!(65_536), json!(503.5), json!("503")]),
        ("message", vec![json!(1), json!(["busy"]), json!(true)]),
    ];
    for (field, values) in table {
        for value in values {
            assert_eq!(read(&with(field, value.clone())), None, "{value} as {field}");
        }
    }
    for field in ["postedAt", "addedAt", "nextAttemptAt", "settledAt", "conflictSince", "removedAt"]
    {
        let no_times = [
            json!("2025-07-04T06:00:00Z"),
            json!(0.5),
            json!(FIRST - 1),
            json!(LAST + 1),
            json!(1e300),
        ];
        for value in no_times {
            assert_eq!(read(&with(field, value.clone())), None, "{value} as {field}");
        }
    }
}

fn time() -> impl Strategy<Value = DateTime<Utc>> {
    let millis = prop_oneof![FIRST..=LAST, 0i64..4_000_000_000_000];
    millis.prop_map(|millis| DateTime::from_timestamp_millis(millis).unwrap())
}

fn entry() -> impl Strategy<Value = Entry> {
    let some = prop::option::of::<BoxedStrategy<DateTime<Utc>>>;
    let texts = (any::<String>(), any::<String>(), any::<String>(), any::<Option<String>>());
    let some_time = || some(time().boxed());
    let times = (time(), some_time(), some_time(), some_time(), some_time(), some_time());
    let state = prop::sample::select(STATES.map(|(state, _)| state).to_vec());
    let cause = prop::option::of(prop::sample::select(CAUSES.map(|(cause, _)| cause).to_vec()));
    (texts, times, state, cause, any::<u32>(), any::<Option<u16>>()).prop_map(
        |(texts, times, state, cause, attempts, status)| Entry {
            key: texts.0,
            link: ["https://", &texts.1].concat(),
            post_id: texts.2,
            message: texts.3,
            added_at: times.0,
            posted_at: times.1,
            next_attempt_at: times.2,
            settled_at: times.3,
            removed_at: times.4,
            conflict_since: times.5,
            state,
            attempts,
            cause,
            status,
        },
    )
}

/// An entry as it is to be stored, written by other means.
fn as_kept(entry: &Entry) -> Value {
    let millis = |time: Option<DateTime<Utc>>| time.map(|time| time.timestamp_millis());
    let name = |cause| CAUSES.iter().find(|(known, _)| *known == cause).unwrap().1;
    json!({
        "version": 1,
        "key": entry.key,
        "link": entry.link,
        "postId": entry.post_id,
        "postedAt": millis(entry.posted_at),
        "addedAt": millis(Some(entry.added_at)),
        "state": entry.state.name(),
        "attempts": entry.attempts,
        "nextAttemptAt": millis(entry.next_attempt_at),
        "settledAt": millis(entry.settled_at),
        "cause": entry.cause.map(name),
        "status": entry.status,
        "message": entry.message,
        "conflictSince": millis(entry.conflict_since),
        "removedAt": millis(entry.removed_at),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_entry_comes_back_as_it_was(entry in entry()) {
        let kept = as_kept(&entry);
        prop_assert_eq!(read(&kept), Some(entry.clone()));
        prop_assert_eq!(stored(&entry), kept.to_string());
    }
}
