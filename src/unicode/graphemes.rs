//! User-perceived characters: extended grapheme clusters, UAX #29, Unicode 17.

use super::ranges::{holds, ranges};
use super::{is_han_kana_hangul, is_mark, is_pictograph, is_tag, is_tone, is_visible};

/// The class of a character: values of Grapheme_Cluster_Break and
/// Indic_Conjunct_Break.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Other,
    /// Extend or SpacingMark: attaches to the character before it. The second
    /// parts consonants and pictographs from a joiner after it, in Unicode and
    /// not here: no script writes that.
    Mark,
    Joiner,
    /// Attaches to the character before it, and prevents conjuncts.
    NonJoiner,
    /// Prepend: attaches to the character after it.
    Prefix,
    /// Hangul jamo, and syllables without and with a final consonant.
    Lead,
    Vowel,
    Trail,
    Open,
    Closed,
    /// Regional_Indicator: a pair is a flag.
    Flag,
    Pictograph,
    /// Consonant of a conjunct.
    Consonant,
    /// Linker of conjunct consonants.
    Linker,
}

/// Counts the visible clusters of `text`.
pub fn count(text: &str) -> usize {
    let mut clusters = 0;
    let mut counted = false;
    let mut before = Kind::Other;
    // The open sequence of the cluster: a pictograph and a joiner, a consonant
    // and a linker, or the first half of a flag.
    let (mut open, mut complete) = (Kind::Other, false);
    for c in text.chars() {
        let kind = kind(c);
        let joins = match kind {
            Kind::Mark | Kind::Joiner | Kind::NonJoiner | Kind::Linker => true,
            _ if before == Kind::Prefix => is_visible(c) || c == ' ',
            Kind::Lead | Kind::Open | Kind::Closed => before == Kind::Lead,
            Kind::Vowel => matches!(before, Kind::Lead | Kind::Vowel | Kind::Open),
            Kind::Trail => {
                matches!(before, Kind::Vowel | Kind::Open | Kind::Trail | Kind::Closed)
            }
            Kind::Flag => before == Kind::Flag && open == Kind::Flag,
            Kind::Pictograph | Kind::Consonant => open == kind && complete,
            Kind::Other | Kind::Prefix => false,
        };
        counted &= joins;
        if !counted && is_visible(c) {
            clusters += 1;
            counted = true;
        }
        match kind {
            // Pictographs are joined by one joiner right before the second.
            Kind::Mark | Kind::Joiner | Kind::NonJoiner | Kind::Linker
                if open == Kind::Pictograph =>
            {
                if complete {
                    open = Kind::Other;
                }
                complete = !complete && kind == Kind::Joiner;
            }
            Kind::Mark | Kind::Joiner => {}
            Kind::Linker => complete = open == Kind::Consonant,
            Kind::Flag if joins && before == Kind::Flag => open = Kind::Other,
            _ => (open, complete) = (kind, false),
        }
        before = kind;
    }
    clusters
}

#[rustfmt::skip]
fn kind(c: char) -> Kind {
    match c as u32 {
        // The most frequent characters, before the tables.
        0..=0xA8 | 0xAF..=0x2FF | 0x370..=0x482 | 0x48A..=0x52F | 0x1E00..=0x1FFE
        | 0x2010..=0x2027 | 0x3000..=0x3020 | 0x4E00..=0x9FFF | 0xFF01..=0xFF60 => Kind::Other,
        0x200D => Kind::Joiner,
        0x200C => Kind::NonJoiner,
        0x1100..=0x115F | 0xA960..=0xA97C => Kind::Lead,
        0x1160..=0x11A7 | 0xD7B0..=0xD7C6 | 0x1_6D63 | 0x1_6D67..=0x1_6D6A => Kind::Vowel,
        0x11A8..=0x11FF | 0xD7CB..=0xD7FB => Kind::Trail,
        code @ 0xAC00..=0xD7A3 if (code - 0xAC00) % 28 == 0 => Kind::Open,
        0xAC00..=0xD7A3 => Kind::Closed,
        0x1_F1E6..=0x1_F1FF => Kind::Flag,
        0x94D | 0x9CD | 0xACD | 0xB4D | 0xC4D | 0xD4D | 0x1039 | 0x17D2 | 0x1A60 | 0x1B44
        | 0x1BAB | 0xA9C0 | 0xAAF6 | 0x1_0A3F | 0x1_1133 | 0x1_13D0 | 0x1_193E | 0x1_1A47
        | 0x1_1A99 | 0x1_1F42 => Kind::Linker,
        0x600..=0x605
        | 0x6DD
        | 0x70F
        | 0x890..=0x891
        | 0x8E2
        | 0xD4E
        | 0x1_10BD
        | 0x1_10CD
        | 0x1_11C2..=0x1_11C3
        | 0x1_13D1
        | 0x1_193F
        | 0x1_1941
        | 0x1_1A84..=0x1_1A89
        | 0x1_1D46
        | 0x1_1F02 => Kind::Prefix,
        // Vowels and tones of Burmese and related scripts, the only marks that
        // stand alone.
        0x102B..=0x102C
        | 0x1038
        | 0x1062..=0x1064
        | 0x1067..=0x106D
        | 0x1083
        | 0x1087..=0x108C
        | 0x108F
        | 0x109A..=0x109C
        | 0x1A61
        | 0x1A63..=0x1A64
        | 0xAA7B
        | 0xAA7D
        | 0x1_1720..=0x1_1721 => Kind::Other,
        _ if is_han_kana_hangul(c) => Kind::Other,
        _ if is_tone(c) || is_tag(c) || is_mark(c) => Kind::Mark,
        _ if is_pictograph(c) => Kind::Pictograph,
        _ if holds(CONSONANTS, c) => Kind::Consonant,
        _ => Kind::Other,
    }
}

/// Indic_Conjunct_Break=Consonant. Ranges include marks and unassigned code
/// points in between. Written by `tests/tables`.
#[rustfmt::skip]
const CONSONANTS: &[u8] = ranges![
    (0x915, 0x939), (0x958, 0x95F), (0x978, 0x97F), (0x995, 0x9B9), (0x9DC, 0x9DF), (0x9F0, 0x9F1),
    (0xA95, 0xAB9), (0xAF9, 0xAF9), (0xB15, 0xB39), (0xB5C, 0xB5F), (0xB71, 0xB71), (0xC15, 0xC39),
    (0xC58, 0xC5A), (0xD15, 0xD3A), (0x1000, 0x102A), (0x103F, 0x103F), (0x1050, 0x1061),
    (0x1065, 0x1066), (0x106E, 0x1081), (0x108E, 0x108E), (0x1780, 0x17B3), (0x1A20, 0x1A54),
    (0x1B0B, 0x1B0C), (0x1B13, 0x1B4C), (0x1B83, 0x1BAF), (0x1BBB, 0x1BBD), (0xA989, 0xA98B),
    (0xA98F, 0xA9B2), (0xA9E0, 0xA9E4), (0xA9E7, 0xA9EF), (0xA9FA, 0xA9FE), (0xAA60, 0xAA6F),
    (0xAA71, 0xAA73), (0xAA7A, 0xAA7A), (0xAA7E, 0xAA7F), (0xAAE0, 0xAAEA), (0xABC0, 0xABDA),
    (0x10A00, 0x10A35), (0x11103, 0x11126), (0x11144, 0x11147), (0x11380, 0x113B5),
    (0x11900, 0x1192F), (0x11A00, 0x11A32), (0x11A50, 0x11A83), (0x11F04, 0x11F33),
];
