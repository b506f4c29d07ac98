//! twitter-text itself, run by Node.js.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;

use super::{node_modules, on_x};

/// What there is to compare about a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    pub weight: usize,
    /// What X takes of it.
    pub fits: String,
    pub hashtags: Vec<String>,
}

/// The widget's reading of `text`.
pub fn ours(text: &str) -> Reading {
    let x = on_x(text);
    assert_eq!(x.text, text, "the text is read as it stands");
    let hashtags = x.linked_tags().into_iter().map(str::to_owned).collect();
    Reading { weight: x.weight, fits: text[..x.fits].to_owned(), hashtags }
}

pub struct Oracle {
    process: Child,
    questions: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    weight: usize,
    /// The last UTF-16 unit that fits.
    valid_range_end: usize,
    hashtags: Vec<String>,
}

impl Oracle {
    pub fn start() -> Self {
        let mut process = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/oracle.mjs"))
            .arg(node_modules())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js runs");
        let answers = process.stdout.take().map(BufReader::new).expect("a pipe").lines();
        let questions = process.stdin.take();
        Self { process, questions, answers }
    }

    /// What twitter-text makes of each of `texts`.
    pub fn ask<T: AsRef<str> + Sync>(&mut self, texts: &[T]) -> Vec<Reading> {
        let (questions, answers) = (self.questions.as_mut().expect("a pipe"), &mut self.answers);
        std::thread::scope(|scope| {
            // Both pipes are short: one end is written while the other is read.
            scope.spawn(|| {
                let lines: String = texts
                    .iter()
                    .map(|text| serde_json::json!(text.as_ref()).to_string() + "\n")
                    .collect();
                questions.write_all(lines.as_bytes()).expect("Node.js listens");
            });
            let mut read = |text: &T| {
                let line = answers.next().expect("Node.js answers").expect("in UTF-8");
                reading(text.as_ref(), serde_json::from_str(&line).expect("in JSON"))
            };
            texts.iter().map(&mut read).collect()
        })
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        // Without questions it ends.
        self.questions = None;
        let _ = self.process.wait();
    }
}

fn reading(text: &str, answer: Answer) -> Reading {
    let units: Vec<u16> = text.encode_utf16().collect();
    // The end of a range of nothing is that of a range of one.
    let nothing = text.is_empty() || text.starts_with(['\u{FEFF}', '\u{FFFE}', '\u{FFFF}']);
    let fits = if nothing { 0 } else { answer.valid_range_end + 1 };
    Reading {
        weight: answer.weight,
        fits: String::from_utf16_lossy(&units[..fits]),
        hashtags: answer.hashtags,
    }
}
