//! Edits that make a draft pass a rule.

use std::ops::Range;

use super::chars::{is_line_break, is_word_char};
use super::report::{OtherTag, Rule, Rules};
use super::scan::{Kind, Names, Piece, scan};
use super::{has_exact, names, other_tags};
use crate::twitter_text::{is_sign, is_tag_char};
use crate::unicode::is_han_kana_hangul;

/// A change to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The removed range, in bytes of the text before any edit.
    pub range: Range<usize>,
    /// The inserted text.
    pub with: String,
}

/// Returns the edits that make `text` pass `rule`, in order and without
/// overlap; empty if it passes already or cannot be repaired.
///
/// - [`Rule::Tag`]: replaces each near miss with the campaign tag, followed by
///   any other text inside it.
/// - [`Rule::OnlyTag`]: removes each other tag, with one of two spaces around
///   it. Keeps tags of digits alone, which break no rule and may be numbers,
///   and those that may be misspelt campaign tags.
pub fn repairs(text: &str, rules: &Rules<'_>, rule: Rule) -> Vec<Edit> {
    let names = names(rules);
    match rule {
        Rule::Tag => corrections(text, &scan(text, names), rules.tag),
        Rule::OnlyTag => removals_until_none(text, names),
        // What only the person can repair.
        _ => Vec::new(),
    }
}

/// Returns the edit that removes one piece of `text`, such as a tag of a
/// report, with one of two spaces around it.
pub fn removal(text: &str, range: Range<usize>) -> Edit {
    let mut edit = Edit { range, with: String::new() };
    tidy(text, &mut edit);
    edit
}

/// Returns the edit that replaces the tag at `range`, which may be a misspelt
/// campaign tag, with the campaign tag, followed by any other text inside it;
/// `None` if there is no such tag.
pub fn replacement(text: &str, range: &Range<usize>, rules: &Rules<'_>) -> Option<Edit> {
    let pieces = scan(text, names(rules));
    let index = pieces.iter().position(|piece| piece.range == *range)?;
    correction(text, &pieces, index, rules.tag)
}

/// Applies `edits`, as [`repairs`] returns them, to `text`.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let Some(Edit { range, with }) = joined(text, edits) else { return text.to_string() };
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    [before, &with, after].concat()
}

/// Joins `edits` into one, so that one undo reverts all of them; `None` if
/// there are none.
pub fn joined(text: &str, edits: &[Edit]) -> Option<Edit> {
    let range = edits.first()?.range.start..edits.last()?.range.end;
    let mut with = String::new();
    let mut taken = range.start;
    for edit in edits {
        with.push_str(text.get(taken..edit.range.start).unwrap_or_default());
        with.push_str(&edit.with);
        taken = edit.range.end;
    }
    Some(Edit { range, with })
}

/// Returns the position of `place`, in bytes, after the edits. A place inside
/// an edit, or at an insertion, moves behind the inserted text.
pub fn moved(place: usize, edits: &[Edit]) -> usize {
    let mut after = place;
    for edit in edits.iter().take_while(|edit| edit.range.start <= place) {
        let removed = edit.range.end.min(place) - edit.range.start;
        after = after + edit.with.len() - removed;
    }
    after
}

/// Returns the edit that inserts the campaign tag into `text` at `caret` (in
/// bytes), with a space on each side if there is none; `None` if the tag is
/// there already. Inside a URL, a mention or a tag it is inserted behind that.
/// The beginning of the tag in front of the caret becomes part of it.
pub fn insertion(text: &str, caret: usize, rules: &Rules<'_>) -> Option<Edit> {
    let pieces = scan(text, names(rules));
    if has_exact(&pieces) {
        return None;
    }
    let inside = pieces.iter().find(|piece| piece.range.start < caret && caret < piece.range.end);
    let caret = text.floor_char_boundary(inside.map_or(caret, |piece| piece.range.end));
    let (before, after) = text.split_at_checked(caret)?;
    let typed = scan(before, names(rules)).pop().filter(|piece| {
        matches!(piece.kind, Kind::Beginning) && is_gap(before.get(piece.range.end..))
    });
    let start = typed.map_or(caret, |piece| piece.range.start);
    let before = before.get(..start).unwrap_or_default();
    let mut with = String::with_capacity(rules.tag.len() + 2);
    if !(before.is_empty() || before.ends_with(char::is_whitespace)) {
        with.push(' ');
    }
    with.push_str(rules.tag);
    if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
        with.push(' ');
    }
    Some(Edit { range: start..caret, with })
}

fn corrections(text: &str, pieces: &[Piece], tag: &str) -> Vec<Edit> {
    if has_exact(pieces) {
        return Vec::new();
    }
    let misses = pieces.iter().enumerate();
    let misses = misses.filter(|(_, piece)| matches!(piece.kind, Kind::CampaignTag(_)));
    misses.filter_map(|(index, _)| correction(text, pieces, index, tag)).collect()
}

/// Returns the edit that replaces one of the `pieces`, which may be a misspelt
/// campaign tag, with the `tag`, followed by any other text inside it.
fn correction(text: &str, pieces: &[Piece], index: usize, tag: &str) -> Option<Edit> {
    let piece = pieces.get(index)?;
    let (start, end) = (piece.range.start, piece.range.end);
    let foreign = match &piece.kind {
        Kind::CampaignTag(found) => found.foreign.clone(),
        Kind::OtherTag { close, .. } => close.clone()?,
        _ => return None,
    };
    let foreign = text.get(start..end)?.get(foreign)?.trim();
    let rest = text.get(end..)?;
    let is_closed = tag.ends_with(is_sign);
    let is_han = foreign.chars().all(is_han_kana_hangul);
    let mut with = String::new();
    // Directly after a URL, the tag could become its fragment.
    if pieces.get(..index)?.last().is_some_and(|last| last.is_url() && last.range.end == start) {
        with.push(' ');
    }
    with.push_str(tag);
    if !(foreign.is_empty() || is_closed && is_han) {
        with.push(' ');
    }
    with.push_str(foreign);
    let runs_on = !is_han && rest.starts_with(|c: char| !c.is_whitespace())
        || !is_closed && rest.starts_with(is_tag_char)
        || goes_on(text, end, pieces.get(index + 1));
    if runs_on {
        with.push(' ');
    }
    Some(Edit { range: start..end, with })
}

/// Whether the text at `at` must be separated from a sign before it: `C#` would
/// no longer be a name, and `gate.com/#a` no URL. Han text need not be.
fn goes_on(text: &str, at: usize, next: Option<&Piece>) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let url = next.filter(|next| next.is_url()).and_then(|url| text.get(at..url.range.start));
    rest.starts_with(is_word_char)
        || url.is_some_and(|between| !between.contains(char::is_whitespace))
}

/// Removes other tags until none is left. One pass suffices, unless the rest
/// forms a pair that a removed tag had separated; then all is one edit.
fn removals_until_none(text: &str, names: Names<'_>) -> Vec<Edit> {
    let mut edits = removals(text, names);
    let mut after = apply(text, &edits);
    loop {
        let more = removals(&after, names);
        if more.is_empty() {
            return edits;
        }
        after = apply(&after, &more);
        edits = vec![difference(text, &after)];
    }
}

fn removals(text: &str, names: Names<'_>) -> Vec<Edit> {
    let pieces = scan(text, names);
    let mut others = other_tags(text, &pieces).filter(OtherTag::goes).peekable();
    let mut edits: Vec<Edit> = Vec::new();
    for piece in &pieces {
        let range = piece.range.clone();
        let last = edits.last_mut().filter(|edit| !edit.range.is_empty());
        if others.next_if(|other| other.range == range).is_some() {
            match last {
                // Adjacent tags are removed together, with the gap between
                // them.
                Some(edit) if is_gap(text.get(edit.range.end..range.start)) => {
                    edit.range.end = range.end;
                }
                _ => edits.push(Edit { range, with: String::new() }),
            }
        } else if let Some(edit) = last.filter(|_| matches!(piece.kind, Kind::CampaignTag(_))) {
            // The text before the campaign tag may now be a URL, and the tag
            // its fragment.
            if edit.range.end == range.start {
                let before = text.get(..edit.range.start).unwrap_or_default();
                if before.ends_with(|c: char| !c.is_whitespace()) {
                    edit.with.push(' ');
                }
            } else if is_word(text.get(edit.range.end..range.start)) {
                edits.push(Edit { range: range.start..range.start, with: " ".to_string() });
            }
        }
    }
    for edit in edits.iter_mut().filter(|edit| edit.with.is_empty()) {
        tidy(text, edit);
    }
    edits
}

/// Removes one of two spaces, or keeps one if the neighbours would join.
fn tidy(text: &str, edit: &mut Edit) {
    let before = text.get(..edit.range.start).and_then(|text| text.chars().next_back());
    let after = text.get(edit.range.end..).and_then(|text| text.chars().next());
    let starts_line = before.is_none_or(is_line_break);
    let ends_line = after.is_none_or(is_line_break);
    match (before, after) {
        (_, Some(' ')) if starts_line || before == Some(' ') => edit.range.end += 1,
        (Some(' '), _) if ends_line => edit.range.start -= 1,
        (Some(a), Some(b)) if is_sign(a) || is_tag_char(a) && is_tag_char(b) => {
            edit.with.push(' ');
        }
        _ => {}
    }
}

fn is_word(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.contains(char::is_whitespace))
}

fn is_gap(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.chars().all(|c| c.is_whitespace() && !is_line_break(c)))
}

/// Returns the edit that turns `text` into `after`, without their common prefix
/// and suffix.
pub fn difference(text: &str, after: &str) -> Edit {
    let same = |(a, b): &(char, char)| a == b;
    let width = |(a, _): (char, char)| a.len_utf8();
    let head: usize = text.chars().zip(after.chars()).take_while(same).map(width).sum();
    let (old, new) = (text.get(head..).unwrap_or_default(), after.get(head..).unwrap_or_default());
    let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(width).sum();
    Edit {
        range: head..text.len() - tail,
        with: new.get(..new.len() - tail).unwrap_or_default().to_string(),
    }
}
