//! What a character is to a draft.
//!
//! The tables of the standard library and of unicode-segmentation are in the
//! program already; what they know is asked of them rather than listed again.

use unicode_segmentation::UnicodeSegmentation;

/// U+200D, which joins emoji.
pub const JOINER: char = '\u{200D}';

/// U+FE0F, which asks for the emoji form of the character before it.
pub const EMOJI_STYLE: char = '\u{FE0F}';

/// Whether `c` opens or closes a hashtag in somebody's eyes: the number sign,
/// its full-width form and its small form.
pub fn is_sign(c: char) -> bool {
    matches!(c, '#' | '＃' | '﹟')
}

/// Whether X counts `c` as a letter of a hashtag: a letter (L) or a mark (M).
///
/// The standard library knows the property Alphabetic, which also holds
/// letter-like numbers (Ⅷ, 〇) and enclosed letters (Ⓐ); X refuses those.
pub fn is_letter(c: char) -> bool {
    if c.is_alphabetic() {
        !matches!(c as u32, 0x2160..=0x2182 | 0x2185..=0x2188 | 0x24B6..=0x24E9
            | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303A | 0x1F130..=0x1F189)
    } else {
        is_mark(c)
    }
}

/// Whether `c` is a decimal digit (Nd) as X understands it: not ½, not ①.
pub fn is_digit(c: char) -> bool {
    c.is_numeric()
        && !c.is_alphabetic()
        && !matches!(c as u32, 0xB2..=0xBE | 0x2070..=0x218B | 0x2460..=0x24FF
            | 0x2776..=0x2793 | 0x3192..=0x3195 | 0x3220..=0x32BF)
}

/// Whether `c` belongs to the inside of a hashtag on X: a letter, a digit, the
/// underscore, or one of the signs that some scripts write inside words.
pub fn is_tag_char(c: char) -> bool {
    match c {
        '_' | '\u{B7}' | '\u{5BE}' | '\u{5F3}' | '\u{5F4}' | '\u{F0B}' | '\u{F0C}' | '\u{200C}'
        | '\u{200D}' | '\u{3003}' | '\u{301C}' | '\u{309B}' | '\u{309C}' | '\u{30A0}'
        | '\u{30FB}' | '\u{A67E}' | '\u{FF5E}' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => is_letter(c) || is_digit(c),
    }
}

/// Whether `c` is a character of a script that is written without spaces and
/// counted one by one: Han, Kana, or a Hangul syllable.
pub fn is_han_kana_hangul(c: char) -> bool {
    matches!(c as u32,
        0x2E80..=0x2FD5 | 0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303B
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF
        | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF
        | 0x31F0..=0x31FF | 0xFF66..=0xFF9D | 0x1_AFF0..=0x1_B16F
        | 0xAC00..=0xD7A3)
}

/// Whether nobody sees `c`: controls, the default ignorable code points of
/// UAX #44 (zero-width characters, bidi controls, soft hyphen, fillers,
/// variation selectors, tags), annotation and object marks, blank braille.
pub fn is_unseen(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c as u32,
            0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164
            | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFC
            | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A | 0xE_0000..=0xE_0FFF)
}

/// Whether the two differ in letter case at most.
pub fn same_letter(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

/// Whether `c` is a pictograph (Extended_Pictographic, UTS #51), as rule GB11
/// of UAX #29 shows: a joiner after it holds on to the next emoji.
pub fn is_pictograph(c: char) -> bool {
    is_one_cluster(&[c, JOINER, '😀'])
}

/// Whether `c` is a mark (M), as rules GB9 and GB9a of UAX #29 show: it stays
/// with the letter before it. Skin tones and tags do so too, but are no marks.
fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && !matches!(c as u32, 0x200C..=0x200D | 0x1_F3FB..=0x1_F3FF | 0xE_0000..=0xE_00FF)
        && is_one_cluster(&['a', c])
}

fn is_one_cluster(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    text.graphemes(true).count() == 1
}
