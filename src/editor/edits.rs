//! What a press changes in the text.

use std::ops::Range;

use super::Press;
use crate::draft::{
    Edit, Finding, Known, OtherTag, Rules, check, insertion, removal, repairs, replacement,
};

/// The edits on `text`, in NFC, with the caret at a byte of it. None for a press
/// that changes no text.
pub(super) fn edits(press: &Press, text: &str, caret: usize, rules: &Rules<'_>) -> Vec<Edit> {
    match press {
        Press::InsertTag => insertion(text, caret, rules).into_iter().collect(),
        Press::Fix(rule) => repairs(text, rules, *rule),
        Press::ReplaceTag(index, written) => {
            let range = other_tag(text, rules, *index, written);
            range.and_then(|range| replacement(text, &range, rules)).into_iter().collect()
        }
        Press::RemoveTag(index, written) => {
            let range = other_tag(text, rules, *index, written);
            range.map(|range| removal(text, range)).into_iter().collect()
        }
        Press::Clear => vec![Edit { range: 0..text.len(), with: String::new() }],
        Press::Start | Press::Open(_) | Press::Delete(_) | Press::Undo => Vec::new(),
    }
}

/// Where an other tag is that was seen as this one, written so; the text may have
/// changed since.
fn other_tag(text: &str, rules: &Rules<'_>, index: usize, written: &str) -> Option<Range<usize>> {
    let report = check(text, rules, &Known::default());
    let others = report.verdicts.iter().find_map(|verdict| match &verdict.finding {
        Finding::OtherTags(others) => Some(others),
        _ => None,
    })?;
    let same = |other: &&OtherTag| other.text == written;
    let other = others.get(index).filter(same).or_else(|| others.iter().find(same))?;
    Some(other.range.clone())
}
