//! The options of an endpoint, against a server that notes what comes and answers as it
//! is told: without a contract, as most are.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};

/// One server. Clones share it.
#[derive(Clone, Default)]
struct Server(Arc<Mutex<Notes>>);

#[derive(Default)]
struct Notes {
    /// What came, but for preflights and `HEAD`.
    taken: Vec<Taken>,
    /// What the next ones are answered; after that, 201 and nothing.
    answers: VecDeque<Answer>,
    /// Whether pages of other origins may read what it says.
    lets_pages_in: bool,
}

#[derive(Debug, Clone)]
struct Taken {
    method: Method,
    address: String,
    content_type: String,
    key: Option<String>,
    body: String,
}

type Answer = Box<dyn FnOnce() -> Response + Send>;

impl Server {
    /// Starts on an origin of its own, which is returned too.
    async fn start() -> Result<(Server, String)> {
        let server = Server::default();
        server.notes().lets_pages_in = true;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new().fallback(take).with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok((server, origin))
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, answer: impl FnOnce() -> Response + Send + 'static) {
        self.notes().answers.push_back(Box::new(answer));
    }
}

async fn take(State(server): State<Server>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let text = |name: HeaderName| {
        let value = head.headers.get(name).and_then(|value| value.to_str().ok());
        value.map(str::to_owned)
    };
    let mut notes = server.notes();
    let asked = text(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let mut response = match head.method {
        Method::OPTIONS | Method::HEAD => StatusCode::NO_CONTENT.into_response(),
        _ => {
            notes.taken.push(Taken {
                address: head.uri.to_string(),
                content_type: text(header::CONTENT_TYPE).unwrap_or_default(),
                key: text(HeaderName::from_static("idempotency-key")),
                body: String::from_utf8_lossy(&body).into_owned(),
                method: head.method,
            });
            match notes.answers.pop_front() {
                Some(answer) => answer(),
                None => StatusCode::CREATED.into_response(),
            }
        }
    };
    if notes.lets_pages_in {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("*"));
        if let Some(asked) = asked.and_then(|asked| asked.parse().ok()) {
            headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, asked);
        }
    }
    response
}

/// A card whose endpoint has these options, at this origin.
fn open(options: &Value, origin: &str) -> Setup {
    with_endpoint(options, origin).card("src=\"/campaign.json\" lang=\"en\"")
}

/// A campaign whose endpoint has these options, at this origin.
fn with_endpoint(options: &Value, origin: &str) -> Setup {
    let mut campaign = open_campaign();
    let mut endpoint = json!({ "address": format!("{QUESTIONNAIRE}/links") });
    for (name, option) in options.as_object().into_iter().flatten() {
        let option = option.to_string().replace("{origin}", QUESTIONNAIRE);
        endpoint[name] = serde_json::from_str(&option).unwrap_or_default();
    }
    campaign["questionnaire"]["endpoint"] = endpoint;
    Setup::new().campaign(&campaign).endpoint(origin).promised_policy_only()
}

async fn hand_in(card: &Card) -> Result<String> {
    let id = recent_post();
    card.paste_link(&link(&id)).await?;
    card.press("submit-link").await?;
    Ok(id)
}

/// Hands in one link, and gives what came of it, once it is delivered.
async fn delivered(options: Value) -> Result<(String, Taken)> {
    let (server, origin) = Server::start().await?;
    let mut id = String::new();
    on_stage(open(&options, &origin), async |stage| {
        let card = stage.open_card().await?;
        id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await?;
    let taken = server.notes().taken.clone();
    assert_eq!(taken.len(), 1, "{taken:?}");
    Ok((id, taken[0].clone()))
}

#[tokio::test]
async fn a_put_stores_a_link_under_its_key() -> Result<()> {
    let (id, taken) = delivered(json!({
        "address": "{origin}/rows/{key}?url={link}",
        "method": "PUT",
        "headers": { "Idempotency-Key": "{key}" },
        "body": { "data": { "post": "{postId}", "source": ["card", 1, null] } },
    }))
    .await?;
    let key = taken.key.expect("the header");
    assert_eq!(key.len(), 36, "{key}");
    let url = link(&id).replace(':', "%3A").replace('/', "%2F");
    assert_eq!(taken.address, format!("/rows/{key}?url={url}"));
    assert_eq!((taken.method, taken.content_type.as_str()), (Method::PUT, "application/json"));
    let expected = json!({ "data": { "post": id, "source": ["card", 1, null] } });
    assert_eq!(serde_json::from_str::<Value>(&taken.body)?, expected);
    Ok(())
}

/// Nothing is asked before, so that a server without a word on preflights takes it.
#[tokio::test]
async fn json_goes_out_as_plain_text_where_it_is_to_be_a_simple_request() -> Result<()> {
    let (id, taken) = delivered(json!({ "encoding": "text" })).await?;
    assert_eq!(
        (taken.method, taken.content_type.as_str()),
        (Method::POST, "text/plain;charset=UTF-8")
    );
    assert_eq!(serde_json::from_str::<Value>(&taken.body)?["postId"], json!(id));
    Ok(())
}

#[tokio::test]
async fn an_answer_means_what_the_campaign_file_says() -> Result<()> {
    let (server, origin) = Server::start().await?;
    let options = json!({ "answers": [
        { "status": 500, "says": "unique constraint", "means": "already-received" },
        { "status": 400, "at": "errors.0.code", "says": "QUOTA", "means": "try-again" },
    ] });
    on_stage(open(&options, &origin).expect("500").expect("400"), async |stage| {
        let card = stage.open_card().await?;
        server.answer(|| {
            (StatusCode::INTERNAL_SERVER_ERROR, "UNIQUE constraint failed").into_response()
        });
        let first = hand_in(&card).await?;
        card.wait_for_entries(&[(&first, "delivered")]).await?;
        let busy = json!({ "errors": [{ "code": "QUOTA_EXCEEDED" }] }).to_string();
        let json = [(header::CONTENT_TYPE, "application/json")];
        server.answer(move || (StatusCode::BAD_REQUEST, json, busy).into_response());
        let second = hand_in(&card).await?;
        // Tried again by itself, and taken.
        card.wait_for_entries(&[(&second, "delivered"), (&first, "delivered")]).await?;
        assert_eq!(server.notes().taken.len(), 3);
        Ok(())
    })
    .await
}

/// The reader is told that it is the server's doing, and the way to the form is there at
/// once. JSON asks first, and is not sent; a form is sent, twice at most.
#[tokio::test]
async fn a_server_that_lets_no_page_in_is_told_from_one_that_cannot_be_reached() -> Result<()> {
    for (encoding, state, sent, says) in [
        ("json", "waiting", 0, "doesn't accept links from this page"),
        ("form", "unconfirmed", 2, "not confirmed"),
    ] {
        let (server, origin) = Server::start().await?;
        server.notes().lets_pages_in = false;
        let setup = open(&json!({ "encoding": encoding }), &origin);
        on_stage(setup.expect("CORS").expect("ERR_FAILED"), async |stage| {
            let card = stage.open_card().await?;
            let id = hand_in(&card).await?;
            card.wait_for_entries(&[(&id, state)]).await?;
            card.wait_for_text(says).await?;
            card.press_of(&id, "copy-link").await?;
            assert!(card.part("by-hand").await?.shown);
            assert_eq!(server.notes().taken.len(), sent);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// RFC 9110 lets a server say its charset; older frameworks in China write GBK.
#[tokio::test]
async fn words_in_another_charset_are_read() -> Result<()> {
    let (server, origin) = Server::start().await?;
    on_stage(open(&json!({}), &origin).expect("422"), async |stage| {
        let card = stage.open_card().await?;
        // {"message":"活动已结束"}
        let words = b"{\"message\":\"\xbb\xee\xb6\xaf\xd2\xd1\xbd\xe1\xca\xf8\"}";
        let gbk = [(header::CONTENT_TYPE, "application/json; charset=gbk")];
        server.answer(move || {
            (StatusCode::UNPROCESSABLE_ENTITY, gbk, words.as_slice()).into_response()
        });
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        card.wait_for_text("活动已结束").await?;
        Ok(())
    })
    .await
}

/// Ten megabytes prove nothing, and the page stays responsive.
#[tokio::test]
async fn an_endless_answer_proves_nothing() -> Result<()> {
    let (server, origin) = Server::start().await?;
    on_stage(open(&json!({}), &origin), async |stage| {
        let card = stage.open_card().await?;
        let json = [(header::CONTENT_TYPE, "application/json")];
        server.answer(move || (json, format!("[{}1]", "[],".repeat(3_500_000))).into_response());
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "unconfirmed")]).await
    })
    .await
}

/// So Google's Apps Script answers: the result is where it redirects to.
#[tokio::test]
async fn a_redirect_is_followed_to_what_the_campaign_file_expects() -> Result<()> {
    for (options, state) in [
        (json!({ "encoding": "text" }), "unconfirmed"),
        (
            json!({
                "encoding": "text",
                "answers": [{ "at": "status", "says": "received", "means": "received" }],
            }),
            "delivered",
        ),
    ] {
        let (server, origin) = Server::start().await?;
        on_stage(open(&options, &origin), async |stage| {
            let card = stage.open_card().await?;
            let there = [(header::LOCATION, "/echo")];
            server.answer(move || (StatusCode::FOUND, there).into_response());
            let json = [(header::CONTENT_TYPE, "application/json")];
            server.answer(move || (json, r#"{"status":"received"}"#).into_response());
            let id = hand_in(&card).await?;
            card.wait_for_entries(&[(&id, state)]).await?;
            let methods: Vec<_> = server.notes().taken.iter().map(|it| it.method.clone()).collect();
            assert_eq!(methods, [Method::POST, Method::GET]);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Who prepares the page learns before the campaign whether links will arrive.
#[tokio::test]
async fn a_preview_asks_the_server_and_sends_nothing() -> Result<()> {
    for (lets_pages_in, says) in
        [(true, "can be reached from this page"), (false, "doesn't accept links from this page")]
    {
        let (server, origin) = Server::start().await?;
        server.notes().lets_pages_in = lets_pages_in;
        let now = chrono::Utc::now().to_rfc3339();
        let attributes = format!("src=\"/campaign.json\" lang=\"en\" preview-at=\"{now}\"");
        let mut setup = with_endpoint(&json!({}), &origin).card(&attributes);
        if !lets_pages_in {
            setup = setup.expect("CORS").expect("ERR_FAILED");
        }
        on_stage(setup, async |stage| {
            let card = stage.open_card().await?;
            hand_in(&card).await?;
            card.wait_for_text(says).await?;
            card.wait_for_entries(&[]).await?;
            assert!(server.notes().taken.is_empty());
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Readers can still write, and take their link to the form; the page's author is told
/// where the links would have been.
#[tokio::test]
async fn a_wrong_endpoint_leaves_the_card_standing() -> Result<()> {
    let options = json!({ "preset": "directis", "headers": { "Cookie": "a" } });
    let (server, origin) = Server::start().await?;
    let setup = open(&options, &origin).expect("campaign-widget>: ");
    on_stage(setup, async |stage: &Stage| {
        let card = stage.open_card().await?;
        let problems = card.wait_for_number("problem", 2).await?;
        let paths: Result<Vec<&str>> = problems.iter().map(|it| it.data("path")).collect();
        assert_eq!(
            paths?,
            ["questionnaire.endpoint.preset", "questionnaire.endpoint.headers.Cookie"]
        );
        let said = stage.heard("campaign-error").await?;
        assert_eq!(said[0]["code"], json!("invalid"));
        card.part("draft").await?;
        card.part("countdown").await?;
        let submit = card.part("submit-link").await?;
        assert!(submit.text.contains("form"), "{}", submit.text);
        assert!(server.notes().taken.is_empty());
        Ok(())
    })
    .await
}
