//! Where lines are folded.

use unicode_segmentation::UnicodeSegmentation;

use super::read::Entry;
use super::texts::TEXTS;
use super::{Deadline, PAGE, days_before, deadline};

/// The most octets of a line, RFC 5545 section 3.1.
const LINE: usize = 75;

/// Holds a file with this summary to the rules of lines, and gives it unfolded.
pub fn unfolded(summary: &str) -> String {
    let file = Deadline { summary, ..deadline() }.file(days_before(7));
    let lines: Vec<&str> = file.split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= LINE, "{} octets: {line:?}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    assert_eq!(lines.last(), Some(&""), "the last line has its end");
    file.replace("\r\n ", "")
}

/// What is written of `text`, escaped.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace(';', r"\;").replace(',', r"\,");
    text.replace('\n', r"\n")
}

#[test]
fn texts_of_any_length_are_read_back() {
    for part in TEXTS {
        for times in 1..12 {
            let text = part.repeat(times);
            let texts = Deadline {
                summary: &text,
                description: &text,
                day_left: &text,
                hour_left: &text,
                ..deadline()
            };
            let entry = Entry::read(&texts.file(days_before(7)));
            assert_eq!(entry.summary, text);
            assert_eq!(entry.description, format!("{text}\n{PAGE}"));
            assert_eq!(entry.url.as_deref(), Some(PAGE));
            assert!(entry.alarms.iter().all(|(_, said)| *said == text), "{entry:?}");
            assert!(unfolded(&text).contains(&format!("\r\nSUMMARY:{}\r\n", escaped(&text))));
        }
    }
}

#[test]
fn no_fold_is_inside_what_a_reader_sees_as_one() {
    for part in TEXTS {
        for shift in 0..LINE {
            let summary = "x".repeat(shift) + &part.repeat(12);
            let file = Deadline { summary: &summary, ..deadline() }.file(days_before(7));
            for (head, tail) in file.split("\r\n ").zip(file.split("\r\n ").skip(1)) {
                let both = [head, tail].concat();
                let parts = both.grapheme_indices(true);
                assert!(parts.into_iter().any(|(at, _)| at == head.len()), "{head:?} {tail:?}");
            }
        }
    }
}

#[test]
fn a_line_is_as_long_as_it_may_be() {
    for (octets, lines) in [(9, 1), (75, 1), (76, 2), (149, 2), (150, 3), (400, 6)] {
        let summary = "x".repeat(octets - "SUMMARY:".len());
        let file = Deadline { summary: &summary, ..deadline() }.file(days_before(7));
        let (_, rest) = file.split_once("\r\nSUMMARY:").unwrap();
        let (value, _) = rest.split_once("\r\nDESCRIPTION:").unwrap();
        assert_eq!(value.lines().count(), lines, "{octets} octets");
    }
}

#[test]
fn four_hundred_characters_without_a_space_are_folded() {
    for character in ["x", "é", "交", "𠮷", "😀"] {
        let text = character.repeat(400);
        assert!(unfolded(&text).contains(&text), "{character}");
    }
}

/// What is longer than a line is folded between characters at least.
#[test]
fn a_letter_may_have_any_number_of_marks() {
    for endless in ["a\u{301}", "👩\u{200D}", "🇨🇳"] {
        let last = endless.chars().next_back().unwrap();
        let text = endless.chars().chain(std::iter::repeat_n(last, 400)).collect::<String>();
        assert!(unfolded(&text).contains(&text), "{endless}");
    }
}
