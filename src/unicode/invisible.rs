//! Invisible characters.

/// Whether `c` is invisible: a control, a default ignorable code point of UAX
/// #44 (zero-width character, bidi control, soft hyphen, filler, variation
/// selector, tag), an annotation or object mark, or the blank braille pattern.
pub fn is_invisible(c: char) -> bool {
    match c as u32 {
        // The most frequent characters, before the list.
        0..=0xAC => c.is_control() && !c.is_whitespace(),
        0x3165..=0xFDFF => false,
        code => matches!(code,
            0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164
            | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFC
            | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A | 0xE_0000..=0xE_0FFF),
    }
}

/// Whether `c` is visible by itself. Joiners and variation selectors inside an
/// emoji are not.
pub fn is_visible(c: char) -> bool {
    !c.is_whitespace() && !is_invisible(c)
}
