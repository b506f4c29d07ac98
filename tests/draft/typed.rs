//! The campaign tag while it is typed: its letters are none of the person's own.

use campaign_widget::draft::{Finding, Rule, State, apply, insertion, repairs};

use super::tag::real;
use super::{GATE, SINGLE, check, finding, rules, state};

const STORY: &str = "今天第一次在这里买美股成交很快费用也低了";

#[track_caller]
fn counts(tag: &str, text: &str, expected: usize) {
    assert_eq!(check(text, &rules(tag)).count, expected, "{text:?}");
}

/// 20 characters became 27 with `#Gate xStocks`.
#[test]
fn the_beginning_of_the_tag_counts_nothing() {
    for tag in real() {
        for (end, _) in tag.char_indices().skip(1).chain([(tag.len(), ' ')]) {
            let (typed, _) = tag.split_at(end);
            for text in [
                format!("{STORY}{typed}"),
                format!("{STORY} {typed} "),
                format!("{STORY}\n{typed}"),
            ] {
                counts(tag, &text, 20);
                let report = check(&text, &rules(tag));
                assert_eq!(state(&report, Rule::OnlyTag), Some(State::Pass), "{text:?}");
            }
        }
    }
    // In the middle of a text, too.
    counts(GATE, "#Gate xStocks 今天", 2);
    counts(GATE, "#Gate xSto，今天", 3);
    counts(GATE, "今天 #Gate xStocks\n今天", 4);
}

#[test]
fn near_misses_are_typed_as_well() {
    for typed in [
        "＃Gate xStocks",
        "#gate xsto",
        "#Ｇａｔｅ xSt",
        "#Gate　xStocks",
        "# Gate xStocks 交",
        "#GatexSto",
        "＃",
        "# ",
        "#Gate\u{200b} xS",
    ] {
        counts(GATE, &format!("{STORY}{typed}"), 20);
    }
    counts("#Let's Gate!#", &format!("{STORY}#Let’s Ga"), 20);
}

/// Pinyin that an input method left behind; composing counted 38.
#[test]
fn what_spells_the_rest_counts_nothing() {
    for typed in [
        "#Gate xStocks jiao yi ti yan",
        "#Gate xStocks 交yi",
        "#Gate xStocks 交易 ti'yan",
        "#Gate xStocks j",
    ] {
        counts(GATE, &format!("{STORY}{typed}"), 20);
        counts(GATE, &format!("{STORY}{typed}\n好"), 21);
        assert_eq!(finding(typed, GATE, Rule::OnlyTag), Some(Finding::OtherTags(Vec::new())));
    }
    counts("#心语心愿#", "#心yu", 0);
    counts(GATE, &format!("#Gate xStocks {}", "a".repeat(23)), 0);
    // What is more than that is the person's own.
    counts(GATE, &format!("#Gate xStocks {}", "a".repeat(24)), 24);
    counts(GATE, "#Gate xStocks jiao yi，好", 8);
    counts(GATE, "#Gate xStocks 2", 1);
    counts(GATE, "#Gate xStocks '", 1);
    counts(GATE, "#Gate xStocks I bought the first of them today", 26);
    counts("#Gate xStocks Trading Share#", "#Gate xStocks jiao", 4);
}

#[test]
fn other_words_are_no_beginning() {
    for (text, count, other) in [
        ("#Gates", 0, "#Gates"),
        ("#Gate好", 0, "#Gate好"),
        ("#Gate#", 0, "#Gate#"),
        ("#Gate xSto 好#", 0, "#Gate xSto 好#"),
        ("#G1 xStocks", 7, "#G1"),
    ] {
        counts(GATE, text, count);
        let Some(Finding::OtherTags(others)) = finding(text, GATE, Rule::OnlyTag) else {
            panic!("{text:?}")
        };
        assert_eq!(others.iter().map(|other| other.text.as_str()).collect::<Vec<_>>(), [other]);
    }
    // Only as far as the words are the tag's.
    counts(GATE, "#Gate xylophone", 9);
    counts(GATE, "#Gate xStocksy", 8);
    counts(GATE, "#Gate xSto好", 1);
    counts(SINGLE, "C#", 2);
    counts(SINGLE, "#GateAI好", 0);
    counts("no tag", "#", 1);
}

/// Beside the tag itself, nothing else is about to become it.
#[test]
fn the_tag_is_not_typed_twice() {
    for (text, count) in [
        ("#Gate xStocks 很好 #Gate xStocks 交易体验#", 9),
        ("#Gate xStocks 交易体验# #", 1),
        ("#Gate xStocks 交易体验# # Gate", 5),
        ("#Gate xStocks 交易体验# #Gate xStocks jiao yi", 13),
    ] {
        counts(GATE, text, count);
    }
    let text = "#Gate xStocks 很好 #Gate xStocks 交易体验#";
    let after = apply(text, &repairs(text, &rules(GATE), Rule::OnlyTag));
    assert_eq!(after, "xStocks 很好 #Gate xStocks 交易体验#");
}

#[test]
fn a_press_completes_what_is_typed() {
    for (text, expected) in [
        ("好 ＃gate　xsto|", "好 #Gate xStocks 交易体验#"),
        ("好 #Gate |", "好 #Gate xStocks 交易体验#"),
        ("好 #Ga|te xStocks", "好 #Gate xStocks 交易体验#"),
        ("好 # |", "好 #Gate xStocks 交易体验#"),
        // What is not the tag's stays.
        ("好 #Gate xStocks jiao yi|", "好 #Gate xStocks jiao yi #Gate xStocks 交易体验#"),
        ("我写C#|", "我写C# #Gate xStocks 交易体验#"),
        ("#Gate\n|", "#Gate\n#Gate xStocks 交易体验#"),
    ] {
        let caret = text.find('|').expect("a caret");
        let text = text.replace('|', "");
        let edit = insertion(&text, caret, &rules(GATE)).expect("no tag yet");
        assert_eq!(apply(&text, &[edit]), expected);
    }
}
