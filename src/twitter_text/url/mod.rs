//! Finds the URLs in a text as X does.
//!
//! Follows the grammar of twitter-text 3.1.0, which determines what X shortens
//! to 23 characters: `http(s)://`, or a bare domain such as `gate.com`. Han
//! text directly before a bare domain belongs to its host, and so do other
//! domains in the same run: `看gate.com，和x.com/a` is one host and a path, of
//! which X then links the two domains in ASCII.
//!
//! The grammar is a regular expression over UTF-16. It matches one unit before
//! a URL, which may be the first half of an emoji; the second half then begins
//! the host. That matters if the host becomes too long.

mod chain;
mod path;
mod punycode;
mod top_level;

use std::ops::Range;

use chain::{Chain, is_domain_char};
use path::{path_and_query, port, short_link};

/// The maximum length of a URL in UTF-16 units, with `https://` counted once
/// more.
const LONGEST: usize = 4096;

/// A URL in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// The end that X uses for counting. It is too early if a path follows a
    /// host with more after its last ASCII domain: X drops as much of the path.
    pub counted_end: usize,
    /// Whether it begins with `http://` or `https://`.
    pub has_scheme: bool,
}

/// The URLs of a text, from left to right.
#[derive(Default)]
pub struct Urls {
    /// The URLs to a person: those that X links, but of any length and with any
    /// host, and all of a link to `t.co`.
    pub all: Vec<Url>,
    /// The URLs that X shortens, exactly.
    pub on_x: Vec<Url>,
    /// Whether one of `all` is a guess, which may hide some of `on_x`.
    pub guessed: bool,
}

/// Finds the URLs of `text`. With `guesses`, `all` includes those that begin
/// with `http(s)://` and end with a top-level domain that X does not know.
pub fn find_all(text: &str, guesses: bool) -> Urls {
    let mut finder = Finder { text, guesses, chain: Chain::default(), found: Urls::default() };
    let mut at = 0;
    // Every host contains a full stop, and only a host and its scheme precede
    // it.
    while let Some((before, _)) = text.get(at..).and_then(|rest| rest.split_once('.')) {
        let stop = at + before.len();
        at += before.rfind(|c| !may_lead(c)).unwrap_or_default();
        while at <= stop {
            at = finder.step(at);
        }
    }
    finder.found
}

/// A possible start of a URL.
#[derive(Clone, Copy)]
struct Start {
    /// The position, in bytes.
    at: usize,
    /// The second half of the character before `at`, if it begins the host.
    half: Option<u32>,
    /// The character before it.
    before: Option<char>,
}

struct Finder<'t> {
    text: &'t str,
    guesses: bool,
    /// The labels read last.
    chain: Chain,
    found: Urls,
}

impl Finder<'_> {
    /// Reads what may start after the character at `at`, or with the first one,
    /// and returns where to continue.
    fn step(&mut self, at: usize) -> usize {
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return self.text.len();
        };
        let next = at + c.len_utf8();
        let mut end = None;
        if may_precede(c) {
            let mut halves = [0; 2];
            if let [_, low] = c.encode_utf16(&mut halves) {
                end = self.read(Start { at: next, half: Some(u32::from(*low)), before: None });
            }
            let start = Start { at: next, half: None, before: Some(c) };
            end = end.or_else(|| self.read(start));
        }
        if at == 0 {
            end = end.or_else(|| self.read(Start { at, half: None, before: None }));
        }
        end.unwrap_or(next)
    }

    /// Reads a possible URL at `start`, keeps it if it is one, and returns its
    /// end.
    fn read(&mut self, start: Start) -> Option<usize> {
        let rest = self.text.get(start.at..)?;
        if !(start.half.is_some() || rest.starts_with(is_domain_char)) {
            return None;
        }
        let scheme = scheme(rest).filter(|_| start.half.is_none());
        match scheme.and_then(|scheme| self.with_scheme(start.at, start.at + scheme)) {
            None => self.bare(start),
            end => end,
        }
    }

    fn with_scheme(&mut self, start: usize, host: usize) -> Option<usize> {
        let mut chain = Chain::read(self.text, host, false);
        let known = chain.domain_from(host);
        let host_end = known.or(chain.likely().filter(|_| self.guesses))?;
        let end = self.tail_end(host_end);
        let (range, host) = (self.text.get(start..end)?, self.text.get(host..host_end)?);
        let url = |end| Url { range: start..end, counted_end: end, has_scheme: true };
        self.found.all.push(url(end));
        self.found.guessed |= known.is_none();
        if known.is_some()
            && let Some(len) = short_link(range)
            && is_host(None, host)
            && is_short(range, 0)
        {
            self.found.on_x.push(url(start + len));
        }
        Some(end)
    }

    fn bare(&mut self, start: Start) -> Option<usize> {
        if start.at >= self.chain.end() {
            self.chain = Chain::read(self.text, start.at, start.half.is_some());
        }
        let domain_end = self.chain.domain_from(start.at)?;
        let end = self.tail_end(domain_end);
        // After `a_`, `//` or `mail.` it is part of something else.
        if matches!(start.before, Some('-' | '_' | '.' | '/')) {
            return Some(end);
        }
        let domain = self.text.get(start.at..domain_end)?;
        let whole = self.text.get(start.at..end)?;
        let half = usize::from(start.half.is_some());
        let first = self.found.all.len();
        self.found.all.extend(chain::ascii_domains(domain).map(|domain| Url {
            range: start.at + domain.start..start.at + domain.end,
            counted_end: start.at + domain.end,
            has_scheme: false,
        }));
        let found = self.found.all.get_mut(first..).unwrap_or_default();
        add_path(self.text, found, domain_end..end);
        if is_host(start.half, domain) && is_short(whole, half) {
            self.found.on_x.extend_from_slice(found);
        }
        Some(end)
    }

    /// Returns the end of the port, the path and the query after the host that
    /// ends at `host_end`.
    fn tail_end(&self, host_end: usize) -> usize {
        let tail = self.text.get(host_end..).unwrap_or_default();
        host_end + path_and_query(tail, port(tail))
    }
}

/// Appends the `tail` to the last of the URLs `found` in one host, if it
/// contains a path.
fn add_path(text: &str, found: &mut [Url], tail: Range<usize>) {
    let path = text.get(tail.clone()).unwrap_or_default();
    if let Some(last) = found.last_mut()
        && path.get(port(path)..).is_some_and(|rest| rest.starts_with('/'))
    {
        let after = text.get(last.range.end..).unwrap_or_default();
        last.counted_end += bytes_of_units(after, path.encode_utf16().count());
        last.range.end = tail.end;
    }
}

/// Whether `c` can precede the first full stop of a URL.
fn may_lead(c: char) -> bool {
    is_domain_char(c) || matches!(c, '-' | '_' | ':' | '/')
}

/// Whether a URL can start after `c`.
fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric()
        || matches!(c, '@' | '＠' | '$' | '#' | '＃' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
}

/// Returns the length of the `http://` or `https://` at the start of `text`.
fn scheme(text: &str) -> Option<usize> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(scheme.len())
    })
}

/// Returns the length in bytes of `units` of UTF-16; half a character counts
/// nothing.
fn bytes_of_units(text: &str, units: usize) -> usize {
    let mut left = units;
    let taken = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    taken.map(char::len_utf8).sum()
}

/// Whether X accepts `domain`, preceded by `half`, as a host.
fn is_host(half: Option<u32>, domain: &str) -> bool {
    let encoded = half.is_none() && domain.starts_with("xn--");
    punycode::are_labels(half, domain)
        && (!encoded || chain::ascii_domains(domain).next().is_some())
}

/// Whether `url`, with `more` units before it, is not too long for X.
fn is_short(url: &str, more: usize) -> bool {
    let scheme = scheme(url).unwrap_or("https://".len());
    scheme + more + url.encode_utf16().count() <= LONGEST
}
