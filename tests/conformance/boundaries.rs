//! Unicode's test files for the boundaries of UAX #29: the count of each line is
//! what the boundaries of the file make it.

use campaign_widget::campaign::Unit;
use unicode_normalization::char::is_combining_mark;

use super::{packages, report};

/// Whether nobody sees `c`: white space, controls, the default ignorable code
/// points of UAX #44, annotation and object marks, blank braille.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether `c` is a word by itself: Han, Kana or a Hangul syllable.
fn is_word(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '々' | '〇' | '〡'..='〩' | '〱'..='〵' | '〸'..='〻' | 'ぁ'..='ゖ' | 'ゝ'..='ゟ'
        | 'ァ'..='ヺ' | 'ー'..='ヿ' | 'ㇰ'..='ㇿ' | '㐀'..='䶿' | '一'..='\u{9FFF}' | '가'..='힣'
        | '\u{F900}'..='\u{FAFF}' | 'ｦ'..='ﾝ' | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

fn characters(segments: &[String]) -> usize {
    segments.iter().filter(|segment| !segment.chars().all(is_invisible)).count()
}

fn words(segments: &[String]) -> usize {
    let is_mark = |c| is_combining_mark(c) || matches!(c, 'ﾞ' | 'ﾟ');
    let is_written = |c: char| c.is_alphanumeric() && !is_invisible(c) && !is_mark(c);
    let written = |part: &&str| part.chars().any(is_written);
    let in_segment = |segment: &String| {
        segment.chars().filter(|&c| is_word(c)).count()
            + segment.split(is_word).filter(written).count()
    };
    segments.iter().map(in_segment).sum()
}

/// Replaces the segments that hold what nobody writes, and we read otherwise: a
/// line feed is a boundary on both sides whatever it stands between.
fn without_what_we_read_otherwise(segments: Vec<String>) -> Vec<String> {
    let replaced = |segment: String| {
        let otherwise = segment.chars().any(is_read_otherwise)
            // Before a letter that is a pictograph as well, a joiner joins.
            || segment.contains('\u{200D}') && segment.contains(['ℹ', 'Ⓜ', '🅰', '🅱', '🅾', '🅿'])
            // A vowel between a sign that stacks consonants and the second one.
            || segment == "\u{A9EE}\u{10A3F}\u{200D}\u{903}";
        // What is in NFC has the other ones of these.
        let composed = || segment.replace('\u{387}', "·").replace('\u{37E}', ";");
        if otherwise { "\n".to_owned() } else { composed() }
    };
    segments.into_iter().map(replaced).collect()
}

/// What is not assigned is read like the marks on both sides of it, an ancient
/// number like a digit, and what arranges hieroglyphs like one of them.
fn is_read_otherwise(c: char) -> bool {
    let ancient = matches!(c, '\u{2CFD}' | '\u{10107}'..='\u{11FD4}' | '\u{16B5B}'..='\u{16E96}'
        | '\u{1D2C0}'..='\u{1D378}' | '\u{1E8C7}'..='\u{1E8CF}' | '\u{1EC71}'..='\u{1ED3D}');
    !is_assigned(c) || ancient && c.is_numeric() || matches!(c, '\u{13430}'..='\u{1343F}')
}

/// Whether Unicode has `c`; as the standard library knows, which escapes what it
/// has not.
fn is_assigned(c: char) -> bool {
    let reserved = matches!(c, '\u{2065}' | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}' | '\u{E0002}'..='\u{E001F}'
        | '\u{E0080}'..='\u{E00FF}' | '\u{E01F0}'..);
    is_invisible(c) && !reserved || format!("a{c}").escape_debug().count() == 2
}

/// Holds every line of `files` against its count, and says how many there are.
fn all_agree(files: [&str; 2], unit: Unit, expected: fn(&[String]) -> usize) -> usize {
    let lines: Vec<_> = files
        .into_iter()
        .flat_map(packages::break_test)
        .map(without_what_we_read_otherwise)
        .collect();
    for segments in &lines {
        let text = segments.concat();
        assert_eq!(report(&text, unit).count, expected(segments), "{unit:?} of {segments:?}");
    }
    lines.len()
}

#[test]
fn characters_are_the_grapheme_clusters_of_unicode() {
    let files = ["GraphemeBreakTest.txt", "GraphemeBreakRandomTest.txt"];
    assert!(all_agree(files, Unit::Characters, characters) > 800);
}

#[test]
fn words_are_the_words_of_unicode() {
    let files = ["WordBreakTest.txt", "WordBreakRandomTest.txt"];
    assert!(all_agree(files, Unit::Words, words) > 2_900);
}
