//! Contract tests of the local questionnaire and of the site that serves the
//! announcement page, over real HTTP.

mod broken;
mod contract;
mod cors;
mod document;
mod going_wrong;
mod pages;
mod published;
mod showing;
mod taking;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use campaign_widget::campaign::Campaign;
use campaign_widget::json::Json;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::site::listen;
use xtask::site::pages::{Extra, Options, Site};
use xtask::site::questionnaire::{
    Database, Fault, LARGEST_BODY, LONGEST_KEY, Part, Questionnaire, Received, Reply,
};

/// 2025-07-04T09:30:21.275Z, inside the first campaign's window.
const LINK: &str = "https://x.com/gate_user/status/1941067044198711296";
const POST_ID: &str = "1941067044198711296";
const OTHER_LINK: &str = "https://x.com/gate_user/status/1941067044198711297";

fn questionnaire() -> Questionnaire {
    Questionnaire::start(listen(0).unwrap(), &Database::Memory).unwrap()
}

fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

fn submission(link: &str, key: &str) -> Value {
    json!({
        "campaign": "gate-xstocks-2025-07",
        "link": link,
        "postId": link.rsplit('/').next(),
        "postedAt": "2025-07-04T09:30:21.275Z",
        "key": key,
    })
}

fn post_json(to: &Questionnaire, body: &Value) -> RequestBuilder {
    client()
        .post(to.url("6854"))
        .header("idempotency-key", body["key"].as_str().unwrap_or_default())
        .json(body)
}

async fn send(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    let status = response.status();
    (status, response.json().await.unwrap())
}

async fn text(url: String) -> String {
    reqwest::get(url).await.unwrap().text().await.unwrap()
}

fn header_of(response: &Response, name: impl header::AsHeaderName) -> &str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

fn links(questionnaire: &Questionnaire) -> Vec<String> {
    let rows = questionnaire.rows().unwrap();
    rows.into_iter().map(|row| row.link).collect()
}

/// Sends a request as it stands, which an HTTP client would tidy first.
fn raw(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
