//! The answers of the endpoint, and the states that follow.

use super::page_title::page_title;
use super::verdict::repeats;
use super::{Cause, RetryAfter, State, verdict, words};
use crate::campaign::{AnswerRule, Meaning};
use crate::json::Json;

/// The result of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A readable response.
    Status {
        /// The HTTP status.
        code: u16,
        /// The kind of its body.
        body: Body,
        /// How long the server asks to wait, if it says so.
        retry_after: Option<RetryAfter>,
        /// The server's message, if the body contains one.
        message: Option<String>,
    },
    /// The request failed before any response: offline, DNS, TLS.
    NoConnection,
    /// The server can be reached, and would let the page read its answers, but this
    /// one did not come.
    Lost,
    /// The server can be reached, but the page may not read its answer (CORS).
    Blocked {
        /// Whether the link may have been received all the same: nobody asked
        /// before it was sent (a preflight).
        is_sent: bool,
    },
    /// No response in time.
    TimedOut,
    /// A response that the browser hides (`no-cors`), or one to another request
    /// (a redirect).
    Opaque,
    /// A service worker of the page's site answered; whether the server was
    /// asked is unknown.
    Worker,
}

/// A response that can be read.
#[derive(Debug)]
pub struct Response {
    /// The HTTP status.
    pub code: u16,
    /// The header `Content-Type`; empty if there is none.
    pub content_type: String,
    /// The body, or as much of it as was read.
    pub text: String,
    /// Whether that is all of it.
    pub is_whole: bool,
    /// Whether it came from another address than was asked.
    pub is_redirected: bool,
    /// The header `Retry-After`.
    pub retry_after: Option<RetryAfter>,
}

/// The kind of a response's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// JSON by its media type that reports success, or nothing.
    Json,
    /// JSON that reports a failure.
    Denial,
    /// JSON whose result is ambiguous.
    Unclear,
    /// JSON with the marker of the endpoint's contract: the post is already
    /// received.
    AlreadyReceived,
    /// A message that the post was submitted before, without that marker.
    Repeat,
    /// Empty, or white space.
    Empty,
    /// An HTML page.
    Html,
    /// One of those whose meaning the campaign file tells.
    Ruled(Meaning),
    /// Anything else.
    Other,
}

impl Body {
    /// Returns the kind of a body and the server's message in it, if any.
    /// `parse` parses JSON.
    pub fn read(
        content_type: &str,
        text: String,
        parse: &dyn Fn(&str) -> Option<Json>,
    ) -> (Body, Option<String>) {
        match Body::of(content_type, &text) {
            Body::Json => match parse(&text) {
                Some(json) => (verdict(&json), words(&json).map(str::to_owned)),
                // A failing program may label its error output as JSON.
                None => (Body::Other, Some(text)),
            },
            Body::Other if repeats(&text) => (Body::Repeat, Some(text)),
            Body::Other => (Body::Other, Some(text)),
            Body::Html => (Body::Html, page_title(&text)),
            body => (body, None),
        }
    }

    /// Returns the kind of a body, by its `Content-Type` and its text. Text
    /// that begins like markup is a page, whatever its label.
    pub fn of(content_type: &str, text: &str) -> Body {
        let text = text.trim_start();
        if text.is_empty() {
            return Body::Empty;
        }
        if text.starts_with('<') {
            return Body::Html;
        }
        let media_type = content_type.split(';').next().unwrap_or("");
        match media_type.trim().to_ascii_lowercase().as_str() {
            "application/json" | "text/json" => Body::Json,
            "text/html" | "application/xhtml+xml" => Body::Html,
            other if other.ends_with("+json") => Body::Json,
            _ => Body::Other,
        }
    }
}

impl Answer {
    /// Reads a response. The rules are the campaign file's, the first of which
    /// counts before all else. `parse` parses JSON.
    pub fn read(
        response: Response,
        rules: &[AnswerRule],
        parse: &dyn Fn(&str) -> Option<Json>,
    ) -> Answer {
        let Response { code, content_type, text, is_whole, is_redirected, retry_after } = response;
        let parse = |text: &str| parse(text).filter(|_| is_whole);
        // Servers label JSON as they please, and most campaign files have no rule.
        let json = if rules.is_empty() { None } else { parse(&text) };
        let rule = rules.iter().find(|rule| rule.is_about(code, &text, json.as_ref()));
        if rule.is_none() && is_redirected && matches!(code, 200..=299) {
            // The request may have become a GET without the link.
            return Answer::Opaque;
        }
        let (body, message) = Body::read(&content_type, text, &parse);
        // The title of a login page would pass for the server's word on the link.
        let message = message.filter(|_| body != Body::Html || code >= 400);
        let body = rule.map_or(body, |rule| Body::Ruled(rule.means));
        Answer::Status { code, body, retry_after, message }
    }

    /// Returns the state that an entry reaches by this answer, and the cause
    /// unless it is delivered.
    pub fn meaning(&self) -> (State, Option<Cause>) {
        let (state, cause) = match self {
            Answer::Status { body: Body::Ruled(meaning), .. } => match meaning {
                Meaning::Received | Meaning::AlreadyReceived => return (State::Delivered, None),
                Meaning::Refused => (State::Refused, Cause::Status),
                Meaning::TryAgain => (State::Waiting, Cause::Status),
            },
            Answer::Status { code, body, .. } => match (code, body) {
                (200..=299, Body::Json | Body::Empty)
                | (200..=299 | 400..=499, Body::AlreadyReceived) => {
                    return (State::Delivered, None);
                }
                // Some form backends answer 200 to a submission that they
                // refuse.
                (200..=299, Body::Denial) => (State::Refused, Cause::Status),
                // Login and error pages are answered with 200, too.
                (200..=299, Body::Html) => (State::Unconfirmed, Cause::Html),
                // At 409, an earlier attempt under this key may be in progress.
                (408 | 409 | 425 | 429 | 500..=599, _) => (State::Waiting, Cause::Status),
                (400..=499, Body::Repeat) => (State::Unconfirmed, Cause::Unexpected),
                (400..=499, _) => (State::Refused, Cause::Status),
                _ => (State::Unconfirmed, Cause::Unexpected),
            },
            Answer::NoConnection => (State::Waiting, Cause::Offline),
            Answer::Lost => (State::Waiting, Cause::Interrupted),
            Answer::Blocked { .. } => (State::Waiting, Cause::Blocked),
            Answer::TimedOut => (State::Waiting, Cause::Timeout),
            Answer::Opaque => (State::Unconfirmed, Cause::Opaque),
            Answer::Worker => (State::Waiting, Cause::Worker),
        };
        (state, Some(cause))
    }
}
