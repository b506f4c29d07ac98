//! Native suite: the tables of `src/unicode` are what their source makes of them.
//!
//! The source is the Unicode Character Database, as the crate `icu_properties` has
//! it; its version decides the version of Unicode. With `UPDATE_TABLES` set, what
//! differs is written instead: to go on to another Unicode, raise the version in
//! `Cargo.toml` and run `UPDATE_TABLES=1 cargo test --test tables`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "helpers of tests are tests, too")]

use icu_properties::props::{
    ExtendedPictographic, GeneralCategory, GeneralCategoryGroup, GraphemeClusterBreak,
    IndicConjunctBreak,
};
use icu_properties::{CodePointMapData, CodePointSetData};

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
