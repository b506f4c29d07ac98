//! Answers whose meaning the campaign file tells, and those that a page may not read.

use campaign_widget::campaign::AnswerRule;
use campaign_widget::json::Json;
use campaign_widget::outbox::{Answer, Cause, Response, State};
use serde_json::{Value, json};

use super::request::endpoint;
use super::{answered, ms, now, only, queued, sent};

fn rules(answers: Value) -> Vec<AnswerRule> {
    endpoint(json!({ "address": "https://a.example/", "answers": answers })).answers
}

fn response(code: u16, content_type: &str, text: &str) -> Response {
    Response {
        code,
        content_type: content_type.into(),
        text: text.into(),
        is_whole: true,
        is_redirected: false,
        retry_after: None,
    }
}

fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

fn read(response: Response, answers: Value) -> Answer {
    Answer::read(response, &rules(answers), &parse)
}

/// A unique column, as its framework tells of it.
#[test]
fn a_rule_counts_before_the_usual_reading() {
    let answer = r#"{"postId":["submission with this postId already exists."]}"#;
    let usual = read(response(400, "application/json", answer), json!([]));
    assert_eq!(usual.meaning(), (State::Unconfirmed, Some(Cause::Unexpected)));
    let unique = json!([{ "status": 400, "says": "already exists", "means": "already-received" }]);
    let ruled = read(response(400, "application/json", answer), unique.clone());
    assert_eq!(ruled.meaning(), (State::Delivered, None));
    // Another refusal of the same status keeps its words.
    let other = response(400, "application/json", r#"{"link":["Enter a valid URL."]}"#);
    let other = answered(&read(other, unique));
    assert_eq!(only(&other).state, State::Refused);
    assert_eq!(only(&other).message.as_deref(), Some("Enter a valid URL."));
}

#[test]
fn the_first_rule_that_fits_counts() {
    let rules = json!([
        { "status": 500, "says": "UNIQUE", "means": "already-received" },
        { "status": 500, "means": "refused" },
        { "says": "maintenance", "means": "try-again" },
        { "says": "thanks", "means": "received" },
    ]);
    let meaning = |code, text| {
        let read = read(response(code, "text/html", text), rules.clone());
        read.meaning().0
    };
    assert_eq!(meaning(500, "<p>UNIQUE constraint failed"), State::Delivered);
    assert_eq!(meaning(500, "<p>Oops"), State::Refused);
    assert_eq!(meaning(200, "<p>Under maintenance"), State::Waiting);
    assert_eq!(meaning(200, "<p>Thanks!"), State::Delivered);
    assert_eq!(meaning(200, "<p>Log in"), State::Unconfirmed);
}

/// A redirected request may have lost its link on the way, unless what is at the end
/// says what the file expects: so Google's Apps Script answers.
#[test]
fn a_redirect_proves_something_only_by_a_rule() {
    let at_the_end = || {
        let response = response(200, "application/json", r#"{"status":"received"}"#);
        Response { is_redirected: true, ..response }
    };
    assert_eq!(read(at_the_end(), json!([])), Answer::Opaque);
    let rules = json!([{ "at": "status", "says": "received", "means": "received" }]);
    assert_eq!(read(at_the_end(), rules).meaning().0, State::Delivered);
}

/// JSON that is cut off is none, whatever it would have said.
#[test]
fn an_answer_that_is_too_long_proves_nothing() {
    let cut = Response { is_whole: false, ..response(200, "application/json", r#"{"ok":true}"#) };
    assert_eq!(read(cut, json!([])).meaning().0, State::Unconfirmed);
}

/// A guard's page is told by its title.
#[test]
fn a_page_that_refuses_is_told_by_its_title() {
    let table = [
        (
            "<!DOCTYPE html><html><head><title>\n CSRF check failed</title>",
            Some("CSRF check failed"),
        ),
        ("<TITLE lang=en>Forbidden</TITLE>", Some("Forbidden")),
        ("<html><body><h1 class='x'>403 Forbidden</h1>", Some("403 Forbidden")),
        ("<title> </title><h1>Sign in</h1>", Some("Sign in")),
        ("<title>İstanbul</title>", Some("İstanbul")),
        ("<title", None),
        ("<p>Nothing</p>", None),
    ];
    for (page, title) in table {
        let outbox = answered(&read(response(403, "text/html", page), json!([])));
        assert_eq!(only(&outbox).state, State::Refused, "{page}");
        assert_eq!(only(&outbox).message.as_deref(), title, "{page}");
    }
}

/// A login page is answered with 200, and its title says nothing of the link.
#[test]
fn a_page_that_does_not_refuse_has_no_word_on_the_link() {
    let page = "<title>Log in</title>";
    let outbox = answered(&read(response(200, "text/html", page), json!([])));
    assert_eq!((only(&outbox).state, only(&outbox).message.as_deref()), (State::Unconfirmed, None));
}

/// What a preflight held back was not sent, and may be let in later.
#[test]
fn a_server_that_does_not_let_the_page_in_is_asked_again() {
    let mut outbox = answered(&Answer::Blocked { is_sent: false });
    for second in [0, 10, 20] {
        assert_eq!(only(&outbox).state, State::Waiting);
        assert_eq!(only(&outbox).cause, Some(Cause::Blocked));
        assert!(only(&outbox).needs_manual_submission(), "no way to the form");
        let at = now() + ms(second * 1000 + 60_000);
        sent(&mut outbox, &Answer::Blocked { is_sent: false }, at, 0);
    }
}

/// A form that is sent unasked is stored by a server that only forgets to say so to
/// the page: it may not be stored for ever.
#[test]
fn a_request_whose_answer_is_hidden_is_sent_twice_at_most() {
    let hidden = Answer::Blocked { is_sent: true };
    let mut outbox = queued();
    sent(&mut outbox, &hidden, now(), 0);
    assert_eq!(only(&outbox).state, State::Waiting);
    sent(&mut outbox, &hidden, now() + ms(60_000), 0);
    assert_eq!(only(&outbox).state, State::Unconfirmed);
}
