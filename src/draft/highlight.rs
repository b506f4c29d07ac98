//! Highlights in the text of a draft.

use std::ops::Range;

use super::scan::{Kind, Piece};
use super::{has_exact, is_other_tag};

/// A highlighted range of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The range, in bytes.
    pub range: Range<usize>,
    /// The kind.
    pub kind: MarkKind,
}

/// The kind of a highlight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The exact campaign tag.
    Tag,
    /// A near miss of the campaign tag.
    NearMiss,
    /// Another tag.
    OtherTag,
    /// Beyond the limit of X.
    Over,
}

impl MarkKind {
    /// Returns the CSS class.
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::Tag => "campaign-tag",
            MarkKind::NearMiss => "near-miss",
            MarkKind::OtherTag => "other-tag",
            MarkKind::Over => "over",
        }
    }
}

/// Returns the marks of `text`, in order and without overlap. Everything from
/// `over` on that is not a tag is beyond the limit of X.
pub fn marks(text: &str, pieces: &[Piece], over: Option<usize>) -> Vec<Mark> {
    let exact = has_exact(pieces);
    let mut end = over.unwrap_or(text.len());
    let mut marks = Vec::new();
    for piece in pieces {
        let range = piece.range.clone();
        let kind = match &piece.kind {
            _ if is_other_tag(piece, exact) => MarkKind::OtherTag,
            _ if piece.is_exact() => MarkKind::Tag,
            Kind::CampaignTag(_) => MarkKind::NearMiss,
            _ => continue,
        };
        if end < range.start {
            marks.push(Mark { range: end..range.start, kind: MarkKind::Over });
        }
        end = end.max(range.end);
        marks.push(Mark { range, kind });
    }
    if end < text.len() {
        marks.push(Mark { range: end..text.len(), kind: MarkKind::Over });
    }
    marks
}
