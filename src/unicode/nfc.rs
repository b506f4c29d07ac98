//! Text that needs no normalization.

/// Whether a text is in NFC (UAX #15) for sure, being made of characters that are
/// the same in NFC and combine with nothing before them. Most drafts are; of the
/// others only a normalization can tell.
pub fn is_surely_nfc(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c as u32,
            // Latin without combining marks, Greek and Cyrillic.
            0..=0x2FF | 0x391..=0x3A9 | 0x3B1..=0x3C9 | 0x400..=0x482
            // Punctuation, without the spaces that are others in NFC.
            | 0x2010..=0x205E | 0xFE0F
            // Chinese punctuation, kana without their combining marks, Han, Hangul.
            | 0x3001..=0x3029 | 0x3041..=0x3096 | 0x309B..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3
            // Full-width forms, emoji.
            | 0xFF01..=0xFFEE | 0x1F300..=0x1FAFF)
    })
}
