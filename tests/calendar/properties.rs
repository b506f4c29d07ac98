//! What holds for any text.

use proptest::prelude::*;

use super::folded::unfolded;
use super::read::Entry;
use super::texts::TEXTS;
use super::{Deadline, days_before, deadline};

/// Any text, and what is to be read of it.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        "\\", ";", ",", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\\n",
        "x", "\u{200D}", "\u{301}", "\u{FEFF}", " ", ":", "\"",
    ]);
    let part = prop_oneof![3 => special, 1 => prop::sample::select(TEXTS.to_vec())];
    let parts = prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat());
    prop_oneof![3 => parts, 1 => any::<String>()]
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|&c| !c.is_control() || c == '\n' || c == '\t').collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_back(text in text()) {
        let texts = Deadline {
            summary: &text,
            day_left: &text,
            hour_left: &text,
            ..deadline()
        };
        let entry = Entry::read(&texts.file(days_before(7)));
        let expected = without_controls(&text);
        prop_assert_eq!(&entry.summary, &expected);
        prop_assert_eq!(&entry.alarms[0].1, &expected);
        prop_assert_eq!(&entry.alarms[1].1, &expected);
    }

    /// A text cannot end its property or begin another one.
    #[test]
    fn any_text_leaves_the_lines_as_they_are(text in text()) {
        let names = |file: &str| {
            let lines = file.split("\r\n").filter(|line| !line.is_empty());
            lines.map(|line| line.split(':').next().map(str::to_owned)).collect::<Vec<_>>()
        };
        prop_assert_eq!(names(&unfolded(&text)), names(&unfolded("plain")));
    }
}
