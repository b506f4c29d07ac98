//! Finds the links in pasted text.
//!
//! Chinese text has no space around a link, and chat apps join one link to the
//! next. The guiding rule: a link cut too long is refused visibly; an id cut
//! too short would be somebody else's post.

use super::host::{Site, site};
use crate::unicode::may_be_letter;

/// The number of digits of X's ids, from May 2018 to 2086.
pub(super) const ID_DIGITS: usize = 19;

/// A text that may be a link.
pub(super) struct Candidate<'t> {
    /// The link, without the punctuation of the sentence around it.
    pub text: &'t str,
    /// Whether it starts with a scheme and `://`.
    pub has_scheme: bool,
    /// Whether it is meant as a link. Without a scheme, an unknown host or one
    /// without a path may be prose.
    pub certain: bool,
}

/// Returns every part of `text` that may be a link, in order.
pub(super) fn candidates(text: &str) -> Vec<Candidate<'_>> {
    let mut found = Vec::new();
    for word in text.split(separates) {
        let known = found.len();
        let mut rest = word;
        while let Some((at, prefix)) = start(rest) {
            let Some((_, tail)) = rest.split_at_checked(at) else {
                break;
            };
            let Some((link, after)) = tail.split_at_checked(length(tail, prefix)) else {
                break;
            };
            found.push(candidate(without_punctuation(link), prefix));
            rest = after;
        }
        // `start` does not find a host in other letters, such as `x．com`.
        let whole = candidate(without_punctuation(word), 0);
        if found.len() == known && whole.certain && !word.is_ascii() {
            found.push(whole);
        }
    }
    found
}

/// Returns the authority of a link without its scheme, as pasted.
pub(super) fn authority(link: &str) -> &str {
    until(link, |c| matches!(c, '/' | '\\' | '?' | '#')).0
}

fn candidate(text: &str, prefix: usize) -> Candidate<'_> {
    let bare = text.get(prefix..).unwrap_or("");
    let host = authority(bare);
    let path = bare.get(host.len()..).unwrap_or("");
    let certain = if prefix > 0 {
        !bare.is_empty()
    } else {
        path.split('/').skip(1).any(|part| part.starts_with("status"))
            || (path.len() > 1 && knows(host))
    };
    Candidate { text, has_scheme: prefix > 0, certain }
}

/// Whether `c` separates links: no link to a post contains it.
pub(super) fn separates(c: char) -> bool {
    c.is_whitespace() || c.is_control() || ",;<>\"'`()[]{}|^".contains(c)
}

/// Returns the start of the first link of a word, and the length of its
/// `scheme://`.
fn start(word: &str) -> Option<(usize, usize)> {
    let scheme = scheme(word);
    let prose = match scheme {
        Some((at, _)) => word.get(..at)?,
        None => word,
    };
    bare_host(prose).map(|at| (at, 0)).or(scheme)
}

/// The separator of scheme and host.
const SEPARATOR: &str = "://";

/// Returns the first `scheme://`. Letters before `http` are prose.
fn scheme(word: &str) -> Option<(usize, usize)> {
    word.match_indices(':').find_map(|(colon, _)| {
        word.get(colon..)?.strip_prefix(SEPARATOR)?;
        let before = word.get(..colon)?;
        let letters = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let name = before.get(letters.len()..)?.to_ascii_lowercase();
        let length = match () {
            () if name.is_empty() => return None,
            () if name.ends_with("https") => 5,
            () if name.ends_with("http") => 4,
            () => name.len(),
        };
        Some((colon - length, length + SEPARATOR.len()))
    })
}

/// Returns the first host without a scheme.
fn bare_host(word: &str) -> Option<usize> {
    let in_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let mut at = 0;
    let mut before = None;
    for piece in word.split_inclusive(|c| !in_host(c)) {
        let run = piece.trim_end_matches(|c| !in_host(c));
        let host = run.trim_start_matches(['.', '-']);
        let after = piece.chars().next_back().filter(|c| !in_host(*c));
        // After one of these it ends something else: a mail address, a path.
        let begins = !matches!(before, Some('@' | '/' | '\\' | '_' | '%'));
        let goes_on = match after {
            Some('/') => has_top_level(host),
            Some('@' | '_' | '%') => false,
            _ => knows(host),
        };
        if begins && goes_on {
            return Some(at + run.len() - host.len());
        }
        at += piece.len();
        // A slash without a run before it starts a host, as in `//x.com`.
        if !(run.is_empty() && after == Some('/')) {
            before = after;
        }
    }
    None
}

fn has_top_level(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(name, top)| {
        !name.is_empty() && top.len() > 1 && top.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

fn knows(host: &str) -> bool {
    site(&host.trim_end_matches('.').to_ascii_lowercase()) != Site::Other
}

/// Returns the length of the link, in bytes.
fn length(link: &str, prefix: usize) -> usize {
    let end = next_link(link, prefix).unwrap_or(link.len());
    let mut part = Part::Host;
    // Whether a segment of digits, such as an id, has been read; and the number
    // of digits in the current segment, if it consists of digits.
    let mut numbered = false;
    let mut digits = Some(0);
    for (at, c) in link.char_indices() {
        if at < prefix {
            continue;
        }
        if at >= end {
            break;
        }
        let prose_follows = match part {
            // A host in another script is reported as a trap.
            Part::Host => prefix == 0 && !c.is_ascii(),
            Part::Path => {
                let is_whole = digits == Some(ID_DIGITS);
                let text_after_id = numbered || digits > Some(0);
                let spoils = spoils(c) && !(is_whole && c == '…');
                !c.is_ascii() && !spoils && (text_after_id || !may_be_letter(c))
            }
            Part::Rest => !c.is_ascii(),
        };
        if prose_follows {
            return at;
        }
        match (c, part) {
            (_, Part::Rest) => {}
            ('?' | '#', _) => part = Part::Rest,
            ('/' | '\\', _) => {
                part = Part::Path;
                numbered |= digits > Some(0);
                digits = Some(0);
            }
            _ => digits = digits.filter(|_| c.is_ascii_digit()).map(|count| count + 1),
        }
    }
    end
}

#[derive(Clone, Copy)]
enum Part {
    Host,
    Path,
    Rest,
}

/// Whether `c` invalidates the digits before it: other digits, the sign of a
/// link cut off, the keycap that makes `1` a list emoji.
fn spoils(c: char) -> bool {
    c.is_numeric() || c == '…' || c == '\u{20E3}'
}

/// Returns the start of the next link, directly after this one. A link inside
/// another, as its parameter or as the path of an archive, is part of it.
fn next_link(link: &str, prefix: usize) -> Option<usize> {
    let of_known_host = knows(authority(link.get(prefix..)?));
    let mut from = prefix;
    while let Some((at, length)) = scheme(link.get(from..)?) {
        let at = from + at;
        let is_web = link.get(at..at + 4).is_some_and(|name| name.eq_ignore_ascii_case("http"));
        let glued = match link.get(prefix..at)?.chars().next_back() {
            Some('=') => false,
            Some('/') => of_known_host,
            _ => true,
        };
        if is_web && glued {
            return Some(at);
        }
        from = at + length;
    }
    None
}

/// Removes the sentence's punctuation, but not the dots of a link that was cut
/// off, so that half an id is not read as one.
fn without_punctuation(link: &str) -> &str {
    let short = link.trim_end_matches(['.', ':', '!', '?', '*', '_', '~', '&']);
    let digits = short.bytes().rev().take_while(u8::is_ascii_digit).count();
    match link.strip_prefix(short) {
        Some(end) if end.starts_with("..") && digits != ID_DIGITS => link,
        _ => short,
    }
}

/// Splits the text before the first character of a kind. (The standard
/// library's search would be compiled for each kind.)
pub(super) fn until(text: &str, is_kind: fn(char) -> bool) -> (&str, &str) {
    let end = text.char_indices().find(|(_, c)| is_kind(*c)).map(|(at, _)| at);
    end.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}
