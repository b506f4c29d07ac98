//! What an answer of the questionnaire means.

use super::verdict::repeats;
use super::{Cause, RetryAfter, State, verdict, words};
use crate::json::Json;

/// What came back of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A response that could be read.
    Status {
        /// The HTTP status.
        code: u16,
        /// What kind of body it had.
        body: Body,
        /// How long the server asks to wait, where that can be read.
        retry_after: Option<RetryAfter>,
        /// The server's own words, where the body has any.
        message: Option<String>,
    },
    /// The request failed before any response: offline, DNS, TLS, CORS.
    NoConnection,
    /// No response in time.
    TimedOut,
    /// A response that the browser may not show (`no-cors`).
    Opaque,
    /// A service worker of the page's site answered by itself, so that nobody
    /// knows whether the server was asked.
    Worker,
}

/// The kind of a response's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// JSON by its media type that says of itself that it succeeded, or nothing.
    Json,
    /// JSON that says of itself that it failed.
    Denial,
    /// JSON whose verdict on itself is not understood.
    Unclear,
    /// JSON with the mark of the endpoint's contract: the post is there.
    AlreadyReceived,
    /// Words that say that it came before, without that mark.
    Repeat,
    /// Nothing, or white space.
    Empty,
    /// A page for people.
    Html,
    /// Anything else.
    Other,
}

impl Body {
    /// What a body is, and the server's own words in it, where there are any.
    /// `parse` reads JSON.
    pub fn read(
        content_type: &str,
        text: String,
        parse: &dyn Fn(&str) -> Option<Json>,
    ) -> (Body, Option<String>) {
        match Body::of(content_type, &text) {
            Body::Json => match parse(&text) {
                Some(json) => (verdict(&json), words(&json).map(str::to_owned)),
                // A broken program also labels its last words as JSON.
                None => (Body::Other, Some(text)),
            },
            Body::Other if repeats(&text) => (Body::Repeat, Some(text)),
            Body::Other => (Body::Other, Some(text)),
            body => (body, None),
        }
    }

    /// The kind of a body, by its `Content-Type` and its text. What begins
    /// like markup is a page, whatever it is labelled.
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
    /// The state that an entry reaches by this answer, and why, where it is
    /// not delivered.
    pub fn meaning(&self) -> (State, Option<Cause>) {
        let (state, cause) = match self {
            Answer::Status { code, body, .. } => match (code, body) {
                (200..=299, Body::Json | Body::Empty)
                | (200..=299 | 400..=499, Body::AlreadyReceived) => {
                    return (State::Delivered, None);
                }
                // Some form backends say 200 to what they do not take.
                (200..=299, Body::Denial) => (State::Refused, Cause::Status),
                // A login or an error page says 200, too.
                (200..=299, Body::Html) => (State::Unconfirmed, Cause::Html),
                // After 409, an earlier attempt under this key may be under way.
                (408 | 409 | 425 | 429 | 500..=599, _) => (State::Waiting, Cause::Status),
                (400..=499, Body::Repeat) => (State::Unconfirmed, Cause::Unexpected),
                (400..=499, _) => (State::Refused, Cause::Status),
                _ => (State::Unconfirmed, Cause::Unexpected),
            },
            Answer::NoConnection => (State::Waiting, Cause::Offline),
            Answer::TimedOut => (State::Waiting, Cause::Timeout),
            Answer::Opaque => (State::Unconfirmed, Cause::Opaque),
            Answer::Worker => (State::Waiting, Cause::Worker),
        };
        (state, Some(cause))
    }
}
