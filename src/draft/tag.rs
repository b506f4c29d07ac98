//! Recognising the campaign tag, written exactly or nearly so.

use std::iter::Peekable;
use std::str::Chars;

use super::chars::{is_han_kana_hangul, is_sign, is_tag_char, same_letter};
use crate::campaign::is_unseen;

/// One way in which a near miss differs from the campaign tag.
///
/// Traditional and Simplified characters are never taken for one another:
/// they make another tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// `＃` or `﹟` instead of `#`.
    Sign,
    /// Other white space than the tag's, none, or too much.
    WhiteSpace,
    /// Another letter case.
    LetterCase,
    /// The closing sign is not there.
    ClosingSign,
    /// Characters inside that nobody sees, such as U+200B.
    ZeroWidth,
}

/// A campaign tag, taken apart.
///
/// There are two kinds: between two signs (`#Gate xStocks 交易体验#`), where
/// the closing sign belongs to the tag and white space is allowed, and after a
/// single sign (`#GateAICreation`).
#[derive(Clone, Copy)]
pub struct CampaignTag<'a> {
    whole: &'a str,
    opening: char,
    body: &'a str,
    closing: Option<char>,
}

/// The campaign tag as found in a text.
pub struct Match {
    /// Its length in bytes.
    pub len: usize,
    /// How it differs; empty when it is exact.
    pub slips: Vec<Slip>,
}

impl<'a> CampaignTag<'a> {
    /// Takes `tag` apart; none if it is no tag at all.
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

    /// Whether `written` is the beginning of the tag, as while it is typed.
    pub fn begins_with(&self, written: &str) -> bool {
        let mut whole = self.whole.chars();
        let is_same = |c| whole.next().is_some_and(|wanted| same_letter(c, wanted));
        written.len() < self.whole.len() && written.chars().all(is_same)
    }

    /// The tag at the start of `text`, if it is there.
    ///
    /// `text` starts with a sign. A tag after a single sign is not the mere
    /// beginning of a longer one: `#GateAICreationX` is another tag.
    pub fn at_start_of(&self, text: &str) -> Option<Match> {
        let mut chars = text.chars();
        let sign = chars.next().filter(|&c| is_sign(c))?;
        if self.differs_from(chars.clone().next()?) {
            return None;
        }
        if self.is_exactly_at_start_of(text) {
            return Some(Match { len: self.whole.len(), slips: Vec::new() });
        }
        let mut reader = Reader { chars, slips: Vec::new() };
        reader.note(Slip::Sign, sign != self.opening);
        reader.body(self.body)?;
        match self.closing {
            Some(closing) => self.read_closing(&mut reader, closing)?,
            None => {
                reader.skip_joiners();
                if reader.chars.as_str().starts_with(is_tag_char) {
                    return None;
                }
            }
        }
        let len = text.len() - reader.chars.as_str().len();
        Some(Match { len, slips: reader.slips })
    }

    /// Whether `next`, which comes after a sign, is enough to tell that this is
    /// another tag or none: most signs are not read any further.
    fn differs_from(&self, next: char) -> bool {
        let first = self.body.chars().next().filter(|c| !c.is_whitespace());
        !(next.is_whitespace() || is_unseen(next))
            && first.is_some_and(|first| !same_letter(next, first))
    }

    /// Whether `text` starts with the tag, and with no longer one.
    pub fn is_exactly_at_start_of(&self, text: &str) -> bool {
        text.strip_prefix(self.whole)
            .is_some_and(|rest| self.is_closed() || !rest.starts_with(is_tag_char))
    }

    /// Reads the closing sign, or finds that it is missing.
    ///
    /// A sign that opens a tag of its own closes nothing: the campaign tag once
    /// more, or, after white space, any tag.
    fn read_closing(&self, reader: &mut Reader<'_>, closing: char) -> Option<()> {
        let body_end = reader.chars.as_str();
        let mut ahead = Reader { chars: reader.chars.clone(), slips: reader.slips.clone() };
        let spaced = ahead.skip_gap_on_line();
        let sign = ahead.chars.as_str();
        let found = ahead.chars.next().filter(|&c| is_sign(c));
        let opens = self.is_exactly_at_start_of(sign)
            || spaced && ahead.chars.as_str().starts_with(is_tag_char);
        if let Some(found) = found.filter(|_| !opens) {
            ahead.note(Slip::WhiteSpace, spaced);
            ahead.note(Slip::Sign, found != closing);
            *reader = ahead;
            return Some(());
        }
        // Han is written without spaces, so `…体验很好` is the tag and more;
        // `#MyGateMoments` is another word.
        let last = self.body.chars().next_back()?;
        let next = body_end.chars().next();
        let goes_on = next.is_some_and(|next| {
            is_tag_char(next) && !is_han_kana_hangul(next) && !is_han_kana_hangul(last)
        });
        reader.note(Slip::ClosingSign, true);
        (!goes_on).then_some(())
    }
}

/// Reads a text against a tag and notes what differs.
struct Reader<'t> {
    chars: Chars<'t>,
    slips: Vec<Slip>,
}

impl Reader<'_> {
    fn note(&mut self, slip: Slip, found: bool) {
        if found && !self.slips.contains(&slip) {
            self.slips.push(slip);
        }
    }

    /// Reads all of `body`; none if the text says something else.
    fn body(&mut self, body: &str) -> Option<()> {
        let mut body = body.chars().peekable();
        while body.peek().is_some() {
            self.white_space(&mut body);
            // A tag that ends in white space has nothing more to say.
            let Some(wanted) = body.next() else { break };
            let found = self.chars.next()?;
            if !same_letter(found, wanted) {
                return None;
            }
            self.note(Slip::LetterCase, found != wanted);
        }
        Some(())
    }

    /// Reads the white space before the next character of `body`, which may be
    /// none, on both sides.
    fn white_space(&mut self, body: &mut Peekable<Chars<'_>>) {
        let wanted = body.clone().find(|c| !c.is_whitespace());
        loop {
            self.skip_unseen(wanted);
            let mut ahead = self.chars.clone();
            let Some(found) = ahead.next().filter(|c| c.is_whitespace()) else {
                break;
            };
            self.chars = ahead;
            let expected = body.next_if(|c| c.is_whitespace());
            self.note(Slip::WhiteSpace, expected != Some(found));
        }
        while body.next_if(|c| c.is_whitespace()).is_some() {
            self.note(Slip::WhiteSpace, true);
        }
    }

    /// Skips characters that nobody sees, other than `wanted`.
    fn skip_unseen(&mut self, wanted: Option<char>) {
        let mut ahead = self.chars.clone();
        while ahead.next().is_some_and(|c| is_unseen(c) && Some(c) != wanted) {
            self.chars = ahead.clone();
            self.note(Slip::ZeroWidth, true);
        }
    }

    /// Skips unseen characters that X takes for a part of the tag.
    fn skip_joiners(&mut self) {
        let mut ahead = self.chars.clone();
        while ahead.next().is_some_and(|c| is_unseen(c) && is_tag_char(c)) {
            self.chars = ahead.clone();
            self.note(Slip::ZeroWidth, true);
        }
    }

    /// Skips white space and unseen characters up to the end of the line, and
    /// says whether there was any white space.
    fn skip_gap_on_line(&mut self) -> bool {
        let mut spaced = false;
        loop {
            self.skip_unseen(None);
            let mut ahead = self.chars.clone();
            if !ahead.next().is_some_and(|c| c.is_whitespace() && !is_line_break(c)) {
                return spaced;
            }
            self.chars = ahead;
            spaced = true;
        }
    }
}

/// Whether `c` ends a line, and so a tag.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
