//! Problems of a campaign file.

use crate::json::Kind;
use crate::time::MomentError;

/// A problem and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The path of the field: `languages.en.minimum.count`; empty for the whole
    /// file.
    pub path: String,
    /// The problem.
    pub flaw: Flaw,
}

/// A problem of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// A required field is missing.
    Missing,
    /// The value has the wrong type.
    WrongKind {
        /// The expected type.
        expected: Kind,
        /// The actual type.
        found: Kind,
    },
    /// The campaign file has no field of this name.
    Unknown {
        /// The field that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// The value is not among those allowed.
    NotOneOf {
        /// The allowed values.
        allowed: &'static [&'static str],
        /// The value that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// An empty text, list or object.
    Empty,
    /// Not a whole number of 1 or more.
    NotACount,
    /// Neither https nor http to a loopback host.
    NotAnAddress,
    /// Not an instant with an offset.
    NotAMoment(MomentError),
    /// The window ends at or before its start.
    EndsBeforeItStarts,
    /// Links would no longer be accepted while posts still count.
    UntilBeforeEnd,
    /// Not letters, digits, `-`, `_` and `.`, at most 64 of them.
    NotAnId,
    /// Not a hashtag.
    NotATag,
    /// Not a language tag (BCP 47).
    NotALanguage,
    /// A name in braces that stands for no value of a submission.
    NotAPlaceholder {
        /// The name.
        name: String,
    },
    /// Neither the link nor the post's id would be sent.
    NoPost,
    /// Nothing is sent there by which a repetition can be recognised.
    NoKey,
    /// Not a header that a page may send, or not a value of one.
    NotAHeader,
    /// Not an HTTP status of an answer.
    NotAStatus,
    /// The object has two fields of this name.
    Repeated,
    /// The text contains U+FFFD, which replaces bytes that could not be
    /// decoded.
    Garbled,
}
