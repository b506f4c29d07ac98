//! What Orca says, read from its log.

use std::fmt;

/// Something that was spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// What was spoken.
    pub text: String,
    /// The language of the text, as the browser tells it; empty for what Orca says of
    /// its own accord.
    pub language: String,
    /// Whether a live region of the page announced it.
    pub is_announced: bool,
}

impl Utterance {
    /// Whether Orca repeats what was written, in whatever pieces the browser told it, or
    /// what it makes of that.
    pub fn repeats(&self, written: &str) -> bool {
        let is_own = self.language.is_empty() && !self.is_announced;
        is_own && (written.contains(&self.text) || OF_EDITING.contains(&self.text.as_str()))
    }
}

/// What Orca says of its own accord of a change, once for each piece.
const OF_EDITING: [&str; 5] =
    ["undo", "redo", "selected", "entire document selected", "Text unselected."];

/// One line: the language, a sign for what is announced, and the text.
impl fmt::Display for Utterance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_announced { '!' } else { ' ' };
        let text = self.text.replace('\n', "\\n");
        write!(f, "{:<6}{sign} {}", self.language, text.trim())
    }
}

/// What Orca's log has of what was spoken, in order, and how much of the log that is. A line
/// that is half written is left for the next time.
pub fn utterances(log: &str) -> (Vec<Utterance>, usize) {
    let mut all = Vec::new();
    let mut announced = None;
    let mut rest = log;
    while let Some((line, next)) = rest.split_once('\n') {
        if let Some(language) = line.strip_prefix(ANNOUNCED) {
            announced = Some(language.to_owned());
        } else if let Some((_, spoken)) = line.split_once(SPOKEN) {
            let behind = &rest[line.len() - spoken.len()..];
            let Some((text, voice, end)) = quoted(behind) else { break };
            all.push(Utterance {
                text: text.to_owned(),
                is_announced: announced.is_some(),
                language: announced.take().unwrap_or_else(|| language(voice).to_owned()),
            });
            rest = end;
            continue;
        }
        rest = next;
    }
    (all, log.len() - rest.len())
}

const ANNOUNCED: &str = "ANNOUNCED IN: ";
const SPOKEN: &str = " - SPEECH OUTPUT: '";
const LANGUAGE: &str = "'language': '";

/// A text up to its last quotation mark, which may be on another line; the voice behind it;
/// and the lines after that.
fn quoted(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let line = text.get(from..)?;
        let (line, next) = line.split_once('\n')?;
        // No voice, or one that Orca writes as a table.
        let voice = ["'{", "' {", "'[{", "' voice="].into_iter().find_map(|sign| line.rfind(sign));
        let is_whole = line.ends_with(['}', ']']) && voice.is_some();
        if is_whole || line.ends_with('\'') {
            let end = voice.filter(|_| is_whole).unwrap_or(line.len() - 1);
            return Some((&text[..from + end], &line[end..], next));
        }
        from += line.len() + 1;
    }
}

fn language(voice: &str) -> &str {
    let language = voice.split_once(LANGUAGE).and_then(|(_, rest)| rest.split_once('\''));
    language.map_or("", |(language, _)| language)
}

#[test]
fn a_log_is_read_as_orca_writes_it() {
    let log = "10:00:00.1 - SPEECH: Last spoke\n\
        10:00:00.2 - SPEECH OUTPUT: 'Fix push button.'{'established': False, 'language': 'en'}\n\
        ANNOUNCED IN: zh-CN\n\
        10:00:00.3 - SPEECH OUTPUT: '一\n二'{'established': False}\n\
        10:00:00.4 - SPEECH OUTPUT: 'it's ' {'established': False}\n\
        10:00:00.4 - SPEECH OUTPUT: '#a'[{'established': False}]\n\
        10:00:00.5 - SPEECH OUTPUT: 'half";
    let said: Vec<String> = utterances(log).0.iter().map(Utterance::to_string).collect();
    assert_eq!(said, ["en      Fix push button.", "zh-CN ! 一\\n二", "        it's", "        #a"]);
}
