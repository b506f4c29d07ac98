//! Requests: the campaign file, and the delivery of a link.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{DateTime, TimeDelta, Utc};
use gloo_timers::callback::Timeout;
use js_sys::{Date, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, RequestCache, RequestCredentials, RequestInit, RequestMode, Response,
    ResponseType, TextDecoder, TextDecoderOptions, Url, UrlSearchParams, Window,
};

use super::device;
use super::json;
use super::timers::after;
use crate::campaign::{Credentials, Encoding, Endpoint};
use crate::outbox::{self, Answer, Cause, Request, RetryAfter};

/// How long an answer may take, in milliseconds.
const TIMEOUT_MS: u32 = 15_000;

/// Aborts its requests when dropped.
#[derive(Debug)]
pub struct Cancel(AbortController);

impl Cancel {
    /// Creates a handle for future requests.
    pub fn new() -> Option<Cancel> {
        AbortController::new().ok().map(Cancel)
    }

    /// Returns the controller of its requests.
    pub fn token(&self) -> AbortController {
        self.0.clone()
    }
}

impl Drop for Cancel {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Aborts a request on cancellation or timeout.
struct RequestTimeout {
    timed_out: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl RequestTimeout {
    fn on(request: &RequestInit, cancel: AbortController) -> RequestTimeout {
        request.set_signal(Some(&cancel.signal()));
        RequestTimeout::of(cancel)
    }

    fn of(cancel: AbortController) -> RequestTimeout {
        let timed_out = Rc::new(Cell::new(false));
        let timer = {
            let timed_out = timed_out.clone();
            after(TIMEOUT_MS, move || {
                timed_out.set(true);
                cancel.abort();
            })
        };
        RequestTimeout { timed_out, _timer: timer }
    }
}

async fn fetch(url: &str, request: &RequestInit) -> Option<Response> {
    response(web_sys::window()?.fetch_with_str_and_init(url, request)).await
}

async fn response(promised: Promise) -> Option<Response> {
    JsFuture::from(promised).await.ok()?.dyn_into().ok()
}

/// A fetched file.
pub struct File {
    /// Its text.
    pub text: String,
    /// The server's time of the answer, if the page can read it.
    pub server_time: Option<DateTime<Utc>>,
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq)]
pub enum NoFile {
    /// No answer: host not found, no connection, or blocked by CORS or CSP.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// Its bytes are not text, neither in UTF-8 nor in the charset of its
    /// header.
    Undecodable,
}

#[wasm_bindgen]
extern "C" {
    /// A file that `element.js` has asked for.
    pub type EarlyFile;

    /// Its address, as the page wrote it.
    #[wasm_bindgen(method, getter)]
    pub fn src(this: &EarlyFile) -> String;

    /// When it was asked for, in monotonic milliseconds.
    #[wasm_bindgen(method, getter)]
    fn asked(this: &EarlyFile) -> f64;

    /// What ends the request.
    #[wasm_bindgen(method, getter)]
    fn controller(this: &EarlyFile) -> AbortController;

    /// A promise of the response, or of nothing.
    #[wasm_bindgen(method, getter)]
    fn response(this: &EarlyFile) -> Promise;
}

/// Fetches a file and revalidates a cached copy, so that a correction of the
/// file and the time of the answer are current. It is requested if nothing comes of
/// `early`.
pub async fn file(
    url: &str,
    cancel: AbortController,
    early: Option<EarlyFile>,
) -> Result<File, NoFile> {
    let request = RequestInit::new();
    request.set_cache(RequestCache::NoCache);
    let _leash = RequestTimeout::on(&request, cancel);
    let early = match early {
        Some(early) => {
            let _leash = RequestTimeout::of(early.controller());
            response(early.response()).await.zip(Some(early.asked() as i64))
        }
        None => None,
    };
    let (response, asked) = match early {
        Some(early) => early,
        None => {
            let asked = device::monotonic();
            (fetch(url, &request).await.ok_or(NoFile::Unreachable)?, asked)
        }
    };
    if !response.ok() {
        return Err(NoFile::Status(response.status()));
    }
    let bytes = bytes(&response).await.ok_or(NoFile::Unreachable)?;
    let headers = response.headers();
    let content_type = headers.get("content-type").ok().flatten().unwrap_or_default();
    let text = decode(&bytes, &content_type).ok_or(NoFile::Undecodable)?;
    let server_time = server_time(&headers, delay(&response.url(), asked));
    Ok(File { text, server_time })
}

async fn bytes(response: &Response) -> Option<Uint8Array> {
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// Decodes JSON, which is UTF-8 (RFC 8259, section 8.1) even if a server labels
/// all files with the charset of its pages; other bytes may be in the charset
/// of the header. `None` if it would contain `\u{FFFD}`.
fn decode(bytes: &Uint8Array, content_type: &str) -> Option<String> {
    let mark = match (bytes.get_index(0), bytes.get_index(1)) {
        (0xFF, 0xFE) => "utf-16le",
        (0xFE, 0xFF) => "utf-16be",
        _ => "utf-8",
    };
    let content_type = content_type.to_ascii_lowercase();
    let charset = content_type.split(';').find_map(|part| part.trim().strip_prefix("charset="));
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoded = |label: &str| {
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_buffer_source(bytes).ok()
    };
    decoded(mark).or_else(|| decoded(charset?.trim_matches('"')))
}

/// Returns how many milliseconds ago the answer to the request of `asked`
/// began, since a busy page reads it late. Resource Timing, section 4.2. Where
/// there is no entry since then, as for another origin, it was read at once.
fn delay(url: &str, asked: i64) -> u32 {
    let entries = web_sys::window().and_then(|window| window.performance());
    let last = entries.map(|entries| entries.get_entries_by_name(url).pop()).unwrap_or_default();
    let came = Reflect::get(&last, &"responseStart".into()).unwrap_or_default().as_f64();
    let came = came.unwrap_or_default() as i64;
    let delay = if came < asked { 0 } else { device::monotonic() - came };
    u32::try_from(delay).unwrap_or_default()
}

/// Fetches the server's current time, from the answer for a file.
pub async fn time_of_server(url: &str, cancel: AbortController) -> Option<DateTime<Utc>> {
    let request = RequestInit::new();
    request.set_method("HEAD");
    request.set_cache(RequestCache::NoStore);
    let _leash = RequestTimeout::on(&request, cancel);
    server_time(&fetch(url, &request).await?.headers(), 0)
}

/// Reads `Date` and `Age`, RFC 9110 section 6.6.1 and RFC 9111 section 5.1.
fn server_time(headers: &Headers, delay: u32) -> Option<DateTime<Utc>> {
    let date = http_date(&headers.get("date").ok()??)?;
    let age = headers.get("age").ok().flatten().and_then(|age| age.trim().parse().ok());
    // The header has no fraction of a second: half of one on average.
    let since = TimeDelta::milliseconds(500 + i64::from(delay))
        .checked_add(&TimeDelta::try_seconds(age.unwrap_or(0))?)?;
    date.checked_add_signed(since)
}

/// Parses an HTTP date, RFC 9110 section 5.6.7.
fn http_date(header: &str) -> Option<DateTime<Utc>> {
    let date = Date::parse(header);
    if date.is_nan() { None } else { DateTime::from_timestamp_millis(date as i64) }
}

/// Sends a request to the endpoint and waits for the answer, at most 15 seconds.
pub async fn deliver(endpoint: &Endpoint, sent: &Request) -> Answer {
    let address = &sent.address;
    let request = delivery(endpoint, sent);
    // Aborts the request if this future is dropped.
    let (Some(request), Some(cancel)) = (request, Cancel::new()) else {
        return Answer::NoConnection;
    };
    let leash = RequestTimeout::on(&request, cancel.token());
    let answer = match fetch(address, &request).await {
        Some(response) if is_of_worker(&response, address) => Some(Answer::Worker),
        Some(response) => read(&response, endpoint).await,
        None => None,
    };
    match answer {
        Some(answer) => answer,
        None if leash.timed_out.get() => Answer::TimedOut,
        None => reason(address, cancel.token(), !endpoint.is_asked_first()).await,
    }
}

/// Finds out why there was no answer, as far as a browser lets a page know: requests
/// that fail and answers that may not be read look alike to it.
async fn reason(address: &str, cancel: AbortController, is_sent: bool) -> Answer {
    match reach(address, cancel).await {
        Ok(()) => Answer::Lost,
        Err(Cause::Blocked) => Answer::Blocked { is_sent },
        Err(_) => Answer::NoConnection,
    }
}

/// Whether the page may read what is answered at an address; otherwise whether it is not
/// let in, or cannot connect. A `HEAD` changes nothing (RFC 9110, section 9.2.1).
async fn reach(address: &str, cancel: AbortController) -> Result<(), Cause> {
    let probe = async |mode| {
        let request = RequestInit::new();
        request.set_method("HEAD");
        request.set_mode(mode);
        request.set_cache(RequestCache::NoStore);
        request.set_credentials(RequestCredentials::Omit);
        let _leash = RequestTimeout::on(&request, cancel.clone());
        fetch(address, &request).await
    };
    match probe(RequestMode::Cors).await {
        Some(response) if !is_of_worker(&response, address) => return Ok(()),
        _ => {}
    }
    match probe(RequestMode::NoCors).await {
        // A worker's own answer is not hidden.
        Some(response) if response.type_() == ResponseType::Opaque => Err(Cause::Blocked),
        _ => Err(Cause::Offline),
    }
}

/// Asks whether the endpoint can be reached from this page, and sends nothing.
pub async fn examine(address: String) -> Result<(), Cause> {
    match Cancel::new() {
        Some(cancel) => reach(&address, cancel.token()).await,
        None => Err(Cause::Offline),
    }
}

fn delivery(endpoint: &Endpoint, sent: &Request) -> Option<RequestInit> {
    let request = RequestInit::new();
    request.set_method(endpoint.method.name());
    request.set_credentials(match endpoint.credentials {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::Include => RequestCredentials::Include,
    });
    let headers = Headers::new().ok()?;
    for (name, value) in &sent.headers {
        headers.set(name, value).ok()?;
    }
    // Form backends answer with an HTML page unless asked for JSON.
    headers.set("accept", "application/json").ok()?;
    headers.set("content-type", endpoint.encoding.media_type()).ok()?;
    match endpoint.encoding {
        Encoding::Json | Encoding::Text => {
            request.set_body(&json::stringify(&sent.body).into());
        }
        Encoding::Form => {
            let body = UrlSearchParams::new().ok()?;
            sent.fields().iter().for_each(|(name, value)| body.append(name, value));
            request.set_body(&body);
        }
    }
    request.set_headers(&headers);
    // Lets it finish even if the page is closed.
    Reflect::set(&request, &"keepalive".into(), &true.into()).ok()?;
    Some(request)
}

/// Whether a service worker of the page's site answered, perhaps because the
/// endpoint could not be reached. No browser says so; but an answer of the
/// endpoint, even if passed on by a worker, differs:
///
/// | the worker answers with | `type`, endpoint elsewhere | `type`, endpoint here | `url` |
/// | --- | --- | --- | --- |
/// | `fetch(event.request)`, or nothing | `cors` | `basic` | the endpoint's |
/// | `new Response(…)` | `basic` | `basic`, no `Date` | the endpoint's |
/// | what it has cached, `fetch(another)` | either | either | another |
///
/// Observed in Chromium 156, WebKitGTK 2.50 and Firefox 153, which bypasses
/// workers if `keepalive` is set. Resource Timing does not help: its
/// `workerStart` is 0 in the latter two, and in the first says nothing about
/// who answered.
fn is_of_worker(response: &Response, endpoint: &str) -> bool {
    let (Ok(asked), Some(window)) = (Url::new(endpoint), web_sys::window()) else { return false };
    let is_here = asked.origin() == window.origin();
    if is_here != (response.type_() == ResponseType::Basic) {
        return true;
    }
    asked.set_hash("");
    // Redirects are checked later: the network produces them, too.
    let is_of_another = !response.redirected() && response.url() != asked.href();
    let is_dated = || response.headers().has("date").unwrap_or_default();
    is_of_another || (is_here && !is_dated() && has_worker(&window))
}

/// Whether a service worker controls the page.
fn has_worker(window: &Window) -> bool {
    // Some contexts have none, and a sandbox throws.
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    get(&get(&window.navigator(), "serviceWorker"), "controller").is_truthy()
}

/// The longest answer that is read, in bytes. A result takes a few hundred.
const LONGEST_ANSWER: u32 = 100_000;

/// Reads the answer; `None` if the connection broke before its end.
async fn read(response: &Response, endpoint: &Endpoint) -> Option<Answer> {
    if response.type_() == ResponseType::Opaque {
        return Some(Answer::Opaque);
    }
    let header = |name| response.headers().get(name).ok().flatten();
    let content_type = header("content-type").unwrap_or_default();
    let bytes = bytes(response).await?;
    let start = bytes.subarray(0, LONGEST_ANSWER);
    let text = decode(&start, &content_type)
        .or_else(|| TextDecoder::new().ok()?.decode_with_buffer_source(&start).ok());
    let response = outbox::Response {
        code: response.status(),
        content_type,
        text: text?,
        is_whole: bytes.length() <= LONGEST_ANSWER,
        is_redirected: response.redirected(),
        retry_after: header("retry-after").and_then(|header| RetryAfter::read(&header, http_date)),
    };
    Some(Answer::read(response, &endpoint.answers, &json::parsed))
}
