//! What is shown in the text of a draft.

use campaign_widget::draft::Mark;
use campaign_widget::draft::MarkKind::{self, NearMiss, OtherTag, Over, Tag};

use super::check::check;
use super::{GATE, SINGLE, rules};

#[track_caller]
fn shows(tag: &str, text: &str, expected: &[(&str, MarkKind)]) {
    let marks = check(text, &rules(tag)).marks;
    let marked = |mark: &Mark| text.get(mark.range.clone()).unwrap_or("?");
    let seen: Vec<_> = marks.iter().map(|mark| (marked(mark), mark.kind)).collect();
    assert_eq!(seen, expected, "{text:?}");
}

#[test]
fn every_tag_is_shown_where_it_stands() {
    shows(GATE, "", &[]);
    shows(GATE, "文字 https://gate.com/#a @gate C# 1️⃣", &[]);
    shows(GATE, "好#Gate xStocks 交易体验#好", &[("#Gate xStocks 交易体验#", Tag)]);
    shows(GATE, "好 ＃gate xstocks 交易体验 好", &[("＃gate xstocks 交易体验", NearMiss)]);
    shows(
        GATE,
        "#BTC #Gate xStocks 交易体验# #大涨# #1",
        &[
            ("#BTC", OtherTag),
            ("#Gate xStocks 交易体验#", Tag),
            ("#大涨#", OtherTag),
            ("#1", OtherTag),
        ],
    );
    // Beside the exact tag, a near miss is another tag.
    shows(
        GATE,
        "#Gate xStocks 交易体验# #gate xstocks 交易体验#",
        &[("#Gate xStocks 交易体验#", Tag), ("#gate xstocks 交易体验#", OtherTag)],
    );
    shows(
        GATE,
        "#Gate  xStocks 交易体验# ＃Gate xStocks 交易体验#",
        &[("#Gate  xStocks 交易体验#", NearMiss), ("＃Gate xStocks 交易体验#", NearMiss)],
    );
    shows(
        SINGLE,
        "#GateAICreation #GateAICreationX",
        &[("#GateAICreation", Tag), ("#GateAICreationX", OtherTag)],
    );
}

#[test]
fn what_x_cuts_off_is_shown_in_the_draft() {
    let fits = "好".repeat(140);
    shows(GATE, &fits, &[]);
    shows(GATE, &format!("{fits}多"), &[("多", Over)]);
    // Twice a space goes in front of the tag for X; the draft has none.
    let glued = format!("好{GATE}好{GATE}{}", "好".repeat(200));
    let marks = check(&glued, &rules(GATE)).marks;
    let over = marks.last().expect("a mark");
    assert_eq!(over.kind, Over);
    // 2 * 23 for the tags, 2 for the spaces, 2 * 2 for what is around them.
    let kept = "好".repeat((280 - 52) / 2);
    let rest = "好".repeat(200).strip_prefix(&kept).map(str::to_owned);
    assert_eq!(glued.get(over.range.clone()), rest.as_deref());
    // A tag is what it is, wherever it stands.
    shows(GATE, &format!("{fits} {GATE} 好"), &[(" ", Over), (GATE, Tag), (" 好", Over)]);
    let nearly = "好".repeat(138);
    shows(GATE, &format!("{nearly}。#BTC 好"), &[("#BTC", OtherTag), (" 好", Over)]);
}

#[test]
fn each_kind_of_mark_has_a_class_of_its_own() {
    let names = [Tag, NearMiss, OtherTag, Over].map(MarkKind::name);
    assert_eq!(names, ["campaign-tag", "near-miss", "other-tag", "over"]);
}
