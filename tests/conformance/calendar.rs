//! The file of a deadline as ical.js reads it, which is the parser of Thunderbird
//! and Nextcloud.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use campaign_widget::calendar::Deadline;
use campaign_widget::time::{read_moment, write_moment};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::calendar_texts::TEXTS;
use super::node_modules;

/// What ical.js makes of each of `files`.
fn ask(files: &[String]) -> Vec<Value> {
    let mut process = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/calendar.mjs"))
        .arg(node_modules())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js runs");
    // It answers once it has read all.
    let mut questions = process.stdin.take().expect("a pipe");
    questions.write_all(json!(files).to_string().as_bytes()).expect("Node.js listens");
    drop(questions);
    let output = process.wait_with_output().expect("Node.js ends");
    serde_json::from_slice(&output.stdout).expect("Node.js answers in JSON")
}

#[test]
#[ignore = "needs ical.js and Node.js: cargo xtask test conformance"]
fn a_deadline_is_read_as_it_is_written() {
    let now = read_moment("2025-07-02T12:45:30+08:00").expect("a moment").to_utc();
    let end = read_moment("2025-07-09T24:00:00+08:00").expect("a moment").to_utc();
    let page = "https://gate.example/articles/45926?a=1,2;b";
    let written = |instant| write_moment(instant).replace(".000", "");
    let (mut files, mut expected) = (Vec::new(), Vec::new());
    for text in TEXTS.iter().flat_map(|text| [1, 2, 9].map(|times| text.repeat(times))) {
        let deadline = Deadline {
            campaign: "gate-xstocks-2025-07",
            host: "www.gate.com",
            start: (now, "begun"),
            end,
            summary: &text,
            description: &text,
            page: Some(page),
            day_left: &text,
            hour_left: &text,
        };
        files.push(deadline.file(now));
        expected.push(json!({
            "uid": "gate-xstocks-2025-07-1999847150",
            "sequence": now.timestamp() / 60,
            "start": written(end - TimeDelta::hours(1)),
            "end": written(end),
            "summary": text,
            "description": format!("{text}\n{page}"),
            "url": page,
            "alarms": [
                [written(end - TimeDelta::days(1)), text],
                [written(end - TimeDelta::hours(1)), text],
            ],
        }));
    }
    let read = ask(&files);
    assert_eq!(read.len(), expected.len());
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!(read, expected);
    }
}
