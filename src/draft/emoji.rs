//! Emoji sequences, told by their structure.
//!
//! UTS #51, definition ED-17 ("possible emoji"): no list of emoji is needed,
//! so one that is drawn next year is read correctly today.

use super::chars::{EMOJI_STYLE, JOINER, is_pictograph};

/// The bytes of the emoji sequence at the start of `text`: a keycap, a flag, or
/// pictographs with their styles, skin tones, tags and joiners. 0 if there is
/// none, and also for a lone pictograph, which is one character anyway.
///
/// Unlike UTS #51's data files this takes any pair of regional indicators for
/// a flag and a skin tone after any pictograph.
pub fn sequence(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let ends = match first {
        '#' | '*' | '0'..='9' => keycap(chars),
        '\u{1F1E6}'..='\u{1F1FF}' => flag(chars),
        _ => pictographs(first, chars),
    };
    ends.map_or(0, |rest| text.len() - rest.len())
}

/// Whether the sign, digit or asterisk before `rest` is the base of a keycap.
pub fn is_keycap_end(rest: &str) -> bool {
    keycap(rest.chars()).is_some()
}

fn keycap(mut chars: std::str::Chars<'_>) -> Option<&str> {
    let mut next = chars.next();
    if next == Some(EMOJI_STYLE) {
        next = chars.next();
    }
    (next == Some('\u{20E3}')).then_some(chars.as_str())
}

fn flag(mut chars: std::str::Chars<'_>) -> Option<&str> {
    let second = chars.next()?;
    matches!(second, '\u{1F1E6}'..='\u{1F1FF}').then_some(chars.as_str())
}

fn pictographs(first: char, mut chars: std::str::Chars<'_>) -> Option<&str> {
    // Most characters are followed by nothing of the kind: ask that first.
    let alone = chars.as_str().len();
    let next = chars.clone().next()?;
    if !(next == JOINER || next == EMOJI_STYLE || is_skin_tone(next) || is_tag(next))
        || !is_pictograph(first)
    {
        return None;
    }
    loop {
        take(&mut chars, |c| c == EMOJI_STYLE);
        take(&mut chars, is_skin_tone);
        while take(&mut chars, is_tag) {}
        let mut joined = chars.clone();
        if !(take(&mut joined, |c| c == JOINER) && take(&mut joined, is_pictograph)) {
            let rest = chars.as_str();
            return (rest.len() < alone).then_some(rest);
        }
        chars = joined;
    }
}

fn take(chars: &mut std::str::Chars<'_>, wanted: impl Fn(char) -> bool) -> bool {
    let mut ahead = chars.clone();
    let found = ahead.next().is_some_and(wanted);
    if found {
        *chars = ahead;
    }
    found
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// The tags that spell the flags of England, Scotland and Wales.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0020}'..='\u{E007F}')
}
