//! Finding the URLs in a text the way X does.
//!
//! This follows the grammar of twitter-text 3.1.0, which decides what X
//! shortens to 23 characters: `http(s)://` in front, or a bare domain such as
//! `gate.com`. Where it takes less trouble than the original:
//!
//! - Bare domains end in a two-letter country code or in one of some 170 other
//!   top-level domains; the original knows 1,163. With `http(s)://` in front
//!   any top-level domain of two or more Latin letters will do.
//! - Top-level domains in other scripts (`.中国`, `xn--…`) are not known.
//! - `https://t.co/…` gets no special treatment.
//! - Of several bare domains in one stretch of Han text each is judged by itself,
//!   and emoji in such a stretch count as one character each.

mod path;
mod punycode;
mod top_level;

use std::ops::Range;

use path::{path_and_query, port};
use top_level::is_top_level;

/// A URL in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// Whether it begins with `http://` or `https://`.
    pub has_scheme: bool,
    /// Whether X shortens it. X takes Han text that is glued to a bare domain
    /// for the beginning of its host; where that becomes longer than a host
    /// may be, X leaves the domain as it is.
    pub is_shortened: bool,
}

/// All URLs of `text`, from left to right.
pub fn find_all(text: &str) -> Vec<Url> {
    let mut found = Vec::new();
    let mut before = None;
    let mut host: Option<Host> = None;
    let mut tried = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let mut end = at;
        // A character before a URL belongs to no other URL: the start of the
        // text will do instead, the end of a URL will not.
        let starts = is_domain_char(c) && before.map_or(at == 0 && !may_precede(c), may_precede);
        if !is_domain_char(c) {
            host = host.filter(|_| matches!(c, '.' | '-') && before.is_some_and(is_domain_char));
        } else if starts && host.is_none() {
            host = Some(Host { start: at, before });
        }
        if let Some(len) = with_scheme(rest).filter(|_| starts) {
            end = at + len;
            found.push(Url { range: at..end, has_scheme: true, is_shortened: true });
        } else if let Some(host) = &host
            && is_ascii_domain_char(c)
            && (host.start == at || !before.is_some_and(is_ascii_domain_char))
            && at >= tried
        {
            if let Some(bare) = bare(rest) {
                end = at + bare.read;
                if host.may_be_bare() {
                    let whole = text.get(host.start..at + bare.domain).unwrap_or_default();
                    let is_shortened = whole.split('.').all(punycode::is_label);
                    found.push(Url { range: at..at + bare.len, has_scheme: false, is_shortened });
                }
            } else {
                // No part of it is a domain either: try it once only.
                let after = rest.trim_start_matches(|c| c == '.' || is_ascii_domain_char(c));
                tried = text.len() - after.len();
            }
        }
        if end > at {
            host = None;
            before = None;
            rest = text.get(end..).unwrap_or_default();
        } else {
            before = Some(c);
            rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        }
    }
    found
}

/// The beginning of what may be a host without a scheme.
struct Host {
    /// Where it is, in bytes.
    start: usize,
    /// The character before it.
    before: Option<char>,
}

impl Host {
    /// After `a_`, `//` or `me@mail.` it is part of something else.
    fn may_be_bare(&self) -> bool {
        !matches!(self.before, Some('-' | '_' | '.' | '/'))
    }
}

/// Whether a URL can start after `c`.
fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric()
        || matches!(c, '@' | '＠' | '$' | '#' | '＃' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
}

/// The length of the URL with `http://` or `https://` that `text` starts with.
fn with_scheme(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| {
        text.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    })?;
    let end = scheme.len() + host(text.get(scheme.len()..)?, true)?;
    let tail = text.get(end..)?;
    Some(end + path_and_query(tail, port(tail)))
}

/// The lengths, in bytes, of the parts of a URL without a scheme.
struct Bare {
    domain: usize,
    /// With its path and query, if it has a path.
    len: usize,
    /// With all that looks like a part of it, in which there is no other URL.
    read: usize,
}

/// The URL without a scheme that `text` starts with.
fn bare(text: &str) -> Option<Bare> {
    let domain = host(text, false)?;
    let tail = text.get(domain..)?;
    let port = port(tail);
    let read = domain + path_and_query(tail, port);
    let has_path = tail.get(port..).is_some_and(|rest| rest.starts_with('/'));
    Some(Bare { domain, len: if has_path { read } else { domain }, read })
}

/// The length of the host that `text` starts with: labels up to the last one
/// that is a top-level domain.
fn host(text: &str, has_scheme: bool) -> Option<usize> {
    let mut known = None;
    let mut likely = None;
    let mut before = '.';
    let mut underscore = false;
    for (at, c) in text.char_indices() {
        match c {
            '.' | '-' | '_' if before == '.' => break,
            '.' if matches!(before, '-' | '_') => break,
            '.' => {
                let (label, end) = label_at(text, at + 1);
                if !underscore && is_top_level(label) {
                    known = Some(end);
                } else if !underscore && has_scheme && label.len() > 1 {
                    likely = likely.or(Some(end));
                }
                underscore = false;
            }
            '-' => {}
            '_' if has_scheme => underscore = true,
            _ if has_scheme && is_domain_char(c) => {}
            _ if is_ascii_domain_char(c) => {}
            _ => break,
        }
        before = c;
    }
    known.or(likely)
}

/// The Latin letters of `text` from `start` on, and their end; none where what
/// follows shows that they are only the beginning of something else.
fn label_at(text: &str, start: usize) -> (&str, usize) {
    let rest = text.get(start..).unwrap_or_default();
    let after = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let (label, _) = rest.split_at_checked(rest.len() - after.len()).unwrap_or_default();
    if after.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '@' | '+' | '-')) {
        return ("", start);
    }
    (label, start + label.len())
}

/// Whether `c` may stand in the host of a URL with a scheme: whatever is no
/// punctuation, no space and no bidi control, so that `https://例え.jp` is one.
fn is_domain_char(c: char) -> bool {
    let bars = matches!(c, '\u{61C}' | '\u{180E}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    !(bars || c.is_ascii_punctuation() || c.is_whitespace())
}

/// Whether `c` may stand in the labels of a bare domain.
fn is_ascii_domain_char(c: char) -> bool {
    c == '-' || c.is_ascii_alphanumeric() || is_accented_latin(c)
}

fn is_accented_latin(c: char) -> bool {
    matches!(c, 'À'..='ɏ' | '\u{300}'..='\u{36F}' | 'Ḁ'..='ỿ') && !matches!(c, '×' | '÷')
}
