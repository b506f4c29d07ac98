//! Finds the end of a mention.

use crate::unicode::{is_digit, is_letter, same_letter};

/// The maximum length of a name, where a Han character counts as two: Weibo
/// allows 30.
const LONGEST_NAME: usize = 30;

/// The maximum length of a Han ending of a name that begins with Latin letters.
const LONGEST_END: usize = 4;

/// Returns the length of the name at the start of `text`, which follows `@`; 0
/// if there is none. The name of the campaign's `account` is known.
pub fn name_len(text: &str, account: &str) -> usize {
    account_len(text, account).unwrap_or_else(|| longest_name_len(text))
}

/// Returns the length of a name that is not known.
///
/// Han is written without spaces, so a name in Latin letters, as on X, ends
/// with them: `@gate_io今天第一次` is a name and a sentence. But what precedes a `_`
/// also belongs to the name (`@Gate广场_Official今天第一次`), and so does a short
/// ending (`@Gate广场`). The end of a Han name is unknown; the longest reading is
/// the strict one.
fn longest_name_len(text: &str) -> usize {
    let mut width = 0;
    let longest = text.char_indices().find(|&(_, c)| {
        width += if c.is_ascii() { 1 } else { 2 };
        width > LONGEST_NAME || !is_name_char(c)
    });
    let name = text.get(..longest.map_or(text.len(), |(end, _)| end)).unwrap_or_default();
    if !name.starts_with(is_latin) {
        return name.len();
    }
    let rest = name.trim_start_matches(is_latin);
    let rest = rest.rsplit_once('_').map_or(rest, |(_, end)| end.trim_start_matches(is_latin));
    let is_end = longest.is_none_or(|(_, c)| !is_name_char(c));
    if is_end && rest.chars().count() <= LONGEST_END { name.len() } else { name.len() - rest.len() }
}

/// Returns the length of the campaign's `account` at the start of `text`, which
/// follows `@`; `None` if it is absent or only the beginning of another name.
fn account_len(text: &str, account: &str) -> Option<usize> {
    let account = account.trim_start_matches(['@', '＠']);
    let mut rest = text.chars();
    let is_there = account.chars().all(|c| rest.next().is_some_and(|found| same_letter(c, found)));
    let goes_on = account.ends_with(is_latin) && rest.as_str().starts_with(is_latin);
    (is_there && !goes_on && !account.is_empty()).then(|| text.len() - rest.as_str().len())
}

fn is_name_char(c: char) -> bool {
    c == '_' || is_letter(c) || is_digit(c)
}

/// Whether `c` can be in a name of X, or is a European letter.
fn is_latin(c: char) -> bool {
    (c as u32) < 0x530 && is_name_char(c)
}
