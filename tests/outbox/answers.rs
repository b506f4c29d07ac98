//! What each answer means.

use super::{answered, status};
use campaign_widget::outbox::{Answer, Body, Cause, State};

#[test]
fn every_answer_means_what_the_table_says() {
    use Body::{AlreadyReceived, Denial, Empty, Html, Json, Other, Repeat, Unclear};
    let bodies = [Json, Denial, Unclear, Repeat, Empty, Html, Other];
    for code in [200, 201, 202, 204, 206, 299] {
        for (body, meaning) in [
            (Json, (State::Delivered, None)),
            (Empty, (State::Delivered, None)),
            (AlreadyReceived, (State::Delivered, None)),
            (Denial, (State::Refused, Some(Cause::Status))),
            (Html, (State::Unconfirmed, Some(Cause::Html))),
            (Other, (State::Unconfirmed, Some(Cause::Unexpected))),
            (Unclear, (State::Unconfirmed, Some(Cause::Unexpected))),
            (Repeat, (State::Unconfirmed, Some(Cause::Unexpected))),
        ] {
            assert_eq!(status(code, body).meaning(), meaning, "{code} {body:?}");
        }
    }
    let whatever_the_body = [
        (
            &[408, 409, 425, 429, 500, 501, 502, 503, 504, 520, 599][..],
            (State::Waiting, Some(Cause::Status)),
        ),
        (
            &[400, 401, 402, 403, 404, 405, 410, 412, 413, 415, 422, 423, 424, 426, 428, 451, 499],
            (State::Refused, Some(Cause::Status)),
        ),
        (
            &[0, 99, 100, 101, 199, 300, 301, 302, 304, 307, 308, 399, 600, 999, u16::MAX],
            (State::Unconfirmed, Some(Cause::Unexpected)),
        ),
    ];
    for (codes, meaning) in whatever_the_body {
        for code in codes {
            for body in bodies {
                let meaning = match (meaning, body) {
                    ((State::Refused, _), Repeat) => (State::Unconfirmed, Some(Cause::Unexpected)),
                    (meaning, _) => meaning,
                };
                assert_eq!(status(*code, body).meaning(), meaning, "{code} {body:?}");
            }
        }
    }
    for code in [400, 409, 422, 429] {
        assert_eq!(status(code, AlreadyReceived).meaning(), (State::Delivered, None), "{code}");
    }
    let (waiting, unconfirmed) = (State::Waiting, State::Unconfirmed);
    assert_eq!(Answer::NoConnection.meaning(), (waiting, Some(Cause::Offline)));
    assert_eq!(Answer::Worker.meaning(), (waiting, Some(Cause::Worker)));
    assert_eq!(Answer::TimedOut.meaning(), (waiting, Some(Cause::Timeout)));
    assert_eq!(Answer::Opaque.meaning(), (unconfirmed, Some(Cause::Opaque)));
}

#[test]
fn a_body_is_known_by_its_type_and_its_text() {
    let table = [
        ("application/json", "{\"ok\":true}", Body::Json),
        ("Application/JSON; charset=utf-8", "{}", Body::Json),
        ("text/json", "1", Body::Json),
        ("application/problem+json", "{}", Body::Json),
        ("application/jsonp", "f({})", Body::Other),
        ("text/html; charset=utf-8", "Please log in", Body::Html),
        ("application/xhtml+xml", "<html/>", Body::Html),
        ("application/json", " \n<!doctype html><title>Log in</title>", Body::Html),
        ("text/plain", "<html>", Body::Html),
        ("", "<!DOCTYPE html>", Body::Html),
        ("text/plain", "ok", Body::Other),
        ("", "ok", Body::Other),
        ("", "", Body::Empty),
        ("text/html", " \r\n", Body::Empty),
        ("application/json", "", Body::Empty),
    ];
    for (content_type, text, body) in table {
        assert_eq!(Body::of(content_type, text), body, "{content_type} {text:?}");
    }
}

#[test]
fn the_words_of_the_server_are_kept_as_text_and_short() {
    let said = |code, body, message: &str| {
        let outbox = answered(&Answer::Status {
            code,
            body,
            retry_after: None,
            message: Some(message.to_owned()),
        });
        outbox.get("k").unwrap().message.clone()
    };
    let refused = said(422, Body::Json, "  链接已失效 <b>\n");
    assert_eq!(refused.as_deref(), Some("链接已失效 <b>"));
    let long = said(400, Body::Other, &"字".repeat(501)).unwrap();
    assert_eq!(long.chars().count(), 500);
    assert_eq!(said(503, Body::Other, "busy").as_deref(), Some("busy"));
    assert_eq!(said(400, Body::Json, " \n"), None);
    assert_eq!(said(200, Body::Json, "thank you"), None);
}

#[test]
fn words_repeat_a_submission_only_where_they_say_so() {
    let read = |text: &str| Body::read("text/plain", text.to_owned(), &|_| None).0;
    assert_eq!(read("Bad Request"), Body::Other);
    assert_eq!(read("你已经提交过了"), Body::Repeat);
    let answer = |body| Answer::Status { code: 400, body, retry_after: None, message: None };
    assert_eq!(answer(read("Bad Request")).meaning().0, State::Refused);
    assert_eq!(answer(read("你已经提交过了")).meaning().0, State::Unconfirmed);
}
