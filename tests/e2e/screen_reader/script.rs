//! What Orca is expected to say, in files that a person reads: a heading for each thing
//! that is done, and below it what is spoken.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::utterance::Utterance;

/// Takes what was spoken for what is expected.
const RECORD: &str = "CAMPAIGN_WIDGET_RECORD_SPEECH";

/// The expected speech of one story, and what was heard of it so far.
pub struct Script {
    path: PathBuf,
    expected: Vec<Part>,
    heard: Vec<Part>,
}

/// What is done, and the lines that are spoken.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    heading: String,
    lines: Vec<String>,
}

impl Script {
    /// The script of this name; without a word where it is to be recorded.
    pub fn open(name: &str) -> Result<Script> {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/e2e/screen_reader/scripts");
        let path = folder.join(name).with_extension("txt");
        let expected = match std::env::var_os(RECORD) {
            Some(_) => Vec::new(),
            None => {
                let text = fs::read_to_string(&path)
                    .with_context(|| format!("no {}: {RECORD}=1 records it", path.display()))?;
                parts(&text)
            }
        };
        Ok(Script { path, expected, heard: Vec::new() })
    }

    /// What is expected next, unless it is to be recorded.
    pub fn next(&self) -> Option<&[String]> {
        self.expected.get(self.heard.len()).map(|part| part.lines.as_slice())
    }

    /// Takes down what was spoken.
    pub fn note(&mut self, heading: &str, spoken: &[Utterance]) {
        let lines = lines(spoken);
        self.heard.push(Part { heading: heading.to_owned(), lines });
    }

    /// Holds what was heard against what is expected, or records it.
    ///
    /// # Errors
    ///
    /// When it differs: with all that does, and where the whole is.
    pub fn conclude(self) -> Result<()> {
        let mut text = String::new();
        for Part { heading, lines } in &self.heard {
            write!(text, "## {heading}\n\n{}\n\n", lines.join("\n"))?;
        }
        let text = format!("{}\n", text.trim_end());
        if std::env::var_os(RECORD).is_some() {
            fs::create_dir_all(self.path.parent().context("a folder")?)?;
            return Ok(fs::write(&self.path, text)?);
        }
        let mut different = String::new();
        for at in 0..self.heard.len().max(self.expected.len()) {
            let [expected, heard] = [&self.expected, &self.heard].map(|parts| parts.get(at));
            if expected == heard {
                continue;
            }
            for (sign, part) in [('-', expected), ('+', heard)] {
                let Some(Part { heading, lines }) = part else { continue };
                writeln!(different, "{sign} ## {heading}")?;
                lines.iter().try_for_each(|line| writeln!(different, "{sign} {line}"))?;
            }
        }
        ensure!(
            different.is_empty(),
            "Orca says otherwise (-) than {} expects; {RECORD}=1 accepts what it says (+):\n{different}",
            self.path.display()
        );
        Ok(())
    }
}

/// The lines of what was spoken.
pub fn lines(spoken: &[Utterance]) -> Vec<String> {
    spoken.iter().map(Utterance::to_string).collect()
}

fn parts(text: &str) -> Vec<Part> {
    let part = |part: &str| {
        let (heading, lines) = part.split_once('\n').unwrap_or((part, ""));
        let lines = lines.lines().filter(|line| !line.is_empty());
        Part { heading: heading.to_owned(), lines: lines.map(str::to_owned).collect() }
    };
    let text = ["\n", text].concat();
    text.split("\n## ").skip(1).map(part).collect()
}
