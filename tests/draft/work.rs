//! How much the segmenter is asked: it is the dear part of a key that is pressed,
//! for it is the browser's, and Chromium's takes time quadratic in one question.
//! How long the rest takes, the benchmark `draft` tells.

use std::cell::Cell;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{self, Known, Rules};

use super::{GATE, segmenter};

thread_local! {
    /// Questions, and the bytes in them.
    static ASKED: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

fn counting(text: &str, unit: Unit) -> Vec<usize> {
    let (questions, bytes) = ASKED.get();
    ASKED.set((questions + 1, bytes + text.len()));
    segmenter::segments(text, unit)
}

/// The questions about a text, and the bytes in them.
fn asked(text: &str, unit: Unit) -> (usize, usize) {
    ASKED.set((0, 0));
    let rules = Rules { tag: GATE, account: "", minimum: Minimum { count: 20, unit } };
    draft::check(text, &rules, &Known::default(), counting);
    ASKED.get()
}

/// What is hard to read, over and over.
const HARD: &[&str] = &[
    "#",
    "# ",
    "#a",
    "#a ",
    "#a#",
    "##a",
    "#Gate xStocks 交易体验",
    "#Gate\u{3000}",
    "#Gate xStocks jiao ",
    "#Gate xStock 交易体验#",
    "a.",
    "a.b",
    "gate.com",
    "https://",
    "https://a.bc/(",
    "@",
    "@a",
    "@中",
    "＃中",
    "中a.com",
    "\u{200b}",
    "👨‍👩‍👧‍👦",
    "e\u{301}",
    "&#1",
    "#\u{fe0f}",
    "カ",
    "😀a.",
    "👩\u{200d}",
    "🇨",
    "ไทย",
    "क्ष ",
    "U.S. ",
    "don’t ",
];

#[test]
fn what_is_asked_grows_with_the_text_and_no_faster() {
    for unit in [Unit::Characters, Unit::Words] {
        for part in HARD {
            for len in [1_000, 8_000] {
                let text = part.repeat(len / part.len());
                let (questions, bytes) = asked(&text, unit);
                // Each character once, and a line feed behind it at most.
                assert!(bytes <= 2 * text.len(), "{part:?}: {bytes} of {}", text.len());
                assert!(questions <= 1 + bytes / 500, "{part:?}: {questions} about {bytes}");
            }
        }
    }
}
