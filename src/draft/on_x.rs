//! What X makes of the same text.

use std::ops::Range;

use super::scan::Piece;
use crate::twitter_text::url::{self, Urls};
use crate::twitter_text::{LIMIT, hashtags, is_sign, starts_hashtag_after, weigh};

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
        if may_be_in_url_after(before) || !starts_hashtag_after(out.chars().next_back()) {
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
