//! The widget, unchanged, against a form backend that many sites use:
//! Formspree, as its client library and its server's published source have
//! its requests and answers. Only the campaign file is another.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::DateTime;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::card::Card;
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};

/// The id of the one form that the backend has.
const FORM: &str = "xayzbwcd";

/// The fields that the form asks for.
const FIELDS: [&str; 5] = ["campaign_id", "post_link", "post_id", "posted_at", "submission_key"];

/// One backend with one form. Clones share it.
#[derive(Clone, Default)]
struct Backend(Arc<Mutex<Inbox>>);

#[derive(Default)]
struct Inbox {
    /// What was taken.
    submissions: Vec<BTreeMap<String, String>>,
    /// What the next submissions are answered instead of being taken.
    refusals: VecDeque<(StatusCode, Value)>,
    /// How often a browser asked before it sent.
    preflights: usize,
}

impl Backend {
    /// Starts on an origin of its own, which is returned too.
    async fn start() -> Result<(Backend, String)> {
        let backend = Backend::default();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new()
            .route("/f/{form}", post(submit).options(preflight))
            .route("/thanks", get(thanks))
            .with_state(backend.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok((backend, origin))
    }

    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Refuses the next submission.
    fn refuse(&self, status: StatusCode, body: Value) {
        self.inbox().refusals.push_back((status, body));
    }
}

/// The service allows other headers than the widget's, so that to the widget
/// the answer is a refusal.
async fn preflight(State(backend): State<Backend>) -> StatusCode {
    backend.inbox().preflights += 1;
    StatusCode::METHOD_NOT_ALLOWED
}

/// Where a form without a script lands.
async fn thanks() -> Html<&'static str> {
    Html("<!doctype html><title>Thanks!</title><h1>Thanks!</h1>")
}

async fn submit(
    State(backend): State<Backend>,
    Path(form): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Response {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let error = |status, code: &str, message: &str| {
        let errors = json!([{ "code": code, "message": message }]);
        (status, json!({ "error": message, "errors": errors }))
    };
    let mut inbox = backend.inbox();
    let (status, answer) = if form != FORM {
        error(StatusCode::NOT_FOUND, "FORM_NOT_FOUND", "Form not found")
    } else if header(header::REFERER).is_empty() {
        error(StatusCode::BAD_REQUEST, "BLOCKED", "Invalid \"Referer\" header")
    } else if !header(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded") {
        error(StatusCode::BAD_REQUEST, "EMPTY", "Can't send an empty form")
    } else if let Some(refusal) = inbox.refusals.pop_front() {
        refusal
    } else {
        match read(&body) {
            Ok(fields) => {
                inbox.submissions.push(fields);
                (StatusCode::OK, json!({ "ok": true, "next": "/thanks" }))
            }
            Err((field, code, message)) => {
                let errors = json!([{ "code": code, "field": field, "message": message }]);
                let answer = json!({ "error": "Validation errors", "errors": errors });
                (StatusCode::UNPROCESSABLE_ENTITY, answer)
            }
        }
    };
    // Nobody who did not ask for JSON gets any.
    if !header(header::ACCEPT).contains("application/json") {
        return match status {
            StatusCode::OK => Redirect::to("/thanks").into_response(),
            _ => (status, Html("<!doctype html><h1>Form should POST</h1>")).into_response(),
        };
    }
    (status, [(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(answer)).into_response()
}

/// The fields of a form, each there once, filled in, and known to the form.
fn read(body: &str) -> Result<BTreeMap<String, String>, (String, &'static str, &'static str)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(body).unwrap_or_default();
    let mut fields = BTreeMap::new();
    for (name, value) in pairs {
        if value.is_empty() {
            return Err((name, "REQUIRED_FIELD_EMPTY", "is required"));
        }
        if !FIELDS.contains(&name.as_str()) || fields.insert(name.clone(), value).is_some() {
            return Err((name, "TYPE_TEXT", "is not expected"));
        }
    }
    match FIELDS.iter().find(|name| !fields.contains_key(**name)) {
        Some(missing) => Err(((*missing).into(), "REQUIRED_FIELD_MISSING", "is required")),
        None => Ok(fields),
    }
}

/// A campaign whose links go to the form, as the page for whoever runs an
/// endpoint sets it.
fn campaign() -> Value {
    let page = include_str!("../../src/outbox/endpoint.md");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let example = example.unwrap_or_default().replace("https://formspree.io", QUESTIONNAIRE);
    let example: Value = serde_json::from_str(&example).expect("the page's example");
    let mut campaign = open_campaign();
    campaign["questionnaire"]["endpoint"] = example["questionnaire"]["endpoint"].clone();
    campaign
}

fn open(campaign: &Value, origin: &str) -> Setup {
    Setup::new()
        .campaign(campaign)
        .card("src=\"/campaign.json\" lang=\"en\"")
        .endpoint(origin)
        .promised_policy_only()
}

async fn hand_in(card: &Card) -> Result<String> {
    let id = recent_post();
    card.paste_link(&link(&id)).await?;
    card.press("submit-link").await?;
    Ok(id)
}

#[tokio::test]
async fn a_form_backend_takes_a_link_as_it_takes_its_own_forms() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    on_stage(open(&campaign(), &origin), async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;

        let inbox = backend.inbox();
        assert_eq!(inbox.preflights, 0);
        assert_eq!(inbox.submissions.len(), 1);
        let fields = &inbox.submissions[0];
        assert_eq!(fields["campaign_id"], "e2e");
        assert_eq!(fields["post_link"], link(&id));
        assert_eq!(fields["post_id"], id);
        assert!(DateTime::parse_from_rfc3339(&fields["posted_at"]).is_ok(), "{fields:?}");
        assert_eq!(fields["submission_key"].len(), 36);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_form_backend_says_of_a_refusal_is_shown_as_text() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    let words = "Submissions from <b>this page</b> are not allowed";
    on_stage(open(&campaign(), &origin).expect("403"), async |stage| {
        let errors = json!([{ "code": "BLOCKED", "message": words }]);
        let answer = json!({ "error": "Validation errors", "errors": errors });
        backend.refuse(StatusCode::FORBIDDEN, answer);
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        let entry = card.part("entry").await?;
        assert!(entry.text.contains(words), "{}", entry.text);
        assert_eq!(backend.inbox().submissions, []);
        Ok(())
    })
    .await
}

/// By its source, the form backend says 200 to what it has no room for.
#[tokio::test]
async fn a_success_that_says_that_it_failed_is_none() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    on_stage(open(&campaign(), &origin), async |stage| {
        backend.refuse(StatusCode::OK, json!({ "error": "form over quota" }));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        card.wait_for_text("form over quota").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_form_backend_refuses_a_field_under_another_name() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    let mut campaign = campaign();
    let body = campaign["questionnaire"]["endpoint"]["body"].as_object_mut().expect("a body");
    let link = body.remove("post_link").expect("a link");
    body.insert("url".into(), link);
    on_stage(open(&campaign, &origin).expect("422"), async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        assert_eq!(backend.inbox().submissions, []);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_form_backend_that_is_busy_gets_the_link_later_and_once() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    on_stage(open(&campaign(), &origin).expect("429"), async |stage| {
        backend.refuse(StatusCode::TOO_MANY_REQUESTS, json!({ "error": "Too many requests" }));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let states = ["sending", "waiting", "sending", "delivered"]
            .map(|state| json!({ "postId": id, "state": state }));
        stage.wait_for_events("campaign-link", &states).await?;
        assert_eq!(backend.inbox().submissions.len(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_encoding_json_is_not_for_a_form_backend() -> Result<()> {
    let (backend, origin) = Backend::start().await?;
    let mut campaign = campaign();
    campaign["questionnaire"]["endpoint"]["encoding"] = "json".into();
    let setup = open(&campaign, &origin).expect("CORS").expect("ERR_FAILED").expect("405");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        let inbox = backend.inbox();
        assert!(inbox.preflights > 0);
        assert_eq!(inbox.submissions, []);
        Ok(())
    })
    .await
}
