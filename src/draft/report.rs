//! The result of a check, as data.

use std::ops::Range;

use super::highlight::Mark;
use super::on_x::OnX;
use super::original::Doubt;
use super::slip::Slip;
use crate::campaign::Minimum;

/// The rules for a draft, in one language of the campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules<'a> {
    /// The campaign tag, as written, in NFC: `#Gate xStocks 交易体验#`.
    pub tag: &'a str,
    /// The account to follow, in NFC, with or without `@`; empty if there is
    /// none. Mentioning it does not count towards the minimum.
    pub account: &'a str,
    /// The minimum length.
    pub minimum: Minimum,
}

/// The report on a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The draft, to which all ranges refer.
    pub text: String,
    /// One verdict per [`Rule`], in the order of that type.
    pub verdicts: Vec<Verdict>,
    /// The length that counts, in the unit of the minimum.
    pub count: usize,
    /// The minimum length.
    pub minimum: Minimum,
    /// The highlights, in order and without overlap.
    pub marks: Vec<Mark>,
    /// How X treats the text.
    pub x: OnX,
}

impl Report {
    /// Whether no rule fails.
    pub fn passes(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.state != State::Fail)
    }
}

/// The result of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// Whether the draft passes.
    pub state: State,
    /// The finding.
    pub finding: Finding,
}

impl Verdict {
    /// Whether there is something to say: always, but for an original text, which
    /// nobody can promise.
    pub fn is_shown(&self) -> bool {
        self.finding != Finding::Original
    }
}

/// A rule of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The draft contains the campaign tag exactly.
    Tag,
    /// The draft reaches the minimum length.
    Length,
    /// The draft contains no other hashtag.
    OnlyTag,
    /// The text fits in a post on X without a subscription. Sharing to X is
    /// optional, so this is at most advice.
    XLength,
    /// The text looks original. Only people can tell, so this is at most
    /// advice.
    Original,
}

impl Rule {
    /// Returns the value of `data-rule`.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Tag => "tag",
            Rule::Length => "length",
            Rule::OnlyTag => "only-tag",
            Rule::XLength => "x-length",
            Rule::Original => "original",
        }
    }
}

/// Whether a draft passes a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The draft passes.
    Pass,
    /// The draft fails.
    Fail,
    /// The draft passes, with advice.
    Advice,
}

impl State {
    /// Returns the value of `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            State::Pass => "pass",
            State::Fail => "fail",
            State::Advice => "advice",
        }
    }
}

/// The finding of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The exact campaign tag is there.
    TagPresent,
    /// There is no campaign tag.
    TagMissing,
    /// There are only near misses of the campaign tag: at least one.
    NearMisses(Vec<NearMiss>),
    /// The length of the text.
    Length {
        /// The length that counts, in the unit of the minimum.
        count: usize,
        /// The missing length; 0 if it is enough.
        missing: usize,
    },
    /// All other hashtags: none if the rule passes, only those of digits with
    /// advice.
    OtherTags(Vec<OtherTag>),
    /// The length of the shared text on X.
    XLength {
        /// The weighted length.
        weight: usize,
        /// The limit: 280.
        limit: usize,
        /// The excess; 0 if it fits.
        over: usize,
    },
    /// The text looks original.
    Original,
    /// The text may not be original.
    Doubtful(Doubt),
}

/// A near miss of the campaign tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// The differences, each once: at least one.
    pub slips: Vec<Slip>,
}

/// A hashtag that is not the campaign's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherTag {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// The text, with its signs.
    pub text: String,
    /// Whether it consists of digits (`#1`), which is more likely a number than
    /// a tag: advice, not failure.
    pub digits: bool,
    /// Whether it may be a misspelt campaign tag, while the exact one is
    /// missing. It is never removed automatically;
    /// [`replacement`](super::replacement) replaces it.
    pub close: bool,
}

impl OtherTag {
    /// Whether the repair of [`Rule::OnlyTag`] removes it: it is neither a
    /// number nor possibly a misspelt campaign tag.
    pub fn goes(&self) -> bool {
        !(self.digits || self.close)
    }
}
