//! Approximate test for letters and digits of any script.

/// Whether `c` may be a letter or a digit: ASCII ones, and outside ASCII
/// everything but the blocks of punctuation, symbols, variation selectors and
/// emoji.
///
/// The standard library's exact tables would add kilobytes.
pub fn may_be_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !matches!(c as u32, 0..=0xBF | 0x2000..=0x206F | 0x2190..=0x245F | 0x2500..=0x2BFF
            | 0x3000..=0x303F | 0xFE00..=0xFE0F | 0xFF00..=0xFF0F | 0xFF1A..=0xFF20
            | 0xFF5B..=0xFF65 | 0x1_F000..=0x1_FAFF)
}
