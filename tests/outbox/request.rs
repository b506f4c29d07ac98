//! What is sent to an endpoint.

use campaign_widget::campaign::Endpoint;
use campaign_widget::json::Json;
use campaign_widget::outbox::{Outbox, Request, request};
use serde_json::{Value, json};

use super::{now, post, queued};

/// The endpoint of a campaign file.
pub fn endpoint(endpoint: Value) -> Endpoint {
    let parse = |text: &str| serde_json::from_str(text).ok();
    Endpoint::read(&serde_json::from_value::<Json>(endpoint).unwrap(), &parse).unwrap()
}

fn sent(outbox: &Outbox, options: Value) -> Request {
    request(outbox.get("k").unwrap(), "gate-xstocks-2025-07", &endpoint(options))
}

fn as_text(json: &Json) -> String {
    serde_json::to_string(json).unwrap()
}

#[test]
fn all_values_are_sent_under_their_names_in_order() {
    let sent = sent(&queued(), json!({ "address": "https://a.example/" }));
    assert_eq!(sent.address, "https://a.example/");
    assert_eq!(sent.headers, []);
    let expected = concat!(
        r#"{"campaign":"gate-xstocks-2025-07","#,
        r#""link":"https://x.com/gate_user/status/1941000000000000000","#,
        r#""postId":"1941000000000000000","postedAt":"2025-07-04T05:03:56.693Z","key":"k"}"#,
    );
    assert_eq!(as_text(&sent.body), expected);
}

#[test]
fn a_template_has_its_values_wherever_it_wants_them() {
    let sent = sent(
        &queued(),
        json!({
            "address": "https://a.example/rows/{key}?url={link}&at={postedAt}",
            "headers": { "Idempotency-Key": "\"{key}\"" },
            "body": { "data": { "post": "X {postId}", "n": 1, "tags": ["{campaign}", true, null] } },
        }),
    );
    assert_eq!(
        sent.address,
        "https://a.example/rows/k?url=https%3A%2F%2Fx.com%2Fgate_user%2Fstatus%2F1941000000000000000\
         &at=2025-07-04T05%3A03%3A56.693Z"
    );
    assert_eq!(sent.headers, [("Idempotency-Key".to_owned(), "\"k\"".to_owned())]);
    assert_eq!(
        as_text(&sent.body),
        r#"{"data":{"post":"X 1941000000000000000","n":1,"tags":["gate-xstocks-2025-07",true,null]}}"#
    );
}

/// Links to Gate Square and early ones to X do not tell it.
#[test]
fn an_unknown_time_is_left_out() {
    let mut outbox = Outbox::default();
    outbox.add(&post(20), "k".to_owned(), now()).unwrap();
    let body =
        json!({ "at": "{postedAt}", "all": ["{postedAt}", "at {postedAt}"], "id": "{postId}" });
    let sent = sent(&outbox, json!({ "address": "https://a.example/?{postedAt}", "body": body }));
    assert_eq!(sent.address, "https://a.example/?");
    assert_eq!(as_text(&sent.body), r#"{"all":["at "],"id":"20"}"#);
}
