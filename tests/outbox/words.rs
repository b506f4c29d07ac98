//! What a server says to the person.

use campaign_widget::json::Json;
use campaign_widget::outbox::words;

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
        // ThinkPHP, WeChat, Mailchimp.
        (r#"{"code":0,"msg":"链接不正确"}"#, Some("链接不正确")),
        (r#"{"errcode":40001,"errmsg":"invalid credential"}"#, Some("invalid credential")),
        (r#"{"ErrorMessage":"m"}"#, Some("m")),
        // OAuth 2.
        (r#"{"error":"invalid_request","error_description":"d"}"#, Some("d")),
        // FastAPI: of one thing, and of each field.
        (r#"{"detail":"Not Found"}"#, Some("Not Found")),
        (
            r#"{"detail":[{"type":"missing","loc":["body","postId"],"msg":"Field required"}]}"#,
            Some("Field required"),
        ),
        // Django REST framework.
        (r#"{"postId":["This field is required."]}"#, Some("This field is required.")),
        (r#"{"non_field_errors":["The form is closed."]}"#, Some("The form is closed.")),
        // Rails, Laravel without its general words, ASP.NET, express-validator.
        (r#"{"errors":{"postId":["can't be blank"]}}"#, Some("can't be blank")),
        (r#"{"errors":{"postId":"can't be blank"}}"#, Some("can't be blank")),
        (r#"{"title":"Validation errors.","errors":{"PostId":["Required."]}}"#, Some("Required.")),
        (
            r#"{"errors":[{"type":"field","msg":"Invalid value","path":"link"}]}"#,
            Some("Invalid value"),
        ),
        // NestJS.
        (r#"{"statusCode":400,"message":["a","b"],"error":"Bad Request"}"#, Some("a")),
        // Inside of what wraps it.
        (r#"{"success":false,"data":{"message":"m"}}"#, Some("m")),
        (r#"{"success":false,"data":"m"}"#, Some("m")),
        (r#"{"Response":{"Error":{"Code":"X","Message":"m"}}}"#, Some("m")),
        (r#"[{"message":"m"}]"#, Some("m")),
        (r#"{"message":" ","error":"e"}"#, Some("e")),
        (r#"{"errors":["closed"]}"#, Some("closed")),
        (r#"{"errors":{"message":"m"}}"#, Some("m")),
        (r#"{"errors":[]}"#, None),
        (r#"{"code":"CLOSED","path":"/links"}"#, None),
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
