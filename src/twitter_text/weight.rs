//! The weighted length of a post, twitter-text configuration v3.

use super::emoji;
use super::url::Url;

/// The maximum weighted length of a post.
pub const LIMIT: usize = 280;

/// The weight of a URL of any length: X replaces it with `https://t.co/…`.
const URL_WEIGHT: usize = 23;

/// Returns the weighted length of `text` and the number of bytes that fit: 2
/// per character, but 1 in the ranges of configuration v3, 2 per emoji sequence
/// and 23 per URL.
pub fn weigh(text: &str, urls: &[Url]) -> (usize, usize) {
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

/// Whether `c` has the weight 100 of 200.
fn is_light(c: char) -> bool {
    matches!(c as u32, 0..=0x10FF | 0x2000..=0x200D | 0x2010..=0x201F | 0x2032..=0x2037)
}
