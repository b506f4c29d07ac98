//! Removes the escapes of links that a program has written.

use super::scan::{separates, until};

/// Decodes the escapes of JSON and scripts (`\/`, `\u002F`, `\x2F`), HTML
/// (`&amp;`, `&#x2F;`, `&sol;`), Markdown and shells (`gate\_user`, `\?s\=20`),
/// and of links that are percent-encoded as a whole.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let escaped = match c {
            '\\' => of_script(rest),
            '&' => of_html(rest),
            _ => None,
        };
        if let Some((meant, after)) = escaped {
            plain.push(meant);
            rest = after;
        } else if c != '\\' || !rest.starts_with(is_escaped) {
            plain.push(c);
        }
    }
    plain.split_inclusive(separates).map(decode_whole).collect()
}

/// Whether a backslash escapes `c`. Not a letter: there, browsers read a slash.
/// Nor `@`, which some put before a name.
fn is_escaped(c: char) -> bool {
    c.is_whitespace() || (c.is_ascii_punctuation() && c != '@')
}

/// Returns the character after a backslash, and the rest.
fn of_script(after: &str) -> Option<(char, &str)> {
    let (digits, code) = match after.split_at_checked(1)? {
        ("u", code) => (4, code),
        ("x", code) => (2, code),
        _ => return None,
    };
    let (code, rest) = code.split_at_checked(digits)?;
    Some((character(code, 16)?, rest))
}

/// HTML entities that occur in and around links.
const NAMES: [(&str, char); 11] = [
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("nbsp", ' '),
    ("sol", '/'),
    ("colon", ':'),
    ("period", '.'),
    ("lowbar", '_'),
    ("quest", '?'),
    ("equals", '='),
    ("num", '#'),
];

/// Returns the character after an ampersand, and the rest.
fn of_html(after: &str) -> Option<(char, &str)> {
    let (mut name, mut ampersand) = (after, None);
    // Once per level of escaping.
    while let Some(rest) = name.strip_prefix("amp;") {
        name = rest;
        ampersand = Some(('&', rest));
    }
    let end = name.bytes().take(9).position(|byte| byte == b';');
    let named = end.and_then(|end| {
        let (name, rest) = name.split_at_checked(end)?;
        let meant = match name.strip_prefix('#') {
            Some(code) => match code.strip_prefix(['x', 'X']) {
                Some(code) => character(code, 16),
                None => character(code, 10),
            },
            None => NAMES.iter().find(|(known, _)| *known == name).map(|(_, meant)| *meant),
        };
        Some((meant?, rest.get(1..)?))
    });
    named.or(ampersand)
}

/// Returns the character of a code of up to seven digits.
fn character(code: &str, radix: u32) -> Option<char> {
    let number = code.chars().try_fold(0, |sum, c| Some(sum * radix + c.to_digit(radix)?));
    number.filter(|number| *number > 0).and_then(char::from_u32)
}

/// Decodes a link that is the parameter of another one, which is encoded from
/// its scheme on.
fn decode_whole(word: &str) -> String {
    let (before, from) = until(word, |c| c == '%' || c == '/');
    let before = before.to_ascii_lowercase();
    let is_encoded = from.get(..3).is_some_and(|colon| colon.eq_ignore_ascii_case("%3A"));
    match is_encoded && (before.ends_with("http") || before.ends_with("https")) {
        true => decode(word),
        false => word.to_owned(),
    }
}

/// Decodes signs that are percent-encoded (`%5F`) or, in mail, quoted-printable
/// (`=5F`). Letters and digits need no encoding and must not become part of an
/// id.
pub(super) fn decode(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let sign = match c {
            '%' | '=' => rest.get(1..3).and_then(|code| character(code, 16)),
            _ => None,
        };
        let sign = sign.filter(|sign| sign.is_ascii() && !sign.is_ascii_alphanumeric());
        plain.push(sign.unwrap_or(c));
        let length = if sign.is_some() { 3 } else { c.len_utf8() };
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}
