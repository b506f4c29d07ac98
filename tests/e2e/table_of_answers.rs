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
const LOST: &str = "上次没有收到响应，";
const UNSEEN: &str = "未获确认";
const UNDER_WAY: &str = "问卷仍在处理之前的提交，";

/// Shown as what it is, and never as what it describes.
const MARKUP: &str = "<img src=x onerror=\"globalThis.ran = true\"> & <b>closed</b>";

const PAGE: &str = "<html><body><h1>nginx</h1></body></html>";

/// Of a page that refuses, its title is shown.
const TOO_LARGE: &str = "<html><head><title>413 Too Large</title></head><h1>nginx</h1></html>";

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
    row(Fault::Answer(reply), REFUSED, &format!("问卷未接受{words}。"))
}

/// Left open by this reply, with these words on the card.
fn unconfirmed(reply: Reply, words: &str) -> Row {
    row(Fault::Answer(reply), UNCONFIRMED, &format!("未获确认{words}。"))
}

/// Words as the card quotes them, apart from the direction of its own script.
fn quoted(words: &str) -> String {
    format!("：“{words}”")
}

fn text(status: u16, text: &str) -> Reply {
    Reply::status(status).body("text/plain; charset=utf-8", text)
}

fn said(status: u16, json: &str) -> Reply {
    Reply::status(status).body("application/json", json)
}

fn json_body(text: &str) -> Reply {
    said(200, text)
}

fn marked(status: u16) -> Reply {
    said(status, r#"{"status":"already-received"}"#)
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
        row(redirect(307, &format!("{site}/card.html"))?, LATER, LOST),
        // It was there already, by the mark of the contract under any status.
        row(stored(Reply::already_received()), DELIVERED, RECEIVED),
        row(stored(marked(200)), DELIVERED, RECEIVED),
        row(stored(marked(422)), DELIVERED, RECEIVED),
        // Without it, an earlier attempt is under way.
        row(Fault::Answer(Reply::status(409).message("already received")), LATER, UNDER_WAY),
        row(Fault::status(409), LATER, UNDER_WAY),
    ];
    rows.extend(envelopes());
    // To be tried again.
    for status in [408, 425, 429, 500, 502, 503, 504] {
        rows.push(row(Fault::status(status), LATER, BUSY));
        rows.push(row(Fault::Answer(html(status)), LATER, BUSY));
    }
    rows.extend(asked_to_wait()?);
    rows.extend([
        row(Fault::Delay(Duration::from_secs(1)), DELIVERED, RECEIVED),
        row(Fault::Drip(Duration::from_secs(1)), DELIVERED, RECEIVED),
        row(Fault::Reset(Part::Head), LATER, LOST),
        row(Fault::Reset(Part::Body), LATER, LOST),
        row(Fault::StoreThenReset(Part::Head), LATER, LOST),
        row(Fault::StoreThenReset(Part::Body), LATER, LOST),
        row(Fault::WithoutCors, LATER, LOST),
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
        // The words of other backends.
        refused(said(400, r#"{"code":400,"msg":"链接不正确"}"#), &quoted("链接不正确")),
        refused(said(403, r#"{"errcode":40001,"errmsg":"no rights"}"#), &quoted("no rights")),
        refused(
            said(422, r#"{"detail":[{"loc":["body","postId"],"msg":"Field required"}]}"#),
            &quoted("Field required"),
        ),
        refused(said(400, r#"{"postId":["Not a post."]}"#), &quoted("Not a post.")),
        refused(said(422, r#"{"errors":{"postId":["Too old."]}}"#), &quoted("Too old.")),
        unconfirmed(said(400, r#"{"link":["already exists"]}"#), &quoted("already exists")),
        refused(Reply::status(413).body("text/html", TOO_LARGE), &quoted("413 Too Large")),
        refused(text(413, ""), "（413）"),
        refused(Reply::status(422).message(MARKUP), &quoted(MARKUP)),
        refused(text(422, &format!("no {MARKUP}")), &quoted(&format!("no {MARKUP}"))),
    ]);
    Ok(rows)
}

/// What widespread backends say under 200; `tests/fixtures/outbox` has them all.
fn envelopes() -> Vec<Row> {
    let taken = |body| row(Fault::StoreThenAnswer(json_body(body)), DELIVERED, RECEIVED);
    vec![
        taken(r#"{"code":0,"msg":""}"#),
        taken(r#"{"code":"0000"}"#),
        taken(r#"{"code":200,"msg":"操作成功"}"#),
        taken(r#"{"errno":0}"#),
        taken(r#"{"success":"true"}"#),
        taken(r#"{"error":0}"#),
        taken(r#"{"errors":0}"#),
        refused(json_body(r#"{"code":500,"msg":"活动不存在"}"#), &quoted("活动不存在")),
        refused(json_body(r#"{"code":401,"msg":"请先登录"}"#), &quoted("请先登录")),
        refused(json_body(r#"{"code":7,"data":{},"msg":"创建失败"}"#), &quoted("创建失败")),
        refused(json_body(r#"{"errcode":40001,"errmsg":"no rights"}"#), &quoted("no rights")),
        refused(json_body(r#"{"success":"false"}"#), ""),
        refused(json_body(r#"{"success":0}"#), ""),
        refused(json_body(r#"{"Success":false}"#), ""),
        refused(json_body(r#"{"status":"error","message":"closed"}"#), &quoted("closed")),
        refused(json_body(r#"{"status":"fail"}"#), ""),
        refused(json_body(r#"{"retcode":-1}"#), ""),
        refused(json_body(r#"{"resultCode":"FAIL"}"#), ""),
        refused(json_body("false"), ""),
        unconfirmed(json_body(r#"{"code":1,"msg":"完成"}"#), &quoted("完成")),
        unconfirmed(
            json_body(r#"{"code":500,"msg":"不允许重复提交，请稍候再试"}"#),
            &quoted("不允许重复提交，请稍候再试"),
        ),
    ]
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
