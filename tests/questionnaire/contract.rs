//! The contract with whoever runs an endpoint holds: the widget sends what the
//! document says, and the local questionnaire answers as it says.

use std::collections::{BTreeMap, BTreeSet};

use campaign_widget::campaign::{Endpoint, Platform};
use campaign_widget::link::Post;
use campaign_widget::outbox::{Answer, Body, Outbox, State, request, verdict};

use super::document::{Document, Message};
use super::*;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// Keys as the widget makes them.
const KEY: &str = "0b9f5c0e-6f0a-4a53-9d0c-5a1f0e8f7c11";
const OTHER_KEY: &str = "6d0b6c0a-9f0e-4c55-8f1e-3f1f7d0f2a4b";

fn on_x(handle: Option<&str>, id: &str) -> Post {
    let handle = handle.map(str::to_owned);
    Post { platform: Platform::X, handle, id: id.parse().unwrap() }
}

/// What the widget sends for a post.
fn fields(post: &Post, key: &str) -> BTreeMap<String, String> {
    let mut outbox = Outbox::default();
    let key = outbox.add(post, key.into(), Utc::now()).unwrap();
    let endpoint = json!({ "address": "https://forms.example/questionnaire/6854" });
    let endpoint = Endpoint::read(&serde_json::from_value(endpoint).unwrap(), &|_| None).unwrap();
    let sent = request(outbox.get(&key).unwrap(), "gate-xstocks-2025-07", &endpoint);
    serde_json::from_value(serde_json::to_value(sent.body).unwrap()).unwrap()
}

fn json_of(fields: &BTreeMap<String, String>) -> Value {
    serde_json::to_value(fields).unwrap()
}

fn sent(media_type: &'static str, body: String) -> Message {
    let content_type = [(header::CONTENT_TYPE, media_type.parse().unwrap())];
    Message { headers: content_type.into_iter().collect(), body: body.into() }
}

#[test]
fn the_widget_sends_what_the_document_says() {
    let document = Document::published();
    let mut names = BTreeSet::new();
    for post in [
        on_x(Some("gate_user"), POST_ID),
        on_x(None, POST_ID),
        on_x(Some("abcdefghijklmno"), &u64::MAX.to_string()),
        Post { platform: Platform::Gate, handle: None, id: 1 },
    ] {
        let fields = fields(&post, KEY);
        names.extend(fields.keys().cloned());
        let json = sent(JSON, json_of(&fields).to_string());
        let form = sent(FORM, serde_urlencoded::to_string(&fields).unwrap());
        for request in [json, form] {
            assert_eq!(document.request("post", &request), [""; 0]);
        }
    }
    assert_eq!(names, document.fields().cloned().collect());
}

#[test]
fn a_request_that_departs_from_the_document_is_noticed() {
    let document = Document::published();
    let good = json_of(&fields(&on_x(Some("gate_user"), POST_ID), KEY));
    let with = |name: &str, value: Value| {
        let mut fields = good.clone();
        fields[name] = value;
        sent(JSON, fields.to_string())
    };
    let mut renamed = good.clone();
    renamed["url"] = renamed.as_object_mut().unwrap().remove("link").unwrap();
    for request in [
        sent("text/plain", good.to_string()),
        sent(FORM, good.to_string()),
        sent(FORM, "link=https://x.com/gate_user/status/1".into()),
        sent(JSON, renamed.to_string()),
        with("postId", 1_941_067_044_198_711_296_u64.into()),
        with("postId", "0".into()),
        with("link", LINK.replace("x.com", "twitter.com").into()),
        with("link", format!("{LINK}?s=20").into()),
        with("postedAt", "2025-07-04T17:30:21.275+08:00".into()),
        with("postedAt", Value::Null),
        with("key", "1".into()),
        with("campaign", "".into()),
    ] {
        assert_ne!(document.request("post", &request), [""; 0], "{request:?}");
    }
}

#[test]
fn the_widget_makes_of_a_status_what_the_document_says() {
    let document = Document::published();
    for code in 200..600 {
        // A 409 as documented has the mark in its body.
        let body = if code == 409 { Body::AlreadyReceived } else { Body::Json };
        let answer = Answer::Status { code, body, retry_after: None, message: None };
        let state = answer.meaning().0;
        match document.response_to("post", code) {
            Some((_, response)) => assert_eq!(response["x-state"], state.name(), "{code}"),
            // Browsers follow these by themselves.
            None => assert_eq!(state, State::Unconfirmed, "{code}"),
        }
    }
}

/// What the widget takes for received, and nothing else, is what the document
/// lets a 2xx say under the names that it has.
#[test]
fn a_success_says_nothing_else_of_itself() {
    let document = Document::published();
    for (body, taken) in [
        (json!({ "status": "received" }), true),
        (json!({ "status": "already-received" }), true),
        (json!({ "id": 17 }), true),
        (json!({ "ok": true, "error": "", "errors": [] }), true),
        (json!({ "error": null, "errors": {} }), true),
        (json!({ "error": 0 }), true),
        (json!({ "code": 0, "msg": "" }), true),
        (json!({ "code": "0000" }), true),
        (json!({ "code": 200, "data": {} }), true),
        (json!({ "errcode": 0, "errmsg": "ok" }), true),
        (json!({ "success": "true" }), true),
        (json!({ "ok": false }), false),
        (json!({ "success": false, "message": "closed" }), false),
        (json!({ "success": "false" }), false),
        (json!({ "success": 0 }), false),
        (json!({ "error": "form over quota" }), false),
        (json!({ "errors": [{ "message": "closed" }] }), false),
        (json!({ "error": { "code": 7 } }), false),
        (json!({ "errors": { "link": ["taken"] } }), false),
        (json!({ "status": "error" }), false),
        (json!({ "status": "queued" }), false),
        (json!({ "code": 500, "msg": "closed" }), false),
        (json!({ "code": 1 }), false),
        (json!({ "errcode": 40001 }), false),
        (json!({ "data": null }), false),
        (json!(false), false),
    ] {
        let kind = verdict(&serde_json::from_value::<Json>(body.clone()).unwrap());
        for status in [202, 206] {
            let answer =
                Answer::Status { code: status, body: kind, retry_after: None, message: None };
            assert_eq!(answer.meaning().0 == State::Delivered, taken, "{body}");
            let mut answer = sent(JSON, body.to_string());
            answer.headers.insert("access-control-allow-origin", "*".parse().unwrap());
            let departs = !document.answer("post", status, &answer).is_empty();
            assert_eq!(departs, !taken, "{status} {body}");
        }
    }
}

async fn answer_to(request: RequestBuilder) -> (u16, Message) {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, Message { headers, body: response.bytes().await.unwrap().into() })
}

fn preflight(to: String) -> RequestBuilder {
    client()
        .request(Method::OPTIONS, to)
        .header(header::ORIGIN, "https://www.example.com")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type")
}

#[tokio::test]
async fn the_questionnaire_gives_every_documented_answer_and_no_other() {
    let document = Document::published();
    let questionnaire = questionnaire();
    let here = || client().post(questionnaire.url("6854"));
    let post = on_x(Some("gate_user"), POST_ID);
    let renamed = on_x(None, POST_ID);
    let other_post = on_x(Some("gate_user"), OTHER_LINK.rsplit('/').next().unwrap());
    let json = |post, key| post_json(&questionnaire, &json_of(&fields(post, key)));
    let form = |post, key| here().form(&fields(post, key));
    let typed =
        |media_type, body: String| here().header(header::CONTENT_TYPE, media_type).body(body);
    let mut without_key = json_of(&fields(&post, KEY));
    without_key.as_object_mut().unwrap().remove("key");
    let nowhere = client().post(questionnaire.url("a%20b")).form(&fields(&post, KEY));
    let usual = [
        ("JSON", json(&post, KEY), 201),
        ("the same again", json(&post, KEY), 200),
        ("the same again, as a form", form(&post, KEY), 200),
        ("the same again, under another name", json(&renamed, KEY), 200),
        ("the post under another key", json(&post, OTHER_KEY), 409),
        ("the key for another post", json(&other_post, KEY), 422),
        ("a form", form(&other_post, OTHER_KEY), 201),
        ("no key", typed(JSON, without_key.to_string()), 422),
        ("broken JSON", typed(JSON, "{".into()), 422),
        ("a text", typed("text/plain", LINK.into()), 422),
        ("a large body", typed(JSON, "x".repeat(LARGEST_BODY + 1)), 422),
        ("a body too large to be read", typed(JSON, "x".repeat(3 * 1024 * 1024)), 422),
        ("no such questionnaire", nowhere, 404),
    ];
    let mut given = BTreeSet::new();
    let mut hold = async |what: &str, request, expected| {
        let (status, answer) = answer_to(request).await;
        assert_eq!(status, expected, "{what}");
        assert_eq!(document.answer("post", status, &answer), [""; 0], "{what}");
        given.insert(document.response_to("post", status).unwrap().0);
    };
    for (what, request, expected) in usual {
        hold(what, request, expected).await;
    }
    assert_eq!(links(&questionnaire), [OTHER_LINK, LINK]);

    for (status, retry_after, message) in [
        (202, None, Some("later")),
        (204, None, None),
        (408, None, None),
        (425, None, None),
        (429, Some("120"), Some("too many requests")),
        (503, Some("Sun, 06 Nov 1994 08:49:37 GMT"), None),
    ] {
        let mut reply = Reply::status(status);
        if let Some(after) = retry_after {
            reply = reply.header(header::RETRY_AFTER, HeaderValue::from_static(after));
        }
        if let Some(message) = message {
            reply = reply.message(message);
        }
        questionnaire.faults().push(Fault::Answer(reply));
        hold("on order", json(&post, KEY), status).await;
    }
    let documented = document.operation("post")["responses"].as_object().unwrap();
    assert_eq!(given, documented.keys().cloned().collect());

    for id in ["6854", "a%20b"] {
        let (status, answer) = answer_to(preflight(questionnaire.url(id))).await;
        assert_eq!(document.answer("options", status, &answer), [""; 0]);
    }
}

#[tokio::test]
async fn an_answer_that_departs_from_the_document_is_noticed() {
    let document = Document::published();
    let questionnaire = questionnaire();
    let url = questionnaire.url("6854");
    let (_, stored) = answer_to(post_json(&questionnaire, &submission(LINK, KEY))).await;
    let (_, refused) = answer_to(client().post(&url).body(LINK)).await;
    let (_, allowed) = answer_to(preflight(url)).await;
    let without = |message: &Message, name: &str| {
        let mut message = message.clone();
        message.headers.remove(name).unwrap();
        message
    };
    let with = |message: &Message, name: &'static str, value: &str| {
        let mut message = message.clone();
        message.headers.insert(name, value.parse().unwrap());
        message
    };
    let saying = |message: &Message, body: &str| Message {
        headers: message.headers.clone(),
        body: body.into(),
    };
    let origin = "access-control-allow-origin";
    let headers = "access-control-allow-headers";
    for (method, status, answer) in [
        ("post", 101, stored.clone()),
        ("post", 302, stored.clone()),
        ("post", 201, without(&stored, origin)),
        ("post", 201, with(&stored, origin, "null")),
        ("post", 201, with(&stored, "content-type", "text/html")),
        ("post", 201, without(&stored, "content-type")),
        ("post", 201, saying(&stored, r#"{"receivedAt":"today"}"#)),
        ("post", 201, saying(&stored, "")),
        ("post", 201, saying(&stored, r#"{"status":"queued"}"#)),
        ("post", 409, saying(&stored, r#"{"message":"already received"}"#)),
        ("post", 409, saying(&stored, "")),
        ("post", 429, with(&refused, "retry-after", "soon")),
        ("post", 422, saying(&refused, r#"{"reason":"closed"}"#)),
        ("post", 422, saying(&refused, r#"{"errors":[]}"#)),
        ("post", 422, saying(&refused, "<h1>closed</h1>")),
        ("options", 404, allowed.clone()),
        ("options", 204, without(&allowed, headers)),
        ("options", 204, with(&allowed, headers, "idempotency-key")),
    ] {
        let wrong = document.answer(method, status, &answer);
        assert_ne!(wrong, [""; 0], "{method} {status} {answer:?}");
    }
    let problem = with(&refused, "content-type", "application/problem+json");
    for answer in [
        saying(&problem, r#"{"title":"Closed","status":422}"#),
        saying(&refused, r#"{"errors":[{"field":"link","message":"not a post"}]}"#),
        saying(&with(&refused, "content-type", "text/plain"), "closed"),
    ] {
        assert_eq!(document.answer("post", 422, &answer), [""; 0]);
    }
}
