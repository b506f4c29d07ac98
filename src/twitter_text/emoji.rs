//! Emoji sequences, which X counts as one character.
//!
//! twitter-text 3.1.0 defines the weight of the emoji of Emoji 11, and of
//! sequences that only look like one, such as a skin tone after a cat. X's
//! servers know newer emoji. Those of Unicode 17 that consist of older
//! characters are listed here. A pictograph that is itself newer can have a
//! skin tone and be joined with any other (UTS #51, definition ED-17), so that
//! next year's are read correctly today.

use std::str::Chars;

use super::word_list::beginning_with;
use crate::unicode::ranges::{holds, ranges};
use crate::unicode::{EMOJI_STYLE, JOINER, is_pictograph, is_tag, is_tone};

/// Returns the length in bytes of the emoji sequence at the start of `text`: a
/// keycap, a flag, or pictographs with their styles, skin tones, tags and
/// joiners. 0 if there is none, and for a single pictograph, which is one
/// character anyway.
pub fn sequence(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let ends = match first {
        '#' | '*' | '0'..='9' => keycap(chars),
        // Most letters, including Han, are part of no other emoji.
        '\0'..='\u{A8}' | '\u{329A}'..='\u{1EFFF}' => None,
        '\u{1F1E6}'..='\u{1F1FF}' => flag(first, chars),
        // Checked first, since it excludes most characters.
        _ if !chars.clone().next().is_some_and(continues) => None,
        '🏴' if chars.as_str().starts_with(is_tag) => country(chars.as_str()),
        _ => pictographs(text),
    };
    ends.map_or(0, |rest| text.len() - rest.len())
}

/// Whether the sign, digit or asterisk before `rest` is the base of a keycap.
pub fn is_keycap_end(rest: &str) -> bool {
    keycap(rest.chars()).is_some()
}

fn keycap(mut chars: Chars<'_>) -> Option<&str> {
    let mut next = chars.next();
    if next == Some(EMOJI_STYLE) {
        next = chars.next();
    }
    (next == Some('\u{20E3}')).then_some(chars.as_str())
}

/// The second letters of flags, indexed by the first: one bit each, A the
/// lowest.
const FLAGS: [u32; 26] = [
    0x2DF597C, 0x36F7BFB, 0x3F3FDED, 0x2005650, 0x01E00D5, 0x0025700, 0x15FB9FB, 0x01A3400,
    0x00F781C, 0x000D010, 0x342B1D0, 0x13E0507, 0x3FFFCFD, 0x212C975, 0x0001000, 0x14E3CF1,
    0x0000001, 0x0544010, 0x3AE7FDF, 0x26A7EED, 0x3043041, 0x0102155, 0x0040020, 0x0000400,
    0x0080010, 0x0401001,
];

fn flag(first: char, mut chars: Chars<'_>) -> Option<&str> {
    let letter = |c: char| (c as usize).checked_sub(0x1F1E6).filter(|&letter| letter < 26);
    let second = letter(chars.next()?)?;
    (FLAGS.get(letter(first)?)? >> second & 1 == 1).then_some(chars.as_str())
}

/// Returns the tags after a black flag that make it the flag of England,
/// Scotland or Wales.
fn country(tags: &str) -> Option<&str> {
    ["gbeng\u{7F}", "gbsct\u{7F}", "gbwls\u{7F}"].into_iter().find_map(|name| {
        let mut rest = tags.chars();
        let tag = |c| u32::from(c) + 0xE0000;
        name.chars().all(|c| rest.next().map(u32::from) == Some(tag(c))).then_some(rest.as_str())
    })
}

/// Irregular sequences, without their joiners. A skin tone matches any. The
/// first characters are in descending order; of two sequences with the same
/// beginning, the longer is first.
const JOINED: &str = "\
    🧑🧑🧒🧒 🧑🧑🧒 🧑🧒🧒 🧑🧒 🧑🏽🐰🧑🏽 🧑🏽❤️💋🧑🏽 🧑🏽❤️🧑🏽 🧑🏽🤝🧑🏽 🧑🤝🧑 🙂↔️ 🙂↕️ 😶🌫️ 😵💫 😮💨 \
    👩❤️💋👨 👩❤️💋👩 👩❤️👨 👩❤️👩 👩👩👦👦 👩👩👧👦 👩👩👧👧 👩👩👦 👩👩👧 👩👦👦 👩👧👦 👩👧👧 👩👦 👩👧 \
    👩🏽❤️💋👨🏽 👩🏽❤️💋👩🏽 👩🏽❤️👨🏽 👩🏽❤️👩🏽 👩🏽🤝👨🏽 👩🏽🤝👩🏽 👩🏽🐰👩🏽 👨❤️💋👨 👨❤️👨 👨👨👦👦 \
    👨👨👧👦 👨👨👧👧 👨👩👦👦 👨👩👧👦 👨👩👧👧 👨👨👦 👨👨👧 👨👩👦 👨👩👧 👨👦👦 👨👧👦 👨👧👧 👨👦 👨👧 👨🏽❤️💋👨🏽 \
    👨🏽❤️👨🏽 👨🏽🤝👨🏽 👨🏽🐰👨🏽 👁️🗨️ 👁🗨 🐻❄️ 🐦⬛ 🐦🔥 🐈⬛ 🏴☠️ 🏳️🌈 🏳️⚧️ ❤️🔥 ⛓️💥";

/// The characters that a man, a woman or a person can be joined with.
const ROLES: &str = "⚕️ ⚖️ ✈️ 🌾 🍳 🎓 🎤 🎨 🏫 🏭 💻 💼 🔧 🔬 🚀 🚒 🦰 🦱 🦲 🦳 🍼";

fn pictographs(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let mut listed = beginning_with(JOINED, u32::from(first));
    if let Some(rest) = listed.find_map(|members| joined(text, members)) {
        return Some(rest);
    }
    let alone = chars.as_str().len();
    let is_new = is_new(first);
    let styled = takes_style(first) && take(&mut chars, |c| c == EMOJI_STYLE);
    let toned = (is_new || takes_tone(first)) && take(&mut chars, is_tone);
    let mut rest = chars.as_str();
    // One of text style needs a style or a tone, and not both.
    if is_gendered(first) && (!takes_style(first) || styled != toned) {
        rest = behind(rest, "♀️").or_else(|| behind(rest, "♂️")).unwrap_or(rest);
    }
    if matches!(first, '👨' | '👩' | '🧑') {
        let roles = || ROLES.split(' ').chain((first == '🧑').then_some("🎄"));
        rest = roles().find_map(|role| behind(rest, role)).unwrap_or(rest);
    } else if matches!(first, '🏃' | '🚶') {
        rest = behind(rest, "➡️").unwrap_or(rest);
    }
    if is_new || is_pictograph(first) {
        rest = joined_with_new(rest, is_new);
    }
    (rest.len() < alone).then_some(rest)
}

/// Returns the text after `members`, which are joined at the start of `text`.
fn joined<'t>(text: &'t str, members: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let mut first = true;
    for member in members.chars() {
        let modifies = is_tone(member) || member == EMOJI_STYLE;
        if !first && !modifies && rest.next() != Some(JOINER) {
            return None;
        }
        first = false;
        let found = rest.next()?;
        if !(found == member || is_tone(member) && is_tone(found)) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Returns the text after a joiner and `other`.
fn behind<'t>(text: &'t str, other: &str) -> Option<&'t str> {
    text.strip_prefix(JOINER)?.strip_prefix(other)
}

/// Returns the text after the joined pictographs at the start of `text`, if one
/// of them or the one before them is newer than twitter-text's list.
fn joined_with_new(text: &str, mut new: bool) -> &str {
    let mut end = text;
    while let Some(next) = end.strip_prefix(JOINER) {
        let mut chars = next.chars();
        let Some(other) = chars.next().filter(|&c| is_new(c) || new && is_pictograph(c)) else {
            break;
        };
        new |= is_new(other);
        take(&mut chars, |c| c == EMOJI_STYLE);
        take(&mut chars, is_tone);
        end = chars.as_str();
    }
    end
}

fn take(chars: &mut Chars<'_>, wanted: impl Fn(char) -> bool) -> bool {
    let mut ahead = chars.clone();
    let found = ahead.next().is_some_and(wanted);
    if found {
        *chars = ahead;
    }
    found
}

fn continues(c: char) -> bool {
    c == JOINER || c == EMOJI_STYLE || is_tone(c) || is_tag(c)
}

/// Whether `c` is, or may become, a pictograph of Emoji 12 or later.
fn is_new(c: char) -> bool {
    matches!(c as u32, 0x1F6D5..=0x1F6DF | 0x1F6FA..=0x1F6FF | 0x1F7E0..=0x1F7FF | 0x1F90C..=0x1F90F
        | 0x1F93F | 0x1F971..=0x1F972 | 0x1F977..=0x1F979 | 0x1F97B | 0x1F9A3..=0x1F9AF
        | 0x1F9BA..=0x1F9BF | 0x1F9C3..=0x1F9CF | 0x1FA70..=0x1FAFF)
}

/// Whether `c` and U+FE0F are one emoji.
fn takes_style(c: char) -> bool {
    holds(STYLED, c)
}

/// Whether `c` and a skin tone are one emoji.
fn takes_tone(c: char) -> bool {
    holds(TONED, c)
}

/// Whether `c` can be joined with a female or a male sign.
fn is_gendered(c: char) -> bool {
    holds(GENDERED, c)
}

/// As in twitter-text, with those of later Emoji; see `tests/conformance/emoji.rs`.
#[rustfmt::skip]
const STYLED: &[u8] = ranges![
    (0xA9, 0xA9), (0xAE, 0xAE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122),
    (0x2139, 0x2139), (0x2194, 0x2199), (0x21A9, 0x21AA), (0x231A, 0x231B), (0x2328, 0x2328),
    (0x23CF, 0x23CF), (0x23ED, 0x23EF), (0x23F1, 0x23F2), (0x23F8, 0x23FA), (0x24C2, 0x24C2),
    (0x25AA, 0x25AB), (0x25B6, 0x25B6), (0x25C0, 0x25C0), (0x25FB, 0x25FE), (0x2600, 0x2604),
    (0x260E, 0x260E), (0x2611, 0x2611), (0x2614, 0x2615), (0x2618, 0x2618), (0x261D, 0x261D),
    (0x2620, 0x2620), (0x2622, 0x2623), (0x2626, 0x2626), (0x262A, 0x262A), (0x262E, 0x262F),
    (0x2638, 0x263A), (0x2640, 0x2640), (0x2642, 0x2642), (0x2648, 0x2653), (0x265F, 0x2660),
    (0x2663, 0x2663), (0x2665, 0x2666), (0x2668, 0x2668), (0x267B, 0x267B), (0x267E, 0x267F),
    (0x2692, 0x2697), (0x2699, 0x2699), (0x269B, 0x269C), (0x26A0, 0x26A1), (0x26A7, 0x26A7),
    (0x26AA, 0x26AB), (0x26B0, 0x26B1), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26C8, 0x26C8),
    (0x26CF, 0x26CF), (0x26D1, 0x26D1), (0x26D3, 0x26D4), (0x26E9, 0x26EA), (0x26F0, 0x26F5),
    (0x26F7, 0x26FA), (0x26FD, 0x26FD), (0x2702, 0x2702), (0x2708, 0x2709), (0x270C, 0x270D),
    (0x270F, 0x270F), (0x2712, 0x2712), (0x2714, 0x2714), (0x2716, 0x2716), (0x271D, 0x271D),
    (0x2721, 0x2721), (0x2733, 0x2734), (0x2744, 0x2744), (0x2747, 0x2747), (0x2757, 0x2757),
    (0x2763, 0x2764), (0x27A1, 0x27A1), (0x2934, 0x2935), (0x2B05, 0x2B07), (0x2B1B, 0x2B1C),
    (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D), (0x3297, 0x3297),
    (0x3299, 0x3299), (0x1F004, 0x1F004), (0x1F170, 0x1F171), (0x1F17E, 0x1F17F),
    (0x1F202, 0x1F202), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F), (0x1F237, 0x1F237),
    (0x1F321, 0x1F321), (0x1F324, 0x1F32C), (0x1F336, 0x1F336), (0x1F37D, 0x1F37D),
    (0x1F396, 0x1F397), (0x1F399, 0x1F39B), (0x1F39E, 0x1F39F), (0x1F3CB, 0x1F3CE),
    (0x1F3D4, 0x1F3DF), (0x1F3F3, 0x1F3F3), (0x1F3F5, 0x1F3F5), (0x1F3F7, 0x1F3F7),
    (0x1F43F, 0x1F43F), (0x1F441, 0x1F441), (0x1F4FD, 0x1F4FD), (0x1F549, 0x1F54A),
    (0x1F56F, 0x1F570), (0x1F573, 0x1F579), (0x1F587, 0x1F587), (0x1F58A, 0x1F58D),
    (0x1F590, 0x1F590), (0x1F5A5, 0x1F5A5), (0x1F5A8, 0x1F5A8), (0x1F5B1, 0x1F5B2),
    (0x1F5BC, 0x1F5BC), (0x1F5C2, 0x1F5C4), (0x1F5D1, 0x1F5D3), (0x1F5DC, 0x1F5DE),
    (0x1F5E1, 0x1F5E1), (0x1F5E3, 0x1F5E3), (0x1F5E8, 0x1F5E8), (0x1F5EF, 0x1F5EF),
    (0x1F5F3, 0x1F5F3), (0x1F5FA, 0x1F5FA), (0x1F6CB, 0x1F6CB), (0x1F6CD, 0x1F6CF),
    (0x1F6E0, 0x1F6E5), (0x1F6E9, 0x1F6E9), (0x1F6F0, 0x1F6F0), (0x1F6F3, 0x1F6F3),
];

/// As in twitter-text, with those of later Emoji.
#[rustfmt::skip]
const TONED: &[u8] = ranges![
    (0x261D, 0x261D), (0x26F7, 0x26F7), (0x26F9, 0x26F9), (0x270A, 0x270D), (0x1F385, 0x1F385),
    (0x1F3C2, 0x1F3C4), (0x1F3C7, 0x1F3C7), (0x1F3CA, 0x1F3CC), (0x1F442, 0x1F443),
    (0x1F446, 0x1F450), (0x1F466, 0x1F469), (0x1F46B, 0x1F478), (0x1F47C, 0x1F47C),
    (0x1F481, 0x1F483), (0x1F485, 0x1F487), (0x1F48F, 0x1F48F), (0x1F491, 0x1F491),
    (0x1F4AA, 0x1F4AA), (0x1F574, 0x1F575), (0x1F57A, 0x1F57A), (0x1F590, 0x1F590),
    (0x1F595, 0x1F596), (0x1F645, 0x1F647), (0x1F64B, 0x1F64F), (0x1F6A3, 0x1F6A3),
    (0x1F6B4, 0x1F6B6), (0x1F6C0, 0x1F6C0), (0x1F6CC, 0x1F6CC), (0x1F918, 0x1F91F),
    (0x1F926, 0x1F926), (0x1F930, 0x1F939), (0x1F93C, 0x1F93E), (0x1F9B5, 0x1F9B6),
    (0x1F9B8, 0x1F9B9), (0x1F9D1, 0x1F9DD),
];

/// As in twitter-text, with those of later Emoji.
#[rustfmt::skip]
const GENDERED: &[u8] = ranges![
    (0x26F9, 0x26F9), (0x1F3C3, 0x1F3C4), (0x1F3CA, 0x1F3CC), (0x1F46E, 0x1F471),
    (0x1F473, 0x1F473), (0x1F477, 0x1F477), (0x1F481, 0x1F482), (0x1F486, 0x1F487),
    (0x1F574, 0x1F575), (0x1F645, 0x1F647), (0x1F64B, 0x1F64B), (0x1F64D, 0x1F64E),
    (0x1F6A3, 0x1F6A3), (0x1F6B4, 0x1F6B6), (0x1F926, 0x1F926), (0x1F935, 0x1F935),
    (0x1F937, 0x1F939), (0x1F93C, 0x1F93E), (0x1F9B8, 0x1F9B9), (0x1F9D4, 0x1F9D4),
    (0x1F9D6, 0x1F9DF),
];
