//! What a wrong endpoint of a campaign file is told, and what a preset fills in.

use campaign_widget::campaign::{AnswerRule, Encoding, Endpoint, Flaw, Meaning, Method};
use campaign_widget::json::Kind;
use serde_json::{Value, json};

use super::sample::{changed, problems};

const AT: &str = "questionnaire.endpoint";

fn of(endpoint: Value) -> Value {
    changed(AT, Some(endpoint))
}

fn sound(endpoint: Value) -> Endpoint {
    super::sample::endpoint(&of(endpoint)).expect("an endpoint").expect("a sound one")
}

/// The endpoint of an address and these options.
fn with(options: Value) -> Value {
    let mut endpoint = json!({ "address": "https://forms.example/1" });
    endpoint.as_object_mut().expect("an object").extend(options.as_object().expect("one").clone());
    endpoint
}

#[test]
fn one_fault_is_one_problem() {
    let one_of = |allowed, nearest| Flaw::NotOneOf { allowed, nearest };
    let wrong = |expected, found| Flaw::WrongKind { expected, found };
    let unknown = |name: &str| Flaw::NotAPlaceholder { name: name.into() };
    let rule = |rule: Value| json!({ "answers": [rule] });
    let table = [
        (json!({ "address": "http://gate.com/" }), "address", Flaw::NotAnAddress),
        (json!({ "address": "https://{campaign}.example/" }), "address", Flaw::NotAnAddress),
        (json!({ "address": "https://a.example/{id}" }), "address", unknown("id")),
        (json!({ "method": "GET" }), "method", one_of(&Method::NAMES, None)),
        (json!({ "method": "post" }), "method", one_of(&Method::NAMES, Some("POST"))),
        // A repetition would store it again.
        (json!({ "method": "PUT" }), "address", Flaw::NoKey),
        (json!({ "encoding": "multipart" }), "encoding", one_of(&["json", "form", "text"], None)),
        (json!({ "credentials": "same" }), "credentials", one_of(&["omit", "include"], None)),
        // A template that misses what the form is for.
        (json!({ "body": {} }), "body", Flaw::NoPost),
        (json!({ "body": { "url": "{key}" } }), "body", Flaw::NoPost),
        (json!({ "body": { "url": "{link}" } }), "body", Flaw::NoKey),
        (json!({ "body": { "url": "{link}{post_id}" } }), "body.url", unknown("post_id")),
        (
            json!({ "body": { "a": [{ "b": "{Key}" }], "c": "{postId}" } }),
            "body.a.0.b",
            unknown("Key"),
        ),
        (json!({ "body": "{link}" }), "body", wrong(Kind::Object, Kind::Text)),
        (
            json!({ "encoding": "form", "body": { "data": { "a": 1 }, "id": "{postId}" } }),
            "body.data",
            wrong(Kind::Text, Kind::Object),
        ),
        (
            json!({ "encoding": "form", "body": { "n": 1, "id": "{postId}" } }),
            "body.n",
            wrong(Kind::Text, Kind::Number),
        ),
        // Headers that a browser forbids, that the widget sets, and that are none.
        (json!({ "headers": { "Cookie": "a=1" } }), "headers.Cookie", Flaw::NotAHeader),
        (
            json!({ "headers": { "sec-fetch-site": "x" } }),
            "headers.sec-fetch-site",
            Flaw::NotAHeader,
        ),
        (
            json!({ "headers": { "Proxy-Authorization": "x" } }),
            "headers.Proxy-Authorization",
            Flaw::NotAHeader,
        ),
        (
            json!({ "headers": { "Content-Type": "text/xml" } }),
            "headers.Content-Type",
            Flaw::NotAHeader,
        ),
        (json!({ "headers": { "X Y": "1" } }), "headers.X Y", Flaw::NotAHeader),
        (json!({ "headers": { "X-Y": "a\nb" } }), "headers.X-Y", Flaw::NotAHeader),
        (json!({ "headers": { "X-Y": "活动" } }), "headers.X-Y", Flaw::NotAHeader),
        (json!({ "headers": { "X-Y": "{who}" } }), "headers.X-Y", unknown("who")),
        (json!({ "headers": { "X-Y": 1 } }), "headers.X-Y", wrong(Kind::Text, Kind::Number)),
        // Nothing delivers without the server's word.
        (rule(json!({ "status": 200, "means": "received" })), "answers.0.says", Flaw::Missing),
        (rule(json!({ "means": "refused" })), "answers.0.says", Flaw::Missing),
        (
            rule(json!({ "status": 500, "means": "already-received" })),
            "answers.0.says",
            Flaw::Missing,
        ),
        (rule(json!({ "status": 99, "means": "refused" })), "answers.0.status", Flaw::NotAStatus),
        (rule(json!({ "status": 302.5, "means": "refused" })), "answers.0.status", Flaw::NotACount),
        (
            rule(json!({ "status": 409, "means": "delivered" })),
            "answers.0.means",
            one_of(&["received", "already-received", "refused", "try-again"], None),
        ),
        (rule(json!("409")), "answers.0", wrong(Kind::Object, Kind::Text)),
    ];
    for (options, path, flaw) in table {
        let found = problems(&of(with(options.clone())));
        assert_eq!(found, [(format!("{AT}.{path}"), flaw)], "{options}");
    }
    assert_eq!(
        problems(&of(json!("https://a.example/"))),
        [(AT.into(), wrong(Kind::Object, Kind::Text))]
    );
}

#[test]
fn an_unknown_preset_is_told_with_those_that_there_are() {
    let found = problems(&of(with(json!({ "preset": "formspre" }))));
    let [(path, Flaw::NotOneOf { allowed, nearest })] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((path.as_str(), *nearest), ("questionnaire.endpoint.preset", Some("formspree")));
    assert!(allowed.contains(&"formspree"));
}

#[test]
fn what_is_sound_is_taken() {
    for options in [
        json!({ "method": "PUT", "address": "https://a.example/rows/{key}" }),
        json!({ "method": "PUT", "address": "https://a.example/rows?id={postId}", "body": { "l": "{link}" } }),
        // Only names in braces are placeholders.
        json!({ "body": { "css": "a { } {}", "id": "{postId}", "empty": "", "none": null } }),
        json!({ "headers": { "Prefer": "resolution=ignore-duplicates", "X": "{key}" } }),
        json!({ "headers": {} }),
        json!({ "encoding": "text" }),
        json!({ "answers": [{ "status": 412, "means": "already-received" }] }),
        json!({ "answers": [{ "status": 507, "means": "try-again" }] }),
    ] {
        assert_eq!(problems(&of(with(options.clone()))), [], "{options}");
    }
}

#[test]
fn nothing_but_an_address_is_needed() {
    let endpoint = sound(with(json!({})));
    assert_eq!((endpoint.method, endpoint.encoding), (Method::Post, Encoding::Json));
    assert!(endpoint.answers.is_empty());
    let sent = serde_json::to_value(&endpoint.body).expect("JSON");
    let expected = json!({
        "campaign": "{campaign}",
        "link": "{link}",
        "postId": "{postId}",
        "postedAt": "{postedAt}",
        "key": "{key}",
    });
    assert_eq!(sent, expected);
}

/// What the file says itself wins, and its answers are looked at first.
#[test]
fn a_preset_fills_in_what_the_file_leaves_out() {
    let preset = sound(with(json!({ "preset": "formspree" })));
    assert_eq!((preset.preset, preset.encoding), (Some("formspree"), Encoding::Form));
    let own = json!({ "preset": "formspree", "encoding": "text" });
    assert_eq!(sound(with(own)).encoding, Encoding::Text);
}

/// Fetch, section 4.1: where the browser asks first, nothing is sent to a server that
/// does not let the page in.
#[test]
fn a_simple_request_is_sent_unasked() {
    let is_asked = |options| sound(with(options)).is_asked_first();
    assert!(is_asked(json!({})));
    assert!(!is_asked(json!({ "encoding": "form" })));
    assert!(!is_asked(json!({ "encoding": "text", "headers": {} })));
    assert!(is_asked(json!({ "encoding": "text", "headers": { "X-Key": "{key}" } })));
    assert!(is_asked(json!({
        "encoding": "text", "method": "PUT", "address": "https://a.example/{key}"
    })));
}

#[test]
fn a_rule_is_about_an_answer_that_has_all_it_names() {
    let body = r#"{"errors":[{"code":"NOT_UNIQUE","at":null}],"n":23505,"ok":false}"#;
    let json = serde_json::from_str(body).ok();
    let is_about = |rule: Value| {
        let mut endpoint = sound(with(json!({ "answers": [rule] })));
        let rule: AnswerRule = endpoint.answers.remove(0);
        rule.is_about(400, body, json.as_ref())
    };
    for (rule, expected) in [
        (json!({ "status": 400, "means": "refused" }), true),
        (json!({ "status": 401, "means": "refused" }), false),
        (json!({ "says": "not_unique", "means": "received" }), true),
        (json!({ "says": "other", "means": "received" }), false),
        (json!({ "at": "errors.0.code", "means": "received" }), true),
        (json!({ "at": "errors.0.code", "says": "unique", "means": "received" }), true),
        (json!({ "at": "errors.0.code", "says": "other", "means": "received" }), false),
        (json!({ "at": "errors.1.code", "means": "received" }), false),
        (json!({ "at": "errors.code", "means": "received" }), false),
        // There, but nothing.
        (json!({ "at": "errors.0.at", "means": "received" }), false),
        (json!({ "at": "errors", "means": "received" }), true),
        (json!({ "at": "n", "says": "23505", "means": "received" }), true),
        (json!({ "at": "ok", "says": "false", "means": "refused" }), true),
        (json!({ "status": 401, "says": "unique", "means": "received" }), false),
    ] {
        assert_eq!(is_about(rule.clone()), expected, "{rule}");
    }
    assert_eq!(
        sound(with(json!({ "answers": [{ "status": 409, "means": "already-received" }] }))).answers
            [0]
        .means,
        Meaning::AlreadyReceived
    );
}
