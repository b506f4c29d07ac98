//! Checks a draft: whether the campaign tag is there, whether it is the only
//! one, whether the text is long enough, and how X treats it.
//!
//! [`check`] reports everything from one reading of the text (the module `scan`
//! defines what a tag is). [`repairs`] and [`insertion`] return edits;
//! [`apply`] applies them. All of it is linear in the length of the text.
//!
//! Nothing depends on the browser: a draft has the same result in all of them.

mod chars;
mod count;
mod highlight;
mod mention;
mod on_x;
mod original;
mod repair;
mod report;
mod scan;
mod slip;
mod tag;

pub use highlight::{Mark, MarkKind};
pub use on_x::OnX;
pub use original::{Doubt, Fingerprint, Known};
pub use repair::{
    Edit, apply, difference, insertion, joined, moved, removal, repairs, replacement,
};
pub use report::{Finding, NearMiss, OtherTag, Report, Rule, Rules, State, Verdict};
pub use slip::Slip;

use scan::{Kind, Names, Piece};
use tag::CampaignTag;

use crate::twitter_text::{LIMIT, url};

/// Checks `text` against `rules`, and against the `known` texts. Everything is
/// in NFC, like all text on X.
///
/// # Examples
///
/// ```
/// use campaign_widget::campaign::{Minimum, Unit};
/// use campaign_widget::draft::{Known, Rule, Rules, State, apply, check, repairs};
///
/// let minimum = Minimum { count: 5, unit: Unit::Characters };
/// let rules = Rules { tag: "#Gate xStocks 交易体验#", minimum, account: "" };
/// // A full-width sign in front, and no space in the middle.
/// let draft = "夜里也能成交 ＃Gate xStocks交易体验#";
///
/// let report = check(draft, &rules, &Known::default());
/// assert_eq!(report.count, 6, "the tag does not count");
/// let fails = |rule| report.verdicts.iter().any(|v| v.rule == rule && v.state == State::Fail);
/// assert!(fails(Rule::Tag) && !fails(Rule::Length));
///
/// let repaired = apply(draft, &repairs(draft, &rules, Rule::Tag));
/// assert_eq!(repaired, "夜里也能成交 #Gate xStocks 交易体验#");
/// assert!(check(&repaired, &rules, &Known::default()).passes());
/// ```
pub fn check(text: &str, rules: &Rules<'_>, known: &Known) -> Report {
    let urls = url::find_all(text, true);
    let pieces = scan::pieces(text, &urls.all, names(rules));
    let count = count::count(text, &pieces, rules.minimum.unit);
    let minimum = rules.minimum.count as usize;
    let x = OnX::new(text, &pieces, urls);
    let doubt = (count >= minimum).then(|| original::doubt(text, &pieces, minimum, known));
    let verdicts = vec![
        tag_verdict(&pieces),
        length_verdict(count, minimum),
        only_tag_verdict(text, &pieces),
        x_verdict(x.weight),
        original_verdict(doubt.flatten()),
    ];
    let marks = highlight::marks(text, &pieces, x.over_from);
    Report { text: text.to_owned(), verdicts, count, minimum: rules.minimum, marks, x }
}

/// Returns the names that the scan looks for.
fn names<'a>(rules: &Rules<'a>) -> Names<'a> {
    Names { tag: CampaignTag::new(rules.tag), account: rules.account }
}

/// A near miss beside an exact tag does not fail this rule; it is then another
/// tag, which the rule `OnlyTag` reports.
fn tag_verdict(pieces: &[Piece]) -> Verdict {
    let misses: Vec<_> = near_misses(pieces).collect();
    let (state, finding) = if has_exact(pieces) {
        (State::Pass, Finding::TagPresent)
    } else if misses.is_empty() {
        (State::Fail, Finding::TagMissing)
    } else {
        (State::Fail, Finding::NearMisses(misses))
    };
    Verdict { rule: Rule::Tag, state, finding }
}

fn length_verdict(count: usize, minimum: usize) -> Verdict {
    let missing = minimum.saturating_sub(count);
    let state = if missing == 0 { State::Pass } else { State::Fail };
    Verdict { rule: Rule::Length, state, finding: Finding::Length { count, missing } }
}

fn only_tag_verdict(text: &str, pieces: &[Piece]) -> Verdict {
    let others: Vec<_> = other_tags(text, pieces).collect();
    let state = if others.iter().any(|other| !other.digits) {
        State::Fail
    } else if others.is_empty() {
        State::Pass
    } else {
        State::Advice
    };
    Verdict { rule: Rule::OnlyTag, state, finding: Finding::OtherTags(others) }
}

fn x_verdict(weight: usize) -> Verdict {
    let over = weight.saturating_sub(LIMIT);
    let state = if over == 0 { State::Pass } else { State::Advice };
    let finding = Finding::XLength { weight, limit: LIMIT, over };
    Verdict { rule: Rule::XLength, state, finding }
}

fn original_verdict(doubt: Option<Doubt>) -> Verdict {
    let (state, finding) = match doubt {
        None => (State::Pass, Finding::Original),
        Some(doubt) => (State::Advice, Finding::Doubtful(doubt)),
    };
    Verdict { rule: Rule::Original, state, finding }
}

/// Whether the exact campaign tag is there.
fn has_exact(pieces: &[Piece]) -> bool {
    pieces.iter().any(Piece::is_exact)
}

/// Returns the near misses of the campaign tag.
fn near_misses(pieces: &[Piece]) -> impl Iterator<Item = NearMiss> {
    pieces.iter().filter_map(|piece| match &piece.kind {
        Kind::CampaignTag(found) if !found.slips.is_empty() => {
            Some(NearMiss { range: piece.range.clone(), slips: found.slips.clone() })
        }
        _ => None,
    })
}

/// Returns the tags other than the campaign's.
fn other_tags(text: &str, pieces: &[Piece]) -> impl Iterator<Item = OtherTag> {
    let exact = has_exact(pieces);
    pieces.iter().filter(move |piece| is_other_tag(piece, exact)).map(|piece| OtherTag {
        range: piece.range.clone(),
        text: text.get(piece.range.clone()).unwrap_or_default().to_string(),
        digits: matches!(piece.kind, Kind::OtherTag { digits: true, .. }),
        close: matches!(piece.kind, Kind::OtherTag { close: Some(_), .. }),
    })
}

/// Whether a piece is a tag other than the campaign's. A near miss is one if
/// the `exact` tag is there as well.
fn is_other_tag(piece: &Piece, exact: bool) -> bool {
    match &piece.kind {
        Kind::OtherTag { .. } => true,
        Kind::CampaignTag(found) => exact && !found.slips.is_empty(),
        _ => false,
    }
}
