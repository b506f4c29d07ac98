//! Compares a text with the campaign tag.

use std::str::Chars;

use super::chars::{is_line_break, is_word_char, key, plain};
use crate::twitter_text::is_tag_char;
use crate::unicode::is_han_kana_hangul;
use crate::unicode::is_invisible;

/// The maximum length of letters left by an input method, in bytes.
const LONGEST_SPELLING: usize = 24;

/// A difference between a near miss and the campaign tag.
///
/// Traditional and Simplified characters are never equal: they are different
/// tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// `＃` or `﹟` instead of `#`.
    Sign,
    /// Different, missing or extra white space.
    WhiteSpace,
    /// Different letter case.
    LetterCase,
    /// Full width, or another style of letters or digits.
    Width,
    /// Other punctuation that keyboards, input methods and autocorrections
    /// produce for the tag's: `’` for `'`, `—` for `-`.
    Punctuation,
    /// The closing sign is missing.
    ClosingSign,
    /// Extra or missing invisible characters, such as U+200B.
    ZeroWidth,
    /// Other text inside.
    ForeignText,
}

/// Compares a text with a tag and records the differences.
#[derive(Clone)]
pub struct Reader<'t, 'b> {
    /// The rest of the text.
    pub text: Chars<'t>,
    /// The rest of the tag.
    pub body: Chars<'b>,
    /// The last character that was read.
    pub last: char,
    /// The differences, each once.
    pub slips: Vec<Slip>,
}

impl<'t, 'b> Reader<'t, 'b> {
    /// Creates a reader of `text`, which follows the sign `last`, for the
    /// `body` of a tag.
    pub fn new(text: Chars<'t>, body: Chars<'b>, last: char) -> Self {
        Reader { text, body, last, slips: Vec::new() }
    }

    /// Returns the rest of the text.
    pub fn rest(&self) -> &'t str {
        self.text.as_str()
    }

    /// Records a difference if it was `found`.
    pub fn note(&mut self, slip: Slip, found: bool) {
        if found && !self.slips.contains(&slip) {
            self.slips.push(slip);
        }
    }

    /// Reads the rest of the tag; stops where the text differs.
    pub fn read(&mut self) -> bool {
        while self.step() {}
        self.body.as_str().is_empty()
    }

    /// Reads the next character of the tag, with the white space before it;
    /// reads nothing if the text differs, or at the end of the tag.
    pub fn step(&mut self) -> bool {
        if self.body.as_str().is_empty() {
            return false;
        }
        let mut ahead = self.clone();
        ahead.white_space();
        // A tag that ends in white space is read completely.
        if let Some(wanted) = ahead.body.next() {
            let key_of_wanted = key(wanted);
            let text = ahead.text.clone();
            match ahead.text.next() {
                Some(found) if key(found) == key_of_wanted => {
                    ahead.compare(found, wanted);
                    if matches!(key_of_wanted, '-' | '.') {
                        ahead.run_of(key_of_wanted);
                    }
                }
                _ if is_invisible(wanted) => {
                    ahead.text = text;
                    ahead.note(Slip::ZeroWidth, true);
                }
                _ => return false,
            }
        }
        *self = ahead;
        true
    }

    fn compare(&mut self, found: char, wanted: char) {
        self.last = found;
        let (a, b) = (plain(found), plain(wanted));
        self.note(Slip::Width, found != wanted && (a, b) != (found, wanted));
        let are_letters = a.is_alphabetic() && b.is_alphabetic();
        self.note(if are_letters { Slip::LetterCase } else { Slip::Punctuation }, a != b);
    }

    /// Reads the rest of a dash or an ellipsis, which keyboards write as `--`,
    /// `——` and `—`, or as `...`, `……` and `…`.
    fn run_of(&mut self, kind: char) {
        let next = |chars: &mut Chars<'_>| {
            let mut ahead = chars.clone();
            let found = ahead.next().filter(|&c| key(c) == kind)?;
            *chars = ahead;
            Some(found)
        };
        loop {
            match (next(&mut self.text), next(&mut self.body)) {
                (None, None) => return,
                (Some(found), Some(wanted)) => self.compare(found, wanted),
                _ => self.note(Slip::Punctuation, true),
            }
        }
    }

    /// Reads optional white space before the next character of the tag, on both
    /// sides.
    fn white_space(&mut self) {
        let wanted = self.body.clone().find(|c| !c.is_whitespace());
        loop {
            self.skip_unseen(wanted);
            let mut ahead = self.text.clone();
            let Some(found) = ahead.next().filter(|c| c.is_whitespace()) else {
                break;
            };
            self.text = ahead;
            let expected = self.white_space_of_tag();
            self.note(Slip::WhiteSpace, expected != Some(found));
        }
        while self.white_space_of_tag().is_some() {
            self.note(Slip::WhiteSpace, true);
        }
    }

    fn white_space_of_tag(&mut self) -> Option<char> {
        let mut ahead = self.body.clone();
        let found = ahead.next().filter(|c| c.is_whitespace())?;
        self.body = ahead;
        Some(found)
    }

    /// Whether the last character and the next one are in one word.
    pub fn is_inside_word(&self) -> bool {
        is_word_char(self.last) && self.rest().starts_with(is_word_char)
    }

    /// Returns the length of the Latin letters up to the end of the line, if an
    /// input method may have left them for the next character of the tag, such
    /// as pinyin.
    pub fn spelled(&self) -> usize {
        let next = self.body.clone().find(|c| !c.is_whitespace());
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let is_apart = |c: char| matches!(c, ' ' | '\'' | '’');
        let after = self.rest().trim_start_matches(|c| is_letter(c) || is_apart(c));
        let len = self.rest().len() - after.len();
        let is_spelled = next.is_some_and(is_han_kana_hangul)
            && len <= LONGEST_SPELLING
            && self.rest().trim_start_matches(is_apart).starts_with(is_letter)
            && after.chars().next().is_none_or(is_line_break);
        if is_spelled { len } else { 0 }
    }

    /// Skips invisible characters other than `wanted`.
    fn skip_unseen(&mut self, wanted: Option<char>) {
        let mut ahead = self.text.clone();
        while ahead.next().is_some_and(|c| is_invisible(c) && Some(c) != wanted) {
            self.text = ahead.clone();
            self.note(Slip::ZeroWidth, true);
        }
    }

    /// Skips invisible characters that X counts as part of the tag.
    pub fn skip_joiners(&mut self) {
        let mut ahead = self.text.clone();
        while ahead.next().is_some_and(|c| is_invisible(c) && is_tag_char(c)) {
            self.text = ahead.clone();
            self.note(Slip::ZeroWidth, true);
        }
    }

    /// Skips white space and invisible characters up to the end of the line.
    /// Returns whether there was white space.
    pub fn skip_gap_on_line(&mut self) -> bool {
        let mut spaced = false;
        loop {
            self.skip_unseen(None);
            let mut ahead = self.text.clone();
            if !ahead.next().is_some_and(|c| c.is_whitespace() && !is_line_break(c)) {
                return spaced;
            }
            self.text = ahead;
            spaced = true;
        }
    }
}
