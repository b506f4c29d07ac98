//! Rejoins links that white space has split.
//!
//! Mail programs and chats break long lines, even inside links, and the first
//! half of an id is the id of somebody else's post. A whole id is known by its
//! length: X's ids have 19 digits from May 2018 until 2086. So
//!
//! - A gap is removed where, without it, the link has an id of 19 digits, and
//!   did not before. No other number in a pasted text fits like this, except a
//!   short one after an id of 2018 or older: up to three digits, which may be a
//!   number of something, must be the last on their line.
//! - Where the digits after a line break fit differently, the link is marked as
//!   cut off, which refuses it, unless they number another link:
//!   `2. https://…`.
//! - Everything else is kept as pasted, such as two links on two lines.

use super::scan::{ID_DIGITS, candidates, separates, until};
use crate::unicode::may_be_letter;

/// What to do with a gap.
enum Gap {
    Stays,
    Goes,
    CutsOff,
}

/// Returns the text with rejoined links. `id` reads the id of the post of the
/// last link in a word.
pub(super) fn rejoin(text: &str, id: &dyn Fn(&str) -> Option<u64>) -> String {
    let mut joined = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, from_gap) = until(rest, is_gap);
        let (gap, after) = until(from_gap, |c| !is_gap(c));
        // A `=` at the end of a line is a quoted-printable line break (RFC
        // 2045, section 6.7).
        let word = match gap.starts_with(breaks_line) {
            true => word.strip_suffix('=').unwrap_or(word),
            false => word,
        };
        joined.push_str(word);
        match judge(&joined, gap, after, id) {
            Gap::Stays => joined.push_str(gap),
            Gap::Goes => {}
            Gap::CutsOff => {
                joined.push('…');
                joined.push_str(gap);
            }
        }
        rest = after;
    }
    joined
}

fn judge(before: &str, gap: &str, after: &str, id: &dyn Fn(&str) -> Option<u64>) -> Gap {
    let link = before.rsplit(separates).next().unwrap_or("");
    let (next, _) = until(after, separates);
    let Some(joined) = id(&[link, next].concat()) else {
        return Gap::Stays;
    };
    let alone = id(link);
    if alone == Some(joined) || id(next).is_some() {
        return Gap::Stays;
    }
    let (digits, tail) = until(after, |c| !c.is_ascii_digit());
    let may_be_number = alone.is_some() && digits.len() <= 3;
    if is_whole(joined) && !may_be_number {
        return Gap::Goes;
    }
    if alone.is_none() || !has(gap, breaks_line) {
        return Gap::Stays;
    }
    let (line, _) = until(tail, breaks_line);
    let ends_line = line.starts_with('?') || !has(line, may_be_letter);
    let is_number = may_be_number
        && line.starts_with(ends_number)
        && candidates(line).iter().any(|link| link.certain);
    match () {
        () if is_whole(joined) && ends_line => Gap::Goes,
        () if is_number => Gap::Stays,
        () => Gap::CutsOff,
    }
}

fn is_whole(id: u64) -> bool {
    id.to_string().len() == ID_DIGITS
}

/// White space, and the quote signs of mail in it.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == '>'
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters after the number of a list item.
fn ends_number(c: char) -> bool {
    matches!(c, '.' | ')' | ':' | '、' | '．' | '）' | '：')
}

fn has(text: &str, is_kind: fn(char) -> bool) -> bool {
    !until(text, is_kind).1.is_empty()
}
