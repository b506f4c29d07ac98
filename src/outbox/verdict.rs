//! The result that a JSON answer reports.
//!
//! Backends report it in many fields: `endpoint.md` documents the rule, and
//! `tests/fixtures/outbox/envelopes.tsv` lists what frameworks write.

use super::Body;
use super::words::{plain, words};
use crate::json::Json;

/// Substrings of messages of failure.
const FAILS: [&str; 12] = [
    "fail", "error", "invalid", "reject", "refuse", "denied", "abort", "spam", "missing", "失败",
    "失敗", "错误",
];

/// Substrings of messages about an earlier submission. They prove nothing:
/// idempotency checks report one even if the first attempt failed.
const REPEATS: [&str; 12] = [
    "already submitted",
    "already received",
    "already exist",
    "already been",
    "already used",
    "already registered",
    "duplicate",
    // A key reused for another body, as in the Idempotency-Key draft and at
    // Stripe.
    "idempoten",
    "重复",
    "重複",
    "提交过",
    "已存在",
];

/// Chinese for both "submitted before" and "submitted now": beside a success it
/// means the latter.
const SUBMITTED: [&str; 2] = ["已提交", "已经提交"];

/// Values of success, normalized by [`plain`].
const WORKS: [&str; 15] = [
    "ok",
    "okay",
    "received",
    "accepted",
    "created",
    "done",
    "complete",
    "completed",
    "sent",
    "mailsent",
    "saved",
    "stored",
    "submitted",
    "成功",
    "操作成功",
];

// Names of fields with a result, normalized by [`plain`].
const ERRORS: [&str; 6] = ["err", "errno", "errcode", "errorcode", "failed", "failure"];
const FLAGS: [&str; 9] =
    ["ok", "success", "successful", "succeeded", "succ", "issuccess", "isok", "isvalid", "valid"];
const STATES: [&str; 6] = ["status", "result", "state", "statuscode", "httpcode", "httpstatus"];
const CODES: [&str; 12] = [
    "code",
    "ret",
    "rc",
    "retcode",
    "returncode",
    "rtncode",
    "resultcode",
    "rescode",
    "respcode",
    "responsecode",
    "rspcode",
    "bizcode",
];

/// The maximum depth of a result: in the answer, in a wrapper, and in there in
/// the result of a GraphQL mutation in `data`.
const DEPTH: u32 = 4;

/// The result in a field. Of several in one object, the last of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    None,
    Unclear,
    Success,
    Failure,
}

/// How a value is read.
enum Value {
    Nothing,
    True,
    False,
    Works,
    Fails,
    Number(i64),
    Other,
}

/// Returns the kind of a JSON answer, by the result that it reports.
pub fn verdict(answer: &Json) -> Body {
    if is_already_received(answer) {
        return Body::AlreadyReceived;
    }
    let words = words(answer).unwrap_or_default();
    let data = match answer {
        Json::Object(fields) => fields.iter().find(|(name, _)| name == "data").map(|(_, it)| it),
        _ => None,
    };
    match sign(answer, DEPTH) {
        _ if has(words, &REPEATS) => Body::Repeat,
        Sign::None | Sign::Unclear | Sign::Failure if repeats(words) => Body::Repeat,
        Sign::Failure => Body::Denial,
        Sign::Unclear => Body::Unclear,
        // The operation returned `false`, beside a success of the request.
        _ if data == Some(&Json::Bool(false)) => Body::Unclear,
        _ if has(words, &FAILS) => Body::Unclear,
        Sign::None if is_null(data) => Body::Unclear,
        _ => Body::Json,
    }
}

/// Whether a message reports an earlier submission.
pub(super) fn repeats(words: &str) -> bool {
    has(words, &REPEATS) || has(words, &SUBMITTED)
}

fn has(text: &str, parts: &[&str]) -> bool {
    let text = text.to_ascii_lowercase();
    parts.iter().any(|part| text.contains(part))
}

/// Whether the answer has the marker of the endpoint's own contract.
fn is_already_received(answer: &Json) -> bool {
    let Json::Object(fields) = answer else { return false };
    fields.iter().any(|(name, value)| {
        let Json::Text(status) = value else { return false };
        plain(name) == "status" && plain(status) == "alreadyreceived"
    })
}

/// Whether a GraphQL mutation returned null.
fn is_null(data: Option<&Json>) -> bool {
    match data {
        Some(Json::Object(data)) => {
            !data.is_empty() && data.iter().all(|(_, it)| *it == Json::Null)
        }
        data => data == Some(&Json::Null),
    }
}

/// Returns the result of an object and its content. A failure counts at any
/// depth; otherwise the outer result does, for `data` may be the submission
/// itself.
fn sign(json: &Json, depth: u32) -> Sign {
    let Some(deeper) = depth.checked_sub(1) else { return Sign::None };
    match json {
        Json::Object(fields) => {
            let own = fields.iter().map(|(name, value)| said_by(name, value, fields)).max();
            let inner = fields.iter().map(|(_, value)| inside(value, deeper)).max();
            match (own.unwrap_or(Sign::None), inner.unwrap_or(Sign::None)) {
                (_, Sign::Failure) => Sign::Failure,
                (Sign::None, inner) => inner,
                (own, _) => own,
            }
        }
        Json::List(_) => inside(json, depth),
        bare => match read(bare) {
            Value::True | Value::Works => Sign::Success,
            Value::False | Value::Fails | Value::Number(..0) => Sign::Failure,
            Value::Number(0) => Sign::Unclear,
            _ => Sign::None,
        },
    }
}

fn inside(value: &Json, depth: u32) -> Sign {
    match value {
        Json::Object(_) => sign(value, depth),
        Json::List(items) => {
            items.iter().map(|item| inside(item, depth)).max().unwrap_or(Sign::None)
        }
        _ => Sign::None,
    }
}

fn said_by(name: &str, value: &Json, beside: &[(String, Json)]) -> Sign {
    let name = plain(name);
    let name = name.as_str();
    if name.ends_with("error") || name.ends_with("errors") || ERRORS.contains(&name) {
        error(value)
    } else if FLAGS.contains(&name) {
        flag(value)
    } else if STATES.contains(&name) {
        status(value, name)
    } else if CODES.contains(&name) {
        code(value, beside)
    } else if name == "type" && matches!(read(value), Value::Fails) {
        Sign::Failure
    } else {
        Sign::None
    }
}

/// Reads an error, which may be empty.
fn error(value: &Json) -> Sign {
    if is_nothing(value) {
        return Sign::None;
    }
    match read(value) {
        Value::Number(0) | Value::False | Value::Works => Sign::Success,
        Value::Number(200) => Sign::Unclear,
        _ => Sign::Failure,
    }
}

/// Whether the value is `null`, empty, or a list or object of such values.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.iter().all(is_nothing),
        Json::Object(fields) => fields.iter().all(|(_, value)| is_nothing(value)),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Reads a boolean.
fn flag(value: &Json) -> Sign {
    match (read(value), value) {
        (_, Json::List(_) | Json::Object(_)) => Sign::None,
        (Value::True | Value::Works | Value::Number(1), _) => Sign::Success,
        (Value::False | Value::Fails | Value::Number(0), _) => Sign::Failure,
        _ => Sign::Unclear,
    }
}

/// Reads a word, or an HTTP status. 0 and 1 are ambiguous.
fn status(value: &Json, name: &str) -> Sign {
    match read(value) {
        Value::True | Value::Works => Sign::Success,
        Value::Number(200..=299) if name != "result" => Sign::Success,
        Value::False | Value::Fails | Value::Number(..0 | 400..=599) => Sign::Failure,
        Value::Nothing => Sign::None,
        _ => Sign::Unclear,
    }
}

/// Reads a code: 0 or 200 is a success. 1 is ambiguous, and so are 201 to 299,
/// and round numbers such as 20000.
fn code(value: &Json, beside: &[(String, Json)]) -> Sign {
    // ThinkPHP and FastAdmin, whose 0 is a failure, add these.
    let is_think_php = || beside.iter().any(|(name, _)| name == "time" || name == "wait");
    match read(value) {
        Value::Number(0) if is_think_php() => Sign::Unclear,
        Value::Number(0 | 200) | Value::True | Value::Works => Sign::Success,
        Value::Number(201..=299) => Sign::Unclear,
        Value::Number(number) if matches!(leading(number), 1 | 2) => Sign::Unclear,
        Value::Number(_) | Value::False | Value::Fails => Sign::Failure,
        Value::Nothing => Sign::None,
        Value::Other => Sign::Unclear,
    }
}

/// Returns the number without trailing zeros.
fn leading(mut number: i64) -> i64 {
    while number != 0 && number % 10 == 0 {
        number /= 10;
    }
    number
}

fn read(value: &Json) -> Value {
    match value {
        Json::Null | Json::Object(_) => Value::Nothing,
        Json::Bool(true) => Value::True,
        Json::Bool(false) => Value::False,
        Json::Number(number) => Value::Number(*number as i64),
        Json::List(items) => items.first().map_or(Value::Nothing, read),
        Json::Text(text) => {
            let (text, is_negative) = match text.trim().strip_prefix('-') {
                Some(rest) => (rest, true),
                None => (text.trim(), false),
            };
            // As for `Retry-After`: one parser is enough.
            if let Ok(number) = text.parse::<u64>() {
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                return Value::Number(if is_negative { -number } else { number });
            }
            match plain(text).as_str() {
                "true" | "yes" => Value::True,
                "false" | "no" | "none" | "null" => Value::False,
                text if text.starts_with("succ") || WORKS.contains(&text) => Value::Works,
                text if has(text, &FAILS) => Value::Fails,
                _ => Value::Other,
            }
        }
    }
}
