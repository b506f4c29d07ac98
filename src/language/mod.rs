//! What a person reads, in the language of the card.
//!
//! A language is one data file in `locales/`, in the syntax of Project Fluent; `en.ftl`
//! is the reference. `src/build` checks the others against it and makes two things of
//! them: a function of [`Language`] for each sentence, so that one that is missing does
//! not compile, and a plain text file for each language, which the card reads. Only the
//! language in use travels.
//!
//! What a sentence depends on is decided here, alike for all languages: which sentence
//! stands for which finding, and how times are put together. Digits are Latin in all of
//! them, and dates are written here and not by `Intl.DateTimeFormat`, which takes 30 to
//! 130 ms on a phone for the first one, and writes the end of a day a day late or with
//! other digits, depending on the engine.
//!
//! The loader's messages to the page's author, on the console and by `campaign-error`,
//! are in English only: it runs before any language is there.

mod author;
mod card;
mod composer;
mod dates;
mod links;
mod own_name;
mod sentence;

use std::borrow::Cow;
use std::sync::OnceLock;

use sentence::Value;

pub use card::Feedback;
pub use dates::{Local, Midnight, ThisYear, zone};
pub use own_name::own_name;

include!(concat!(env!("OUT_DIR"), "/sentences.rs"));

/// The plural category of a whole number in the language of this tag, such as `few`; see
/// the plural rules of Unicode CLDR.
pub type Plural = fn(&str, usize) -> String;

/// The files of a language.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// The sentences of the countdown.
    pub early: &'static str,
    /// All others.
    pub forms: &'static str,
}

/// A language of the card: its sentences.
#[derive(Debug)]
pub struct Language {
    tag: &'static str,
    direction: &'static str,
    early: Vec<&'static str>,
    /// What comes later.
    forms: OnceLock<Vec<&'static str>>,
    plural: Plural,
}

impl Language {
    /// Reads the sentences of the countdown. The loader has seen that the file is of this
    /// build, by [`FORMAT`].
    pub fn read(early: &'static str, plural: Plural) -> Language {
        let (head, early) = lines(early);
        let mut head = head.split(' ').skip(1);
        let mut next = || head.next().unwrap_or_default();
        Language { tag: next(), direction: next(), early, forms: OnceLock::new(), plural }
    }

    /// Adds all other sentences. Until then they are empty.
    pub fn add(&self, forms: &'static str) {
        self.forms.get_or_init(|| lines(forms).1);
    }

    /// Whether all sentences are there.
    pub fn is_whole(&self) -> bool {
        self.forms.get().is_some()
    }

    /// Returns the sentences as the files have them, in the order of [`NAMES`].
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.early.iter().chain(self.forms.get().into_iter().flatten()).copied()
    }

    /// Returns the language tag (BCP 47).
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns which way it is written, as the attribute `dir` has it.
    pub fn direction(&self) -> &'static str {
        self.direction
    }

    /// Returns a text as it can stand beside others in a sentence: where one of the two is
    /// written from right to left, its signs stay with it.
    pub fn isolated<'t>(&self, text: &'t str) -> Cow<'t, str> {
        sentence::isolated(text, self.direction == "rtl")
    }

    fn text(&self, index: usize) -> &'static str {
        let late = || self.forms.get()?.get(index.checked_sub(EARLY)?);
        self.early.get(index).or_else(late).copied().unwrap_or_default()
    }

    fn with(&self, index: usize, values: &[Value<'_>]) -> String {
        let category = |number| (self.plural)(self.tag, number);
        sentence::filled(self.text(index), values, self.direction == "rtl", &category)
    }
}

/// The first line of a file, and the sentences below it.
fn lines(file: &'static str) -> (&'static str, Vec<&'static str>) {
    let (head, sentences) = file.split_once('\n').unwrap_or_default();
    (head, sentences.split('\n').collect())
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.tag == other.tag
    }
}
