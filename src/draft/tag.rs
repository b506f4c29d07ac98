//! Finds the campaign tag, exact or nearly so.

use std::ops::Range;

use super::chars::{is_line_break, is_word_char, key};
use super::slip::{Reader, Slip};
use crate::campaign::distance;
use crate::twitter_text::{is_sign, is_tag_char};
use crate::unicode::is_han_kana_hangul;
use crate::unicode::is_invisible;

/// The maximum length of other text inside a near miss, in characters.
const LONGEST_FOREIGN: usize = 24;

/// A parsed campaign tag.
///
/// There are two kinds: between two signs (`#Gate xStocks 交易体验#`), where the
/// closing sign belongs to the tag and white space is allowed, and after a
/// single sign (`#GateAICreation`).
#[derive(Clone, Copy)]
pub struct CampaignTag<'a> {
    whole: &'a str,
    opening: char,
    body: &'a str,
    closing: Option<char>,
}

/// A match of the campaign tag in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its length in bytes.
    pub len: usize,
    /// The differences; empty if it is exact.
    pub slips: Vec<Slip>,
    /// The range of other text inside it, in bytes from its start.
    pub foreign: Range<usize>,
}

/// The beginning of the campaign tag in a text.
pub struct Beginning {
    /// Its length in bytes.
    pub len: usize,
    /// The length in bytes of Latin letters after it that an input method may
    /// have left for the next character of the tag.
    pub spelled: usize,
}

impl<'a> CampaignTag<'a> {
    /// Parses `tag`; `None` if it is not a tag.
    pub fn new(tag: &'a str) -> Option<Self> {
        let mut body = tag.chars();
        let opening = body.next().filter(|&c| is_sign(c))?;
        let mut inner = body.clone();
        let closing = inner.next_back().filter(|&c| is_sign(c));
        if closing.is_some() {
            body = inner;
        }
        let body = body.as_str();
        (!body.trim().is_empty()).then_some(CampaignTag { whole: tag, opening, body, closing })
    }

    /// Whether a closing sign belongs to the tag.
    pub fn is_closed(&self) -> bool {
        self.closing.is_some()
    }

    /// Whether `text` starts with exactly the tag, and not with a longer one.
    pub fn is_exactly_at_start_of(&self, text: &str) -> bool {
        text.strip_prefix(self.whole)
            .is_some_and(|rest| self.is_closed() || !rest.starts_with(is_tag_char))
    }

    /// Returns the match at the start of `text`, if there is one.
    ///
    /// `text` starts with a sign. A tag with a single sign is not the beginning
    /// of a longer one: `#GateAICreationX` is another tag.
    pub fn at_start_of(&self, text: &str) -> Option<Match> {
        let mut reader = self.reader(text)?;
        if self.is_exactly_at_start_of(text) {
            return Some(Match { len: self.whole.len(), slips: Vec::new(), foreign: 0..0 });
        }
        let is_whole = reader.read();
        let mut foreign = 0..0;
        if !(is_whole && self.ends(&mut reader)) {
            if let Some((found, end)) = self.after_foreign_text(&reader) {
                foreign = text.len() - reader.rest().len()..text.len() - end;
                reader = found;
            } else if !(is_whole && self.is_only_unclosed(&mut reader)) {
                return None;
            }
        }
        Some(Match { len: text.len() - reader.rest().len(), slips: reader.slips, foreign })
    }

    /// Returns the beginning of the tag at the start of `text`, which starts
    /// with a sign and not with the whole tag: the sign alone only at the end
    /// of the text, and no word of another tag.
    pub fn begins_at_start_of(&self, text: &str) -> Option<Beginning> {
        let mut reader = self.reader(text)?;
        if reader.rest().chars().all(|c| c.is_whitespace() || is_invisible(c)) {
            return Some(Beginning { len: text.len(), spelled: 0 });
        }
        let mut len = 0;
        while reader.step() {
            if !reader.is_inside_word() {
                len = text.len() - reader.rest().len();
            }
        }
        let (beginning, rest) = text.split_at_checked(len).filter(|_| len > 0)?;
        let is_next = rest.len() == reader.rest().len();
        let spelled = if is_next { reader.spelled() } else { 0 };
        // X reads all tag characters as one tag.
        let goes_on = rest.starts_with(is_tag_char) && !beginning.contains(char::is_whitespace);
        (spelled > 0 || !goes_on).then_some(Beginning { len, spelled })
    }

    /// Whether `written`, another tag with its signs, may be a misspelling of
    /// the campaign tag: at most one character in six differs, or one Han
    /// character in three; or the whole tag is there with other text inside or
    /// after it. Returns the range of that text, in bytes; empty at 0 if there
    /// is none.
    pub fn close_to(&self, written: &str) -> Option<Range<usize>> {
        let counts = |c: char| !(c.is_whitespace() || is_sign(c) || is_invisible(c));
        let own: Vec<_> = self.body.chars().filter(|&c| counts(c)).map(key).collect();
        let counted = written.char_indices().filter(|&(_, c)| counts(c));
        let (places, other): (Vec<_>, Vec<_>) = counted.map(|(at, c)| (at, key(c))).unzip();
        let len = own.len();
        let same = own.iter().zip(&other).take_while(|(a, b)| a == b).count();
        let left = own.get(same..)?;
        if let Some(foreign) = other.get(same..)?.strip_suffix(left)
            && !(foreign.len() <= 2 && foreign.iter().all(|&c| is_word_char(c)))
            && if left.is_empty() { !is_word_char(*foreign.first()?) } else { foreign.len() <= len }
        {
            let end = places.get(same + foreign.len()).copied();
            let end = end.unwrap_or(written.trim_end_matches(is_sign).len());
            return Some(*places.get(same)?..end);
        }
        let differ = || own.iter().zip(&other).filter(|(a, b)| a != b);
        let is_han = |(a, b): (&char, &char)| is_han_kana_hangul(*a) && is_han_kana_hangul(*b);
        let is_close = || {
            other.len() == len && differ().all(is_han) && differ().count() <= len.div_ceil(3)
                || distance(&own, &other) <= (len + 2) / 6
        };
        // A short tag resembles many others, and a far longer one resembles
        // none.
        (len > 3 && other.len() <= 2 * len && is_close()).then_some(0..0)
    }

    /// Returns a reader of `text`, after its sign.
    fn reader<'t>(&self, text: &'t str) -> Option<Reader<'t, 'a>> {
        let mut chars = text.chars();
        let sign = chars.next().filter(|&c| is_sign(c))?;
        let mut reader = Reader::new(chars, self.body.chars(), sign);
        reader.note(Slip::Sign, sign != self.opening);
        Some(reader)
    }

    /// Whether the tag ends after the text read, which is all of it; reads the
    /// closing sign.
    ///
    /// A sign that opens a tag does not close this one: another campaign tag,
    /// or, after white space, any tag.
    fn ends(&self, reader: &mut Reader<'_, '_>) -> bool {
        let Some(closing) = self.closing else {
            reader.skip_joiners();
            return !reader.rest().starts_with(is_tag_char);
        };
        let mut ahead = reader.clone();
        let spaced = ahead.skip_gap_on_line();
        let sign = ahead.rest();
        let Some(found) = ahead.text.next().filter(|&c| is_sign(c)) else { return false };
        if self.is_exactly_at_start_of(sign) || spaced && ahead.rest().starts_with(is_tag_char) {
            return false;
        }
        ahead.note(Slip::WhiteSpace, spaced);
        ahead.note(Slip::Sign, found != closing);
        *reader = ahead;
        true
    }

    /// Whether only the closing sign is missing.
    ///
    /// Han is written without spaces, so `…体验很好` is the tag and more text;
    /// `#MyGateMoments` is another word.
    fn is_only_unclosed(&self, reader: &mut Reader<'_, '_>) -> bool {
        reader.note(Slip::ClosingSign, true);
        self.is_closed() && !reader.is_inside_word()
    }

    /// Returns the reader of the rest of the tag after other text, and the
    /// length of the text from there on.
    fn after_foreign_text<'t>(&self, reader: &Reader<'t, 'a>) -> Option<(Reader<'t, 'a>, usize)> {
        let mut at = reader.clone();
        for number in 0..=LONGEST_FOREIGN {
            let end = at.rest().len();
            let foreign = reader.rest().get(..reader.rest().len() - end).unwrap_or_default();
            let mut after = at.clone();
            if number > 0
                && self.may_hold(reader, foreign, at.rest())
                && after.read()
                && self.ends(&mut after)
            {
                after.note(Slip::ForeignText, true);
                return Some((after, end));
            }
            let next = at.text.next()?;
            if is_sign(next) || is_line_break(next) || !(self.is_closed() || is_tag_char(next)) {
                return None;
            }
        }
        None
    }

    /// Whether `foreign` can be other text between the text read and the
    /// `rest`: it is neither a typo in a word nor part of one.
    fn may_hold(&self, reader: &Reader<'_, '_>, foreign: &str, rest: &str) -> bool {
        let is_glued = |a: Option<char>, b: Option<char>| {
            a.is_some_and(is_word_char) && b.is_some_and(is_word_char)
        };
        let wanted = reader.body.clone().next();
        let glued = is_glued(Some(reader.last), foreign.chars().next())
            || is_glued(foreign.chars().next_back(), wanted);
        if glued && (!self.is_closed() || foreign.chars().count() <= 2) {
            return false;
        }
        match wanted {
            // `#BTC Gate …` begins with another tag.
            Some(_) => {
                let is_apart = foreign.contains(char::is_whitespace);
                !(is_sign(reader.last) && (is_apart || rest.starts_with(char::is_whitespace)))
            }
            // The sign after `…体验很好` closes the tag, unless it opens another
            // one or belongs to a name such as `C#`.
            None => {
                let next = rest.strip_prefix(is_sign);
                let mut back = foreign.chars().rev();
                let last = back.next();
                let is_name = last.is_some_and(|c| c.is_ascii_alphabetic())
                    && !back.next().is_some_and(|c| c.is_ascii_alphanumeric());
                self.is_closed()
                    && next.is_some_and(|next| !next.starts_with(is_word_char))
                    && !(is_name || foreign.contains(char::is_whitespace))
            }
        }
    }
}
