//! Letters, digits and their case.
//!
//! Uses the standard library's tables where they suffice.

use super::marks::is_mark;

/// Whether X counts `c` as a letter of a hashtag: a letter (L) or a mark (M).
///
/// The standard library has the property Alphabetic, which also includes
/// letter-like numbers (Ⅷ, 〇) and enclosed letters (Ⓐ); X excludes those.
pub fn is_letter(c: char) -> bool {
    if c.is_alphabetic() {
        !matches!(c as u32, 0x2160..=0x2182 | 0x2185..=0x2188 | 0x24B6..=0x24E9
            | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303A | 0x1F130..=0x1F189)
    } else {
        is_mark(c)
    }
}

/// Whether `c` is a decimal digit (Nd) to X: not ½, not ①, and not the Tamil ௰,
/// which is a ten. Numbers of ancient scripts count as digits.
pub fn is_digit(c: char) -> bool {
    c.is_numeric()
        && !c.is_alphabetic()
        && !matches!(c as u32, 0xB2..=0xBE | 0x9F4..=0x9F9 | 0xB72..=0xB77 | 0xBF0..=0xBF2
            | 0xC78..=0xC7E | 0xD58..=0xD5E | 0xD70..=0xD78 | 0xF2A..=0xF33 | 0x1369..=0x137C
            | 0x17F0..=0x17F9 | 0x19DA | 0x2070..=0x218B | 0x2460..=0x24FF | 0x2776..=0x2793
            | 0x3192..=0x3195 | 0x3220..=0x32BF | 0xA830..=0xA835 | 0x1F100..=0x1F10C)
}

/// Whether `c` is Han, Kana or a Hangul syllable, which are counted one by one.
pub fn is_han_kana_hangul(c: char) -> bool {
    match c as u32 {
        // The most frequent characters, before the list.
        0..=0x2E7F => false,
        0x4E00..=0x9FFF => true,
        code => matches!(code,
            0x2E80..=0x2FD5 | 0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303B
            | 0x3400..=0x4DBF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF
            | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF
            | 0x31F0..=0x31FF | 0xFF66..=0xFF9D | 0x1_AFF0..=0x1_B16F
            | 0xAC00..=0xD7A3),
    }
}

/// Whether the two are equal, ignoring case.
pub fn same_letter(a: char, b: char) -> bool {
    lower_case(a) == lower_case(b)
}

/// Returns the lower-case form of a letter of the scripts of hashtags: Latin
/// with the accents of European languages and Vietnamese, Greek, Cyrillic,
/// Armenian. The standard library's table of all scripts would add 4 KB.
pub fn lower_case(c: char) -> u32 {
    let code = c as u32;
    match code {
        // The most frequent characters, before the list.
        0..=0x7F => u32::from(c.to_ascii_lowercase()),
        0x1F00.. | 0x130 | 0x131 | 0x3A2 => code,
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3AB | 0x410..=0x42F => code + 32,
        0x178 => 0xFF,
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        // Pairs of upper and lower case, upper case even …
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1A0..=0x1A5
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        // … and odd.
        0x139..=0x148 | 0x179..=0x17E | 0x1AF..=0x1B0 | 0x4C1..=0x4CE => code + (code & 1),
        _ => code,
    }
}
