//! Unicode's test files for the boundaries of UAX #29: the count of each line is
//! what the boundaries of the file make it.

use campaign_widget::campaign::Unit;
use unicode_segmentation::UnicodeSegmentation;

use super::{packages, report};

/// The lines of a file as segments.
fn lines(file: &str, unit: Unit) -> Vec<Vec<String>> {
    let lines = packages::break_test(file).into_iter();
    match unit {
        Unit::Characters => lines.collect(),
        Unit::Words => lines.map(without_what_the_segmenter_misreads).collect(),
    }
}

/// unicode-segmentation 1.13.3 loses its place at U+200D before a pictograph that
/// is a letter too or stands in a word: Unicode has no boundary in `\u{200D}ℹa`, and
/// one in `1'\u{200D}ℹ`. A line feed, which is a boundary on both sides whatever
/// it stands between, replaces the segments that it reads differently for that.
fn without_what_the_segmenter_misreads(mut segments: Vec<String>) -> Vec<String> {
    let mut before = String::new();
    let mut misread = 0;
    for segment in &mut segments {
        let both = [before.as_str(), segment.as_str()];
        let known: Vec<_> = both.into_iter().filter(|part| !part.is_empty()).collect();
        if segment.contains('\u{200D}') && !both.concat().split_word_bounds().eq(known) {
            *segment = "\n".to_owned();
            misread += 1;
        }
        before.clone_from(segment);
    }
    assert!(misread * 20 <= segments.len(), "most of {segments:?} must stay");
    segments
}

/// Whether nobody sees `c`: white space, controls, the default ignorable code
/// points of UAX #44, annotation and object marks, blank braille.
fn is_unseen(c: char) -> bool {
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
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '々' | '〇' | '〡'..='〩' | '〸'..='〻' | 'ぁ'..='ゖ' | 'ゝ'..='ゟ'
        | 'ァ'..='ヺ' | 'ー'..='ヿ' | 'ㇰ'..='ㇿ' | '㐀'..='䶿' | '一'..='\u{9FFF}' | '가'..='힣'
        | '\u{F900}'..='\u{FAFF}' | 'ｦ'..='ﾝ' | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

fn characters(segments: &[String]) -> usize {
    segments.iter().filter(|segment| !segment.chars().all(is_unseen)).count()
}

fn words(segments: &[String]) -> usize {
    let written = |part: &&str| part.chars().any(|c| c.is_alphanumeric() && !is_unseen(c));
    let in_segment = |segment: &String| {
        segment.chars().filter(|&c| is_word(c)).count()
            + segment.split(is_word).filter(written).count()
    };
    segments.iter().map(in_segment).sum()
}

/// Holds every line of `files` against its count, and says how many there are.
fn all_agree(files: [&str; 2], unit: Unit, expected: fn(&[String]) -> usize) -> usize {
    let lines: Vec<_> = files.into_iter().flat_map(|file| lines(file, unit)).collect();
    for segments in &lines {
        let text = segments.concat();
        assert_eq!(report(&text, unit).count, expected(segments), "{unit:?} of {segments:?}");
    }
    lines.len()
}

#[test]
fn characters_are_the_grapheme_clusters_of_unicode() {
    let files = ["GraphemeBreakTest_17.txt", "GraphemeBreakRandomTest_17.txt"];
    assert!(all_agree(files, Unit::Characters, characters) > 800);
}

#[test]
fn words_are_the_words_of_unicode() {
    let files = ["WordBreakTest_17.txt", "WordBreakRandomTest_17.txt"];
    assert!(all_agree(files, Unit::Words, words) > 2_900);
}
