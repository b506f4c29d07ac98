//! Native suite: the tables of `src/unicode` are what their source makes of them.
//!
//! The source is the Unicode Character Database, as the crate `icu_properties` has
//! it; its version decides the version of Unicode. With `UPDATE_TABLES` set, what
//! differs is written instead: to go on to another Unicode, raise the version in
//! `Cargo.toml` and run `UPDATE_TABLES=1 cargo test --test tables`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "helpers of tests are tests, too")]

use std::env;
use std::fs;
use std::path::Path;

use icu_properties::props::{
    ExtendedPictographic, GeneralCategory, GeneralCategoryGroup, GraphemeClusterBreak,
    IndicConjunctBreak,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// How wide the code is.
const WIDTH: usize = 100;

/// The ranges of the characters that are `in_it`, each going on `over` others that
/// make no difference.
fn ranges(in_it: impl Fn(char) -> bool, over: impl Fn(char) -> bool) -> Vec<(u32, u32)> {
    let mut ranges = Vec::new();
    let mut open: Option<(u32, u32)> = None;
    for c in '\0'..=char::MAX {
        let code = u32::from(c);
        if in_it(c) {
            open = Some((open.map_or(code, |(first, _)| first), code));
        } else if !over(c) {
            ranges.extend(open.take());
        }
    }
    ranges.extend(open);
    ranges
}

/// Holds the table of this name in a file to `ranges`, or writes it.
fn hold(file: &str, name: &str, ranges: &[(u32, u32)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let code = fs::read_to_string(&path).expect("a source file");
    let (before, rest) =
        code.split_once(&format!("const {name}: &[u8] = ranges![\n")).expect("the table");
    let (table, after) = rest.split_once("];").expect("the end of the table");
    let wanted = written(ranges);
    if env::var_os("UPDATE_TABLES").is_none() {
        let hint = "UPDATE_TABLES=1 cargo test --test tables writes it";
        assert!(table == wanted, "{name} in src/{file} is not what Unicode has: {hint}");
        return;
    }
    let code = format!("{before}const {name}: &[u8] = ranges![\n{wanted}];{after}");
    fs::write(&path, code).expect("a file that can be written");
}

fn written(ranges: &[(u32, u32)]) -> String {
    let mut table = String::new();
    let mut line = String::new();
    for (first, last) in ranges {
        let range = format!(" (0x{first:X}, 0x{last:X}),");
        if 3 + line.len() + range.len() > WIDTH {
            table.extend(["   ", &line, "\n"]);
            line.clear();
        }
        line.push_str(&range);
    }
    table + "   " + &line + "\n"
}

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
    hold("unicode/marks.rs", "MARKS", &ranges);
}

#[test]
fn pictographs() {
    let pictographs = CodePointSetData::new::<ExtendedPictographic>();
    let ranges = ranges(|c| pictographs.contains(c), |_| false);
    hold("unicode/pictographs.rs", "PICTOGRAPHS", &ranges);
}

#[test]
fn consonants() {
    let conjuncts = CodePointMapData::<IndicConjunctBreak>::new();
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(category(c)) && extends(c);
    let ranges = ranges(
        |c| conjuncts.get(c) == IndicConjunctBreak::Consonant,
        |c| is_unassigned(c) || is_mark(c),
    );
    hold("unicode/graphemes.rs", "CONSONANTS", &ranges);
}
