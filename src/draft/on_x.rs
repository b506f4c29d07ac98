//! How X treats the same text.

use std::ops::Range;

use super::scan::Piece;
use crate::twitter_text::url::{self, Urls};
use crate::twitter_text::{LIMIT, hashtags, is_sign, starts_hashtag_after, weigh};

/// The text to share on X, and how X treats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnX {
    /// The draft, with a space before each campaign tag that X would not
    /// recognise otherwise.
    pub text: String,
    /// The weighted length of that text, twitter-text configuration v3.
    pub weight: usize,
    /// The number of bytes that X accepts, from the start: at most a weight of
    /// 280, without cutting a URL or an emoji (validRangeEnd of twitter-text).
    /// All of the text if it fits, unless it contains one of the three
    /// characters that X rejects (U+FEFF, U+FFFE, U+FFFF); then everything
    /// before that.
    pub fits: usize,
    /// The start of the text beyond the limit of X, in bytes of the draft;
    /// `None` if the weight is at most 280.
    pub over_from: Option<usize>,
    /// The hashtags that X links, in bytes of the shared text, with their
    /// signs.
    pub linked: Vec<Range<usize>>,
}

impl OnX {
    /// Checks the draft `text` with its known `pieces` and `urls`.
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

    /// Returns the hashtags that X links, without their signs.
    pub fn linked_tags(&self) -> Vec<&str> {
        let tag = |range: &Range<usize>| self.text.get(range.clone())?.strip_prefix(is_sign);
        self.linked.iter().filter_map(tag).collect()
    }
}

/// Returns `text` with a space before each campaign tag that follows a
/// character after which X starts no tag, or a URL that could absorb it; and
/// the positions of these spaces in the new text.
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

/// Whether a path or a query may still be open at the end of `text`. The known
/// URLs are not used, because a space before one tag can reveal another.
fn may_be_in_url_after(text: &str) -> bool {
    let run = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    run.split_once('.').is_some_and(|(_, rest)| rest.contains(['/', '?']))
}
