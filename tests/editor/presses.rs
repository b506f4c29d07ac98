//! What the buttons make of a text.

use super::{Press, Rule, Status, Tab, check, terms};

#[test]
fn the_tag_goes_where_the_caret_is() {
    for (before, after) in [
        ("|", "#Gate xStocks 交易体验#|"),
        ("买入|", "买入 #Gate xStocks 交易体验#|"),
        ("买入| 卖出", "买入 #Gate xStocks 交易体验#| 卖出"),
        ("|卖出", "#Gate xStocks 交易体验# |卖出"),
        ("👍🏽|", "👍🏽 #Gate xStocks 交易体验#|"),
    ] {
        let mut tab = Tab::with(before);
        assert_eq!(tab.presses(Press::InsertTag), after, "{before}");
    }
}

#[test]
fn a_repair_leaves_the_caret_among_the_same_characters() {
    for (before, after) in [
        ("买|入 ＃Gate xStocks交易体验#", "买|入 #Gate xStocks 交易体验#"),
        ("买入 ＃Gate xStocks交易体验# 卖|出", "买入 #Gate xStocks 交易体验# 卖|出"),
        // Decomposed, as some keyboards for Latin letters write.
        ("cafe\u{301} ＃Gate xStocks交易体验#|", "café #Gate xStocks 交易体验#|"),
        ("cafe\u{301}| ＃Gate xStocks交易体验#", "café| #Gate xStocks 交易体验#"),
    ] {
        let mut tab = Tab::with(before);
        assert_eq!(tab.presses(Press::Fix(Rule::Tag)), after, "{before}");
        let report = check(tab.model.text(), &terms().rules(), &Default::default());
        assert!(report.verdicts.iter().all(|v| v.rule != Rule::Tag || v.state.name() == "pass"));
    }
}

#[test]
fn another_tag_goes_although_the_text_has_changed_since_it_was_seen() {
    let mut tab = Tab::with("#BTC 买入 #Gate xStocks 交易体验# |#ETH");
    assert_eq!(
        tab.presses(Press::RemoveTag(1, "#ETH".into())),
        "#BTC 买入 #Gate xStocks 交易体验#|"
    );
    // The first one is at another place now, and known by how it is written.
    assert_eq!(tab.presses(Press::RemoveTag(7, "#BTC".into())), "买入 #Gate xStocks 交易体验#|");
    let before = tab.drawing();
    assert_eq!(tab.presses(Press::RemoveTag(0, "#BTC".into())), before, "it is gone already");
}

#[test]
fn what_was_cleared_comes_back_until_the_person_writes_on() {
    let mut tab = Tab::with("买入| #Gate");
    assert_eq!(tab.presses(Press::Clear), "|");
    assert_eq!(tab.model.status(), &Status::Cleared("买入 #Gate".into()));
    assert_eq!(tab.presses(Press::Undo), "买入 #Gate|");
    assert_eq!(tab.model.status(), &Status::None);

    tab.presses(Press::Clear);
    tab.types("卖|");
    assert_eq!(tab.model.status(), &Status::None);
    assert_eq!(tab.presses(Press::Undo), "卖|", "there is nothing to take back");
}

#[test]
fn one_press_is_one_replacement() {
    let mut tab = Tab::with("＃Gate xStocks交易体验# 买|入");
    let update = tab.does(super::Action::Press(Press::Fix(Rule::Tag)));
    assert_eq!(update.changes.len(), 1);
    assert!(update.is_written && update.is_stored && !update.takes_focus);
    let again = tab.does(super::Action::Press(Press::Fix(Rule::Tag)));
    assert_eq!(again, super::Update::default(), "there is nothing left to repair");
}
