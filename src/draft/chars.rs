//! Character classes of a draft, and what keyboards make of a character.

use crate::twitter_text::is_tag_char;
use crate::unicode::{is_han_kana_hangul, lower_case};

/// Whether `c` ends a line, and so a hashtag.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` can be inside a word of a script with spaces: a hashtag
/// character that is not Han, Kana or Hangul.
pub fn is_word_char(c: char) -> bool {
    is_tag_char(c) && !is_han_kana_hangul(c)
}

/// Returns `c` without width and style: full-width letters, the styled letters
/// of phone keyboards (U+1D400 on), and the digits of Arabic and Persian.
pub fn plain(c: char) -> char {
    let code = c as u32;
    let plain = match code {
        0xFF01..=0xFF5E => code - 0xFEE0,
        0x660..=0x669 => code - 0x630,
        0x6F0..=0x6F9 => code - 0x6C0,
        0x1D400..=0x1D6A3 => match (code - 0x1D400) % 52 {
            upper @ 0..26 => 0x41 + upper,
            lower => 0x61 + lower - 26,
        },
        0x1D7CE..=0x1D7FF => 0x30 + (code - 0x1D7CE) % 10,
        _ => return c,
    };
    char::from_u32(plain).unwrap_or(c)
}

/// Returns the key by which `c` equals everything that a keyboard, an input
/// method or an autocorrection puts in its place: without width, style and
/// case, and one key per kind of punctuation. Chinese punctuation follows its
/// keyboard layout: `_` becomes `——`, `/` becomes `、`, `[` becomes `【`.
pub fn key(c: char) -> char {
    match plain(c) {
        'İ' | 'ı' => 'i',
        'ς' => 'σ',
        'ẞ' => 'ß',
        '_' | '\u{2010}'..='\u{2015}' | '−' | 'ー' => '-',
        '…' | '‥' | '⋯' | '^' | '。' | '｡' => '.',
        '/' | '\\' | '、' | '､' => ',',
        '•' | '‧' | '⋅' | '・' | '･' => '·',
        '〜' => '~',
        '¥' | '￥' => '$',
        '\''
        | '`'
        | '´'
        | 'ʼ'
        | '′'
        | '″'
        | '\u{2018}'..='\u{201F}'
        | '«'
        | '»'
        | '‹'
        | '›'
        | '<'
        | '>'
        | '['
        | ']'
        | '{'
        | '}'
        | '\u{3008}'..='\u{301F}'
        | '｢'
        | '｣' => '"',
        plain => char::from_u32(lower_case(plain)).unwrap_or(plain),
    }
}
