//! Native suite: the tables of `src/unicode` are what their source makes of them, and
//! what it says of characters is so.
//!
//! The source is the Unicode Character Database, as the crate `icu_properties` has
//! it; its version decides the version of Unicode. With `UPDATE_TABLES` set, what
//! differs is written instead: to go on to another Unicode, raise the version in
//! `Cargo.toml` and run `UPDATE_TABLES=1 cargo test --test tables`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "helpers of tests are tests, too")]

use campaign_widget::unicode::is_surely_nfc;
use icu_properties::props::{
    ExtendedPictographic, GeneralCategory, GeneralCategoryGroup, GraphemeClusterBreak,
    IndicConjunctBreak,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

#[path = "../support/ranges.rs"]
mod ranges;
use ranges::{hold, ranges};

const COMMAND: &str = "cargo test --test tables";

fn category(c: char) -> GeneralCategory {
    CodePointMapData::new().get(c)
}

fn is_unassigned(c: char) -> bool {
    category(c) == GeneralCategory::Unassigned
}

/// UAX #29, Grapheme_Cluster_Break: belongs to what is before it.
fn extends(c: char) -> bool {
    let value = CodePointMapData::<GraphemeClusterBreak>::new().get(c);
    matches!(value, GraphemeClusterBreak::Extend | GraphemeClusterBreak::SpacingMark)
}

/// General category M, and letters that UAX #29 treats like marks.
#[test]
fn marks() {
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(category(c));
    let is_letter =
        |c| matches!(category(c), GeneralCategory::OtherLetter | GeneralCategory::ModifierLetter);
    let ranges = ranges(|c| is_mark(c) || is_letter(c) && extends(c), is_unassigned);
    hold("unicode/marks.rs", "MARKS", &ranges, COMMAND);
}

#[test]
fn pictographs() {
    let pictographs = CodePointSetData::new::<ExtendedPictographic>();
    let ranges = ranges(|c| pictographs.contains(c), |_| false);
    hold("unicode/pictographs.rs", "PICTOGRAPHS", &ranges, COMMAND);
}

#[test]
fn consonants() {
    let conjuncts = CodePointMapData::<IndicConjunctBreak>::new();
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(category(c)) && extends(c);
    let ranges = ranges(
        |c| conjuncts.get(c) == IndicConjunctBreak::Consonant,
        |c| is_unassigned(c) || is_mark(c),
    );
    hold("unicode/graphemes.rs", "CONSONANTS", &ranges, COMMAND);
}

/// UAX #15: what is the same in NFC and does not combine with what is before it,
/// in any order.
#[test]
fn characters_that_need_no_normalization() {
    for c in ('\0'..=char::MAX).filter(|c| is_surely_nfc(c.encode_utf8(&mut [0; 4]))) {
        let is_safe =
            is_nfc_quick([c].into_iter()) == IsNormalized::Yes && canonical_combining_class(c) == 0;
        assert!(is_safe, "{c:?} {:X}", u32::from(c));
    }
    for draft in
        ["今天第一次在Gate买了TSLAx，成交很快！", "#Gate xStocks 交易体验# 👍🏽", "Это быстро"]
    {
        assert!(is_surely_nfc(draft), "{draft}");
    }
    assert!(!is_surely_nfc("cafe\u{301}"));
}
