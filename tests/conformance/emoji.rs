//! The tables of emoji are what twitter-text takes for one emoji, and what the
//! crate `emojis` has, which knows later ones. With `UPDATE_TABLES` set, what
//! differs is written instead.

use std::collections::BTreeSet;

use super::exceptions::LAST;
use super::oracle::Oracle;
use super::ranges::{hold, ranges};

const FILE: &str = "twitter_text/emoji.rs";
const COMMAND: &str = "cargo xtask test conformance";

/// Characters outside which Unicode has no pictograph.
const CANDIDATES: [std::ops::RangeInclusive<char>; 2] =
    ['\u{A9}'..='\u{3299}', '\u{1F000}'..='\u{1FAFF}'];

/// The weight of one emoji.
const ONE: usize = 2;

/// Whether an emoji begins with a character that became one after twitter-text,
/// of which the code knows that it takes any tone.
fn is_new(emoji: &emojis::Emoji) -> bool {
    let first = emoji.as_str().chars().next().expect("no emoji is empty");
    let alone = emojis::get(first.encode_utf8(&mut [0; 4]));
    alone.is_some_and(|alone| u32::from(first) >= 0x1F000 && alone.unicode_version().major() > LAST)
}

/// Holds a table to the characters that are one emoji with one of `endings`.
fn hold_those_before(endings: &[&str], name: &str) {
    let later: BTreeSet<&str> = emojis::iter()
        .flat_map(|emoji| emoji.skin_tones().into_iter().flatten().chain([emoji]))
        .filter(|emoji| !is_new(emoji))
        .map(emojis::Emoji::as_str)
        .collect();
    let candidates: Vec<char> = CANDIDATES.into_iter().flatten().collect();
    let mut found = BTreeSet::new();
    for ending in endings {
        let texts: Vec<String> = candidates.iter().map(|c| format!("{c}{ending}")).collect();
        let readings = Oracle::start().ask(&texts);
        for ((c, text), reading) in candidates.iter().zip(&texts).zip(readings) {
            if reading.weight == ONE || later.contains(text.as_str()) {
                found.insert(*c);
            }
        }
    }
    hold(FILE, name, &ranges(|c| found.contains(&c), |_| false), COMMAND);
}

#[test]
#[ignore = "needs twitter-text: cargo xtask test conformance"]
fn emoji_that_take_a_style() {
    hold_those_before(&["\u{FE0F}"], "STYLED");
}

#[test]
#[ignore = "needs twitter-text: cargo xtask test conformance"]
fn emoji_that_take_a_skin_tone() {
    hold_those_before(&["\u{1F3FB}"], "TONED");
}

#[test]
#[ignore = "needs twitter-text: cargo xtask test conformance"]
fn emoji_of_women_and_men() {
    let endings = ["\u{200D}\u{2640}\u{FE0F}", "\u{FE0F}\u{200D}\u{2640}\u{FE0F}"];
    hold_those_before(&endings, "GENDERED");
}
