//! What a server says to the person.

use campaign_widget::campaign::Json;
use campaign_widget::outbox::{denies, words};

#[test]
fn the_words_are_found_where_backends_put_them() {
    let table = [
        (r#"{"message":"closed"}"#, Some("closed")),
        (r#"{"error":"Form not found"}"#, Some("Form not found")),
        // RFC 9457.
        (
            r#"{"type":"about:blank","title":"Gone","status":410,"detail":"It is over."}"#,
            Some("It is over."),
        ),
        (r#"{"title":"Gone"}"#, Some("Gone")),
        (r#"{"error":"e","message":"m"}"#, Some("m")),
        // An object in the place of the words.
        (r#"{"error":{"code":7},"detail":"d"}"#, Some("d")),
        (r#"{"error":{"code":7,"message":"m"},"detail":"d"}"#, Some("m")),
        // Formspree, and JSON:API.
        (
            r#"{"errors":[{"code":"TYPE_URL","field":"link","message":"should be a URL"},{"message":"b"}]}"#,
            Some("should be a URL"),
        ),
        (
            r#"{"errors":[{"status":"422","title":"Invalid","detail":"No such post"}]}"#,
            Some("No such post"),
        ),
        (r#"{"message":null,"errors":[{"message":"m"}]}"#, Some("m")),
        // The general words beside the one that helps.
        (r#"{"error":"Validation errors","errors":[{"message":"m"}]}"#, Some("m")),
        (
            r#"{"message":"The given data was invalid.","errors":{"link":["taken"]}}"#,
            Some("The given data was invalid."),
        ),
        (r#"{"message":"m","errors":[{"code":1}]}"#, Some("m")),
        (r#"{"errors":[]}"#, None),
        (r#"{"errors":["closed"]}"#, None),
        (r#"{"errors":{"message":"m"}}"#, None),
        (r#"{"ok":true}"#, None),
        (r#"["message"]"#, None),
        (r#""closed""#, None),
        ("null", None),
    ];
    for (answer, expected) in table {
        let json: Json = serde_json::from_str(answer).unwrap();
        assert_eq!(words(&json), expected, "{answer}");
    }
}

/// By its source, a form backend answers 200 `{"error":"form over quota"}`.
#[test]
fn an_answer_can_say_that_it_failed_whatever_its_status() {
    for (answer, expected) in [
        (r#"{"error":"form over quota"}"#, true),
        (r#"{"errors":[{"message":"m"}]}"#, true),
        (r#"{"ok":false}"#, true),
        (r#"{"success":false,"message":"m"}"#, true),
        (r#"{"ok":true,"next":"/thanks"}"#, false),
        (r#"{"success":true,"message":"thank you"}"#, false),
        (r#"{"error":{"code":7,"message":"m"}}"#, true),
        (r#"{"error":true}"#, true),
        (r#"{"error":1}"#, true),
        (r#"{"errors":{"link":["taken"]}}"#, true),
        (r#"{"errors":{}}"#, false),
        (r#"{"error":{}}"#, false),
        (r#"{"error":null}"#, false),
        (r#"{"error":""}"#, false),
        (r#"{"error":false}"#, false),
        (r#"{"errors":[]}"#, false),
        (r#"{"status":"received"}"#, false),
        (r#"["error"]"#, false),
        ("false", false),
        ("null", false),
    ] {
        let json: Json = serde_json::from_str(answer).unwrap();
        assert_eq!(denies(&json), expected, "{answer}");
    }
}
