//! The forms on the questionnaire's page. Each answers by sending the person
//! back to that page, with a notice.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::faults::Fault;
use super::show::Notice;
use super::store::Outcome;
use super::submission::Submission;
use super::{App, Id, is_id, now};

/// The most faults that one press can order.
const MOST_FAULTS: u16 = 100;

/// The form with the link.
#[derive(Deserialize)]
pub(super) struct FilledIn {
    #[serde(default)]
    link: String,
}

/// A submission by a person.
pub(super) async fn submit(
    State(app): State<App>,
    Id(id): Id,
    Form(form): Form<FilledIn>,
) -> Response {
    let Ok(submission) = Submission::by_hand(&form.link) else {
        return back(&id, Some(Notice::Invalid));
    };
    match app.store.take(&id, &submission, now()) {
        Ok(Outcome::New(_)) => back(&id, Some(Notice::Received)),
        Ok(_) => back(&id, Some(Notice::Already)),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The form that orders faults.
#[derive(Deserialize)]
pub(super) struct Order {
    kind: String,
    times: u16,
    /// The questionnaire whose page ordered it.
    from: String,
}

/// Spoils the coming submissions.
pub(super) async fn spoil(State(app): State<App>, Form(order): Form<Order>) -> Response {
    let chosen = Fault::offered().into_iter().find(|(value, _)| *value == order.kind);
    match chosen {
        Some((_, fault)) if (1..=MOST_FAULTS).contains(&order.times) => {
            for _ in 0..order.times {
                app.faults.push(fault.clone());
            }
            back(&order.from, None)
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    }
}

/// The form with the button that clears the faults.
#[derive(Deserialize)]
pub(super) struct Clear {
    from: String,
}

/// Spoils nothing any more.
pub(super) async fn clear_faults(State(app): State<App>, Form(clear): Form<Clear>) -> Response {
    app.faults.clear();
    back(&clear.from, None)
}

fn back(id: &str, notice: Option<Notice>) -> Response {
    if !is_id(id) {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    }
    let to = match notice {
        Some(notice) => format!("/questionnaire/{id}?notice={}", notice.value()),
        None => format!("/questionnaire/{id}"),
    };
    Redirect::to(&to).into_response()
}
