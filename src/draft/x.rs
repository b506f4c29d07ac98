//! What X makes of the same text.

use std::ops::Range;

use super::chars::{is_letter, is_sign, is_tag_char};
use super::emoji;
use super::scan::Piece;
use super::url::{self, Url, Urls};

/// The weighted length that X allows.
pub const LIMIT: usize = 280;

/// The weight of a URL, whatever its length: X puts a `https://t.co/…` there.
const URL_WEIGHT: usize = 23;

/// The text that would be shared on X, and what X makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnX {
    /// The draft, with a space in front of each campaign tag that X would not
    /// recognise where it stands.
    pub text: String,
    /// The weighted length of that text, twitter-text configuration v3.
    pub weight: usize,
    /// How many bytes of that text X takes, from the start: as many as weigh 280
    /// at most, without a part of a URL or of an emoji (validRangeEnd of
    /// twitter-text). All of it where it fits, unless it holds one of the three
    /// characters that X refuses (U+FEFF, U+FFFE, U+FFFF); then what is before.
    pub fits: usize,
    /// Where in the draft begins what is too long for X, in bytes; none where
    /// all of it weighs 280 at most.
    pub over_from: Option<usize>,
    /// Where in the shared text X links a hashtag, in bytes, with its sign.
    pub linked: Vec<Range<usize>>,
}

impl OnX {
    /// Reads the draft `text`, of which `pieces` and `urls` are known.
    pub fn new(text: &str, pieces: &[Piece], urls: Urls) -> Self {
        let (text, spaces) = spaced(text, pieces);
        let is_known = spaces.is_empty() && !urls.guessed;
        let urls = if is_known { urls } else { url::find_all(&text, false) }.on_x;
        let (weight, fits) = weigh(&text, &urls);
        let added = spaces.iter().take_while(|&&space| space < fits).count();
        let over_from = (weight > LIMIT).then_some(fits - added);
        let linked = hashtags(&text, &urls);
        OnX { text, weight, fits, over_from, linked }
    }

    /// The hashtags that X links, without their signs.
    pub fn linked_tags(&self) -> Vec<&str> {
        let tag = |range: &Range<usize>| self.text.get(range.clone())?.strip_prefix(is_sign);
        self.linked.iter().filter_map(tag).collect()
    }
}

/// `text` with a space in front of each campaign tag that follows a character
/// after which X starts no tag, or a URL that might swallow it; and where in the
/// new text these spaces are.
fn spaced(text: &str, pieces: &[Piece]) -> (String, Vec<usize>) {
    let mut spaces = Vec::new();
    let mut out = String::with_capacity(text.len() + 1);
    let mut taken = 0;
    for tag in pieces.iter().filter(|piece| piece.is_exact()) {
        let before = text.get(taken..tag.range.start).unwrap_or_default();
        out.push_str(before);
        taken = tag.range.start;
        if may_be_in_url_after(before) || !starts_tag_after(out.chars().next_back()) {
            spaces.push(out.len());
            out.push(' ');
        }
    }
    out.push_str(text.get(taken..).unwrap_or_default());
    (out, spaces)
}

/// Whether a path or a query may have begun in `text` that has not ended. Which
/// URLs there are is not asked, because a space for one tag can bring out another.
fn may_be_in_url_after(text: &str) -> bool {
    let run = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    run.split_once('.').is_some_and(|(_, rest)| rest.contains(['/', '?']))
}

/// Whether X starts a hashtag after this character, or at the start.
fn starts_tag_after(before: Option<char>) -> bool {
    before.is_none_or(|c| matches!(c, '\u{FE0E}' | '\u{FE0F}') || !(is_tag_char(c) || c == '&'))
}

/// The weighted length of `text`: 2 a character, but 1 for those of the ranges
/// that configuration v3 names, 2 an emoji sequence and 23 a URL; and how many
/// bytes of it fit.
fn weigh(text: &str, urls: &[Url]) -> (usize, usize) {
    let mut weight = 0;
    let mut fits = 0;
    let mut valid = true;
    let mut urls = urls.iter().peekable();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let emoji = emoji::sequence(rest);
        let len = if let Some(url) = urls.next_if(|url| url.range.start == at) {
            weight += URL_WEIGHT;
            url.counted_end - at
        } else if emoji > 0 {
            weight += 2;
            emoji
        } else {
            weight += if is_light(c) { 1 } else { 2 };
            c.len_utf8()
        };
        valid &= weight <= LIMIT && !matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
        if valid {
            fits = at + len;
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    (weight, fits)
}

/// Whether `c` weighs 100 of 200.
fn is_light(c: char) -> bool {
    matches!(c as u32, 0..=0x10FF | 0x2000..=0x200D | 0x2010..=0x201F | 0x2032..=0x2037)
}

/// The hashtags that X links in `text`: `#` or `＃`, then letters and digits, at
/// least one letter; neither inside a URL nor before another sign or `://`.
fn hashtags(text: &str, urls: &[Url]) -> Vec<Range<usize>> {
    let mut linked = Vec::new();
    let mut urls = urls.iter().peekable();
    let mut linked_end = 0;
    let mut name_end = None;
    for (at, byte) in text.bytes().enumerate() {
        // Byte by byte, for most of a text is no sign: 0xEF is the first of `＃`.
        if !matches!(byte, b'#' | 0xEF) {
            continue;
        }
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let mut chars = rest.chars();
        let is_sign = matches!(chars.next(), Some('#' | '＃'));
        let rest = chars.as_str();
        let is_followed =
            chars.next().is_some_and(|c| is_tag_char(c) && !matches!(c, '\u{FE0F}' | '\u{20E3}'));
        // A name is used up: no tag starts after its last character.
        let is_free = is_sign && is_followed && name_end != Some(at);
        if !is_free || !starts_tag_after(before.chars().next_back()) {
            continue;
        }
        let after = rest.trim_start_matches(is_tag_char);
        let (name, _) = rest.split_at_checked(rest.len() - after.len()).unwrap_or_default();
        if !name.contains(is_letter) {
            continue;
        }
        let end = text.len() - after.len();
        name_end = Some(end);
        // Of two that overlap, the one that starts first is linked.
        while urls.next_if(|url| url.range.end <= at || url.range.start < linked_end).is_some() {}
        let in_url = urls.peek().is_some_and(|url| url.range.start <= at);
        if !in_url && !after.starts_with(['#', '＃']) && !after.starts_with("://") {
            linked_end = end;
            linked.push(at..end);
        }
    }
    linked
}
