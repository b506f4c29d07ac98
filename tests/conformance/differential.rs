//! The widget and twitter-text read the same texts.

use unicode_normalization::UnicodeNormalization;

use super::exceptions::{self, Exceptions};
use super::oracle::{Oracle, ours};
use super::random::Random;
use super::texts::{Alphabet, text_of};

const TEXTS: usize = 100_000;

/// Texts that may be read differently for one of the [`Exceptions`].
const MOST_EXCEPTIONS: usize = TEXTS / 400;

/// Texts that are sent at a time.
const BATCH: usize = 2_000;

/// Another seed, to look further.
const SEED: &str = "CAMPAIGN_WIDGET_SEED";

#[test]
#[ignore = "needs twitter-text and Node.js: cargo xtask test conformance"]
fn texts_are_read_as_twitter_text_reads_them() {
    let seed = std::env::var(SEED).map_or(1, |seed| seed.parse().expect("a number"));
    let mut oracle = Oracle::start();
    let exceptions = Exceptions::new(&mut oracle);
    let alphabet = Alphabet::new(&exceptions);
    let mut random = Random::new(seed);
    let mut excepted = 0;
    for _ in 0..TEXTS / BATCH {
        let batch: Vec<_> = (0..BATCH).map(|_| alphabet.text(&mut random)).collect();
        let texts: Vec<_> = batch.iter().map(|parts| text_of(parts)).collect();
        for ((parts, text), theirs) in batch.iter().zip(&texts).zip(oracle.ask(&texts)) {
            if ours(text) == theirs {
                continue;
            }
            if exceptions.cover(text) {
                excepted += 1;
            } else {
                let text = shrink(parts, |text| {
                    !exceptions.cover(text) && ours(text) != oracle.ask(&[text])[0]
                });
                let theirs = oracle.ask(std::slice::from_ref(&text));
                panic!(
                    "{text:?} ({SEED}={seed})\n   ours: {:?}\n theirs: {:?}",
                    ours(&text),
                    theirs[0]
                );
            }
        }
    }
    assert!(excepted <= MOST_EXCEPTIONS, "{excepted} texts are exceptions");
}

/// The smallest text that still differs: without parts, then without characters.
fn shrink(parts: &[String], mut differs: impl FnMut(&str) -> bool) -> String {
    let mut parts = parts.to_vec();
    for by_character in [false, true] {
        if by_character {
            parts = text_of(&parts).chars().map(String::from).collect();
        }
        let mut at = 0;
        while at < parts.len() {
            let mut fewer = parts.clone();
            fewer.remove(at);
            if differs(&text_of(&fewer)) {
                parts = fewer;
                at = 0;
            } else {
                at += 1;
            }
        }
    }
    text_of(&parts)
}

/// All characters but Han, Hangul and those behind them, of which nothing about a
/// URL depends.
#[test]
#[ignore = "needs twitter-text and Node.js: cargo xtask test conformance"]
fn every_character_is_read_in_a_url_as_twitter_text_reads_it() {
    let mut oracle = Oracle::start();
    for [before, after] in
        [["a", "b.com/a"], ["gate.com/", "/a"], ["", "gate.com"], ["https://a", "b.com"]]
    {
        let text = |c: char| [before, &c.to_string(), after].concat().nfc().collect::<String>();
        let texts: Vec<_> = ('\0'..'\u{3100}').map(text).collect();
        for (text, theirs) in texts.iter().zip(oracle.ask(&texts)) {
            assert_eq!(ours(text), theirs, "{text:?}");
        }
    }
}

#[test]
fn every_emoji_of_unicode_weighs_two() {
    for emoji in exceptions::emoji_of_unicode() {
        let reading = ours(&emoji);
        assert_eq!((reading.weight, reading.fits), (2, emoji.clone()), "{emoji} {emoji:?}");
    }
}
