//! What would make a draft keep the rules, with one press.

use std::ops::Range;

use super::chars::{is_han_kana_hangul, is_sign, is_tag_char};
use super::report::{Rule, Rules};
use super::scan::{Kind, Piece, scan};
use super::tag::{CampaignTag, is_line_break};
use super::{has_exact, other_tags};

/// A change to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is taken out, in bytes of the text before any edit.
    pub range: Range<usize>,
    /// What is put there.
    pub with: String,
}

/// The edits that make `text` keep `rule`, from left to right and not
/// overlapping; none where it keeps the rule already or nothing can be done.
///
/// - [`Rule::Tag`]: each near miss becomes the campaign tag.
/// - [`Rule::OnlyTag`]: each other tag goes, with one of two spaces around it.
///   Tags of digits alone stay: they break no rule and may be numbers.
pub fn repairs(text: &str, rules: &Rules<'_>, rule: Rule) -> Vec<Edit> {
    let tag = CampaignTag::new(rules.tag);
    match rule {
        Rule::Tag => corrections(text, &scan(text, tag), rules.tag),
        Rule::OnlyTag => removals_until_none(text, tag),
        Rule::Length | Rule::XLength => Vec::new(),
    }
}

/// `text` with `edits` made, which are as [`repairs`] returns them.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut taken = 0;
    for edit in edits {
        out.push_str(text.get(taken..edit.range.start).unwrap_or_default());
        out.push_str(&edit.with);
        taken = edit.range.end;
    }
    out.push_str(text.get(taken..).unwrap_or_default());
    out
}

/// The edit that puts the campaign tag `tag` into `text` at `caret` (in bytes),
/// with a space on each side where there is none; none where the tag is there
/// already. Inside a URL, a mention or a tag it goes behind that.
pub fn insertion(text: &str, caret: usize, tag: &str) -> Option<Edit> {
    let pieces = scan(text, CampaignTag::new(tag));
    if has_exact(&pieces) {
        return None;
    }
    let inside = |piece: &&Piece| piece.range.start < caret && caret < piece.range.end;
    let caret = pieces.iter().find(inside).map_or(caret, |piece| piece.range.end);
    let caret = text.floor_char_boundary(caret);
    let (before, after) = text.split_at_checked(caret)?;
    let mut with = String::with_capacity(tag.len() + 2);
    if !(before.is_empty() || before.ends_with(char::is_whitespace)) {
        with.push(' ');
    }
    with.push_str(tag);
    if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
        with.push(' ');
    }
    Some(Edit { range: caret..caret, with })
}

fn corrections(text: &str, pieces: &[Piece], tag: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut url_end = None;
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let range = piece.range.clone();
        if piece.is_exact() {
            return Vec::new();
        }
        if matches!(piece.kind, Kind::CampaignTag(_)) {
            // Straight after a URL, the tag might become its fragment.
            let before = if url_end == Some(range.start) { " " } else { "" };
            let after = if goes_on(text, range.end, pieces.peek()) { " " } else { "" };
            edits.push(Edit { range: range.clone(), with: [before, tag, after].concat() });
        }
        url_end = piece.is_url().then_some(range.end);
    }
    edits
}

/// Whether what begins at `at` must be kept from a sign in front of it: `C#`
/// would be no name then, and `gate.com/#a` no URL. Other Han text need not.
fn goes_on(text: &str, at: usize, next: Option<&&Piece>) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let url = next.filter(|next| next.is_url()).and_then(|url| text.get(at..url.range.start));
    rest.starts_with(|c| is_tag_char(c) && !is_han_kana_hangul(c))
        || url.is_some_and(|between| !between.contains(char::is_whitespace))
}

/// Removes other tags until there is none. Once is enough, unless what was left
/// makes a pair that a removed tag had kept apart; then all is one edit.
fn removals_until_none(text: &str, tag: Option<CampaignTag<'_>>) -> Vec<Edit> {
    let mut edits = removals(text, tag);
    let mut after = apply(text, &edits);
    loop {
        let more = removals(&after, tag);
        if more.is_empty() {
            return edits;
        }
        after = apply(&after, &more);
        edits = vec![difference(text, &after)];
    }
}

fn removals(text: &str, tag: Option<CampaignTag<'_>>) -> Vec<Edit> {
    let pieces = scan(text, tag);
    let mut edits: Vec<Edit> = Vec::new();
    for other in other_tags(text, &pieces).filter(|other| !other.digits) {
        match edits.last_mut() {
            // Tags in a row go together, with what keeps them apart.
            Some(edit) if is_gap(text.get(edit.range.end..other.range.start)) => {
                edit.range.end = other.range.end;
            }
            _ => edits.push(Edit { range: other.range, with: String::new() }),
        }
    }
    for edit in &mut edits {
        tidy(text, edit);
    }
    edits
}

/// Takes one of two spaces along, or leaves one where the neighbours would run
/// together.
fn tidy(text: &str, edit: &mut Edit) {
    let before = text.get(..edit.range.start).and_then(|text| text.chars().next_back());
    let rest = text.get(edit.range.end..).unwrap_or_default();
    let after = rest.chars().next();
    let starts_line = before.is_none_or(is_line_break);
    let ends_line = after.is_none_or(is_line_break);
    match (before, after) {
        (_, Some(' ')) if starts_line || before == Some(' ') => edit.range.end += 1,
        (Some(' '), _) if ends_line => edit.range.start -= 1,
        (Some(before), _) if run_together(before, rest) => edit.with.push(' '),
        _ => {}
    }
}

/// Whether `rest` would go on what ends with `before`: a word, a tag or a URL.
fn run_together(before: char, rest: &str) -> bool {
    let mut rest = rest.chars();
    let Some(first) = rest.next() else { return false };
    let goes_on = is_tag_char(first)
        || first.is_ascii_punctuation() && rest.next().is_some_and(|c| !c.is_whitespace());
    is_sign(before) || goes_on && (is_tag_char(before) || before.is_ascii_punctuation())
}

fn is_gap(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.chars().all(|c| c.is_whitespace() && !is_line_break(c)))
}

/// One edit that turns `text` into `after`: what lies between the beginning and
/// the end that they share.
fn difference(text: &str, after: &str) -> Edit {
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
