//! The table of answers, row by row: what each means for a link.

use std::time::Duration;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use xtask::site::questionnaire::{Fault, Part, Reply};

const DELIVERED: &[&str] = &["sending", "delivered"];
/// Tried again, and then it is there.
const LATER: &[&str] = &["sending", "waiting", "sending", "delivered"];
/// Still to be tried again when all others are settled.
const MUCH_LATER: &[&str] = &["sending", "waiting"];
const UNCONFIRMED: &[&str] = &["sending", "unconfirmed"];
const REFUSED: &[&str] = &["sending", "refused"];

const RECEIVED: &str = "已收到";
const BUSY: &str = "问卷暂时不可用，";
const BROKEN: &str = "连不上问卷，";
const UNSEEN: &str = "没有得到确认";

/// Shown as what it is, and never as what it describes.
const MARKUP: &str = "<img src=x onerror=\"globalThis.ran = true\"> & <b>closed</b>";

const PAGE: &str = "<html><body><h1>nginx</h1></body></html>";

/// One link, and what the table says of it.
pub struct Row {
    /// What happens to the first attempt; later ones are answered as always.
    pub fault: Option<Fault>,
    /// The states that the link goes through.
    pub states: &'static [&'static str],
    /// A part of what the card says once the first attempt is answered.
    pub says: String,
}

impl Row {
    /// How often the questionnaire has the link in the end.
    ///
    /// What is delivered is there once, and what is not is there only if
    /// the questionnaire stored it before it went wrong.
    pub fn stored(&self) -> usize {
        let kept = matches!(self.fault, Some(Fault::StoreThenAnswer(_)));
        usize::from(kept || self.states.last() == Some(&"delivered"))
    }
}

fn row(fault: Fault, states: &'static [&'static str], says: &str) -> Row {
    Row { fault: Some(fault), states, says: says.into() }
}

/// Refused by this reply, with these words on the card.
fn refused(reply: Reply, words: &str) -> Row {
    row(Fault::Answer(reply), REFUSED, &format!("问卷没有接受{words}。"))
}

/// Words as the card quotes them, apart from the direction of its own script.
fn quoted(words: &str) -> String {
    format!("：“\u{2068}{words}\u{2069}”")
}

fn text(status: u16, text: &str) -> Reply {
    Reply::status(status).body("text/plain; charset=utf-8", text)
}

fn json_body(text: &str) -> Reply {
    Reply::status(200).body("application/json", text)
}

fn html(status: u16) -> Reply {
    Reply::status(status).body("text/html", PAGE)
}

/// A reply that sends the browser elsewhere.
fn redirect(status: u16, to: &str) -> Result<Fault> {
    Ok(Fault::Answer(Reply::status(status).header(header::LOCATION, to.parse()?)))
}

/// Every row, where the page is on this origin.
pub fn table(site: &str) -> Result<Vec<Row>> {
    let stored = Fault::StoreThenAnswer;
    let mut rows = vec![
        // Received, or so it seems.
        Row { fault: None, states: DELIVERED, says: RECEIVED.into() },
        row(stored(Reply::status(204)), DELIVERED, RECEIVED),
        row(stored(Reply::status(200)), DELIVERED, RECEIVED),
        row(stored(json_body("{}")), DELIVERED, RECEIVED),
        row(stored(html(200)), UNCONFIRMED, UNSEEN),
        row(Fault::Answer(Reply::login_page()), UNCONFIRMED, UNSEEN),
        row(Fault::Answer(json_body(PAGE)), UNCONFIRMED, UNSEEN),
        row(Fault::Answer(text(200, "OK")), UNCONFIRMED, UNSEEN),
        // Labelled as JSON, and none.
        row(Fault::Answer(json_body("Fatal error: out of memory")), UNCONFIRMED, UNSEEN),
        row(Fault::Answer(json_body("{\"status\":\"rece")), UNCONFIRMED, UNSEEN),
        // What was redirected is no answer to the link.
        row(redirect(302, "/login")?, UNCONFIRMED, UNSEEN),
        row(redirect(303, "/login")?, UNCONFIRMED, UNSEEN),
        row(redirect(307, &format!("{site}/card.html"))?, LATER, BROKEN),
        // It was there already.
        row(stored(Reply::status(409).message("already received")), DELIVERED, RECEIVED),
    ];
    // To be tried again.
    for status in [408, 425, 429, 500, 502, 503, 504] {
        rows.push(row(Fault::status(status), LATER, BUSY));
        rows.push(row(Fault::Answer(html(status)), LATER, BUSY));
    }
    rows.extend(asked_to_wait()?);
    rows.extend([
        row(Fault::Delay(Duration::from_secs(1)), DELIVERED, RECEIVED),
        row(Fault::Drip(Duration::from_secs(1)), DELIVERED, RECEIVED),
        row(Fault::Reset(Part::Head), LATER, BROKEN),
        row(Fault::Reset(Part::Body), LATER, BROKEN),
        row(Fault::StoreThenReset(Part::Head), LATER, BROKEN),
        row(Fault::StoreThenReset(Part::Body), LATER, BROKEN),
        row(Fault::WithoutCors, LATER, BROKEN),
    ]);
    rows.extend([
        refused(Reply::status(400), "（400）"),
        refused(Reply::status(401).message(""), "（401）"),
        refused(
            Reply::status(400).message("the campaign is unknown"),
            &quoted("the campaign is unknown"),
        ),
        refused(text(404, "活动不存在"), &quoted("活动不存在")),
        // As RFC 9457 says why.
        refused(
            Reply::status(410).body("application/problem+json", r#"{"detail":"over since May"}"#),
            &quoted("over since May"),
        ),
        // A success that says that it failed.
        refused(json_body(r#"{"error":"form over quota"}"#), &quoted("form over quota")),
        refused(json_body(r#"{"ok":false}"#), ""),
        // A page's words are for another place.
        refused(html(413), "（413）"),
        refused(Reply::status(422).message(MARKUP), &quoted(MARKUP)),
        refused(text(422, &format!("no {MARKUP}")), &quoted(&format!("no {MARKUP}"))),
    ]);
    Ok(rows)
}

/// `Retry-After` in its two forms, as nonsense, and where a page may not read
/// it.
fn asked_to_wait() -> Result<Vec<Row>> {
    let in_two_minutes = Utc::now() + TimeDelta::minutes(2);
    let date = in_two_minutes.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let busy = |status, after: &str| -> Result<Reply> {
        Ok(Reply::status(status).header(header::RETRY_AFTER, after.parse()?))
    };
    let only = HeaderValue::from_static("Date");
    let unreadable = busy(429, "120")?.header(header::ACCESS_CONTROL_EXPOSE_HEADERS, only);
    // As long as asked, and up to half as long again.
    let soon = " 分钟后自动重试。";
    Ok(vec![
        row(Fault::Answer(busy(429, "120")?), MUCH_LATER, soon),
        row(Fault::Answer(busy(503, "120")?), MUCH_LATER, soon),
        row(Fault::Answer(busy(503, &date)?), MUCH_LATER, soon),
        row(Fault::Answer(busy(503, "soon")?), LATER, BUSY),
        row(Fault::Answer(unreadable), LATER, BUSY),
    ])
}
