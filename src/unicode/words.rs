//! Words, by UAX #29 with two exceptions: each Han, Kana or Hangul-syllable
//! character is a word; and in a script without spaces and without such
//! characters, every five letters are.

use super::{is_digit, is_han_kana_hangul, is_invisible, is_mark, is_tone, is_visible};

/// The number of letters of Thai, Lao, Khmer or Burmese that count as a word,
/// without vowels and tones that are marks.
///
/// Only dictionaries can tell where their words end, and those of the browsers
/// differ. By them a word has 3 letters (Burmese: 2) on average. With 5, none
/// of 1,550 real texts had more words than by the dictionary of any of three
/// browsers, and they had 53 to 63 % as many (Burmese: 42 %); see
/// `tests/draft/unspaced.rs`.
const LETTERS: usize = 5;

/// The class of a character: values of Word_Break.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Other,
    /// Han, Kana, a Hangul syllable, or another character that is a word by
    /// itself.
    Single,
    /// A letter of a script that is written without spaces.
    Unspaced,
    /// ALetter.
    Letter,
    /// Hebrew_Letter.
    Hebrew,
    /// Numeric.
    Number,
    /// ExtendNumLet, such as the underscore.
    Connector,
    /// MidLetter, MidNum and MidNumLet: joins letters, numbers, or both.
    Tie {
        letters: bool,
        numbers: bool,
    },
    /// Double_Quote, which joins Hebrew letters.
    Quote,
}

impl Kind {
    fn is_letter(self) -> bool {
        matches!(self, Self::Letter | Self::Hebrew)
    }

    /// Whether adjacent characters of this class are one word.
    fn holds_together(self) -> bool {
        self.is_letter() || matches!(self, Self::Number | Self::Connector)
    }
}

/// Counts the words of `text`.
pub fn count(text: &str) -> usize {
    let mut words = 0;
    let mut counted = false;
    let mut letters = 0;
    let mut before = Kind::Other;
    // The character between that and the next word, which may join them.
    let mut tie = Kind::Other;
    for c in text.chars().filter(|&c| !is_passed_over(c)) {
        let kind = kind(c);
        if tie == Kind::Other && matches!(kind, Kind::Tie { .. } | Kind::Quote) {
            tie = kind;
            continue;
        }
        let joins = match tie {
            Kind::Tie { letters, numbers } => {
                letters && before.is_letter() && kind.is_letter()
                    || numbers && before == Kind::Number && kind == Kind::Number
            }
            Kind::Quote => before == Kind::Hebrew && kind == Kind::Hebrew,
            _ => before.holds_together() && kind.holds_together(),
        };
        let goes_on = tie == Kind::Other && before == Kind::Unspaced;
        counted &= joins;
        match kind {
            Kind::Single => words += 1,
            Kind::Unspaced => {
                letters = if goes_on { letters + 1 } else { 1 };
                let is_word = letters == 1 || letters > LETTERS && letters % LETTERS == 0;
                words += usize::from(is_word);
            }
            _ if !counted && c.is_alphanumeric() && is_visible(c) => {
                words += 1;
                counted = true;
            }
            _ => {}
        }
        before = kind;
        tie = Kind::Other;
    }
    words
}

/// Whether `c` is ignored inside a word: a mark (Extend) or a format character
/// (Format).
fn is_passed_over(c: char) -> bool {
    match c {
        '\0'..='\u{AC}' | 'ำ' | 'ຳ' | '\u{200B}' | '\u{2800}' | '\u{FFFC}' => false,
        _ => is_invisible(c) || is_tone(c) || is_mark(c),
    }
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | 'A'..='Z' => Kind::Letter,
        '0'..='9' => Kind::Number,
        '_' | '\u{202F}' | '‿' | '⁀' | '⁔' | '︳' | '︴' | '﹍'..='﹏' | '＿' => {
            Kind::Connector
        }
        '\'' | '.' | '‘' | '’' | '․' | '﹒' | '＇' | '．' => {
            Kind::Tie { letters: true, numbers: true }
        }
        ':' | '·' | '՟' | '״' | '‧' | '︓' | '﹕' | '：' => {
            Kind::Tie { letters: true, numbers: false }
        }
        ',' | ';' | '։' | '،' | '؍' | '٬' | '߸' | '⁄' | '﹐' | '﹔' | '，' | '；' => {
            Kind::Tie { letters: false, numbers: true }
        }
        '"' => Kind::Quote,
        '\0'..='\u{A9}' => Kind::Other,
        '\u{5D0}'..='\u{5F2}' | '\u{FB1D}'..='\u{FB28}' | '\u{FB2A}'..='\u{FB4F}' => Kind::Hebrew,
        // Characters of words that the standard library does not count as
        // letters.
        '¸'
        | '˂'..='˗'
        | '˞'..='˿'
        | '՚'..='՜'
        | '՞'
        | '֊'
        | '׳'
        | '܏'
        | '꜈'..='꜖'
        | '꜠'
        | '꜡'
        | '꞉'
        | '꞊'
        | '꭛' => Kind::Letter,
        // Characters of numbers.
        '\u{600}'..='\u{605}'
        | '٫'
        | '\u{6DD}'
        | '\u{890}'..='\u{891}'
        | '\u{8E2}'
        | '᧚'
        | '\u{110BD}'
        | '\u{110CD}' => Kind::Number,
        _ if is_han_kana_hangul(c) => Kind::Single,
        _ if c.is_alphabetic() => match c as u32 {
            0xE00..=0xEFF
            | 0x1000..=0x109F
            | 0x1780..=0x17FF
            | 0x1950..=0x19DF
            | 0x1A20..=0x1AAF
            | 0xA9E0..=0xA9FF
            | 0xAA60..=0xAADF
            | 0x1_1700..=0x1_174F => Kind::Unspaced,
            0x3006 | 0x3031..=0x3035 | 0x1_6FF2..=0x1_8DFF | 0x1_B170..=0x1_B2FF => Kind::Single,
            _ => Kind::Letter,
        },
        _ if is_digit(c) => Kind::Number,
        _ if c.is_numeric() => Kind::Single,
        _ => Kind::Other,
    }
}
