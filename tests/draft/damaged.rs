//! A campaign tag that something got into, or that is misspelt: never taken out
//! unasked, and nothing of what stands in it is lost.

use campaign_widget::draft::Slip::{
    self, ClosingSign, ForeignText, LetterCase, Punctuation, WhiteSpace,
};
use campaign_widget::draft::{Finding, OtherTag, Rule, apply, repairs, replacement};

use super::{GATE, SINGLE, check, finding, rules};

fn others(tag: &str, text: &str) -> Vec<OtherTag> {
    match finding(text, tag, Rule::OnlyTag) {
        Some(Finding::OtherTags(found)) => found,
        _ => Vec::new(),
    }
}

/// The slips of each near miss in `text`.
fn slips(tag: &str, text: &str) -> Vec<Vec<Slip>> {
    match finding(text, tag, Rule::Tag) {
        Some(Finding::NearMisses(misses)) => misses.into_iter().map(|miss| miss.slips).collect(),
        _ => Vec::new(),
    }
}

/// Other text inside is a near miss; the repair moves it out.
#[track_caller]
fn moves(tag: &str, text: &str, expected_slips: &[Slip], expected: &str) {
    assert_eq!(slips(tag, text), [expected_slips], "{text:?}");
    assert_eq!(others(tag, text), [], "{text:?}");
    let after = apply(text, &repairs(text, &rules(tag), Rule::Tag));
    assert_eq!(after, expected);
    assert_eq!(repairs(&after, &rules(tag), Rule::Tag), []);
    assert_eq!(finding(&after, tag, Rule::Tag), Some(Finding::TagPresent));
}

/// Whoever composed in the middle of the tag was offered to remove it whole.
#[test]
fn what_was_typed_into_the_tag_goes_behind_it() {
    for (text, expected) in [
        ("#Gate xStocks 交易nihao体验#", "#Gate xStocks 交易体验# nihao"),
        ("#Gate xStocks 交易ni hao体验#", "#Gate xStocks 交易体验# ni hao"),
        ("#Gate xStocks 交易你好体验#", "#Gate xStocks 交易体验#你好"),
        ("#Gate xStocks 交易你好体验#今天", "#Gate xStocks 交易体验#你好今天"),
        ("#Gate xStocks 交易你好体验#BTC", "#Gate xStocks 交易体验#你好 BTC"),
        ("#Gate xStocks 交易nihao体验#今天", "#Gate xStocks 交易体验# nihao 今天"),
        ("#Gate xStocks 交易你好，体验#", "#Gate xStocks 交易体验# 你好，"),
        ("#今天Gate xStocks 交易体验#", "#Gate xStocks 交易体验#今天"),
        ("#nihaoGate xStocks 交易体验#", "#Gate xStocks 交易体验# nihao"),
        ("#Gate nihao xStocks 交易体验#", "#Gate xStocks 交易体验# nihao"),
        ("#Gate今天 xStocks 交易体验#", "#Gate xStocks 交易体验#今天"),
        ("#Gatenihao xStocks 交易体验#", "#Gate xStocks 交易体验# nihao"),
        ("#Ganihaote xStocks 交易体验#", "#Gate xStocks 交易体验# nihao"),
        ("#Gate xStocks 交易体验nihao#", "#Gate xStocks 交易体验# nihao"),
        ("#Gate xStocks 交易体验你好#。", "#Gate xStocks 交易体验#你好。"),
        ("#Gate xStocks 交易体验你好#今天", "#Gate xStocks 交易体验#你好今天"),
        (
            "好#Gate xStocks 交易一二三四五六七八九十一二三四五六七八九十一二三四体验#好",
            "好#Gate xStocks 交易体验#一二三四五六七八九十一二三四五六七八九十一二三四好",
        ),
        (
            "#Gate xStocks 交易https://gate.com/a体验#好",
            "#Gate xStocks 交易体验# https://gate.com/a 好",
        ),
    ] {
        moves(GATE, text, &[ForeignText], expected);
    }
    moves(
        GATE,
        "#gate xStocks 交易你好体验#",
        &[LetterCase, ForeignText],
        "#Gate xStocks 交易体验#你好",
    );
    moves(
        GATE,
        "#Gate，xStocks 交易体验#",
        &[WhiteSpace, ForeignText],
        "#Gate xStocks 交易体验# ，",
    );
    moves(SINGLE, "#GateAI你好Creation", &[ForeignText], "#GateAICreation 你好");
    moves(SINGLE, "#GateAI你好Creation！", &[ForeignText], "#GateAICreation 你好！");
    moves("#光盘行动#", "#光盘nihao行动#", &[ForeignText], "#光盘行动# nihao");
    moves(
        "#Let's Gate#",
        "#Let’s 今天Gate#",
        &[Punctuation, WhiteSpace, ForeignText],
        "#Let's Gate#今天",
    );
}

#[test]
fn what_is_no_damaged_tag_stays_what_it_is() {
    for text in [
        // Too much, more than a line, another tag.
        "#Gate xStocks 交易一二三四五六七八九十一二三四五六七八九十一二三四五体验#",
        "#Gate xStocks 交易你\n好体验#",
        "#Gate xStocks 交易#体验#",
        "#BTC Gate xStocks 交易体验#",
    ] {
        assert_eq!(finding(text, GATE, Rule::Tag), Some(Finding::TagMissing), "{text:?}");
    }
    for text in
        ["#GateAI 你好 Creation", "#GateAI，Creation", "#BTCGateAICreation", "#GateAIxCreation"]
    {
        assert_eq!(finding(text, SINGLE, Rule::Tag), Some(Finding::TagMissing), "{text:?}");
    }
    // The sign is another tag's, or a name's.
    for text in [
        "#Gate xStocks 交易体验很好 #BTC",
        "#Gate xStocks 交易体验 今天很好#大涨#",
        "#Gate xStocks 交易体验很好#BTC",
        "#Gate xStocks 交易体验C#很好",
    ] {
        assert_eq!(slips(GATE, text), [[ClosingSign]], "{text:?}");
    }
}

/// The only other tag of `text` is close; what replacing it makes of the text.
#[track_caller]
fn close(tag: &str, text: &str) -> String {
    let found = others(tag, text);
    assert_eq!(found.iter().map(|other| other.close).collect::<Vec<_>>(), [true], "{text:?}");
    assert_eq!(finding(text, tag, Rule::Tag), Some(Finding::TagMissing), "{text:?}");
    // One press does not take it out …
    assert_eq!(repairs(text, &rules(tag), Rule::OnlyTag), [], "{text:?}");
    // … nor does it become the campaign tag by itself.
    assert_eq!(repairs(text, &rules(tag), Rule::Tag), [], "{text:?}");
    let edit = |other: &OtherTag| replacement(text, &other.range, &rules(tag));
    let after = apply(text, &found.iter().filter_map(edit).collect::<Vec<_>>());
    assert_eq!(finding(&after, tag, Rule::Tag), Some(Finding::TagPresent), "{after:?}");
    assert_eq!(others(tag, &after), [], "{after:?}");
    after
}

#[test]
fn a_misspelt_tag_is_named_as_close() {
    for text in [
        "#Gate xStock 交易体验#",
        "#Gste xStocks 交易体验#",
        "#Gate xStocks 交易体会#",
        "#Gate xStocks 交易体#",
        "#Gatee xStocks 交易体验#",
        "#Gate-xStocks-交易体验#",
        "#Gate_xStocks_交易体验#",
        "#gate xstock 交易体验＃",
        "今天#Gate，xStock 交易体验#今天",
    ] {
        close(GATE, text);
    }
    close(SINGLE, "#GateAICreations");
    close(SINGLE, "#GateAICreatoin");
    close(SINGLE, "#GateAIxCreation");
    // One character in six.
    close("#Gate", "#Gats");
    close("#ShotoniPhone", "#ShottoniPhon");
    close("#心语心愿#", "#心语心原#");
    // Traditional and Simplified.
    close(GATE, "#Gate xStocks 交易體驗#");
    close("#Gate品牌蓝创作挑战#", "#Gate品牌藍創作挑戰#");
    close("#發帖贏代幣CGN", "#发帖赢代币CGN");
    close("#心语心愿#", "#心語心願#");
    close("#光盘行动#", "#光盤行動#");
}

#[test]
fn another_tag_is_not_close() {
    for (tag, text) in [
        (GATE, "#BTC"),
        (GATE, "#Gate#"),
        (GATE, "#Gate xStocks#"),
        (GATE, "#Gate广场五月交易分享"),
        (SINGLE, "#GateSquare"),
        ("#Gate广场五月交易分享", "#Gate广场四月发帖挑战"),
        ("#心语心愿#", "#心想事成#"),
        // Three letters are like many others.
        ("#BTC", "#BTT"),
        ("#BTC", "#ETC"),
        ("#发财猫#", "#发财狗#"),
        ("#Gate", "#Gits"),
        ("#ShotoniPhone", "#SchottoniFone"),
        ("#XBorg", "#XBoabcdefrg"),
        ("#Gate", "#GateTokenLaunch"),
        ("#GateSquareAprilChallenge", "#GateSquareCreatorsCarnival"),
    ] {
        let found = others(tag, text);
        assert_eq!(found.iter().map(|other| other.close).collect::<Vec<_>>(), [false], "{text:?}");
    }
    // Beside the tag itself, nothing is meant as it.
    let text = "#Gate xStock 交易体验# #Gate xStocks 交易体验#";
    assert!(!others(GATE, text)[0].close);
    let after = apply(text, &repairs(text, &rules(GATE), Rule::OnlyTag));
    assert_eq!(after, GATE);
}

/// Han is written without spaces, so a tag without a closing sign takes a sentence.
#[test]
fn what_a_tag_took_along_stays_behind_it() {
    for (tag, text, expected) in [
        (SINGLE, "#GateAICreation作品", "#GateAICreation 作品"),
        (
            SINGLE,
            "#GateAICreation今天第一次买了美股成交很快，好",
            "#GateAICreation 今天第一次买了美股成交很快，好",
        ),
        (
            "#我的2026第一条帖",
            "#我的2026第一条帖今天第一次买了美股成交很快",
            "#我的2026第一条帖 今天第一次买了美股成交很快",
        ),
        ("#BTC", "#BTC今天大涨", "#BTC 今天大涨"),
        (SINGLE, "#GateAICreatoin#好", "#GateAICreation 好"),
        (
            "#GateSquareAprilChallenge",
            "#GateSquareAprilPostingChallenge",
            "#GateSquareAprilChallenge Posting",
        ),
        (GATE, "#Gate xStock 交易体验#今天", "#Gate xStocks 交易体验#今天"),
        ("#心语心愿#", "https://gate.com/a#心语心原#", "https://gate.com/a #心语心愿#"),
    ] {
        assert_eq!(close(tag, text), expected);
    }
    assert_eq!(replacement("#BTC", &(0..4), &rules(GATE)), None);
    assert_eq!(replacement("#BTC", &(0..3), &rules(GATE)), None);
    assert_eq!(replacement("https://gate.com", &(0..16), &rules(GATE)), None);
}

#[test]
fn one_press_takes_out_the_rest() {
    let text = "#BTC #Gate xStock 交易体验# #ETH";
    let after = apply(text, &repairs(text, &rules(GATE), Rule::OnlyTag));
    assert_eq!(after, "#Gate xStock 交易体验#");
    assert!(!check(&after, &rules(GATE)).passes());
}
