//! What is counted is what the boundaries of UAX #29 make of a text.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::Rules;
use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

use super::{GATE, check};

fn count(text: &str, unit: Unit) -> usize {
    check(text, &Rules { tag: GATE, account: "", minimum: Minimum { count: 20, unit } }).count
}

/// Whether nobody sees `c`, of the characters that [`text`] is made of.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether `c` is Han, Kana or a Hangul syllable, of the same characters.
fn is_word(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ'..='ゟ' | 'ァ'..='ヺ' | 'ー'..='ヿ' | 'ｦ'..='ﾝ' | '々' | '〇' | '〡'..='〩'
        | '⺀'..='⻳' | '⼀'..='⿕' | '〱'..='〵' | '〸'..='〻' | '㐀'..='䶿' | '一'..='鿿' | 'ㇰ'..='ㇿ'
        | '\u{F900}'..='\u{FAFF}' | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}' | '가'..='힣')
}

/// Whether `c` is a letter of a script that is written without spaces (Line_Break
/// is Complex_Context), and no mark.
fn is_unspaced(c: char) -> bool {
    let is_letter = matches!(c, '\u{E01}'..='\u{E46}' | '\u{E81}'..='\u{EC6}' | '\u{EDC}'..='\u{EDF}'
        | '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{1780}'..='\u{17DC}'
        | '\u{1950}'..='\u{1974}' | '\u{1980}'..='\u{19C9}' | '\u{1A20}'..='\u{1A54}' | '\u{1AA7}'
        | '\u{A9E0}'..='\u{A9FE}' | '\u{AA60}'..='\u{AA7F}' | '\u{AA80}'..='\u{AADD}'
        | '\u{11700}'..='\u{11746}');
    is_letter && c.is_alphabetic() && !is_combining_mark(c)
}

fn belongs_to_the_one_before(c: char) -> bool {
    ['a', c].iter().collect::<String>().graphemes(true).count() == 1
}

fn all_characters(text: &str) -> usize {
    text.graphemes(true).filter(|cluster| !cluster.chars().all(is_invisible)).count()
}

/// Joiners and the fillers of Hangul, letters that nobody sees, are read as not
/// there: what is not seen neither ends a run of letters nor goes on with it.
fn all_words(text: &str) -> usize {
    let text = text.replace(['\u{200D}', '\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}'], "");
    let alone = |c| !belongs_to_the_one_before(c) && !is_combining_mark(c);
    let written = |c: char| c.is_alphanumeric() && !is_invisible(c) && alone(c);
    let mut words = 0;
    let mut run = 0;
    for segment in text.split_word_bounds() {
        if segment.starts_with(is_unspaced) {
            run += 1;
            words += usize::from(run == 1 || run >= 10 && run % 5 == 0);
            continue;
        }
        run = 0;
        words += segment.chars().filter(|&c| is_word(c)).count();
        words += segment.split(is_word).filter(|part| part.chars().any(written)).count();
    }
    words
}

/// Text without tags, mentions and URLs, in which much hangs together.
fn text() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "a",
        "a",
        "1",
        " ",
        " ",
        "_",
        "'",
        ".",
        ",",
        ":",
        "-",
        "\"",
        "\r",
        "\n",
        "\0",
        "好",
        "今天",
        "々",
        "⺀",
        "、",
        "。",
        "，",
        "：",
        "．",
        "＿",
        "　",
        "か",
        "カ",
        "ー",
        "ﾊ",
        "ﾞ",
        "𠀋",
        "한",
        "가",
        "é",
        "ß",
        "я",
        "ệ",
        "’",
        "…",
        "‧",
        "א",
        "״",
        "ب",
        "ـ",
        "\u{600}",
        "\u{110BD}",
        "\u{301}",
        "\u{345}",
        "\u{3099}",
        "\u{302E}",
        "\u{93F}",
        "\u{94D}",
        "क",
        "ष",
        "त्र",
        "ক",
        "ไ",
        "ทย",
        "ก็",
        "น้ำ",
        "ລາ",
        "ក្ត",
        "က္က",
        "ꦏ꧀ꦏ",
        "\u{17D2}",
        "\u{1039}",
        "\u{1100}",
        "\u{1161}",
        "\u{11A8}",
        "\u{115F}",
        "\u{200B}",
        "\u{200C}",
        "\u{200D}",
        "\u{200D}",
        "\u{FE0F}",
        "\u{FE0F}",
        "\u{20E3}",
        "\u{AD}",
        "\u{2060}",
        "©",
        "❤",
        "👩",
        "💻",
        "👨\u{200D}👩",
        "🏽",
        "🇨",
        "🇳",
        "🏴",
        "\u{E0067}",
        "\u{E007F}",
        "〰",
        "㊗",
        "١",
        "½",
        "Ⅷ",
    ];
    let of_scripts = prop_oneof![
        "[\u{A0}-\u{52F}]",
        "[\u{5D0}-\u{6D3}]",
        "[\u{900}-\u{D7F}]",
        "[\u{E01}-\u{EDF}]",
        "[\u{1100}-\u{11FF}]",
        "[\u{1E00}-\u{1FFE}]",
        "[\u{2010}-\u{2027}]",
        "[\u{3000}-\u{3006}\u{3008}-\u{3020}]",
        "[ぁ-ヿ]",
        "[一-鿿]",
        "[가-힣]",
        "[！＄-？Ａ-ﾟ]",
        "[\u{1F300}-\u{1FAFF}]",
    ];
    let part =
        prop_oneof![3 => prop::sample::select(PARTS).prop_map(String::from), 1 => of_scripts];
    let text = prop::collection::vec(part, 0..24)
        .prop_map(|parts| -> String { parts.concat().nfc().collect() });
    text.prop_filter("of characters that Unicode has", |text| text.chars().all(is_assigned))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn characters_are_those_of_the_whole_text(text in text()) {
        prop_assert_eq!(count(&text, Unit::Characters), all_characters(&text), "{:?}", text);
    }

    #[test]
    fn words_are_those_of_the_whole_text(text in text()) {
        prop_assert_eq!(count(&text, Unit::Words), all_words(&text), "{:?}", text);
    }
}

/// Texts that ask what `c` is to its neighbours.
fn company(c: char, unit: Unit) -> String {
    match unit {
        Unit::Characters => [
            format!("{c}"),
            format!("a{c}b"),
            format!("{c}{c}"),
            format!("ab{c}\u{301}"),
            format!("\u{600}{c}"),
            format!("\u{915}\u{94D}{c}"),
            format!("\u{915}{c}\u{915}"),
            format!("👩\u{200D}{c}"),
            format!("{c}\u{200D}👩"),
            format!("\u{1100}{c}\u{11A8}"),
        ]
        .join("\n"),
        Unit::Words => [
            format!("{c}"),
            format!("a{c}b"),
            format!("1{c}2"),
            format!("a{c}1"),
            format!("_{c}_"),
            format!("a'{c}"),
            format!("א\"{c}"),
            format!("1,{c}"),
            format!("好{c}好"),
            format!("{c}{c}{c}"),
        ]
        .join("\n"),
    }
}

/// The characters that are not read as UAX #29 has them, of those that are neither
/// Han nor Hangul nor hieroglyphs.
fn different(unit: Unit, all: fn(&str) -> usize) -> Vec<char> {
    let planes = ('\0'..'\u{3400}').chain('\u{A000}'..'\u{AC00}').chain('\u{F900}'..'\u{12000}');
    let symbols = ('\u{16D00}'..'\u{17000}').chain('\u{1AFF0}'..'\u{1FC00}');
    let asked = planes.chain(symbols).chain('\u{E0020}'..'\u{E0080}');
    // Signs of tags, mentions and URLs say something else.
    let asked = asked.filter(|&c| {
        is_assigned(c)
            && !is_ancient_number(c)
            && is_nfc(c.encode_utf8(&mut [0; 4]))
            && !"#＃﹟@＠./".contains(c)
    });
    let differs = |c: &char| {
        let text = company(*c, unit);
        count(&text, unit) != all(&text)
    };
    asked.filter(differs).collect()
}

/// Whether Unicode has `c`; as the standard library knows, which escapes what it
/// has not.
fn is_assigned(c: char) -> bool {
    let unseen = is_invisible(c) && !matches!(c, '\u{2065}' | '\u{FFF0}'..='\u{FFF8}');
    unseen || format!("a{c}").escape_debug().count() == 2
}

/// Whether `c` is a number of a script that nobody writes today, which we read as
/// a digit, and Unicode as a word by itself.
fn is_ancient_number(c: char) -> bool {
    c.is_numeric()
        && matches!(c, '\u{2CFD}' | '\u{10107}'..='\u{11FD4}' | '\u{16B5B}'..='\u{16E96}'
        | '\u{1D2C0}'..='\u{1D378}' | '\u{1E8C7}'..='\u{1E8CF}' | '\u{1EC71}'..='\u{1ED3D}')
}

#[test]
fn each_character_is_read_as_unicode_has_it() {
    for (unit, all) in
        [(Unit::Characters, all_characters as fn(&str) -> usize), (Unit::Words, all_words)]
    {
        let different: Vec<String> =
            different(unit, all).into_iter().map(|c| format!("{:X}", u32::from(c))).collect();
        assert!(different.is_empty(), "{unit:?}: {different:?}");
    }
}

#[test]
fn a_joiner_joins_pictographs_if_it_stands_alone() {
    for text in [
        "©\u{200D}🌀",
        "©\u{200C}\u{200D}©",
        "©\u{FE0F}\u{200D}©",
        "©\u{200D}\u{200C}©",
        "©\u{200D}\u{200D}🌀",
        "©\u{200D}\u{200C}\u{200D}🌀",
        "©\u{200D}\u{301}\u{200D}🌀",
        "©\u{200D}\u{94D}\u{200D}🌀",
    ] {
        assert_eq!(count(text, Unit::Characters), all_characters(text), "{text:?}");
    }
}

#[test]
fn what_is_not_seen_makes_no_word() {
    for (text, words) in
        [("ไ\u{115F}ไ", 1), ("ไ\u{200D}ไ", 1), ("ไ\u{200D}©ไ", 2), ("a\u{3164}b", 1)]
    {
        assert_eq!(count(text, Unit::Words), words, "{text:?}");
    }
}
