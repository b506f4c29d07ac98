//! Hashtags, as X links them.

use std::ops::Range;

use super::url::Url;
use crate::unicode::{is_digit, is_letter};

/// Whether `c` can open or close a hashtag: the number sign, its full-width
/// form or its small form.
pub fn is_sign(c: char) -> bool {
    matches!(c, '#' | '＃' | '﹟')
}

/// Whether `c` can be inside a hashtag on X: a letter, a digit, the underscore,
/// or a sign that some scripts write inside words.
pub fn is_tag_char(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
        '\u{B7}' | '\u{5BE}' | '\u{5F3}' | '\u{5F4}' | '\u{F0B}' | '\u{F0C}' | '\u{200C}'
        | '\u{200D}' | '\u{3003}' | '\u{301C}' | '\u{309B}' | '\u{309C}' | '\u{30A0}'
        | '\u{30FB}' | '\u{A67E}' | '\u{FF5E}' => true,
        _ => is_letter(c) || is_digit(c),
    }
}

/// Whether X starts a hashtag after this character; `None` is the start of the
/// text.
pub fn starts_hashtag_after(before: Option<char>) -> bool {
    before.is_none_or(|c| matches!(c, '\u{FE0E}' | '\u{FE0F}') || !(is_tag_char(c) || c == '&'))
}

/// Returns the hashtags that X links in `text`: `#` or `＃`, then letters and
/// digits, at least one letter; neither inside a URL nor before another sign or
/// `://`.
pub fn hashtags(text: &str, urls: &[Url]) -> Vec<Range<usize>> {
    let mut linked = Vec::new();
    let mut urls = urls.iter().peekable();
    let mut linked_end = 0;
    let mut name_end = None;
    for (at, byte) in text.bytes().enumerate() {
        // By bytes, for most of a text is not a sign: 0xEF is the first of `＃`.
        if !matches!(byte, b'#' | 0xEF) {
            continue;
        }
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let mut chars = rest.chars();
        let is_sign = matches!(chars.next(), Some('#' | '＃'));
        let rest = chars.as_str();
        let is_followed =
            chars.next().is_some_and(|c| is_tag_char(c) && !matches!(c, '\u{FE0F}' | '\u{20E3}'));
        // No tag starts directly after the last character of a name.
        let is_free = is_sign && is_followed && name_end != Some(at);
        if !is_free || !starts_hashtag_after(before.chars().next_back()) {
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
