//! The answers to a program, and what lets a page of another origin read
//! them.

use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

/// One answer, still without CORS headers.
pub(super) struct Answer(Response);

impl Answer {
    /// The submission is stored since `received_at`.
    pub(super) fn received(status: StatusCode, received_at: &str) -> Answer {
        let body = json!({ "status": "received", "receivedAt": received_at });
        Answer((status, Json(body)).into_response())
    }

    /// The submission is not stored, and this says why.
    pub(super) fn message(status: StatusCode, message: &str) -> Answer {
        Answer((status, Json(json!({ "message": message }))).into_response())
    }

    /// What the chosen fault says.
    pub(super) fn spoilt(
        status: u16,
        retry_after: Option<String>,
        message: Option<String>,
    ) -> Answer {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = match message {
            Some(message) => Answer::message(status, &message).0,
            None => status.into_response(),
        };
        if let Some(after) = retry_after.and_then(|after| HeaderValue::from_str(&after).ok()) {
            response.headers_mut().insert(header::RETRY_AFTER, after);
        }
        Answer(response)
    }

    /// What a proxy or a lost session makes of a submission.
    pub(super) fn login_page() -> Answer {
        let page = "<!doctype html><html lang=\"en\"><title>Log in</title><h1>Log in</h1></html>";
        Answer(Html(page).into_response())
    }

    /// For a connection that is cut: nobody will see it.
    pub(super) fn unseen() -> Answer {
        Answer(Response::new(Body::empty()))
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
    set(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After, Date");
    response
}

/// Allows what the JSON encoding needs.
pub(super) fn preflight() -> Response {
    let mut response = with_cors(StatusCode::NO_CONTENT.into_response());
    let headers = response.headers_mut();
    set(headers, header::ACCESS_CONTROL_ALLOW_METHODS, "POST");
    set(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key");
    response
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
