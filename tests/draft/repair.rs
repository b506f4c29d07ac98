//! One press, and the rule passes.

use campaign_widget::draft::{Edit, Rule, apply, insertion, joined, moved, removal, repairs};

use super::{GATE, SINGLE, check, rules};

#[track_caller]
fn repaired(tag: &str, rule: Rule, text: &str, expected: &str) {
    let edits = repairs(text, &rules(tag), rule);
    assert_eq!(apply(text, &edits), expected, "{text:?}: {edits:?}");
}

#[test]
fn near_misses_become_the_tag() {
    for (text, expected) in [
        ("好 ＃Gate xStocks 交易体验＃ 好", "好 #Gate xStocks 交易体验# 好"),
        ("#gatexstocks交易体验", "#Gate xStocks 交易体验#"),
        ("#Gate xStocks 交易体验很好", "#Gate xStocks 交易体验#很好"),
        ("#Gate xStocks 交易体验 #BTC", "#Gate xStocks 交易体验# #BTC"),
        ("# Gate\u{200b} xStocks\u{3000}交易体验 #。", "#Gate xStocks 交易体验#。"),
        (
            "#GATE xStocks 交易体验# ＃Gate xStocks 交易体验",
            "#Gate xStocks 交易体验# #Gate xStocks 交易体验#",
        ),
        ("没有", "没有"),
        (
            "#Gate xStocks 交易体验# #gate xstocks 交易体验#",
            "#Gate xStocks 交易体验# #gate xstocks 交易体验#",
        ),
    ] {
        repaired(GATE, Rule::Tag, text, expected);
    }
    repaired(SINGLE, Rule::Tag, "＃gate ai creation!", "#GateAICreation!");
    // Straight after a URL it would become the fragment.
    for text in ["gate.com/＃GateAICreation", "gate.com/#＃GateAICreation"] {
        let expected = text.replace('＃', " #");
        repaired(SINGLE, Rule::Tag, text, &expected);
    }
}

#[test]
fn a_closing_sign_makes_no_tag_of_what_goes_on() {
    for (text, expected) in [
        // The sign would take the name, and its sign would open a tag.
        ("#Gate xStocks 交易体验C#很好", "#Gate xStocks 交易体验# C#很好"),
        // The sign would take the URL, and its fragment would be a tag.
        ("#Gate xStocks 交易体验gate.com/#BTC", "#Gate xStocks 交易体验# gate.com/#BTC"),
        ("#Gate xStocks 交易体验很好gate.com/#BTC", "#Gate xStocks 交易体验# 很好gate.com/#BTC"),
        ("#Gate xStocks 交易体验很好 gate.com/#BTC", "#Gate xStocks 交易体验#很好 gate.com/#BTC"),
    ] {
        repaired(GATE, Rule::Tag, text, expected);
        assert_eq!(repairs(expected, &rules(GATE), Rule::OnlyTag), []);
    }
}

#[test]
fn an_edit_is_no_larger_than_the_near_miss() {
    let text = "前 ＃gate xStocks 交易体验＃ 后";
    let start = "前 ".len();
    let end = text.len() - " 后".len();
    assert_eq!(
        repairs(text, &rules(GATE), Rule::Tag),
        [Edit { range: start..end, with: GATE.to_string() }]
    );
}

#[test]
fn other_tags_go_with_one_space() {
    for (text, expected) in [
        ("a #b c", "a c"),
        ("a #b", "a"),
        ("#b c", "c"),
        ("#b", ""),
        ("a #b #c d", "a d"),
        ("a #b #c", "a"),
        ("#b\n#c\n好", "\n\n好"),
        ("a\n#b c", "a\nc"),
        ("a #b\nc", "a\nc"),
        ("好#大涨#好", "好 好"),
        ("好 #大涨#好", "好 好"),
        ("好，#大涨#。", "好，。"),
        ("a #b, c", "a , c"),
        ("#1 #b", "#1"),
        ("#1", "#1"),
        ("##a#b", "# b"),
        ("#BTC #Gate xStocks 交易体验# 好", "#Gate xStocks 交易体验# 好"),
        ("#Gate xStocks 交易体验# #BTC", "#Gate xStocks 交易体验#"),
        ("#Gate xStocks 交易体验##BTC", "#Gate xStocks 交易体验#"),
        ("#gate xstocks 交易体验# #Gate xStocks 交易体验#", "#Gate xStocks 交易体验#"),
        ("C# https://gate.com/#a #b", "C# https://gate.com/#a"),
    ] {
        repaired(GATE, Rule::OnlyTag, text, expected);
    }
    // What is left must not run into the campaign tag.
    repaired(SINGLE, Rule::OnlyTag, "#GateAICreation#好#作品", "#GateAICreation 作品");
}

#[test]
fn no_url_that_a_removal_makes_swallows_the_campaign_tag() {
    for (text, expected) in [
        ("gate.com#b/#GateAICreation", "gate.com/ #GateAICreation"),
        ("gate#b.com/#GateAICreation", "gate.com/ #GateAICreation"),
        // What comes straight after a sign was no URL.
        ("#b#gate.com/#GateAICreation", "gate.com/ #GateAICreation"),
        ("#b#gate.com/#c#GateAICreation", "gate.com/ #GateAICreation"),
        ("#b#，gate.com/ #GateAICreation", "，gate.com/ #GateAICreation"),
    ] {
        repaired(SINGLE, Rule::OnlyTag, text, expected);
    }
}

#[test]
fn a_pair_that_a_removed_tag_kept_apart_goes_too() {
    let text = "#1 a #b yy#zz. w #cc# vv#";
    let after = apply(text, &repairs(text, &rules(GATE), Rule::OnlyTag));
    assert_eq!(repairs(&after, &rules(GATE), Rule::OnlyTag), []);
    assert!(!after.contains("cc"), "{after}");
}

#[test]
fn nothing_to_repair_in_other_rules() {
    for rule in [Rule::Length, Rule::XLength, Rule::Original] {
        assert_eq!(repairs("#b ＃Gate xStocks 交易体验", &rules(GATE), rule), []);
    }
}

#[test]
fn the_tag_is_inserted_where_the_caret_is() {
    for (text, expected) in [
        ("|", "#Gate xStocks 交易体验#"),
        ("好|", "好 #Gate xStocks 交易体验#"),
        ("|好", "#Gate xStocks 交易体验# 好"),
        ("好|好", "好 #Gate xStocks 交易体验# 好"),
        ("好 | 好", "好 #Gate xStocks 交易体验# 好"),
        ("好\n|", "好\n#Gate xStocks 交易体验#"),
        ("好\n|\n好", "好\n#Gate xStocks 交易体验#\n好"),
        ("https://ga|te.com/a", "https://gate.com/a #Gate xStocks 交易体验#"),
        ("#BT|C 好", "#BTC #Gate xStocks 交易体验# 好"),
        ("@Ga|te 好", "@Gate #Gate xStocks 交易体验# 好"),
        ("＃Gate xSto|cks 交易体验", "＃Gate xStocks 交易体验 #Gate xStocks 交易体验#"),
        // What is typed of it is completed.
        ("好 #|", "好 #Gate xStocks 交易体验#"),
        ("好 #Gate xSto|", "好 #Gate xStocks 交易体验#"),
        ("好 #gate xsto| 好", "好 #Gate xStocks 交易体验# 好"),
        ("好#Gate| 好", "好 #Gate xStocks 交易体验# 好"),
        ("好 #Gate好| 好", "好 #Gate好 #Gate xStocks 交易体验# 好"),
        ("https://gate.com/#Ga|", "https://gate.com/#Ga #Gate xStocks 交易体验#"),
    ] {
        let caret = text.find('|').expect("a caret");
        let text = text.replace('|', "");
        let edit = insertion(&text, caret, &rules(GATE)).expect("no tag yet");
        let after = apply(&text, &[edit]);
        assert_eq!(after, expected);
        assert_eq!(insertion(&after, caret, &rules(GATE)), None);
    }
}

#[test]
fn a_caret_out_of_place_is_moved() {
    let edit = insertion("好", 1, &rules(GATE)).expect("no tag yet");
    assert_eq!(edit.range, 0..0);
    let edit = insertion("好", 99, &rules(GATE)).expect("no tag yet");
    assert_eq!(edit.range, 3..3);
}

#[test]
fn both_repairs_and_the_draft_passes() {
    let text =
        "今天第一次买了美股，成交真的很快，手续费也低，推荐大家 ＃gate xstocks 交易体验 #BTC";
    let text = apply(text, &repairs(text, &rules(GATE), Rule::OnlyTag));
    let text = apply(&text, &repairs(&text, &rules(GATE), Rule::Tag));
    assert!(text.ends_with("推荐大家 #Gate xStocks 交易体验#"), "{text}");
    assert!(check(&text, &rules(GATE)).passes());
}

#[test]
fn one_tag_can_go_alone() {
    for (text, tag, expected) in [
        ("a #b c #d e", "#b", "a c #d e"),
        ("a #b c #d e", "#d", "a #b c e"),
        ("#b", "#b", ""),
        ("好#大涨#好 #b", "#大涨#", "好 好 #b"),
        ("第 #1 名", "#1", "第 名"),
    ] {
        let start = text.find(tag).expect("a tag");
        let edit = removal(text, start..start + tag.len());
        assert_eq!(apply(text, &[edit]), expected, "{text:?}");
    }
}

#[test]
fn edits_become_one_edit_and_so_one_step_to_undo() {
    let text = "前 ＃Gate xStocks 交易体验# 中 #gate xstocks 交易体验# 后";
    let edits = repairs(text, &rules(GATE), Rule::Tag);
    assert_eq!(edits.len(), 2);
    let one = joined(text, &edits).expect("an edit");
    assert_eq!(one.range, "前 ".len()..text.len() - " 后".len());
    assert_eq!(one.with, format!("{GATE} 中 {GATE}"));
    assert_eq!(apply(text, &[one]), apply(text, &edits));
    assert_eq!(joined(text, &[]), None);
}

#[test]
fn the_caret_stays_among_the_same_characters() {
    // `|` is the caret, before and after.
    for (text, expected) in [
        ("|前 ＃Gate xStocks 交易体验# 后", "|前 #Gate xStocks 交易体验# 后"),
        ("前| ＃Gate xStocks 交易体验# 后", "前| #Gate xStocks 交易体验# 后"),
        ("前 ＃Gate xStocks 交易体验# |后", "前 #Gate xStocks 交易体验# |后"),
        ("前 ＃Gate xStocks 交易体验# 后|", "前 #Gate xStocks 交易体验# 后|"),
        // Inside what is repaired, it goes behind that.
        ("前 ＃Gate xSto|cks 交易体验# 后", "前 #Gate xStocks 交易体验#| 后"),
        (
            "＃Gate xStocks 交易体验# 中| #Gate xStocks 交易体验",
            "#Gate xStocks 交易体验# 中| #Gate xStocks 交易体验#",
        ),
    ] {
        let place = text.find('|').expect("a caret");
        let text = text.replace('|', "");
        let edits = repairs(&text, &rules(GATE), Rule::Tag);
        let mut after = apply(&text, &edits);
        after.insert(moved(place, &edits), '|');
        assert_eq!(after, expected);
    }
}
