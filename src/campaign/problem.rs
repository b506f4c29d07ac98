//! What can be wrong with a campaign file.

use crate::json::Kind;
use crate::time::MomentError;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The way to it: `languages.en.minimum.count`; empty for the whole file.
    pub path: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// A required field is not there.
    Missing,
    /// The value is of another kind.
    WrongKind {
        /// What it has to be.
        expected: Kind,
        /// What it is.
        found: Kind,
    },
    /// The campaign file knows no field of this name.
    Unknown {
        /// The field that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// The value is none of those allowed.
    NotOneOf {
        /// Those allowed.
        allowed: &'static [&'static str],
        /// The one that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// An empty text, list or object where something is needed.
    Empty,
    /// Not a whole number of 1 or more.
    NotACount,
    /// Neither https nor http to a loopback host.
    NotAnAddress,
    /// Not an instant with an offset.
    NotAMoment(MomentError),
    /// The window ends when or before it starts.
    EndsBeforeItStarts,
    /// Links would no longer be taken while posts still count.
    UntilBeforeEnd,
    /// Not letters, digits, `-`, `_` and `.`, at most 64 of them.
    NotAnId,
    /// Not a hashtag.
    NotATag,
    /// Not a language tag (BCP 47).
    NotALanguage,
    /// Two fields would be sent under one name.
    SameName,
    /// The object has two fields of this name.
    Repeated,
    /// The text holds U+FFFD, which stands for what a decoder could not read.
    Garbled,
}
