//! Where the draft stands with each rule.

use std::ops::Range;

use crate::app::editor::{Editor, tag};
use crate::draft::{Finding, OtherTag, Report, Rule, State, Verdict};
use crate::editor::Press;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::Signal;

/// How many places of one rule are shown.
const SHOWN: usize = 5;

/// How many are named in a sentence.
const NAMED: usize = 3;

/// One line a rule; what breaks it, to be found in the text; and a button that
/// repairs what can be repaired.
pub fn rule_list(editor: Editor) -> El {
    let class = move || match editor.report.with(|report| report.text.trim().is_empty()) {
        true => "rules todo",
        false => "rules",
    };
    // A line that says something else is another one.
    let keys = move || shown(editor).iter().map(|verdict| key(editor, verdict)).collect();
    let list = El::new("ul", "").bind_attr("class", text_signal(class));
    list.with_each(Signal::derive(keys), move |wanted| {
        let verdict = shown(editor).into_iter().find(|verdict| key(editor, verdict) == wanted);
        verdict.map_or_else(|| El::new("li", ""), |verdict| line(editor, &verdict))
    })
}

fn shown(editor: Editor) -> Vec<Verdict> {
    let is_shown = |verdict: &&Verdict| verdict.is_shown();
    editor.report.with(|report| report.verdicts.iter().filter(is_shown).cloned().collect())
}

/// All that a line says.
fn key(editor: Editor, verdict: &Verdict) -> String {
    let mut key = [verdict.rule.name(), verdict.state.name(), &sentence(editor, verdict)].join(" ");
    for (range, written) in places(editor, verdict) {
        key.extend([" ", &range.start.to_string(), " ", &written]);
    }
    key
}

fn line(editor: Editor, verdict: &Verdict) -> El {
    let phrases = editor.card.phrases();
    let rule = verdict.rule;
    let sentence = sentence(editor, verdict);
    let places = places(editor, verdict);
    let more = more(editor, places.len(), SHOWN);
    let others = match &verdict.finding {
        Finding::OtherTags(others) => others.as_slice(),
        _ => &[],
    };
    let chip = |(index, place)| chip(editor, index, place, others.get(index));
    let chips = places.into_iter().take(SHOWN).enumerate().map(chip).collect();
    let line = El::new("li", "rule")
        .attr("part", "rule")
        .attr("data-rule", rule.name())
        .attr("data-state", verdict.state.name())
        .with(El::new("span", "").text(&sentence).text(" ").with_all(chips).text(&more));
    if !can_be_fixed(verdict) {
        return line;
    }
    let label = [phrases.fix, ": ", &sentence].concat();
    let fix = small_button("fix", phrases.fix)
        .attr("class", "small")
        .attr("data-rule", rule.name())
        .attr("aria-label", &label)
        .on("click", move |_| editor.press(Press::Fix(rule)));
    line.with(fix)
}

/// What breaks a rule, as it is written: pressed, it is selected in the text.
/// Another tag also goes by itself, or becomes the campaign tag if it may be meant so.
fn chip(
    editor: Editor,
    index: usize,
    (range, written): (Range<usize>, String),
    other: Option<&OtherTag>,
) -> El {
    let phrases = editor.card.phrases();
    let find = small_button("locate", &written)
        .attr("title", phrases.locate)
        .on("click", move |_| editor.select(&range));
    let chip = El::new("span", "chip").with(find);
    let Some(other) = other else { return chip };
    if other.close {
        let label = [phrases.replace, ": ", &written].concat();
        let replace = small_button("replace-tag", phrases.replace)
            .attr("aria-label", &label)
            .on("click", move |_| editor.press(Press::ReplaceTag(index, written.clone())));
        return chip.with(replace);
    }
    let label = (phrases.remove)(&written);
    let remove = small_button("remove-tag", "✕")
        .attr("title", &label)
        .attr("aria-label", &label)
        .on("click", move |_| editor.press(Press::RemoveTag(index, written.clone())));
    chip.with(remove)
}

fn small_button(part: &str, label: &str) -> El {
    El::new("button", "").attr("type", "button").attr("part", part).text(label)
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
    editor.report.with_untracked(|report| {
        let written =
            |range: Range<usize>| Some((range.clone(), report.text.get(range)?.to_owned()));
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
    match &verdict.finding {
        Finding::NearMisses(_) => true,
        Finding::OtherTags(others) => others.iter().any(OtherTag::goes),
        _ => false,
    }
}
