//! What X makes of the same text.

use super::chars::{is_letter, is_tag_char};
use super::emoji;
use super::scan::Piece;
use super::url::{self, Reading, Url};

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
    /// What X links as hashtags, without their signs.
    pub linked: Vec<String>,
}

impl OnX {
    /// Reads the draft `text`, of which `pieces` are known.
    pub fn new(text: &str, pieces: &[Piece]) -> Self {
        let text = spaced(text, pieces);
        let urls = url::find_all(&text, Reading::X);
        let (weight, fits) = weigh(&text, &urls);
        let linked = hashtags(&text, &urls);
        OnX { text, weight, fits, linked }
    }
}

/// `text` with a space in front of each campaign tag that follows a character
/// after which X starts no tag, or a URL that would swallow it.
fn spaced(text: &str, pieces: &[Piece]) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut taken = 0;
    let mut url_end = None;
    for piece in pieces {
        let start = piece.range.start;
        if piece.is_exact() {
            out.push_str(text.get(taken..start).unwrap_or_default());
            taken = start;
            if url_end == Some(start) || !starts_tag_after(out.chars().next_back()) {
                out.push(' ');
            }
        }
        url_end = piece.is_url().then_some(piece.range.end);
    }
    out.push_str(text.get(taken..).unwrap_or_default());
    out
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
fn hashtags(text: &str, urls: &[Url]) -> Vec<String> {
    let mut linked = Vec::new();
    let mut urls = urls.iter().peekable();
    let mut linked_end = 0;
    let mut before = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if matches!(c, '#' | '＃')
            && starts_tag_after(before)
            && !rest.starts_with(['\u{FE0F}', '\u{20E3}'])
        {
            let after = rest.trim_start_matches(is_tag_char);
            let (name, _) = rest.split_at_checked(rest.len() - after.len()).unwrap_or_default();
            if name.contains(is_letter) {
                // Of two that overlap, the one that starts first is linked.
                while let Some(url) = urls.peek()
                    && (url.range.end <= at || url.range.start < linked_end)
                {
                    urls.next();
                }
                let in_url = urls.peek().is_some_and(|url| url.range.start <= at);
                if !in_url && !after.starts_with(['#', '＃']) && !after.starts_with("://") {
                    linked.push(name.to_string());
                    linked_end = text.len() - after.len();
                }
                // The name is used up: no tag starts after its last character.
                before = Some('_');
                rest = after;
                continue;
            }
        }
        before = Some(c);
    }
    linked
}
