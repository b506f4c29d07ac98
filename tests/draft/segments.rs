//! Asking about few of the boundaries of UAX #29 is as good as asking about all.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{self, Known, Rules};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::{GATE, check};

fn count(text: &str, unit: Unit) -> usize {
    check(text, &Rules { tag: GATE, account: "", minimum: Minimum { count: 20, unit } }).count
}

/// Whether nobody sees `c`, of the characters that [`text`] is made of.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{0}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}'
            | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}'
            | '\u{E0020}'..='\u{E007F}')
}

/// Whether `c` is Han, Kana or a Hangul syllable, of the same characters.
fn is_word(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ'..='ゟ' | 'ァ'..='ヺ' | 'ー'..='ヿ' | 'ｦ'..='ﾝ' | '々' | '〇'
        | '⺀'..='⻳' | '一'..='鿿' | '𠀀'..='𠀿' | '가'..='힣')
}

fn all_characters(text: &str) -> usize {
    text.graphemes(true).filter(|cluster| !cluster.chars().all(is_unseen)).count()
}

fn all_words(text: &str) -> usize {
    let in_segment = |segment: &str| {
        let by_themselves = segment.chars().filter(|&c| is_word(c)).count();
        let written = |part: &&str| part.chars().any(|c| c.is_alphanumeric() && !is_unseen(c));
        by_themselves + segment.split(is_word).filter(written).count()
    };
    text.split_word_bounds().map(in_segment).sum()
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
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn characters_are_those_of_the_whole_text(text in text()) {
        prop_assert_eq!(count(&text, Unit::Characters), all_characters(&text), "{:?}", text);
    }

    #[test]
    fn words_are_those_of_the_whole_text(text in text()) {
        prop_assert_eq!(count(&text, Unit::Words), all_words(&text), "{:?}", text);
    }
}

#[test]
fn plain_text_is_counted_without_asking() {
    let nobody = |_: &str, _| panic!("asked");
    let text = "今天第一次在Gate买了股票，成交很快！ Đã mua. Купил. 오늘, すごい (really)!\r\n";
    let minimum = Minimum { count: 20, unit: Unit::Characters };
    assert_eq!(
        draft::check(text, &Rules { tag: GATE, account: "", minimum }, &Known::default(), nobody)
            .count,
        47
    );
    let text = "今天第一次在Gate买了股票，成交很快！ I bought it today, (really)!\r\n오늘, 네";
    let minimum = Minimum { count: 20, unit: Unit::Words };
    assert_eq!(
        draft::check(text, &Rules { tag: GATE, account: "", minimum }, &Known::default(), nobody)
            .count,
        23
    );
}
