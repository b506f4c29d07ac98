//! What a check finds: data from which sentences are made elsewhere.

use std::ops::Range;

use super::highlight::Mark;
use super::on_x::OnX;
use super::original::Doubt;
use super::slip::Slip;
use crate::campaign::Minimum;

/// What a draft is checked against, for one language of the campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules<'a> {
    /// The campaign tag, as written, in NFC: `#Gate xStocks 交易体验#`.
    pub tag: &'a str,
    /// The account that the campaign asks to follow, in NFC, with or without `@`;
    /// empty where there is none. Naming it counts nothing.
    pub account: &'a str,
    /// The least that a person must write.
    pub minimum: Minimum,
}

/// Everything that a card shows about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The draft, in which its ranges are.
    pub text: String,
    /// One for each [`Rule`], in the order of that type.
    pub verdicts: Vec<Verdict>,
    /// What counts towards the minimum, in its unit.
    pub count: usize,
    /// The minimum it is held against.
    pub minimum: Minimum,
    /// What to show in the text, from left to right, not overlapping.
    pub marks: Vec<Mark>,
    /// The same text on X.
    pub x: OnX,
}

impl Report {
    /// Whether the draft can be handed in: no rule fails.
    pub fn passes(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.state != State::Fail)
    }
}

/// What one rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// Whether the draft keeps it.
    pub state: State,
    /// What was found.
    pub finding: Finding,
}

/// A rule of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The draft contains the campaign tag exactly.
    Tag,
    /// The person wrote enough.
    Length,
    /// There is no hashtag but the campaign's.
    OnlyTag,
    /// X takes the text without a subscription. Sharing to X is the person's
    /// choice, so this is advice at most.
    XLength,
    /// The text looks like the person's own work. Only people can tell, so
    /// this is advice at most.
    Original,
}

impl Rule {
    /// The value of `data-rule`.
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

/// How a draft stands before a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It keeps the rule.
    Pass,
    /// It breaks the rule.
    Fail,
    /// It keeps the rule, but the person should know something.
    Advice,
}

impl State {
    /// The value of `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            State::Pass => "pass",
            State::Fail => "fail",
            State::Advice => "advice",
        }
    }
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The campaign tag is there.
    TagPresent,
    /// The campaign tag is not there.
    TagMissing,
    /// The campaign tag is there, but nowhere exactly: at least one.
    NearMisses(Vec<NearMiss>),
    /// How much the person wrote.
    Length {
        /// What counts, in the unit of the minimum.
        count: usize,
        /// What is missing; 0 where it is enough.
        missing: usize,
    },
    /// All other hashtags; none where the rule passes, those of digits alone
    /// where it advises.
    OtherTags(Vec<OtherTag>),
    /// How long the shared text is for X.
    XLength {
        /// Its weighted length.
        weight: usize,
        /// What X allows: 280.
        limit: usize,
        /// How much of it is too much; 0 where it fits.
        over: usize,
    },
    /// Nothing speaks against the person's own work, as far as a text shows.
    Original,
    /// Something does.
    Doubtful(Doubt),
}

/// A campaign tag that was nearly written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// In which ways it differs, each once: at least one.
    pub slips: Vec<Slip>,
}

/// A hashtag that is not the campaign's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherTag {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// As it is written, with its signs.
    pub text: String,
    /// Whether it holds digits alone (`#1`), which is more likely a number
    /// than a tag: advice, not failure.
    pub digits: bool,
    /// Whether it may be a misspelt campaign tag, which is nowhere exactly. It is
    /// never removed unasked; [`replacement`](super::replacement) puts the campaign
    /// tag there.
    pub close: bool,
}

impl OtherTag {
    /// Whether the repair of [`Rule::OnlyTag`] takes it out: it is neither a number
    /// nor perhaps meant as the campaign tag.
    pub fn goes(&self) -> bool {
        !(self.digits || self.close)
    }
}
