//! What holds for any text in NFC, whatever stands in it. Each function panics
//! where it does not. The property tests and the fuzz target share them.

use std::ops::Range;

use campaign_widget::draft::{
    Edit, Finding, Mark, MarkKind, OtherTag, Report, Rule, Rules, State, apply, insertion, removal,
    repairs,
};
use unicode_normalization::UnicodeNormalization;

use super::check::check;

fn state(report: &Report, rule: Rule) -> Option<State> {
    let verdict = report.verdicts.iter().find(|verdict| verdict.rule == rule)?;
    Some(verdict.state)
}

fn passes(report: &Report, rule: Rule) -> bool {
    state(report, rule) == Some(State::Pass)
}

fn fails(report: &Report, rule: Rule) -> bool {
    state(report, rule) == Some(State::Fail)
}

/// The verdicts, the figures and the text are of one mind.
pub fn report_agrees(text: &str, rules: &Rules<'_>) {
    let report = check(text, rules);
    let failing = report.verdicts.iter().any(|verdict| verdict.state == State::Fail);
    assert_eq!(report.passes(), !failing, "{text:?}");
    assert_eq!(report.minimum, rules.minimum);
    assert!(report.count <= text.chars().filter(|c| !c.is_whitespace()).count(), "{text:?}");
    assert!(!fails(&report, Rule::XLength), "{text:?}");
    for verdict in &report.verdicts {
        let state = verdict.state;
        match &verdict.finding {
            Finding::TagPresent => {
                assert_eq!(state, State::Pass, "{text:?}");
                assert!(text.contains(rules.tag), "{text:?}");
            }
            Finding::TagMissing => assert_eq!(state, State::Fail, "{text:?}"),
            Finding::NearMisses(misses) => {
                assert_eq!(state, State::Fail, "{text:?}");
                assert!(!misses.is_empty(), "{text:?}");
                tags_stand_in(text, misses.iter().map(|miss| &miss.range));
                for miss in misses {
                    let first = |slip| miss.slips.iter().position(|other| other == slip);
                    let each_once =
                        miss.slips.iter().map(first).eq((0..miss.slips.len()).map(Some));
                    assert!(!miss.slips.is_empty() && each_once, "{text:?}: {miss:?}");
                }
            }
            Finding::Length { count, missing } => {
                assert_eq!(*count, report.count, "{text:?}");
                assert_eq!(*missing, (rules.minimum.count as usize).saturating_sub(*count));
                assert_eq!(state == State::Pass, *missing == 0, "{text:?}");
            }
            Finding::OtherTags(others) => {
                tags_stand_in(text, others.iter().map(|other| &other.range));
                assert_eq!(state == State::Pass, others.is_empty(), "{text:?}");
                assert_eq!(state == State::Fail, others.iter().any(|other| !other.digits));
                for other in others {
                    assert_eq!(text.get(other.range.clone()), Some(other.text.as_str()));
                }
            }
            Finding::XLength { weight, limit, over } => {
                assert_eq!(*weight, report.x.weight, "{text:?}");
                assert_eq!(*over, weight.saturating_sub(*limit), "{text:?}");
                assert_eq!(state == State::Pass, *over == 0, "{text:?}");
            }
            Finding::Original => assert_eq!(state, State::Pass, "{text:?}"),
            Finding::Doubtful(_) => {
                assert_eq!(state, State::Advice, "{text:?}");
                assert!(report.count >= rules.minimum.count as usize, "{text:?}");
            }
        }
    }
}

/// Marks follow each other, and everything that breaks a rule has one, as far
/// as X takes the text.
pub fn marks_show_what_was_found(text: &str, rules: &Rules<'_>) {
    let report = check(text, rules);
    let mut end = 0;
    for mark in &report.marks {
        let is_text = text.get(mark.range.clone()).is_some_and(|marked| !marked.is_empty());
        assert!(end <= mark.range.start && is_text, "{text:?}: {mark:?}");
        end = mark.range.end;
    }
    let is_marked =
        |range: &Range<usize>, kind| report.marks.contains(&Mark { range: range.clone(), kind });
    if let Some(over) = report.x.over_from {
        let is_left = |mark: &Mark| mark.range.end > over;
        let marked = report.marks.iter().filter(|mark| is_left(mark));
        let sum: usize = marked.map(|mark| mark.range.end - mark.range.start.max(over)).sum();
        assert_eq!(sum, text.len() - over, "{text:?}");
    }
    for verdict in &report.verdicts {
        match &verdict.finding {
            Finding::NearMisses(misses) => {
                assert!(misses.iter().all(|miss| is_marked(&miss.range, MarkKind::NearMiss)));
            }
            Finding::OtherTags(others) => {
                assert!(others.iter().all(|other| is_marked(&other.range, MarkKind::OtherTag)));
            }
            _ => {}
        }
    }
}

/// One tag that is taken out by itself leaves the rest of the text as it is.
pub fn a_removed_tag_takes_nothing_else(text: &str, rules: &Rules<'_>) {
    for verdict in check(text, rules).verdicts {
        let Finding::OtherTags(others) = verdict.finding else { continue };
        for other in others {
            let edit = removal(text, other.range.clone());
            let after = apply(text, std::slice::from_ref(&edit));
            let taken = text.get(edit.range.clone()).unwrap_or_default();
            assert_eq!(taken.trim_matches(' '), other.text.trim_matches(' '), "{text:?}");
            assert!(edit.with.trim().is_empty() && after.len() < text.len(), "{text:?}");
        }
    }
}

/// Each tag begins with a sign, and after the one before.
fn tags_stand_in<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) {
    let mut end = 0;
    for range in ranges {
        let tag = text.get(range.clone()).filter(|tag| tag.starts_with(['#', '＃', '﹟']));
        assert!(end <= range.start && tag.is_some(), "{text:?}: {range:?}");
        end = range.end;
    }
}

/// In a text that is all writing, each line counts what it counts by itself.
pub fn parts_add_up(text: &str, rules: &Rules<'_>) {
    let text = text.replace(['#', '＃', '﹟', '@', '＠', '.'], "");
    let (first, second) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let count = |text: &str| check(text, rules).count;
    assert_eq!(count(&format!("{first}\n{second}")), count(first) + count(second), "{text:?}");
}

/// Whatever is around it, a tag that stands by itself is seen.
pub fn tag_between_spaces_counts(before: &str, after: &str, rules: &Rules<'_>) {
    let text = format!("{before} {} {after}", rules.tag);
    assert!(passes(&check(&text, rules), Rule::Tag), "{text:?}");
}

/// Whatever it is glued to, a tag between two signs is seen.
pub fn closed_tag_counts(before: &str, after: &str, rules: &Rules<'_>) {
    if rules.tag.ends_with('#') {
        let text = [before, rules.tag, after].concat();
        assert!(passes(&check(&text, rules), Rule::Tag), "{text:?}");
    }
}

fn in_order(text: &str, edits: &[Edit]) {
    let mut end = 0;
    for Edit { range, .. } in edits {
        assert!(end <= range.start && text.get(range.clone()).is_some(), "{text:?}: {edits:?}");
        end = range.end;
    }
}

/// Makes the repairs of a rule, and holds them to what they promise: that they
/// are in order, and that a second press would change nothing.
fn repaired(text: &str, rules: &Rules<'_>, rule: Rule) -> String {
    let edits = repairs(text, rules, rule);
    in_order(text, &edits);
    let after = apply(text, &edits);
    assert_eq!(repairs(&after, rules, rule), [], "{text:?} became {after:?}");
    after
}

/// One press, and the campaign tag is there, if it was nearly there.
pub fn repaired_near_misses_pass(text: &str, rules: &Rules<'_>) {
    let after = repaired(text, rules, Rule::Tag);
    let was = check(text, rules);
    let nearly = was.verdicts.iter().any(|v| matches!(v.finding, Finding::NearMisses(_)));
    let now = passes(&check(&after, rules), Rule::Tag);
    assert_eq!(now, nearly || passes(&was, Rule::Tag), "{text:?} became {after:?}");
    assert_eq!(text != after, nearly, "{text:?} became {after:?}");
}

/// One press, and no other tag is there but what may be meant as the campaign tag;
/// the campaign tag stays.
pub fn without_other_tags_the_rule_passes(text: &str, rules: &Rules<'_>) {
    let after = repaired(text, rules, Rule::OnlyTag);
    let (was, now) = (check(text, rules), check(&after, rules));
    let others = |report: &Report| -> Vec<OtherTag> {
        let tags = report.verdicts.iter().find_map(|verdict| match &verdict.finding {
            Finding::OtherTags(others) => Some(others.clone()),
            _ => None,
        });
        tags.unwrap_or_default()
    };
    assert!(!others(&now).iter().any(OtherTag::goes), "{text:?} became {after:?}");
    assert_eq!(text != after, others(&was).iter().any(OtherTag::goes), "{text:?} became {after:?}");
    let close = others(&was).iter().any(|other| other.close);
    assert!(!(close && passes(&was, Rule::Tag)), "{text:?}");
    let kept = passes(&now, Rule::Tag) || !passes(&was, Rule::Tag);
    assert!(kept, "{text:?} became {after:?}");
}

/// Whichever button is pressed first, the same rules pass in the end, and after
/// two presses of each there is nothing left to press. (Two, because what one
/// repair leaves may be read as a tag that was none before.)
pub fn order_of_repairs_does_not_matter(text: &str, rules: &Rules<'_>) {
    let press = |text: String, rule: &Rule| repaired(&text, rules, *rule);
    let tag_first = [Rule::Tag, Rule::OnlyTag].repeat(2).iter().fold(text.to_string(), press);
    let tag_last = [Rule::OnlyTag, Rule::Tag].repeat(2).iter().fold(text.to_string(), press);
    for after in [&tag_first, &tag_last] {
        let left = [Rule::Tag, Rule::OnlyTag].map(|rule| repairs(after, rules, rule));
        assert_eq!(left, [[], []], "{text:?} became {after:?}");
    }
    let both = |text: &str| {
        let report = check(text, rules);
        (passes(&report, Rule::Tag), !fails(&report, Rule::OnlyTag))
    };
    assert_eq!(both(&tag_first), both(&tag_last), "{text:?}: {tag_first:?}, {tag_last:?}");
}

/// Wherever the caret is, one press puts the tag there, and a second nothing.
pub fn inserted_tag_counts(text: &str, caret: usize, rules: &Rules<'_>) {
    let Some(edit) = insertion(text, caret, rules) else {
        return assert!(passes(&check(text, rules), Rule::Tag), "{text:?}");
    };
    let letters = |text: &str| -> String {
        text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
    };
    let taken = text.get(edit.range.clone()).unwrap_or_default();
    assert!(letters(rules.tag).starts_with(&letters(taken)), "{text:?}: {edit:?}");
    in_order(text, std::slice::from_ref(&edit));
    let after = apply(text, &[edit]);
    assert!(passes(&check(&after, rules), Rule::Tag), "{text:?} became {after:?}");
    assert_eq!(insertion(&after, caret, rules), None, "{after:?}");
}

/// `unseen` is nothing to write a post with.
pub fn unseen_counts_nothing(text: &str, unseen: &str, rules: &Rules<'_>) {
    let count = |text: &str| check(text, rules).count;
    assert_eq!(count(&format!("{text}\n{unseen}")), count(text), "{text:?} {unseen:?}");
}

/// The text for X is the draft and some spaces, which are enough.
pub fn x_adds_spaces_only(text: &str, rules: &Rules<'_>) {
    let x = check(text, rules).x;
    let without_spaces = |text: &str| text.replace(' ', "");
    assert_eq!(without_spaces(&x.text), without_spaces(text));
    assert!(x.text.len() >= text.len(), "{text:?}");
    // The shortest URL, such as `a.io`, weighs 23.
    assert!(x.weight <= 6 * x.text.chars().count(), "{text:?}: {}", x.weight);
    let mut end = 0;
    for linked in &x.linked {
        let tag = x.text.get(linked.clone()).unwrap_or_default();
        assert!(end <= linked.start && tag.starts_with(['#', '＃']), "{text:?}: {linked:?}");
        end = linked.end;
    }
    assert_eq!(check(&x.text, rules).x.text, x.text, "{text:?}");
}
