//! The labels of a host, and where its domain ends.

use std::collections::VecDeque;
use std::ops::Range;

use super::path::is_accented_latin;
use super::top_level;

/// A run of labels, separated by full stops.
#[derive(Default)]
pub struct Chain {
    end: usize,
    /// The end of the last top-level domain, if there is one.
    domain: Option<usize>,
    /// Further top-level domains. The label before one must not contain `_`, so
    /// each ends only the domain that starts after the last `_` before it. With
    /// that start, from left to right.
    behind_underscores: VecDeque<(usize, usize)>,
    /// The end of the first label that looks like a top-level domain.
    likely: Option<usize>,
}

impl Chain {
    /// Reads the labels of `text` from `start` on. `begun`: the first label
    /// starts before that.
    pub fn read(text: &str, start: usize, begun: bool) -> Self {
        let mut chain = Chain { end: text.len(), ..Chain::default() };
        let mut before = if begun { 'a' } else { '.' };
        let mut underscore = None;
        for (offset, c) in text.get(start..).unwrap_or_default().char_indices() {
            let at = start + offset;
            match c {
                '.' | '-' | '_' if before == '.' => return chain.ending(at),
                '.' if matches!(before, '-' | '_') => return chain.ending(at),
                '.' => {
                    let label = text.get(at + 1..).unwrap_or_default();
                    let known = top_level::at_start_of(label).map(|len| at + 1 + len);
                    match (known, underscore) {
                        (Some(end), Some(start)) => {
                            chain.behind_underscores.push_back((start, end))
                        }
                        (Some(end), None) => {
                            chain.domain = Some(end);
                            chain.behind_underscores.clear();
                        }
                        (None, None) => chain.guess(label, at + 1),
                        (None, Some(_)) => {}
                    }
                    underscore = None;
                }
                '_' => underscore = Some(at + 1),
                '-' => underscore = underscore.map(|end| if end == at { at + 1 } else { end }),
                _ if is_domain_char(c) => {}
                _ => return chain.ending(at),
            }
            before = c;
        }
        chain
    }

    fn ending(self, end: usize) -> Self {
        Chain { end, ..self }
    }

    fn guess(&mut self, label: &str, start: usize) {
        let after = label.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let len = label.len() - after.len();
        let goes_on = |c: char| c.is_ascii_digit() || matches!(c, '@' | '+' | '-');
        if len > 1 && !after.starts_with(goes_on) {
            self.likely = self.likely.or(Some(start + len));
        }
    }

    /// Returns the end of the labels, in bytes: no other run starts before it.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Returns the end of the domain that starts at `start`. Must be called
    /// from left to right; no domain starts inside another, except after a `_`.
    pub fn domain_from(&mut self, start: usize) -> Option<usize> {
        if self.domain.is_some() {
            return self.domain.take();
        }
        while let Some((from, end)) = self.behind_underscores.pop_front_if(|next| next.0 <= start) {
            if from == start {
                return Some(end);
            }
        }
        None
    }

    /// Returns the end of the host, if no top-level domain in it is known.
    pub fn likely(&self) -> Option<usize> {
        self.likely
    }
}

/// Returns the domains of ASCII and accented Latin letters in `domain`, from
/// left to right.
pub fn ascii_domains(domain: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = domain.get(at..)?;
            let start = at + rest.find(is_ascii_domain_char)?;
            let run = domain.get(start..)?;
            let mut end = None;
            let mut before = '.';
            at = domain.len();
            for (offset, c) in run.char_indices() {
                if c == '.' && before != '.' {
                    let label = run.get(offset + 1..).unwrap_or_default();
                    end = top_level::at_start_of(label).map(|len| start + offset + 1 + len).or(end);
                } else if !is_ascii_domain_char(c) {
                    at = start + offset;
                    break;
                }
                before = c;
            }
            if let Some(end) = end {
                at = end;
                return Some(start..end);
            }
        }
    })
}

/// Whether `c` can be in a host: everything but punctuation, spaces and bidi
/// controls, so that `https://例え.jp` has one.
pub fn is_domain_char(c: char) -> bool {
    let bars = matches!(c, '\u{61C}' | '\u{180E}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    let punctuation = c.is_ascii_punctuation() && !matches!(c, '"' | '`');
    !(bars || punctuation || c.is_whitespace())
}

/// Whether `c` can be in a label of the domains that X links without a scheme.
pub fn is_ascii_domain_char(c: char) -> bool {
    c == '-' || c.is_ascii_alphanumeric() || is_accented_latin(c)
}
