//! Checking a draft: is the campaign tag there, is it the only one, did the
//! person write enough, and what will X make of it.
//!
//! [`check`] decides everything at once, from one reading of the text (the
//! module `scan` says what is a tag). [`repairs`] and [`insertion`] say how the text
//! would have to change; [`apply`] changes it. All of it takes time linear in
//! the text.
//!
//! Where a text has its boundaries is the browser's knowledge: its tables would
//! cost every reader 15 KB. It comes in as a [`Segmenter`].

mod chars;
mod count;
mod emoji;
mod highlight;
mod marks;
mod original;
mod repair;
mod report;
mod scan;
mod tag;
mod url;
mod words;
mod x;

pub use count::Segmenter;
pub use highlight::{Mark, MarkKind};
pub use original::{Doubt, Fingerprint, Known};
pub use repair::{Edit, apply, difference, insertion, joined, moved, removal, repairs};
pub use report::{Finding, NearMiss, OtherTag, Report, Rule, Rules, State, Verdict};
pub use tag::Slip;
pub use x::OnX;

use scan::{Kind, Piece};
use tag::CampaignTag;

/// Checks `text` against `rules`, and against what is `known` already. All of
/// it is in NFC, like everything on X.
pub fn check(text: &str, rules: &Rules<'_>, known: &Known, segmenter: Segmenter) -> Report {
    let urls = url::find_all(text, true);
    let tag = CampaignTag::new(rules.tag);
    let pieces = scan::pieces(text, &urls.all, tag);
    let count = count::count(text, &pieces, rules.minimum.unit, segmenter);
    let minimum = rules.minimum.count as usize;
    let x = OnX::new(text, &pieces, urls);
    let doubt = (count >= minimum).then(|| original::doubt(text, &pieces, minimum, known));
    let verdicts = vec![
        tag_verdict(&pieces),
        length_verdict(count, minimum),
        only_tag_verdict(text, &pieces, tag),
        x_verdict(x.weight),
        original_verdict(doubt.flatten()),
    ];
    let marks = highlight::marks(text, &pieces, tag, x.over_from);
    Report { text: text.to_owned(), verdicts, count, minimum: rules.minimum, marks, x }
}

/// A near miss beside an exact tag does no harm to this rule; it is then
/// another tag, which the rule of the only tag reports.
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

fn only_tag_verdict(text: &str, pieces: &[Piece], tag: Option<CampaignTag<'_>>) -> Verdict {
    let others: Vec<_> = other_tags(text, pieces, tag).collect();
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
    let over = weight.saturating_sub(x::LIMIT);
    let state = if over == 0 { State::Pass } else { State::Advice };
    let finding = Finding::XLength { weight, limit: x::LIMIT, over };
    Verdict { rule: Rule::XLength, state, finding }
}

fn original_verdict(doubt: Option<Doubt>) -> Verdict {
    let (state, finding) = match doubt {
        None => (State::Pass, Finding::Original),
        Some(doubt) => (State::Advice, Finding::Doubtful(doubt)),
    };
    Verdict { rule: Rule::Original, state, finding }
}

/// Whether the campaign tag is there exactly.
fn has_exact(pieces: &[Piece]) -> bool {
    pieces.iter().any(Piece::is_exact)
}

/// The near misses of the campaign tag.
fn near_misses(pieces: &[Piece]) -> impl Iterator<Item = NearMiss> {
    pieces.iter().filter_map(|piece| match &piece.kind {
        Kind::CampaignTag(slips) if !slips.is_empty() => {
            Some(NearMiss { range: piece.range.clone(), slips: slips.clone() })
        }
        _ => None,
    })
}

/// The tags other than the campaign's.
fn other_tags(
    text: &str,
    pieces: &[Piece],
    tag: Option<CampaignTag<'_>>,
) -> impl Iterator<Item = OtherTag> {
    let exact = has_exact(pieces);
    pieces.iter().filter_map(move |piece| {
        let written = text.get(piece.range.clone()).unwrap_or_default();
        is_other_tag(piece, written, tag, exact).then(|| OtherTag {
            range: piece.range.clone(),
            text: written.to_string(),
            digits: matches!(piece.kind, Kind::OtherTag { digits: true }),
        })
    })
}

/// Whether a piece that is `written` so is a tag other than the campaign's. A
/// near miss is one where the `exact` tag is there too. The beginning of the tag
/// is one as well then; before that, it is the tag that is still being typed.
fn is_other_tag(piece: &Piece, written: &str, tag: Option<CampaignTag<'_>>, exact: bool) -> bool {
    match &piece.kind {
        Kind::OtherTag { .. } => exact || !tag.is_some_and(|tag| tag.begins_with(written)),
        Kind::CampaignTag(slips) => exact && !slips.is_empty(),
        _ => false,
    }
}
