//! What X makes of the text, as twitter-text 3.1.0 has it.

use campaign_widget::draft::{Finding, OnX, Rule, State};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::{GATE, SINGLE, check, finding, rules, state};

/// A tag that is in none of the texts, so that they are shared as they are.
const ABSENT: &str = "#nowhere#";

fn on_x(text: &str) -> OnX {
    check(text, &rules(ABSENT)).x
}

#[track_caller]
fn reads(text: &str, weight: usize, linked: &[&str]) {
    let x = on_x(text);
    assert_eq!(x.text, text);
    assert_eq!((x.weight, x.linked_tags()), (weight, linked.to_vec()), "{text:?}");
}

#[test]
fn real_tags() {
    for (tag, linked, weight) in [
        ("#Gate xStocks 交易体验#", &["Gate"][..], 23),
        ("#Gate品牌蓝创作挑战#", &[], 20),
        ("#MyGateMoment#", &[], 14),
        ("#WXTM Creative Contest#", &["WXTM"], 23),
        ("#PROVE Creative Contest#", &["PROVE"], 24),
        ("#Gate 2025 Semi-Year Community Gala#", &["Gate"], 36),
        ("#MyCryptoFunnyMoment", &["MyCryptoFunnyMoment"], 20),
        ("#發帖贏代幣CGN", &["發帖贏代幣CGN"], 14),
        ("#我的2026第一条帖", &["我的2026第一条帖"], 17),
        ("#CreatorLeaderboard", &["CreatorLeaderboard"], 19),
        ("#GateAICreation", &["GateAICreation"], 15),
        ("#Gate广场五月交易分享", &["Gate广场五月交易分享"], 21),
        ("#45NgayTuDoTaiChinh", &["45NgayTuDoTaiChinh"], 19),
        ("#わたSHIGA輝く666日", &["わたSHIGA輝く666日"], 19),
        ("#七夕の願い事", &["七夕の願い事"], 13),
        ("#XBorg", &["XBorg"], 6),
        ("#光盘行动#", &[], 10),
        ("#心语心愿#", &[], 10),
        ("#ShotoniPhone", &["ShotoniPhone"], 13),
        ("#vitaminwatersweepstakes", &["vitaminwatersweepstakes"], 24),
        ("#Binance", &["Binance"], 8),
        ("#马丽单飞了 沈腾怎么办#", &["马丽单飞了"], 23),
        ("#Gate xStocks 交易体验", &["Gate"], 22),
        ("#GatexStocks交易体验", &["GatexStocks交易体验"], 20),
        ("#GatexStocks交易体验 #", &["GatexStocks交易体验"], 22),
        ("#Gate #xStocks", &["Gate", "xStocks"], 14),
        ("文字 #Gate品牌蓝创作挑战", &["Gate品牌蓝创作挑战"], 24),
        ("#vitaminwatersweepstakes🔥", &["vitaminwatersweepstakes"], 26),
    ] {
        reads(tag, weight, linked);
        // The same where it is the campaign's own.
        let x = check(tag, &rules(tag)).x;
        assert_eq!((x.text.as_str(), x.weight), (tag, weight));
        assert_eq!(x.linked_tags(), linked);
    }
}

#[test]
fn hashtags() {
    for (text, weight, linked) in [
        ("#a #b", 5, &["a", "b"][..]),
        ("#a#b", 4, &[]),
        ("#a #b#c #d", 10, &["a", "d"]),
        ("##a", 3, &["a"]),
        ("a#b", 3, &[]),
        ("中#b", 4, &[]),
        ("_#b", 3, &[]),
        ("&#b", 3, &[]),
        ("。#b", 4, &["b"]),
        ("😀#b", 4, &["b"]),
        ("❤️#b", 4, &["b"]),
        ("＃b", 3, &["b"]),
        ("﹟b", 3, &[]),
        ("#1", 2, &[]),
        ("#1a", 3, &["1a"]),
        ("#_", 2, &[]),
        ("#a_b", 4, &["a_b"]),
        ("#a-b", 4, &["a"]),
        ("#a①", 4, &["a"]),
        ("#a௰", 3, &["a"]),
        ("#a፩", 4, &["a"]),
        ("#a🄁", 4, &["a"]),
        ("#aⅧ", 4, &["a"]),
        ("#a〇b", 5, &["a"]),
        ("#中·国", 6, &["中·国"]),
        ("#カナ・カナ", 11, &["カナ・カナ"]),
        ("#हिन्दी", 7, &["हिन्दी"]),
        ("#foo\u{200d}bar", 8, &["foo\u{200d}bar"]),
        ("#foo://bar", 10, &[]),
        ("#️⃣ab", 4, &[]),
        ("#١٢", 3, &[]),
        ("https://x.com/a#Gate xx", 26, &[]),
        ("https://x.com/#a #b", 26, &["b"]),
    ] {
        reads(text, weight, linked);
    }
}

#[test]
fn weights() {
    for (text, weight) in [
        ("", 0),
        ("abc", 3),
        ("中文", 4),
        ("，。", 4),
        ("“”‘’", 4),
        ("…—", 3),
        ("—–", 2),
        ("é\n\t", 3),
        ("ก", 1),
        ("한국어", 6),
        ("ᄀ", 2),
        ("\u{10FF}", 1),
        ("\u{1100}", 2),
        ("\u{200b}\u{200d}", 2),
        ("\u{200e}", 2),
        ("\u{2032}", 1),
        ("\u{2038}", 2),
        ("￥¥€", 5),
        ("𠮷", 2),
        ("ＡＢ", 4),
        ("が", 2),
    ] {
        reads(text, weight, &[]);
    }
}

#[test]
fn an_emoji_sequence_weighs_two() {
    for emoji in [
        "😀",
        "☀",
        "☀️",
        "❤️",
        "👍🏽",
        "☝🏽",
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🏴‍☠️",
        "🕵️‍♂️",
        "🕵🏻‍♂️",
        "👩🏽‍💻",
        "👁‍🗨",
        "🇨🇳",
        "1️⃣",
        "1⃣",
        "#️⃣",
        "*️⃣",
        "©️",
        "®️",
        "™",
        "‼",
        "‼️",
        "🅰️",
        "〰️",
        "㊗️",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "❤️‍🔥",
        "🧑‍🤝‍🧑",
        "🫱🏻‍🫲🏿",
    ] {
        reads(emoji, 2, &[]);
        reads(&emoji.repeat(3), 6, &[]);
        reads(&format!("a{emoji}中"), 5, &[]);
    }
    // Newer ones than twitter-text knows, and one that is not drawn yet.
    for emoji in ["🧑‍🚒", "👩🏽‍❤️‍👨🏿", "🐻‍❄️", "🏃🏽‍♀️‍➡️", "👰‍♂️", "♾️", "🫶🏽", "👩‍🦽‍➡️", "🦺\u{200d}\u{1FAFF}🏽"]
    {
        reads(emoji, 2, &[]);
    }
    // What looks like one and is none counts by its parts.
    for (parts, weight) in [
        ("😀\u{200d}😀", 5),
        ("😀\u{fe0f}", 4),
        ("🐻🏽", 4),
        ("🇽🇽", 4),
        ("👩\u{200d}🐻", 5),
        ("👩\u{200d}👨", 5),
        ("🕵\u{200d}♂\u{fe0f}", 5),
        ("👨\u{200d}⚕", 5),
        ("🏴\u{e0075}\u{e0073}\u{e007f}", 8),
        ("a\u{200d}🫠", 4),
        ("✓\u{fe0f}", 4),
    ] {
        reads(parts, weight, &[]);
    }
    // Text style, or no emoji at all.
    reads("🇨", 2, &[]);
    reads("©", 1, &[]);
    reads("☀\u{fe0e}", 4, &[]);
    reads("1\u{fe0f}", 3, &[]);
    reads("©\u{200d}a", 3, &[]);
}

#[test]
fn a_url_weighs_23() {
    for url in [
        "https://www.gate.com/announcements/article/45926",
        "http://x.co",
        "HTTPS://GATE.COM/A",
        "https://gate.com/a?b=c&d=e#f",
        "https://gate.com:8080/a",
        "https://gate.com:8080",
        "https://gate.com?a=b",
        "https://en.wikipedia.org/wiki/Rust_(language)",
        "https://x.com/a/status/1234567890123456789",
        "https://例え.jp/a",
        "https://gate.com/#/trade",
        "https://a-b.gate.com/~x/-/y_",
        "https://gate.com/é",
        "gate.com",
        "Gate.io",
        "www.gate.com/post",
        "t.me/gate",
        "gate.com/a?b=c",
        "good.It",
        "gate.travelersinsurance",
        "gate.vermögensberater",
        "https://gate.МОСКВА",
        "https://例え.中国/a",
        "https://gate.xn--fiqs8s",
        "https://gate.com/e\u{335}",
        "https://t.co/a?b=c",
    ] {
        reads(url, 23, &[]);
        reads(&format!("看{url}，好"), 29, &[]);
        reads(&format!("{url} {url}"), 47, &[]);
        reads(&format!("({url})"), 25, &[]);
    }
    for (text, weight) in [
        ("https://gate.com#foo", 27),
        ("https://gate.com/a.", 24),
        ("https://gate.com/a,b", 23),
        ("https://gate.com/(a", 25),
        ("gate.com?a=b", 27),
        ("gate.com?x.com", 29),
        ("gate.com:80", 26),
        ("gate.com:80/a", 23),
        ("https://gate.com/中", 25),
        ("https://t.co/a/b", 25),
        ("https://t.co/a中", 25),
        ("https://t.co/a#b", 25),
        ("https://gate.nosuchtld/x.com", 28),
        ("https://gate.com.nosuchtld", 33),
        ("中.中国", 7),
        ("看gate.com，和x.com/a", 52),
        // The part of the path that is as long as what is between is not counted.
        ("看gate.com和中.cn/abcd", 30),
    ] {
        reads(text, weight, &[]);
    }
}

#[test]
fn these_are_no_urls() {
    for text in [
        "me@gate.com",
        "me@mail.gate.com",
        "3.14",
        "v1.2",
        "U.S.",
        "e.g.",
        "node.js",
        "a.nosuchtld",
        "https://a.nosuchtld/b",
        "a_b.com",
        "https://a_.com",
        "xn--a.nosuchtld",
        "https://",
        "https://localhost/",
        "http://1.1.1.1/",
        "$gate.com",
        "@gate.com",
        "a_gate.com",
        "//gate.com",
        "-gate.com",
        ".gate.com",
        "gate..com",
        "gate.com0",
        "gate.com-",
        "gate.-com",
    ] {
        reads(text, text.chars().count(), &[]);
    }
    reads("#gate.com", 9, &["gate"]);
    // The tag begins before the URL, which then keeps none from being linked.
    reads("#看gate.com/#b", 26, &["看gate", "b"]);
}

#[test]
fn a_url_too_long_for_x_is_none() {
    for (name, weight) in [(4_071, 23), (4_072, 4_089)] {
        reads(&format!("https://gate.com/{}", "a".repeat(name)), weight, &[]);
    }
    for (name, weight) in [(40, 23), (41, 54)] {
        reads(&format!("https://t.co/{}", "a".repeat(name)), weight, &[]);
    }
}

#[test]
fn han_text_makes_a_bare_domain_too_long_for_x() {
    reads("我今天第一次在Gate.io上面", 41, &[]);
    // One label of more than 63 octets in Punycode is no host.
    reads("今天第一次，真的很快，手续费也很低，推荐大家都来试试看Gate.io的股票", 67, &[]);
    reads("今天第一次，真的很快，手续费也很低，推荐大家 来试试看Gate.io的股票", 82, &[]);
}

#[test]
fn a_space_goes_in_front_of_the_tag_where_x_needs_one() {
    for (tag, text, shared) in [
        (GATE, "好#Gate xStocks 交易体验#好", "好 #Gate xStocks 交易体验#好"),
        (GATE, "a#Gate xStocks 交易体验#", "a #Gate xStocks 交易体验#"),
        (GATE, "&#Gate xStocks 交易体验#", "& #Gate xStocks 交易体验#"),
        (GATE, "。#Gate xStocks 交易体验#", "。#Gate xStocks 交易体验#"),
        (GATE, "😀#Gate xStocks 交易体验#", "😀#Gate xStocks 交易体验#"),
        (GATE, "❤️#Gate xStocks 交易体验#", "❤️#Gate xStocks 交易体验#"),
        (GATE, "好 #Gate xStocks 交易体验#", "好 #Gate xStocks 交易体验#"),
        (GATE, "\n#Gate xStocks 交易体验#", "\n#Gate xStocks 交易体验#"),
        (GATE, "好#gate xstocks 交易体验#", "好#gate xstocks 交易体验#"),
        (
            GATE,
            "@Gate广场_Official#Gate xStocks 交易体验#好#Gate xStocks 交易体验#",
            "@Gate广场_Official #Gate xStocks 交易体验#好 #Gate xStocks 交易体验#",
        ),
        (
            GATE,
            "https://gate.com/#Gate xStocks 交易体验#",
            "https://gate.com/ #Gate xStocks 交易体验#",
        ),
        (SINGLE, "好#GateAICreation", "好 #GateAICreation"),
        (SINGLE, "#BTC#GateAICreation", "#BTC #GateAICreation"),
    ] {
        let x = check(text, &rules(tag)).x;
        assert_eq!(x.text, shared);
        // What was shared reads the same when it is checked.
        assert_eq!(check(shared, &rules(tag)).x, x);
    }
    assert_eq!(check("好#GateAICreation", &rules(SINGLE)).x.linked_tags(), ["GateAICreation"]);
}

#[test]
fn a_url_that_a_space_brings_out_takes_no_tag() {
    for (text, shared) in [
        ("t.co/(#MyGateMoment#)z.co/#MyGateMoment#", "t.co/( #MyGateMoment#)z.co/ #MyGateMoment#"),
        (
            "t.co/?#MyGateMoment#:z.co/é#MyGateMoment#",
            "t.co/? #MyGateMoment#:z.co/é #MyGateMoment#",
        ),
    ] {
        let rules = rules("#MyGateMoment#");
        let x = check(text, &rules).x;
        assert_eq!(x.text, shared);
        assert_eq!(check(shared, &rules).x, x);
    }
}

#[test]
fn x_takes_as_much_as_weighs_280() {
    let (latin, han) = ("a", "好");
    for (before, times, after, taken) in [
        ("", 0, "", 0),
        (latin, 280, "", 280),
        (latin, 281, "", 280),
        (han, 140, "a", 420),
        // A lighter character after one that is too much does not fit, either.
        (latin, 279, "好a", 279),
        (han, 139, "a好", 418),
        // Nothing is taken apart.
        (latin, 278, "👨‍👩‍👧‍👦", 278 + 25),
        (latin, 279, "👨‍👩‍👧‍👦", 279),
        (latin, 279, "🇨🇳", 279),
        (latin, 279, "👍🏽", 279),
        (latin, 256, " https://gate.com/post?a=b", 256 + 26),
        (latin, 257, " https://gate.com/post?a=b", 258),
        (latin, 257, " gate.com/post", 258),
        // These are no characters to X.
        (latin, 3, "\u{feff}a", 3),
        (latin, 3, "好\u{ffff}", 6),
    ] {
        let text = before.repeat(times) + after;
        let x = on_x(&text);
        assert_eq!((x.text.as_str(), x.fits), (text.as_str(), taken), "{times} {before} {after}");
    }
    // It is the shared text, in which there may be a space more.
    let x = check("好#GateAICreation", &rules(SINGLE)).x;
    assert_eq!(x.fits, "好 #GateAICreation".len());
}

#[test]
fn too_long_for_x_is_advice() {
    for (count, weight, over, wanted) in
        [(140, 280, 0, State::Pass), (141, 282, 2, State::Advice), (500, 1000, 720, State::Advice)]
    {
        let text = "好".repeat(count);
        assert_eq!(
            finding(&text, GATE, Rule::XLength),
            Some(Finding::XLength { weight, limit: 280, over })
        );
        assert_eq!(state(&check(&text, &rules(GATE)), Rule::XLength), Some(wanted));
    }
    let text = format!("{} {GATE}", "好".repeat(500));
    assert!(check(&text, &rules(GATE)).passes());
}

#[test]
fn every_mark_belongs_to_a_hashtag() {
    // Those that two versions of Unicode know.
    let is_mark = |c| {
        is_combining_mark(c) && ['a', c].iter().collect::<String>().graphemes(true).count() == 1
    };
    for c in ('\u{300}'..=char::MAX).filter(|&c| is_mark(c)) {
        assert_eq!(on_x(&format!("#a{c}b")).linked_tags(), [format!("a{c}b")], "{:X}", c as u32);
    }
}

#[test]
fn no_punctuation_and_no_symbol_belongs_to_a_hashtag() {
    // Of blocks in which marks are near: general, Indic, CJK; arrows to symbols.
    for c in ('\u{2190}'..='\u{23FF}').chain('\u{2500}'..='\u{2BFF}').chain(
        "\u{37E}\u{387}\u{482}\u{55A}\u{589}\u{5C0}\u{5C3}\u{60C}\u{61B}\u{66A}\u{6D4}\u{6DE}\u{6E9}\u{700}\
         \u{7F6}\u{7F8}\u{830}\u{85E}\u{964}\u{965}\u{970}\u{9F2}\u{A76}\u{AF0}\u{B70}\u{BF3}\u{C77}\u{DF4}\
         \u{E3F}\u{E4F}\u{E5A}\u{F01}\u{F3A}\u{F85}\u{FBE}\u{104A}\u{1360}\u{16EB}\u{1735}\u{17D4}\u{1800}\
         \u{1A1E}\u{1AA0}\u{1B5A}\u{1BFC}\u{1C3B}\u{1CD3}\u{2010}\u{20AC}\u{2CF9}\u{2E00}\u{3001}\u{303D}\
         \u{A4FE}\u{A673}\u{A6F2}\u{A828}\u{A874}\u{A8CE}\u{A8F8}\u{A92E}\u{A95F}\u{A9C1}\u{AA5C}\u{AADE}\
         \u{ABEB}\u{FE10}\u{FE30}\u{FF01}\u{10A50}\u{11047}\u{110BB}\u{1D164}\u{1D16C}\u{1DA37}\u{1F600}"
            .chars(),
    ) {
        assert_eq!(on_x(&format!("#a{c}b")).linked_tags(), ["a"], "{:X}", c as u32);
    }
}
