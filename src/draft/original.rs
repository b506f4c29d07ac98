//! Whether a text looks like original work: advice, never a failure.
//!
//! Campaigns ask for an original post. Repetition is measured by *shingles*
//! that two texts share: every run of [`SHINGLE`] letters and digits, ignoring
//! everything in between (Broder, "On the resemblance and containment of
//! documents", 1997). Tags, mentions and URLs are excluded.

use super::scan::{Names, Piece, scan, writing};
use crate::unicode::is_invisible;
use crate::unicode::lower_case;

/// The letters of a shingle. Two independent texts about one subject share some
/// words, but hardly any run of five Han characters.
const SHINGLE: usize = 5;

/// The maximum length of a repeated phrase, in characters.
const LONGEST_PHRASE: usize = 40;

/// The maximum length that is read of a known text, in characters: the page
/// around the card can be long.
const LONGEST_KNOWN: usize = 20_000;

/// The texts that a draft is compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The announcement.
    pub announcement: Fingerprint,
    /// The reader's posts of other drafts.
    pub earlier: Vec<Fingerprint>,
}

/// Why a text may be refused as not original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Mostly one repeated character or phrase.
    Filler,
    /// Mostly punctuation, symbols and emoji.
    HardlyText,
    /// Mostly text of the announcement.
    Announcement,
    /// Mostly text of an earlier post.
    EarlierPost,
}

/// A set of hashed shingles, 16 bits each: at most one unknown shingle in 16 is
/// taken for a known one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<u64>);

impl Fingerprint {
    /// Creates the fingerprint of a text in NFC.
    pub fn of(text: &str) -> Self {
        let known =
            letters(text, &scan(text, Names::default())).take(LONGEST_KNOWN).collect::<Vec<_>>();
        let mut set = vec![0; (known.len() / 4).next_power_of_two()];
        for hash in shingles(&known) {
            let (word, bit) = place(hash, set.len());
            if let Some(word) = set.get_mut(word) {
                *word |= bit;
            }
        }
        Fingerprint(set)
    }

    /// Whether at least three fifths of the shingles of `text` are known.
    pub fn covers_most_of(&self, text: &str) -> bool {
        self.covers(&letters(text, &scan(text, Names::default())).collect::<Vec<_>>())
    }

    fn covers(&self, letters: &[u32]) -> bool {
        let is_known = |hash: &u32| {
            let (word, bit) = place(*hash, self.0.len());
            self.0.get(word).is_some_and(|word| word & bit != 0)
        };
        let all = letters.len().saturating_sub(SHINGLE - 1);
        let known = shingles(letters).filter(is_known).count();
        all > 0 && known * 5 >= all * 3
    }
}

/// Returns the first reason to doubt that `text`, which reaches its `minimum`,
/// is original.
pub fn doubt(text: &str, pieces: &[Piece], minimum: usize, known: &Known) -> Option<Doubt> {
    let mut seen = Vec::new();
    for stretch in writing(text, pieces) {
        seen.extend(stretch.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)));
    }
    if is_filler(&seen, minimum) {
        return Some(Doubt::Filler);
    }
    let letters: Vec<u32> = seen.into_iter().filter_map(letter).collect();
    if letters.len() * 2 < minimum {
        Some(Doubt::HardlyText)
    } else if known.announcement.covers(&letters) {
        Some(Doubt::Announcement)
    } else {
        let earlier = known.earlier.iter().any(|earlier| earlier.covers(&letters));
        earlier.then_some(Doubt::EarlierPost)
    }
}

/// Returns the letters and digits of the text outside the pieces, in lower
/// case.
fn letters(text: &str, pieces: &[Piece]) -> impl Iterator<Item = u32> {
    let seen = writing(text, pieces).flat_map(str::chars).filter(|&c| !is_invisible(c));
    seen.filter_map(letter)
}

/// Returns the letter or digit `c` in lower case.
fn letter(c: char) -> Option<u32> {
    c.is_alphanumeric().then(|| lower_case(c))
}

/// Returns the hash of each shingle: FNV-1a over the code points.
fn shingles(letters: &[u32]) -> impl Iterator<Item = u32> {
    letters.windows(SHINGLE).map(|shingle| {
        let mix = |hash: u32, letter: &u32| (hash ^ letter).wrapping_mul(0x0100_0193);
        // The high bits are better distributed.
        let hash = shingle.iter().fold(0x811C_9DC5, mix);
        hash ^ (hash >> 15)
    })
}

/// Returns the word and the bit of a hash in a set of this many words, a power
/// of two.
fn place(hash: u32, words: usize) -> (usize, u64) {
    let word = (hash >> 6) as usize & words.wrapping_sub(1);
    (word, 1 << (hash & 63))
}

/// Whether one phrase, at least three times in a row, makes up at least half of
/// `text`, and the rest is below half the `minimum`. Such a run covers the
/// middle of the text, so only the middle is checked.
fn is_filler(text: &[char], minimum: usize) -> bool {
    let longest = LONGEST_PHRASE.min(text.len() / 3);
    (1..=longest).any(|period| {
        let (before, after) = text.split_at_checked(text.len() / 2).unwrap_or_default();
        let shifted = text.get(text.len() / 2 - period..).unwrap_or_default();
        let ahead = after.iter().zip(shifted).take_while(|(a, b)| a == b).count();
        let shifted = before.get(..before.len() - period).unwrap_or_default();
        let back =
            before.iter().rev().zip(shifted.iter().rev()).take_while(|(a, b)| a == b).count();
        let stretch = ahead + back + period;
        let left = text.len() - stretch;
        stretch >= 3 * period && stretch >= left && left * 2 < minimum
    })
}
