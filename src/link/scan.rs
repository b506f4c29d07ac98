//! Where links begin and end in text that was pasted.
//!
//! Chinese text has no space around a link, and chat apps glue one link to
//! the next. The guiding rule: to cut a link too long costs a refusal that
//! the person sees; to cut an id too short would name somebody else's post.

use super::host::{Site, site};
use crate::unicode::may_be_letter;

/// How many digits the ids of X have, from May 2018 to 2086.
pub(super) const ID_DIGITS: usize = 19;

/// A piece of text that may be a link.
pub(super) struct Candidate<'t> {
    /// The link, without the punctuation of the sentence around it.
    pub text: &'t str,
    /// Whether it starts with a scheme and `://`.
    pub has_scheme: bool,
    /// Whether it is meant as a link. A host without a scheme that nobody
    /// here knows, or without a path, may as well be prose.
    pub certain: bool,
}

/// Every piece of `text` that may be a link, in order.
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
        // A host in other letters, such as `x．com`, is none to `start`.
        let whole = candidate(without_punctuation(word), 0);
        if found.len() == known && whole.certain && !word.is_ascii() {
            found.push(whole);
        }
    }
    found
}

/// The part of a link (without its scheme) that names the host, as pasted.
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

/// Characters that no link to a post holds, and that stand between links.
pub(super) fn separates(c: char) -> bool {
    c.is_whitespace() || c.is_control() || ",;<>\"'`()[]{}|^".contains(c)
}

/// Where the first link of a word begins, and how long its `scheme://` is.
fn start(word: &str) -> Option<(usize, usize)> {
    let scheme = scheme(word);
    let prose = match scheme {
        Some((at, _)) => word.get(..at)?,
        None => word,
    };
    bare_host(prose).map(|at| (at, 0)).or(scheme)
}

/// What stands between the scheme and the host.
const SEPARATOR: &str = "://";

/// The first `scheme://`. Letters before `http` are prose glued to it.
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

/// The first host that stands without a scheme.
fn bare_host(word: &str) -> Option<usize> {
    let in_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let mut at = 0;
    let mut before = None;
    for piece in word.split_inclusive(|c| !in_host(c)) {
        let run = piece.trim_end_matches(|c| !in_host(c));
        let host = run.trim_start_matches(['.', '-']);
        let after = piece.chars().next_back().filter(|c| !in_host(*c));
        // After one of these it is the end of something else: an address
        // for mail, a path.
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
        // A slash with nothing before it begins a host, as in `//x.com`.
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

/// How many bytes of `link` belong to it.
fn length(link: &str, prefix: usize) -> usize {
    let end = next_link(link, prefix).unwrap_or(link.len());
    let mut part = Part::Host;
    // Whether a segment of digits, such as an id, has been read; and how many
    // there are in the segment being read, if it is one.
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
            // A host in another script is a trap to be named as such.
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

/// Characters that change the digits before them, so that these must not be
/// read alone: other digits, the sign of a link cut off, the keycap that
/// makes `1` the emoji of a list.
fn spoils(c: char) -> bool {
    c.is_numeric() || c == '…' || c == '\u{20E3}'
}

/// Where the next link begins that is glued to this one. A link inside
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

/// Takes off the sentence's punctuation. Dots that stand for the rest of a
/// link that was cut off stay, so that half an id is not taken for one.
fn without_punctuation(link: &str) -> &str {
    let short = link.trim_end_matches(['.', ':', '!', '?', '*', '_', '~', '&']);
    let digits = short.bytes().rev().take_while(u8::is_ascii_digit).count();
    match link.strip_prefix(short) {
        Some(end) if end.starts_with("..") && digits != ID_DIGITS => link,
        _ => short,
    }
}

/// The text up to the first character of a kind, and the rest. (The standard
/// library's searches would be made anew for each kind.)
pub(super) fn until(text: &str, is_kind: fn(char) -> bool) -> (&str, &str) {
    let end = text.char_indices().find(|(_, c)| is_kind(*c)).map(|(at, _)| at);
    end.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}
