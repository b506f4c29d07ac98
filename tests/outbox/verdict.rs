//! What JSON says of itself: the envelopes that frameworks write.

use super::answered;
use campaign_widget::json::Json;
use campaign_widget::outbox::{Answer, Body, Cause, State, verdict};

/// One row of `tests/fixtures/outbox/envelopes.tsv`.
struct Row {
    state: &'static str,
    framework: &'static str,
    body: &'static str,
    words: Option<&'static str>,
}

fn envelopes() -> Vec<Row> {
    let table = include_str!("../fixtures/outbox/envelopes.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| {
        let columns: Vec<_> = line.split('\t').collect();
        let [state, framework, body, words] = columns[..] else { panic!("{line}") };
        Row { state, framework, body, words: Some(words).filter(|words| *words != "-") }
    })
    .collect()
}

fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// What the widget makes of JSON under a status.
fn answer(code: u16, text: &str) -> Answer {
    let (body, message) = Body::read("application/json", text.to_owned(), &parse);
    Answer::Status { code, body, retry_after: None, message }
}

#[test]
fn an_envelope_under_200_means_what_its_framework_means() {
    let rows = envelopes();
    assert!(rows.len() > 100);
    let mut wrong = Vec::new();
    for Row { state, framework, body, words } in rows {
        let answer = answer(200, body);
        let outbox = answered(&answer);
        let entry = outbox.get("k").unwrap();
        let Answer::Status { message, .. } = answer else { panic!("{answer:?}") };
        if (entry.state.name(), message.as_deref()) != (state, words) {
            wrong.push(format!("{framework}: {body} is {}, {message:?}", entry.state.name()));
        }
        let shown = words.filter(|_| entry.state != State::Delivered);
        assert_eq!(entry.message.as_deref(), shown, "{body}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Beside it, around it and inside of it.
#[test]
fn a_failure_outweighs_every_success() {
    let rows = envelopes();
    let objects = |wanted: &'static str| {
        let rows = rows.iter().filter(move |row| row.state == wanted);
        rows.filter_map(|row| match parse(row.body).unwrap() {
            Json::Object(fields) if !row.body.contains("eceived") => Some(fields),
            _ => None,
        })
    };
    let mut pairs = 0;
    for failure in objects("refused") {
        for success in objects("delivered") {
            let is_new = |name: &str| !failure.iter().any(|(known, _)| known == name);
            let mut beside = failure.clone();
            beside.extend(success.iter().filter(|(name, _)| is_new(name)).cloned());
            let mut inside = success.clone();
            inside.push(("payload".to_owned(), Json::Object(failure.clone())));
            for answer in [beside, inside].map(Json::Object) {
                pairs += 1;
                let kind = verdict(&answer);
                assert!(matches!(kind, Body::Denial | Body::Repeat), "{kind:?} {answer:?}");
            }
        }
    }
    assert!(pairs > 1_000);
}

/// Names in any case, with `_` or `-`; values as texts or as numbers.
#[test]
fn a_failure_is_one_however_it_is_written() {
    for body in [
        r#"{"success":false}"#,
        r#"{"Success":"False"}"#,
        r#"{"is_success":0}"#,
        r#"{"is-success":"0"}"#,
        r#"{"SUCCESS":"no"}"#,
        r#"{"isValid":false}"#,
        r#"{"ok":"fail"}"#,
        r#"{"status":"ERROR"}"#,
        r#"{"Status":"Failed"}"#,
        r#"{"status":false}"#,
        r#"{"status":500}"#,
        r#"{"status":"400"}"#,
        r#"{"state":"failure"}"#,
        r#"{"result":false}"#,
        r#"{"code":-1}"#,
        r#"{"code":"-1"}"#,
        r#"{"code":" 500 "}"#,
        r#"{"Code":403}"#,
        r#"{"ret_code":3}"#,
        r#"{"err_code":1}"#,
        r#"{"errno":"7"}"#,
        r#"{"errors":2}"#,
        r#"{"error":"true"}"#,
        r#"{"hasErrors":true}"#,
        r#"{"form_errors":["closed"]}"#,
        r#"{"failed":true}"#,
        r#"[{"success":false}]"#,
        r#"{"results":[{"success":true},{"success":false}]}"#,
        // A success outside does not outweigh it.
        r#"{"success":true,"data":{"success":false}}"#,
        r#"{"code":0,"result":{"status":"error"}}"#,
        r#"{"status":"success","error":"closed"}"#,
        r#"{"code":1,"success":false}"#,
    ] {
        assert_eq!(verdict(&parse(body).unwrap()), Body::Denial, "{body}");
    }
}

#[test]
fn a_success_is_one_however_it_is_written() {
    for body in [
        r#"{"code":0}"#,
        r#"{"code":"0"}"#,
        r#"{"code":"0000"}"#,
        r#"{"code":200}"#,
        r#"{"code":"200"}"#,
        r#"{"code":"OK"}"#,
        r#"{"Code":"Success"}"#,
        r#"{"errno":0}"#,
        r#"{"errcode":"0"}"#,
        r#"{"error":0}"#,
        r#"{"errors":0}"#,
        r#"{"error":"0"}"#,
        r#"{"error":"none"}"#,
        r#"{"error":false}"#,
        r#"{"error":null}"#,
        r#"{"error":""}"#,
        r#"{"error":{}}"#,
        r#"{"errors":[]}"#,
        r#"{"errors":{"link":[]}}"#,
        r#"{"success":"true"}"#,
        r#"{"success":1}"#,
        r#"{"ok":true}"#,
        r#"{"status":"ok"}"#,
        r#"{"status":"Success"}"#,
        r#"{"status":200}"#,
        r#"{"status":"mail-sent"}"#,
        r#"{"result":"success"}"#,
        r#"{"status":"received"}"#,
        // What was handed in may have a state and a code of its own.
        r#"{"code":200,"data":{"status":"draft","code":"A7"}}"#,
        // Of no field is it known what it says.
        r#"{"successes":0,"codes":[],"country_code":7,"error_reporting":"on"}"#,
    ] {
        assert_eq!(verdict(&parse(body).unwrap()), Body::Json, "{body}");
    }
}

/// One framework's success is another's failure, or nobody knows the word.
#[test]
fn a_verdict_that_is_not_understood_confirms_nothing() {
    for body in [
        r#"{"code":1}"#,
        r#"{"code":"1"}"#,
        r#"{"code":2}"#,
        r#"{"code":100}"#,
        r#"{"code":201}"#,
        r#"{"code":1000}"#,
        r#"{"code":20000}"#,
        r#"{"code":"X1"}"#,
        r#"{"code":""}"#,
        r#"{"errcode":200}"#,
        r#"{"ret":1}"#,
        r#"{"status":0}"#,
        r#"{"status":1}"#,
        r#"{"status":"queued"}"#,
        r#"{"status":""}"#,
        r#"{"result":1}"#,
        r#"{"success":"maybe"}"#,
        r#"{"success":null}"#,
        r#"{"success":2}"#,
        r#"{"data":{"status":"queued"}}"#,
        r#"{"code":1,"data":{"success":true}}"#,
        r#"{"success":true,"data":false}"#,
        // A success whose words speak of a failure.
        r#"{"code":0,"msg":"保存失败"}"#,
        r#"{"success":true,"message":"Error: not saved"}"#,
    ] {
        let answer = answer(200, body);
        let unconfirmed = (State::Unconfirmed, Some(Cause::Unexpected));
        assert_eq!(answer.meaning(), unconfirmed, "{body}");
    }
}

/// A server's guard says so too where the first attempt came to nothing.
#[test]
fn words_about_an_earlier_submission_neither_confirm_nor_refuse() {
    for words in [
        "不允许重复提交，请稍候再试",
        "请勿重复提交",
        "您已提交过该链接",
        "该链接已存在",
        "You have already submitted this link.",
        "submission with this postId already exists.",
        "The post id has already been taken.",
        "duplicate key value violates unique constraint",
        "Idempotency Key MUST not be reused across different payloads of this operation.",
        "Keys for idempotent requests can only be used with the same parameters they were first used with.",
    ] {
        for (code, body) in [
            (200, format!(r#"{{"code":500,"msg":"{words}"}}"#)),
            (200, format!(r#"{{"success":false,"message":"{words}"}}"#)),
            (200, format!(r#"{{"code":0,"msg":"{words}"}}"#)),
            (400, format!(r#"{{"message":"{words}"}}"#)),
            (422, format!(r#"{{"errors":{{"postId":["{words}"]}}}}"#)),
            (400, format!(r#"{{"error":{{"type":"idempotency_error","message":"{words}"}}}}"#)),
        ] {
            let outbox = answered(&answer(code, &body));
            let entry = outbox.get("k").unwrap();
            assert_eq!(entry.state, State::Unconfirmed, "{code} {body}");
            assert_eq!(entry.message.as_deref(), Some(words));
        }
        let (body, said) = Body::read("text/plain", words.to_owned(), &parse);
        assert_eq!((body, said.as_deref()), (Body::Repeat, Some(words)));
    }
    for words in ["活动已经结束", "The campaign is already over."] {
        let body = format!(r#"{{"message":"{words}"}}"#);
        assert_eq!(answer(400, &body).meaning().0, State::Refused, "{words}");
    }
}

/// The mark of the endpoint's own contract.
#[test]
fn the_mark_of_the_contract_proves_that_it_is_there() {
    for body in [
        r#"{"status":"already-received"}"#,
        r#"{"status":"already_received","message":"already received"}"#,
        r#"{"Status":"AlreadyReceived","success":false,"code":409}"#,
    ] {
        assert_eq!(verdict(&parse(body).unwrap()), Body::AlreadyReceived);
        for code in [200, 208, 400, 409, 422] {
            assert_eq!(answer(code, body).meaning(), (State::Delivered, None), "{code} {body}");
        }
        // Whoever cannot answer proves nothing.
        for code in [500, 503] {
            assert_eq!(answer(code, body).meaning().0, State::Waiting, "{code} {body}");
        }
    }
    for body in [
        r#"{"data":{"status":"already-received"}}"#,
        r#"{"message":"already-received"}"#,
        r#""already-received""#,
    ] {
        assert_ne!(verdict(&parse(body).unwrap()), Body::AlreadyReceived, "{body}");
        assert_ne!(answer(409, body).meaning().0, State::Delivered, "{body}");
    }
}

/// Under another status only the mark counts.
#[test]
fn an_envelope_does_not_soften_a_status() {
    for Row { body, .. } in envelopes() {
        for (code, states) in [
            (400, &[State::Refused, State::Unconfirmed][..]),
            (503, &[State::Waiting]),
            (302, &[State::Unconfirmed]),
        ] {
            let (state, _) = answer(code, body).meaning();
            let is_marked = verdict(&parse(body).unwrap()) == Body::AlreadyReceived;
            assert!(states.contains(&state) || (is_marked && code == 400), "{code} {body}");
        }
    }
}

#[test]
fn what_is_labelled_as_json_and_is_none_keeps_its_words() {
    let (body, words) = Body::read("application/json", "Fatal error".to_owned(), &parse);
    assert_eq!((body, words.as_deref()), (Body::Other, Some("Fatal error")));
    let (body, words) = Body::read("text/html", "<h1>Log in</h1>".to_owned(), &parse);
    assert_eq!((body, words.as_deref()), (Body::Html, Some("Log in")));
}
