//! How much the person wrote.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Finding, Rule, Rules, State};
use unicode_normalization::UnicodeNormalization;

use super::{GATE, SINGLE, check, finding, rules, state};

#[track_caller]
fn characters(text: &str, expected: usize) {
    assert_eq!(check(text, &rules(GATE)).count, expected, "{text:?}");
}

#[track_caller]
fn words(text: &str, expected: usize) {
    let minimum = Minimum { count: 20, unit: Unit::Words };
    assert_eq!(check(text, &Rules { tag: GATE, account: "", minimum }).count, expected, "{text:?}");
}

/// Texts with their graphemes without tag and white space, their words where ICU
/// and the rules agree, and their weight on X, all made by other means.
#[test]
fn counts_that_were_made_by_other_means() {
    let unescaped = |text: &str| {
        let mut parts = text.split("\\u{");
        let mut out = parts.next().unwrap().to_owned();
        for part in parts {
            let (code, rest) = part.split_once('}').unwrap();
            out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            out.push_str(rest);
        }
        out
    };
    let rows = include_str!("../fixtures/draft/lengths.tsv").lines().skip(1);
    for row in rows {
        let columns: Vec<_> = row.split('\t').collect();
        let [text, graphemes, icu_words, x_weight] = columns[..] else { panic!("{row:?}") };
        let text = unescaped(text);
        characters(&text, graphemes.parse().unwrap());
        if icu_words != "-" {
            words(&text, icu_words.parse().unwrap());
        }
        let composed: String = text.nfc().collect();
        let x = check(&composed, &rules(GATE)).x;
        assert_eq!((x.text.as_str(), x.weight), (composed.as_str(), x_weight.parse().unwrap()));
    }
}

#[test]
fn nobody_sees_these() {
    let unseen = "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\
        \u{feff}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{180e}\u{2800}\u{fe00}\
        \u{fe0f}\u{e0001}\u{e0020}\u{e007f}\u{e0100}\u{fff9}\u{fffc}\u{0}\u{1b}\u{7f}";
    for c in unseen.chars() {
        characters(&c.to_string(), 0);
        characters(&c.to_string().repeat(30), 0);
        characters(&format!("好{c}好"), 2);
        words(&c.to_string().repeat(30), 0);
    }
    characters(unseen, 0);
    characters(" \t\n\u{a0}\u{1680}\u{2003}\u{2028}\u{3000}\u{85}", 0);
}

#[test]
fn one_emoji_is_one() {
    for emoji in
        ["😀", "👍🏽", "❤️", "❤", "1️⃣", "#️⃣", "🇨🇳", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩🏽‍💻", "🧑‍🤝‍🧑", "❤️‍🔥", "©", "☎️"]
    {
        characters(emoji, 1);
        characters(&format!("好{emoji}好"), 3);
        words(emoji, if emoji == "1️⃣" { 1 } else { 0 });
    }
}

#[test]
fn tags_mentions_and_urls_are_not_counted() {
    for text in [
        "#BTC",
        "#两个 词#",
        "#1",
        "＃Gate xStocks 交易体验＃",
        "#gatexstocks交易体验",
        "@Gate广场_Official",
        "@gate_io",
        "＠Gate广场",
        "@Gate广场_Official@gate_io",
        "https://www.gate.com/questionnaire/6854",
        "http://gate.com/a#b",
        "https://gate.com#b",
        "gate.com",
        "www.gate.com/post/1?a=b",
        "https://x.com/i/status/1",
        "https://foo.newtld/a",
    ] {
        characters(text, 0);
        characters(&format!("{text} {text}\n{GATE}"), 0);
        words(text, 0);
        characters(&format!("好 {text} 好"), 2);
    }
    characters("好#BTC好", 1);
    characters("关注@Gate广场_Official。好", 4);
    characters("详情:https://www.gate.com/announcements/article/45926。", 4);
    characters("详情https://www.gate.com/announcements/article/45926，很好", 5);
}

#[test]
fn an_e_mail_address_is_written_text() {
    characters("me@gate.com", 11);
    characters("me.you@mail.gate.com", 20);
    characters("a_@b", 4);
    characters("@", 1);
    characters("@ a", 2);
    characters(".@gate", 1);
}

#[test]
fn a_sign_without_a_tag_is_written_text() {
    characters("C# 很好", 4);
    characters("# ，", 2);
    characters("&#39;", 5);
}

#[test]
fn what_a_piece_parts_stays_apart() {
    // Two regional indicators make a flag only when they are neighbours.
    characters("🇨 🇳", 2);
    characters("🇨#大涨#🇳", 2);
}

#[test]
fn words_of_many_scripts() {
    for (text, expected) in [
        ("", 0),
        ("I bought TSLAx today", 4),
        ("I can't; it's 3.14% (really)!", 5),
        ("e-mail", 2),
        ("foo_bar", 1),
        ("soft\u{ad}hyphen", 1),
        ("今天第一次", 5),
        ("今天bought了TSLAx", 5),
        ("か\u{3099}", 1),
        ("カタカナ", 4),
        ("ｶﾀｶﾅ", 4),
        ("データ", 3),
        ("ひらがな", 4),
        ("한국어", 3),
        ("한국 vs GT", 4),
        ("𠮷野家", 3),
        ("々〇", 2),
        ("ＡＢＣ１２３", 1),
        ("क्षत्रिय नमस्ते", 2),
        ("Привет, мир", 2),
        ("été naïve", 2),
        ("🇨🇳🇺🇸 😀 !!! ，。", 0),
        ("1 2 3", 3),
        ("a b #two words# c @gate https://gate.com/d e", 4),
    ] {
        words(text, expected);
    }
}

/// Chromium parts words at a full stop, other browsers and UAX #29 do not.
#[test]
fn a_full_stop_inside_a_word_does_not_end_it() {
    for (text, expected) in [
        (
            "I traded AAPLx after the U.S. close and the fill was quick with a small spread at 9 a.m.",
            19,
        ),
        ("U.S. U.K. Ph.D. e.g. i.e. a.m.", 6),
        ("Straße z.B. 3.000,50 €", 3),
        ("a．b c﹒d e․f", 3),
        ("a. b .c", 3),
        ("1.2.3 v1.2.3 3．5", 3),
        ("a.1 1.a", 4),
        ("a:b 1:2", 3),
        ("צה\"ל ג׳ירף", 2),
        ("١٫٢", 1),
    ] {
        words(text, expected);
    }
}

/// Unicode has joined these since version 15.1 or 16; older browsers do not.
#[test]
fn stacked_consonants_are_one_character() {
    for (text, expected) in [
        ("ក្ត ស្ត្រ", 2),
        ("က္က သ္တ", 2),
        ("ꦏ꧀ꦏ", 1),
        ("ᬓ᭄ᬓ", 1),
        ("क्ष त्र", 2),
        ("क्\u{200C}ष", 2),
        ("க்ஷ", 2),
        ("ក្ ក", 2),
        ("ន្ a", 2),
    ] {
        characters(text, expected);
    }
}

/// Stars were pictographs until Unicode 16.
#[test]
fn a_joiner_joins_pictographs_alone() {
    characters("★\u{200D}★", 2);
    characters("⭐\u{200D}⭐", 1);
    characters("👩\u{200D}\u{200D}💻", 2);
}

#[test]
fn held_against_the_minimum() {
    for (written, missing, wanted) in
        [(0, 20, State::Fail), (19, 1, State::Fail), (20, 0, State::Pass), (21, 0, State::Pass)]
    {
        let text = format!("{GATE} {}", "好".repeat(written));
        assert_eq!(
            finding(&text, GATE, Rule::Length),
            Some(Finding::Length { count: written, missing })
        );
        assert_eq!(state(&check(&text, &rules(GATE)), Rule::Length), Some(wanted));
    }
}

#[test]
fn the_report_carries_what_it_counted() {
    let report = check("十个字的一段话在这里 #GateAICreation", &rules(SINGLE));
    assert_eq!(report.count, 10);
    assert_eq!(report.minimum, rules(SINGLE).minimum);
}
