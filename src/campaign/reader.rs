//! Reads a [`Json`] tree field by field and collects the problems.

use super::nearest::nearest;
use super::problem::{Flaw, Problem};
use crate::json::{Json, Kind};
use crate::unicode::is_blank;

/// A value and its path. Every reading method reports to `problems` and returns
/// `None` for a value that it cannot read.
pub(super) struct Node<'v> {
    pub value: &'v Json,
    pub path: String,
}

/// The problems found so far.
pub(super) type Problems = Vec<Problem>;

impl<'v> Node<'v> {
    pub fn fault<T>(&self, flaw: Flaw, problems: &mut Problems) -> Option<T> {
        problems.push(Problem { path: self.path.clone(), flaw });
        None
    }

    fn wrong_kind<T>(&self, expected: Kind, problems: &mut Problems) -> Option<T> {
        self.fault(Flaw::WrongKind { expected, found: self.value.kind() }, problems)
    }

    /// Reads a text that is not blank.
    pub fn text(&self, problems: &mut Problems) -> Option<&'v str> {
        match self.value {
            Json::Text(text) if text.chars().all(is_blank) => self.fault(Flaw::Empty, problems),
            Json::Text(text) if text.chars().any(|c| c == char::REPLACEMENT_CHARACTER) => {
                self.fault(Flaw::Garbled, problems)
            }
            Json::Text(text) => Some(text),
            _ => self.wrong_kind(Kind::Text, problems),
        }
    }

    /// Reads a text that passes `test`; otherwise reports `flaw`.
    pub fn text_that(
        &self,
        test: fn(&str) -> bool,
        flaw: Flaw,
        problems: &mut Problems,
    ) -> Option<String> {
        let text = self.text(problems)?;
        if test(text) { Some(text.to_owned()) } else { self.fault(flaw, problems) }
    }

    /// Reads one of the `allowed` texts and returns its index.
    pub fn one_of(
        &self,
        allowed: &'static [&'static str],
        problems: &mut Problems,
    ) -> Option<usize> {
        let text = self.text(problems)?;
        allowed.iter().position(|word| *word == text).or_else(|| {
            let nearest = nearest(text, allowed.iter().copied());
            self.fault(Flaw::NotOneOf { allowed, nearest }, problems)
        })
    }

    /// Reads a whole number of 1 or more.
    pub fn count(&self, problems: &mut Problems) -> Option<u32> {
        match self.value {
            Json::Number(number) => {
                let count = *number as u32;
                if count >= 1 && f64::from(count) == *number {
                    Some(count)
                } else {
                    self.fault(Flaw::NotACount, problems)
                }
            }
            _ => self.wrong_kind(Kind::Number, problems),
        }
    }

    /// Reads the items of a list.
    pub fn list(&self, problems: &mut Problems) -> Option<Vec<Node<'v>>> {
        match self.value {
            Json::List(items) => {
                let node = |(index, value)| Node { value, path: format!("{}.{index}", self.path) };
                Some(items.iter().enumerate().map(node).collect())
            }
            _ => self.wrong_kind(Kind::List, problems),
        }
    }

    /// Reads an object whose field names the author chose.
    pub fn entries(&self, problems: &mut Problems) -> Option<Vec<(&'v str, Node<'v>)>> {
        match self.value {
            Json::Object(fields) => {
                let entry = |(name, value): &'v (String, Json)| {
                    (name.as_str(), Node { value, path: self.below(name) })
                };
                Some(fields.iter().map(entry).collect())
            }
            _ => self.wrong_kind(Kind::Object, problems),
        }
    }

    /// Reads an object whose field names are fixed.
    pub fn object(self, problems: &mut Problems) -> Option<Object<'v>> {
        match self.value {
            Json::Object(fields) => Some(Object { node: self, fields, asked: Vec::new() }),
            _ => self.wrong_kind(Kind::Object, problems),
        }
    }

    fn below(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

/// An object that records which fields were read, so that the others can be
/// reported as unknown.
pub(super) struct Object<'v> {
    node: Node<'v>,
    fields: &'v [(String, Json)],
    asked: Vec<&'static str>,
}

impl<'v> Object<'v> {
    pub fn optional(&mut self, name: &'static str) -> Option<Node<'v>> {
        self.asked.push(name);
        let (_, value) = self.fields.iter().find(|(field, _)| field == name)?;
        Some(Node { value, path: self.node.below(name) })
    }

    pub fn required(&mut self, name: &'static str, problems: &mut Problems) -> Option<Node<'v>> {
        let found = self.optional(name);
        if found.is_none() {
            problems.push(Problem { path: self.node.below(name), flaw: Flaw::Missing });
        }
        found
    }

    /// Reads one of the `allowed` texts, where there is one, and returns its index.
    pub fn choice(
        &mut self,
        name: &'static str,
        allowed: &'static [&'static str],
        problems: &mut Problems,
    ) -> Option<usize> {
        self.optional(name)?.one_of(allowed, problems)
    }

    /// Reports every field that was not read.
    pub fn finish(self, problems: &mut Problems) {
        for (name, _) in self.fields {
            if !self.asked.contains(&name.as_str()) {
                let nearest = nearest(name, self.asked.iter().copied());
                problems
                    .push(Problem { path: self.node.below(name), flaw: Flaw::Unknown { nearest } });
            }
        }
    }
}
