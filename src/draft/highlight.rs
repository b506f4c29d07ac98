//! What to show in the text of a draft, where it stands.

use std::ops::Range;

use super::scan::{Kind, Piece};
use super::{has_exact, is_other_tag};

/// A stretch of a draft that looks different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// Why.
    pub kind: MarkKind,
}

/// Why a stretch looks different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The campaign tag, exactly.
    Tag,
    /// The campaign tag, nearly.
    NearMiss,
    /// Another tag.
    OtherTag,
    /// More than X takes.
    Over,
}

impl MarkKind {
    /// Its class in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::Tag => "campaign-tag",
            MarkKind::NearMiss => "near-miss",
            MarkKind::OtherTag => "other-tag",
            MarkKind::Over => "over",
        }
    }
}

/// The marks of `text`, from left to right, not overlapping. What begins at
/// `over` and is no tag is too much for X.
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
