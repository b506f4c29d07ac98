//! A questionnaire to try the widget against: it takes links over HTTP on an
//! origin of its own, stores them, shows them, and can go wrong on demand.

mod answer;
mod broken;
mod by_hand;
mod faults;
mod reply;
mod show;
mod store;
mod submission;

use std::net::{SocketAddr, TcpListener};

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{ConnectInfo, FromRequestParts, Path, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{SecondsFormat, Utc};

use super::service::{Cut, Service};
use answer::{Answer, preflight, with_cors};
use store::{Outcome, Store};
use submission::Submission;

pub use faults::{Fault, Faults, Part};
pub use reply::Reply;
pub use store::{Database, Received};
pub use submission::{LARGEST_BODY, LONGEST_KEY};

/// A questionnaire service that runs until this is dropped. It takes answers
/// to questionnaires of any id, each at `/questionnaire/{id}`.
pub struct Questionnaire {
    service: Service,
    app: App,
}

impl Questionnaire {
    /// Opens the database and answers what comes to `listener`.
    ///
    /// # Errors
    ///
    /// When the database cannot be opened, or the service cannot start.
    pub fn start(listener: TcpListener, database: &Database) -> anyhow::Result<Questionnaire> {
        let app = App { store: Store::open(database)?, faults: Faults::default() };
        let service = Service::start(listener, router(app.clone()))?;
        Ok(Questionnaire { service, app })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.service.address()
    }

    /// Its origin, `http://127.0.0.1:…`.
    pub fn origin(&self) -> String {
        self.service.origin()
    }

    /// The address of one questionnaire: a page for people, and the endpoint.
    pub fn url(&self, id: &str) -> String {
        format!("{}/questionnaire/{id}", self.origin())
    }

    /// What goes wrong with the coming submissions.
    pub fn faults(&self) -> Faults {
        self.app.faults.clone()
    }

    /// Everything that was received, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub fn rows(&self) -> anyhow::Result<Vec<Received>> {
        Ok(self.app.store.all()?)
    }
}

/// What the handlers share.
#[derive(Clone)]
struct App {
    store: Store,
    faults: Faults,
}

fn router(app: App) -> Router {
    Router::new()
        .route("/questionnaire/{id}", get(page).post(submit).options(before_submit))
        .route("/questionnaire/{id}/by-hand", post(by_hand::submit))
        .route("/questionnaire/{id}/answers.csv", get(show::csv))
        .route("/faults", post(by_hand::spoil))
        .route("/faults/clear", post(by_hand::clear_faults))
        .route("/questionnaire.css", get(show::style))
        .route("/login", get(login).options(async || preflight()))
        .layer(middleware::from_fn(one_answer_a_connection))
        .with_state(app)
}

/// Browsers silently repeat a request when a connection that they used
/// before is reset. A fresh connection each time keeps one submission one
/// request, and one fault one failure.
async fn one_answer_a_connection(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

/// The page for people. A card that got no answer asks for its head, to learn why.
async fn page(app: State<App>, id: Id, asked: Query<show::Asked>) -> Response {
    with_cors(show::page(app, id, asked).await)
}

/// The preflight of a submission. It passes for every id, or no page could
/// read that there is no such questionnaire.
async fn before_submit(State(app): State<App>) -> Response {
    match app.faults.next_of_preflight() {
        Some(_) => StatusCode::NO_CONTENT.into_response(),
        None => preflight(),
    }
}

/// A submission by a program.
async fn submit(
    State(app): State<App>,
    ConnectInfo(connection): ConnectInfo<Cut>,
    id: Result<Id, StatusCode>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let id = match id {
        Ok(Id(id)) => id,
        Err(status) => {
            let answer = Answer::message(status, "there is no such questionnaire");
            return with_cors(answer.into_response());
        }
    };
    let read = read(&headers, body);
    let fault = app.faults.next(read.as_ref().ok().map(|submission| submission.post_id.as_str()));
    let receive = || receive(&app.store, &id, read).into_response();
    let answer = match fault {
        None => receive(),
        Some(Fault::Answer(reply)) => Answer::ordered(reply).into_response(),
        Some(Fault::StoreThenAnswer(reply)) => {
            receive();
            Answer::ordered(reply).into_response()
        }
        Some(Fault::Hang) => std::future::pending().await,
        Some(Fault::Delay(time)) => {
            tokio::time::sleep(time).await;
            receive()
        }
        Some(Fault::Drip(time)) => broken::drip(receive(), time).await,
        Some(Fault::Reset(part)) => {
            let answer = Answer::received(StatusCode::CREATED, &now());
            broken::cut(answer.into_response(), part, connection).await
        }
        Some(Fault::StoreThenReset(part)) => broken::cut(receive(), part, connection).await,
        Some(Fault::WithoutCors) => return receive(),
    };
    with_cors(answer)
}

/// Where the redirection of a lost session ends; a page of another origin may
/// read it.
async fn login() -> Response {
    with_cors(Answer::ordered(Reply::login_page()).into_response())
}

/// The submission in a request, or the sentence for its sender.
fn read(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Submission, String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let body = body.map_err(|rejection| rejection.body_text())?;
    Submission::read(text(header::CONTENT_TYPE.as_str()), text("idempotency-key"), &body)
}

fn receive(store: &Store, id: &str, read: Result<Submission, String>) -> Answer {
    let submission = match read {
        Ok(submission) => submission,
        Err(message) => return Answer::message(StatusCode::UNPROCESSABLE_ENTITY, &message),
    };
    match store.take(id, &submission, now()) {
        Ok(Outcome::New(at)) => Answer::received(StatusCode::CREATED, &at),
        Ok(Outcome::Again(at)) => Answer::received(StatusCode::OK, &at),
        Ok(Outcome::KeyOfAnother) => {
            Answer::message(StatusCode::UNPROCESSABLE_ENTITY, "this key was used for another post")
        }
        Ok(Outcome::AlreadyReceived) => Answer::already_received(),
        Err(error) => Answer::message(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
    }
}

fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The id of a questionnaire in the path: letters, digits, `-` and `_`.
struct Id(String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id, StatusCode> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) if is_id(&id) => Ok(Id(id)),
            _ => Err(StatusCode::NOT_FOUND),
        }
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
