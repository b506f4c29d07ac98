//! What holds for any text.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Edit, Finding, Rule, Rules, State, apply, insertion, repairs};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::tag::REAL;
use super::{GATE, check, rules, state};

/// What drafts are made of, and what could trip a reader of drafts.
const PARTS: &[&str] = &[
    "#",
    "#",
    "＃",
    "﹟",
    " ",
    " ",
    "\u{3000}",
    "\u{a0}",
    "\n",
    "a",
    "C",
    "好",
    "今天",
    "1",
    "_",
    "，",
    "。",
    ".",
    "/",
    "&",
    ";",
    "-",
    "(",
    ")",
    "@",
    ":",
    "?",
    "BTC",
    "#BTC",
    "#大涨#",
    "#two words#",
    "#1",
    "#2025 x",
    "#Gate xStocks 交易体验#",
    "#Gate xStocks 交易体验",
    "#gate xstocks 交易体验#",
    "Gate",
    "xStocks",
    "交易体验",
    "#GateAICreation",
    "#gateaicreation",
    "GateAICreation",
    "#MyGateMoment#",
    "#MyGateMoment",
    "https://gate.com/a",
    "https://",
    "gate.com",
    "gate.com/#",
    "@Gate广场_Official",
    "&#39",
    "x27;",
    "😀",
    "👍🏽",
    "\u{200b}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{20e3}",
    "\u{301}",
    "🇨",
    "é",
    "カ",
    "한",
    "한국어",
    "١",
    "①",
    "\u{e007f}",
];

/// A draft in NFC.
fn draft() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(PARTS), 0..24);
    prop_oneof![
        8 => parts.prop_map(|parts| parts.concat().nfc().collect()),
        1 => any::<String>().prop_map(|text| text.nfc().collect()),
    ]
}

fn tag() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        3 => Just(GATE),
        2 => Just("#GateAICreation"),
        1 => Just("#MyGateMoment#"),
        1 => prop::sample::select(REAL),
    ]
}

/// The campaign tag as hurried people write it.
fn slipped(tag: &'static str) -> impl Strategy<Value = String> {
    let changes = prop::collection::vec(0..6u8, tag.chars().count());
    changes.prop_map(move |changes| {
        let mut out = String::new();
        for (c, change) in tag.chars().zip(changes) {
            match (c, change) {
                ('#', 0) => out.push('＃'),
                ('#', 1) => out.push('﹟'),
                (' ', 0) => {}
                (' ', 1) => out.push('\u{3000}'),
                (' ', 2) => out.push_str("\u{a0} "),
                (c, 0) if c.is_ascii_lowercase() => out.push(c.to_ascii_uppercase()),
                (c, 0) => out.push(c.to_ascii_lowercase()),
                (c, 1) if !out.is_empty() => out.extend(['\u{200b}', c]),
                (c, 2) if !out.is_empty() => out.extend([' ', c]),
                (c, _) => out.push(c),
            }
        }
        out
    })
}

fn in_order(text: &str, edits: &[Edit]) -> bool {
    let mut end = 0;
    edits.iter().all(|edit| {
        let fits = end <= edit.range.start && text.get(edit.range.clone()).is_some();
        end = edit.range.end;
        fits
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_agrees_with_itself(text in draft(), tag in tag(), count in 1..40u32, by_words: bool) {
        let unit = if by_words { Unit::Words } else { Unit::Characters };
        let rules = Rules { tag, minimum: Minimum { count, unit } };
        let report = check(&text, &rules);
        prop_assert_eq!(report.verdicts.len(), 4);
        prop_assert_eq!(state(&report, Rule::Length) == Some(State::Pass), report.count >= count as usize);
        prop_assert_ne!(state(&report, Rule::XLength), Some(State::Fail));
        let fails = report.verdicts.iter().any(|verdict| verdict.state == State::Fail);
        prop_assert_eq!(report.passes(), !fails);
        prop_assert!(report.count <= text.chars().filter(|c| !c.is_whitespace()).count());
        for verdict in &report.verdicts {
            match &verdict.finding {
                Finding::TagPresent => prop_assert!(text.contains(tag)),
                Finding::NearMisses(misses) => {
                    prop_assert!(!misses.is_empty());
                    for miss in misses {
                        prop_assert!(text.get(miss.range.clone()).is_some());
                        prop_assert!(!miss.slips.is_empty());
                    }
                }
                Finding::OtherTags(others) => for other in others {
                    prop_assert_eq!(text.get(other.range.clone()), Some(other.text.as_str()));
                },
                _ => {}
            }
        }
    }

    #[test]
    fn a_tag_between_spaces_always_counts(before in draft(), after in draft(), tag in tag()) {
        let text = format!("{before} {tag} {after}");
        prop_assert_eq!(state(&check(&text, &rules(tag)), Rule::Tag), Some(State::Pass));
    }

    #[test]
    fn a_slip_can_be_repaired((tag, slipped) in tag().prop_flat_map(|tag| (Just(tag), slipped(tag)))) {
        let text = format!("今天 {slipped} 很好");
        let after = apply(&text, &repairs(&text, &rules(tag), Rule::Tag));
        prop_assert_eq!(after, format!("今天 {tag} 很好"));
    }

    #[test]
    fn repaired_near_misses_pass(text in draft(), tag in tag()) {
        let rules = rules(tag);
        let edits = repairs(&text, &rules, Rule::Tag);
        prop_assert!(in_order(&text, &edits), "{:?}", edits);
        let after = apply(&text, &edits);
        let report = check(&after, &rules);
        prop_assert_eq!(state(&report, Rule::Tag) == Some(State::Pass), !edits.is_empty() || text == after && state(&check(&text, &rules), Rule::Tag) == Some(State::Pass));
        prop_assert_eq!(repairs(&after, &rules, Rule::Tag), vec![]);
    }

    #[test]
    fn without_other_tags_the_rule_passes(text in draft(), tag in tag()) {
        let rules = rules(tag);
        let edits = repairs(&text, &rules, Rule::OnlyTag);
        prop_assert!(in_order(&text, &edits), "{:?}", edits);
        let failed = state(&check(&text, &rules), Rule::OnlyTag) == Some(State::Fail);
        prop_assert_eq!(failed, !edits.is_empty());
        let after = apply(&text, &edits);
        prop_assert_ne!(state(&check(&after, &rules), Rule::OnlyTag), Some(State::Fail), "{:?}", after);
        prop_assert_eq!(repairs(&after, &rules, Rule::OnlyTag), vec![]);
        // Next to a URL, a tag may turn out to be its fragment.
        if state(&check(&text, &rules), Rule::Tag) == Some(State::Pass) && !text.contains('.') {
            prop_assert_eq!(state(&check(&after, &rules), Rule::Tag), Some(State::Pass), "{:?}", after);
        }
    }

    #[test]
    fn an_inserted_tag_counts(text in draft(), tag in tag(), caret in 0..200usize) {
        match insertion(&text, caret, tag) {
            Some(edit) => {
                prop_assert!(in_order(&text, std::slice::from_ref(&edit)));
                let after = apply(&text, &[edit]);
                prop_assert_eq!(state(&check(&after, &rules(tag)), Rule::Tag), Some(State::Pass), "{:?}", after);
                prop_assert_eq!(insertion(&after, caret, tag), None);
            }
            None => prop_assert_eq!(state(&check(&text, &rules(tag)), Rule::Tag), Some(State::Pass)),
        }
    }

    #[test]
    fn what_nobody_sees_counts_nothing(text in draft(), unseen in "[\u{200b}\u{2060}\u{feff} \u{3000}]{1,30}") {
        let rules = rules(GATE);
        let report = check(&format!("{text}\n{unseen}"), &rules);
        prop_assert_eq!(report.count, check(&text, &rules).count);
    }

    #[test]
    fn x_adds_spaces_and_nothing_else(text in draft(), tag in tag()) {
        let x = check(&text, &rules(tag)).x;
        let without = |text: &str| text.replace(' ', "");
        prop_assert_eq!(without(&x.text), without(&text));
        prop_assert!(x.text.len() >= text.len());
        prop_assert!(x.weight <= 2 * x.text.chars().count() + 23);
        for linked in x.linked {
            prop_assert!(x.text.contains(&linked));
        }
    }
}
