//! What an input method shows before anybody has chosen it.

/// Whether what is composed counts as it stands: a syllable of Hangul, of which each key
/// makes another one, and which is open until the next key. Letters and kana will be
/// other characters, and fewer.
pub fn counts_while_composed(composed: &str) -> bool {
    let is_hangul = |c| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7A3}');
    !composed.is_empty() && composed.chars().all(is_hangul)
}
