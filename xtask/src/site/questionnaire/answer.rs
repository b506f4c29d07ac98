//! The answers to a program, and what lets a page of another origin read
//! them.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::reply::Reply;

/// One answer, still without CORS headers.
pub(super) struct Answer(Response);

impl Answer {
    /// The submission is stored since `received_at`.
    pub(super) fn received(status: StatusCode, received_at: &str) -> Answer {
        let body = json!({ "status": "received", "receivedAt": received_at });
        Answer((status, Json(body)).into_response())
    }

    /// The post is stored already, under another key.
    pub(super) fn already_received() -> Answer {
        Answer::ordered(Reply::already_received())
    }

    /// The submission is not stored, and this says why.
    pub(super) fn message(status: StatusCode, message: &str) -> Answer {
        Answer((status, Json(json!({ "message": message }))).into_response())
    }

    /// What the chosen fault says.
    pub(super) fn ordered(reply: Reply) -> Answer {
        let status =
            StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.headers_mut().extend(reply.headers);
        Answer(response.map(|_| reply.body.into()))
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        self.0
    }
}

/// Lets every origin read the answer; the widget sends no credentials.
pub(super) fn with_cors(mut response: Response) -> Response {
    let headers = response.headers_mut();
    set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers
        .entry(header::ACCESS_CONTROL_EXPOSE_HEADERS)
        .or_insert(HeaderValue::from_static("Retry-After, Date"));
    response
}

/// Allows what the JSON encoding needs, for one submission: browsers would
/// not ask again for some seconds, and a fault would miss the preflight.
pub(super) fn preflight() -> Response {
    let mut response = with_cors(StatusCode::NO_CONTENT.into_response());
    let headers = response.headers_mut();
    set(headers, header::ACCESS_CONTROL_ALLOW_METHODS, "POST");
    set(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key");
    set(headers, header::ACCESS_CONTROL_MAX_AGE, "0");
    response
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
