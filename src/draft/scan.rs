//! Splits a draft into tags, URLs, mentions, and the person's own text.
//!
//! One pass from left to right; every rule and every count uses it.
//!
//! # What is a tag
//!
//! X and Gate Square read tags differently, and Square's rules are not
//! published. A draft must satisfy both, so this is the union: everything that
//! either could read as a tag is one.
//!
//! A sign (`#`, `＃`, `﹟`) **opens** a tag when a tag character follows (a
//! letter of any script, a mark, a digit, `_`, see [`is_tag_char`]). It does
//! not
//!
//! - before white space, punctuation, emoji, another sign or the end;
//! - inside a URL, even as its fragment;
//! - in a keycap (`#️⃣`, also without U+FE0F);
//! - in a character reference (`&#39;`, `&#x27;`);
//! - after a Latin letter that stands alone: `C#`, `F#`.
//!
//! After a Han character, a word or anything else it does open one: X would not
//! link it there, but Square might.
//!
//! The campaign tag has precedence: anywhere in the text, an exact tag or a
//! near miss is one piece. It even ends a URL that would absorb it, unless it
//! is a tag with a single sign that is all of the fragment
//! (`https://gate.com/#GateSquare`). If the exact tag is missing, it may be
//! half typed: its beginning without a closing sign is one piece
//! (`#Gate xSto`), and another tag that is nearly the same may be a misspelling
//! (`#Gate xStock 交易体验#`).
//!
//! Other tags are paired from left to right. The **next** sign on the same
//! line, at most [`LONGEST_PAIR`] characters away (with punctuation in between,
//! [`LONGEST_PUNCTUATED_PAIR`]), closes the tag unless it
//!
//! - begins the campaign tag;
//! - follows white space (`#one text #two` is two tags); or
//! - is followed directly by a word while there is white space between the two
//!   signs (`#BTC rose, buy#ETH` is two tags; `#大涨 行情#今天` is one and some text,
//!   for Han is written without spaces).
//!
//! A tag without a closing sign ends before the first character that is not a
//! tag character, as on X. It needs a letter or a digit.
//!
//! | text | tags |
//! | --- | --- |
//! | `#one` | `#one` |
//! | `#two words#` | `#two words#` |
//! | `#one text #two` | `#one`, `#two` |
//! | `#one #two words#` | `#one`, `#two words#` |
//! | `#two words# #one` | `#two words#`, `#one` |
//! | `#大涨#今天真好` | `#大涨#` |
//! | `买了#大涨#今天` | `#大涨#` |
//! | `#one#two` | `#one#` (X links neither) |
//! | `##one##` | `#one#` |
//! | `#one` line break `two#` | `#one` |
//! | `C# and F#`, `# one`, `#`, `##` | none |
//! | `#1`, `#2025#` | one, of digits alone |

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use super::chars::{is_line_break, is_word_char};
use super::mention;
use super::slip::Slip;
use super::tag::{CampaignTag, Match};
use crate::twitter_text::emoji::is_keycap_end;
use crate::twitter_text::url::{self, Url};
use crate::twitter_text::{is_sign, is_tag_char};
use crate::unicode::{EMOJI_STYLE, is_digit, is_letter};

/// The maximum number of characters between a pair of signs.
const LONGEST_PAIR: usize = 64;

/// The same, with punctuation in between: a topic may be an exclamation
/// (`#買它！買它！#`), but not the text between two tags that were not closed.
const LONGEST_PUNCTUATED_PAIR: usize = 12;

/// A part of a draft that is not the person's own text.
pub struct Piece {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// The kind.
    pub kind: Kind,
}

/// The kind of a [`Piece`].
pub enum Kind {
    /// A URL, with or without a scheme.
    Url,
    /// `@` and a name.
    Mention,
    /// The campaign tag, exact or a near miss.
    CampaignTag(Match),
    /// The beginning of the campaign tag, while the whole tag is missing.
    Beginning,
    /// Latin letters after that, which an input method may have left.
    Spelling,
    /// Another tag.
    OtherTag {
        /// Whether it consists of digits.
        digits: bool,
        /// Whether it may be a misspelling of the campaign tag, which is
        /// missing; then the range of other text inside it, in bytes from its
        /// start.
        close: Option<Range<usize>>,
    },
}

impl Piece {
    /// Whether it is a URL.
    pub fn is_url(&self) -> bool {
        matches!(self.kind, Kind::Url)
    }

    /// Whether it is the exact campaign tag.
    pub fn is_exact(&self) -> bool {
        matches!(&self.kind, Kind::CampaignTag(found) if found.slips.is_empty())
    }
}

/// The names that the scan looks for.
#[derive(Clone, Copy, Default)]
pub struct Names<'a> {
    /// The campaign tag.
    pub tag: Option<CampaignTag<'a>>,
    /// The campaign's account, such as `@Gate广场_Official`; may be empty.
    pub account: &'a str,
}

/// Returns the pieces of `text`, in order and without overlap.
pub fn scan(text: &str, names: Names<'_>) -> Vec<Piece> {
    pieces(text, &url::find_all(text, true).all, names)
}

/// Returns the pieces of `text`, whose `urls` are known.
pub fn pieces(text: &str, urls: &[Url], names: Names<'_>) -> Vec<Piece> {
    let pieces = read(text, urls, names, false);
    let is_guess = |piece: &Piece| {
        matches!(piece.kind, Kind::Beginning | Kind::OtherTag { close: Some(_), .. })
    };
    // If the exact campaign tag is there, nobody is about to type it.
    match pieces.iter().any(Piece::is_exact) && pieces.iter().any(is_guess) {
        true => read(text, urls, names, true),
        false => pieces,
    }
}

fn read(text: &str, urls: &[Url], names: Names<'_>, has_tag: bool) -> Vec<Piece> {
    let urls = urls.iter().peekable();
    let mut scanner = Scanner { text, names, has_tag, urls, pieces: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at = scanner.step(at);
    }
    scanner.pieces
}

/// Returns the text around the `pieces`: the person's own.
pub fn writing<'t>(text: &'t str, pieces: &[Piece]) -> impl Iterator<Item = &'t str> {
    let ends = pieces.iter().map(|piece| piece.range.end);
    let starts = pieces.iter().map(|piece| piece.range.start).chain([text.len()]);
    let stretch = move |(start, end): (usize, usize)| text.get(start..end).unwrap_or_default();
    std::iter::once(0).chain(ends).zip(starts).map(stretch)
}

struct Scanner<'t, 'u> {
    text: &'t str,
    names: Names<'t>,
    /// Whether the exact campaign tag was found.
    has_tag: bool,
    urls: Peekable<Iter<'u, Url>>,
    pieces: Vec<Piece>,
}

impl<'t> Scanner<'t, '_> {
    /// Reads from `start` on the first piece, or the first character that could
    /// have opened one, and returns its end.
    fn step(&mut self, start: usize) -> usize {
        while self.urls.next_if(|url| url.range.start < start).is_some() {}
        let end = self.urls.peek().map_or(self.text.len(), |url| url.range.start);
        // By bytes, for most of a text is plain: the first ones of `＃`, `﹟` and
        // `＠`.
        let writing = self.text.get(start..end).unwrap_or_default();
        let opening = writing.bytes().position(|byte| matches!(byte, b'#' | b'@' | 0xEF));
        let at = start + opening.unwrap_or(writing.len());
        if let Some(url) = self.urls.next_if(|url| url.range.start == at) {
            return self.found(at, self.url_end(url), Kind::Url);
        }
        let rest = self.from(at);
        let Some(c) = rest.chars().next() else {
            return self.text.len();
        };
        if is_sign(c) {
            if let Some(found) = self.campaign_tag(rest) {
                return self.found(at, at + found.len, Kind::CampaignTag(found));
            }
            if self.is_free(at)
                && let Some(end) = self.free_sign(at)
            {
                return end;
            }
        } else if matches!(c, '@' | '＠')
            && let Some(end) = self.mention_end(at)
        {
            return self.found(at, end, Kind::Mention);
        }
        at + c.len_utf8()
    }

    fn found(&mut self, start: usize, end: usize, kind: Kind) -> usize {
        self.pieces.push(Piece { range: start..end, kind });
        end
    }

    /// Returns the campaign tag at the start of `text`.
    fn campaign_tag(&self, text: &str) -> Option<Match> {
        self.names.tag?.at_start_of(text)
    }

    fn from(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Whether the last piece ends at `at`, so that the text before it is not
    /// plain.
    fn is_after_piece(&self, at: usize) -> bool {
        self.pieces.last().is_some_and(|piece| piece.range.end == at)
    }

    /// Returns the character before `at`.
    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|text| text.chars().next_back())
    }

    /// Returns where `url` ends for a reader. X absorbs a tag that follows
    /// directly, and excludes a fragment directly after the host.
    fn url_end(&self, url: &Url) -> usize {
        let mut end = url.range.end;
        if url.has_scheme && self.from(end).starts_with('#') {
            let fragment = self.from(end + 1);
            let after = fragment.trim_start_matches(|c: char| {
                c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_')
            });
            end += 1 + fragment.len() - after.len();
        }
        let inside = self.text.get(url.range.start..end).unwrap_or_default();
        let cut = inside.char_indices().map(|(at, _)| url.range.start + at).find(|&at| {
            let rest = self.from(at);
            let found = self.names.tag.filter(|_| rest.starts_with(is_sign)).and_then(|tag| {
                let found = tag.at_start_of(rest)?;
                let closed = tag.is_closed() && !found.slips.contains(&Slip::ClosingSign);
                let sticks_out = at + found.len > end;
                Some(closed || sticks_out && (tag.is_closed() || found.slips.is_empty()))
            });
            found == Some(true)
        });
        // An empty fragment has no meaning; its sign may open a tag.
        let opens = inside.ends_with('#') && self.from(end).starts_with(is_tag_char);
        cut.unwrap_or(if opens { end - 1 } else { end })
    }

    /// Returns the end of the mention at `at`; `None` in an e-mail address.
    fn mention_end(&self, at: usize) -> Option<usize> {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if self.before(at).is_some_and(word) && !self.is_after_piece(at) {
            return None;
        }
        let mut name = self.from(at).chars();
        name.next()?;
        let name = name.as_str();
        let len = mention::name_len(name, self.names.account);
        (len > 0).then_some(self.text.len() - name.len() + len)
    }

    /// Reads what the free sign at `at` opens, if anything: another tag, or the
    /// typed beginning of the campaign tag.
    fn free_sign(&mut self, at: usize) -> Option<usize> {
        let body = self.after_sign(at)?;
        let start = self.text.len() - body.len();
        let opens = body.starts_with(|c| is_tag_char(c) && c != EMOJI_STYLE);
        let closing = |longest| self.closing_sign(start, longest).filter(|_| opens);
        let sought = self.names.tag.filter(|_| !self.has_tag);
        let close = |end| {
            let written = self.text.get(at..end).unwrap_or_default();
            sought.and_then(|tag| tag.close_to(written))
        };
        // For the campaign tag, also with punctuation in between.
        let wide = sought.filter(CampaignTag::is_closed).and_then(|_| closing(LONGEST_PAIR));
        let pair = wide
            .filter(|sign| close(sign.end).is_some())
            .or_else(|| closing(LONGEST_PUNCTUATED_PAIR));
        if pair.is_none()
            && let Some(begun) = sought.and_then(|tag| tag.begins_at_start_of(self.from(at)))
        {
            let end = self.found(at, at + begun.len, Kind::Beginning);
            return Some(match begun.spelled {
                0 => end,
                spelled => self.found(end, end + spelled, Kind::Spelling),
            });
        }
        let sign = pair.unwrap_or_else(|| {
            let end = self.text.len() - body.trim_start_matches(is_tag_char).len();
            end..end
        });
        let name = self.text.get(start..sign.start).filter(|_| opens)?;
        let letters = name.contains(is_letter);
        if !letters && !name.contains(is_digit) {
            return None;
        }
        let close = close(sign.end).filter(|_| letters);
        Some(self.found(at, sign.end, Kind::OtherTag { digits: !letters, close }))
    }

    /// Returns the sign that closes the tag whose content starts at `start`;
    /// with punctuation in between, at most `punctuated` characters away.
    fn closing_sign(&self, start: usize, punctuated: usize) -> Option<Range<usize>> {
        let mut urls = self.urls.clone();
        let mut spaced = false;
        let mut longest = LONGEST_PAIR;
        let mut before = None;
        for (number, (offset, c)) in self.from(start).char_indices().enumerate() {
            if number > longest {
                return None;
            }
            let at = start + offset;
            while urls.next_if(|url| url.range.start < at).is_some() {}
            let in_url = urls.peek().is_some_and(|url| url.has_scheme && url.range.start == at);
            if in_url || is_line_break(c) {
                return None;
            }
            if is_sign(c) {
                if self.campaign_tag(self.from(at)).is_some() {
                    return None;
                }
                if self.is_free(at) {
                    let next = self.after_sign(at)?.chars().next();
                    let glued = next.is_some_and(is_word_char);
                    let opens = before.is_some_and(char::is_whitespace) || spaced && glued;
                    return (!opens).then_some(at..at + c.len_utf8());
                }
            }
            spaced |= c.is_whitespace();
            if matches!(c, '，' | '。' | '！' | '？' | '；' | '、' | ',' | '.' | '!' | '?' | ';')
            {
                longest = punctuated;
            }
            before = Some(c);
        }
        None
    }

    /// Returns the text after the sign at `at`.
    fn after_sign(&self, at: usize) -> Option<&'t str> {
        let mut chars = self.from(at).chars();
        chars.next().filter(|&c| is_sign(c))?;
        Some(chars.as_str())
    }

    /// Whether the sign at `at` can open or close a tag: it is not part of a
    /// keycap, a character reference, or a name such as `C#`.
    fn is_free(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        let rest = self.after_sign(at).unwrap_or_default();
        let mut back = before.chars().rev();
        let alone = !self.is_after_piece(at)
            && back.next().is_some_and(|c| c.is_ascii_alphabetic())
            && !back.next().is_some_and(|c| c.is_ascii_alphanumeric() || is_sign(c));
        let reference = before.ends_with('&') && is_reference_end(rest);
        !alone && !reference && !is_keycap_end(rest)
    }
}

/// Whether `rest`, which follows `&#`, completes an HTML character reference.
fn is_reference_end(rest: &str) -> bool {
    let number = rest.strip_prefix(['x', 'X']);
    let digits = number.unwrap_or(rest);
    let after = digits.trim_start_matches(|c: char| {
        c.is_ascii_digit() || number.is_some() && c.is_ascii_hexdigit()
    });
    after.len() < digits.len() && after.starts_with(';')
}
