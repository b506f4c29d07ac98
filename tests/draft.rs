//! Native suite: the rules of a draft.
#![cfg(not(target_arch = "wasm32"))]

#[path = "draft/check.rs"]
mod check;
#[path = "draft/damaged.rs"]
mod damaged;
#[path = "draft/highlight.rs"]
mod highlight;
#[path = "draft/invariants.rs"]
mod invariants;
#[path = "draft/keyboards.rs"]
mod keyboards;
#[path = "draft/length.rs"]
mod length;
#[path = "draft/mentions.rs"]
mod mentions;
#[path = "draft/on_x.rs"]
mod on_x;
#[path = "draft/only_tag.rs"]
mod only_tag;
#[path = "draft/original.rs"]
mod original;
#[path = "draft/parts.rs"]
mod parts;
#[path = "draft/properties.rs"]
mod properties;
#[path = "draft/repair.rs"]
mod repair;
#[path = "draft/segments.rs"]
mod segments;
#[path = "draft/tag.rs"]
mod tag;
#[path = "draft/typed.rs"]
mod typed;
#[path = "draft/unspaced.rs"]
mod unspaced;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Finding, Report, Rule, Rules, State};
use check::check;

/// The tag of the first campaign: between two signs, with white space.
const GATE: &str = "#Gate xStocks 交易体验#";

/// A tag after a single sign.
const SINGLE: &str = "#GateAICreation";

fn rules(tag: &str) -> Rules<'_> {
    Rules { tag, account: "", minimum: Minimum { count: 20, unit: Unit::Characters } }
}

fn state(report: &Report, rule: Rule) -> Option<State> {
    let verdict = report.verdicts.iter().find(|verdict| verdict.rule == rule)?;
    Some(verdict.state)
}

fn finding(text: &str, tag: &str, rule: Rule) -> Option<Finding> {
    let report = check(text, &rules(tag));
    let verdict = report.verdicts.into_iter().find(|verdict| verdict.rule == rule)?;
    Some(verdict.finding)
}

#[test]
fn an_empty_draft_has_everything_to_do() {
    let report = check("", &rules(GATE));
    let verdicts: Vec<_> =
        report.verdicts.iter().map(|v| (v.rule.name(), v.state.name())).collect();
    assert_eq!(
        verdicts,
        [
            ("tag", "fail"),
            ("length", "fail"),
            ("only-tag", "pass"),
            ("x-length", "pass"),
            ("original", "pass"),
        ]
    );
    assert_eq!(report.count, 0);
    assert_eq!(report.x.weight, 0);
    assert!(!report.passes());
}

#[test]
fn the_post_of_a_careful_reader_passes() {
    let text = "今天第一次在Gate买了TSLAx，成交很快，手续费低，值得一试！ #Gate xStocks 交易体验#";
    let report = check(text, &rules(GATE));
    assert!(report.passes(), "{report:?}");
    assert_eq!(report.count, 33);
    assert_eq!(report.x.text, text);
    assert_eq!(report.x.linked_tags(), ["Gate"]);
}

#[test]
fn the_announcement_itself_can_be_read() {
    let text = include_str!("fixtures/draft/announcement.txt");
    let report = check(text, &rules(GATE));
    assert_eq!(state(&report, Rule::Tag), Some(State::Pass));
    assert_eq!(state(&report, Rule::OnlyTag), Some(State::Pass));
    assert_eq!(state(&report, Rule::XLength), Some(State::Advice));
}

#[test]
fn a_verdict_for_each_rule_in_their_order() {
    for text in ["", GATE, "#other", "文字"] {
        let rules: Vec<_> =
            check(text, &rules(GATE)).verdicts.iter().map(|verdict| verdict.rule).collect();
        assert_eq!(rules, [Rule::Tag, Rule::Length, Rule::OnlyTag, Rule::XLength, Rule::Original]);
    }
}
