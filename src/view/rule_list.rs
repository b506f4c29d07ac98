//! Where the draft stands with each rule.

use std::ops::Range;

use leptos::prelude::*;

use super::editor::{Editor, Press, tag};
use super::field;
use super::live::text;
use crate::draft::{Finding, Report, Rule, State, Verdict};

/// How many places of one rule are shown.
const SHOWN: usize = 5;

/// How many are named in a sentence.
const NAMED: usize = 3;

/// One line a rule; what breaks it, to be found in the text; and a button that
/// repairs what can be repaired.
#[component]
pub fn RuleList(
    /// The draft that is being written.
    editor: Editor,
) -> impl IntoView {
    let lines = move || {
        // Nobody can know that a post is original; only a doubt is worth a line.
        let is_shown = |verdict: &Verdict| verdict.finding != Finding::Original;
        let verdicts = editor.report.with(|report| report.verdicts.clone());
        verdicts.into_iter().filter(is_shown).map(|verdict| line(editor, &verdict)).collect_view()
    };
    let class = move || match editor.draft.with(|draft| draft.trim().is_empty()) {
        true => "rules todo",
        false => "rules",
    };
    view! { <ul class=text(class)>{lines}</ul> }
}

fn line(editor: Editor, verdict: &Verdict) -> impl IntoView + use<> {
    let card = editor.card;
    let rule = verdict.rule;
    let sentence = sentence(editor, verdict);
    let fix = can_be_fixed(verdict).then(|| {
        view! {
            <button
                type="button"
                class="small"
                part="fix"
                data-rule=rule.name()
                aria-label=[card.phrases().fix, ": ", &sentence].concat()
                on:click=move |_| editor.press(Press::Fix(rule))
            >
                {card.phrases().fix}
            </button>
        }
    });
    let places = places(editor, verdict);
    let more = more(editor, places.len(), SHOWN);
    let chips: Vec<_> = places
        .into_iter()
        .take(SHOWN)
        .enumerate()
        .map(|(index, place)| chip(editor, rule, index, place))
        .collect();
    view! {
        <li part="rule" class="rule" data-rule=rule.name() data-state=verdict.state.name()>
            <span>{sentence} " " {chips} {more}</span>
            {fix}
        </li>
    }
}

/// What breaks a rule, as it is written: pressed, it is selected in the text.
/// Another tag also goes by itself.
fn chip(
    editor: Editor,
    rule: Rule,
    index: usize,
    (range, written): (Range<usize>, String),
) -> impl IntoView {
    let card = editor.card;
    let find = move |_| {
        if let Some(area) = editor.field() {
            field::select(&area, &range);
        }
    };
    let label = (card.phrases().remove)(&written);
    let tag = written.clone();
    let remove = (rule == Rule::OnlyTag).then(|| {
        view! {
            <button
                type="button"
                part="remove-tag"
                title=label.clone()
                aria-label=label
                on:click=move |_| editor.press(Press::Remove(index, tag.clone()))
            >
                "✕"
            </button>
        }
    });
    view! {
        <span class="chip">
            <button type="button" part="locate" title=card.phrases().locate on:click=find>
                {written}
            </button>
            {remove}
        </span>
    }
}

/// The sentence of a rule, in the language of the card.
pub fn sentence(editor: Editor, verdict: &Verdict) -> String {
    let minimum = editor.report.with_untracked(|report| report.minimum);
    (editor.card.phrases().rule)(verdict, minimum, &tag(editor.card))
}

/// What a draft fails by, of the rules that count, in the language of the card.
pub fn failures(editor: Editor, counts: fn(Rule) -> bool) -> Vec<String> {
    let failed = |report: &Report| {
        let fails = |verdict: &&Verdict| verdict.state == State::Fail && counts(verdict.rule);
        let failed = report.verdicts.iter().filter(fails);
        let say = |verdict: &Verdict| {
            let mut said = vec![sentence(editor, verdict)];
            if verdict.rule == Rule::OnlyTag {
                let places = places(editor, verdict);
                let more = more(editor, places.len(), NAMED);
                said.extend(places.into_iter().take(NAMED).map(|(_, written)| written));
                said.push(more);
            }
            said.join(" ").trim_end().to_owned()
        };
        failed.map(say).collect()
    };
    editor.report.with(failed)
}

/// Where in the text a rule is broken, and what stands there.
fn places(editor: Editor, verdict: &Verdict) -> Vec<(Range<usize>, String)> {
    let ranges: Vec<_> = match &verdict.finding {
        Finding::NearMisses(misses) => misses.iter().map(|miss| miss.range.clone()).collect(),
        Finding::OtherTags(others) => others.iter().map(|other| other.range.clone()).collect(),
        _ => Vec::new(),
    };
    editor.draft.with_untracked(|draft| {
        let written = |range: Range<usize>| Some((range.clone(), draft.get(range)?.to_owned()));
        ranges.into_iter().filter_map(written).collect()
    })
}

/// That there are more than are shown; nothing where there are not.
fn more(editor: Editor, number: usize, shown: usize) -> String {
    match number.saturating_sub(shown) {
        0 => String::new(),
        more => (editor.card.phrases().more)(more),
    }
}

fn can_be_fixed(verdict: &Verdict) -> bool {
    verdict.state == State::Fail
        && matches!(verdict.finding, Finding::NearMisses(_) | Finding::OtherTags(_))
}
