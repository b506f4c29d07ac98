//! Where the draft stands with each rule.

use std::ops::Range;
use std::sync::Arc;

use crate::app::editor::{Editor, tag};
use crate::draft::{Finding, OtherTag, Report, Rule, State, Verdict};
use crate::editor::Press;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::{Memo, Signal};
use crate::ui::widgets::button;

/// How many places of one rule are shown.
const SHOWN: usize = 5;

/// How many are named in a sentence.
const NAMED: usize = 3;

/// One line a rule; what breaks it, to be found in the text; and a button that
/// repairs what can be repaired.
pub fn rule_list(editor: Editor) -> El {
    let shown = move || {
        let name = |verdict: &Verdict| verdict.is_shown().then(|| verdict.rule.name().to_owned());
        editor.report.with(|report| report.verdicts.iter().filter_map(name).collect())
    };
    let list = El::new("ul", "rules");
    list.with_each(Signal::derive(shown), move |name| {
        let is_it = |verdict: &&Verdict| verdict.rule.name() == name;
        let rule =
            editor.report.with_untracked(|report| Some(report.verdicts.iter().find(is_it)?.rule));
        rule.map_or_else(|| El::new("li", ""), |rule| line(editor, rule))
    })
}

/// What the line of a rule says.
#[derive(Clone, PartialEq, Default)]
struct Line {
    state: &'static str,
    sentence: String,
    places: Vec<Place>,
    can_be_fixed: bool,
    lacks_tag: bool,
}

/// What breaks a rule, as it is written.
#[derive(Clone, PartialEq)]
struct Place {
    /// Which one it is of its rule.
    index: usize,
    range: Range<usize>,
    written: String,
    /// Whether it is another tag, which goes by itself, or may be meant as the
    /// campaign tag.
    other_tag: Option<IsClose>,
}

/// Whether another tag may be meant as the campaign tag.
type IsClose = bool;

impl Line {
    fn of(editor: Editor, report: &Report, verdict: &Verdict) -> Line {
        let others = match &verdict.finding {
            Finding::OtherTags(others) => others.as_slice(),
            _ => &[],
        };
        let place = |(index, (range, written))| {
            let other_tag = others.get(index).map(|other: &OtherTag| other.close);
            Place { index, range, written, other_tag }
        };
        Line {
            state: verdict.state.name(),
            sentence: sentence(editor, report, verdict),
            places: places(report, verdict).into_iter().enumerate().map(place).collect(),
            can_be_fixed: can_be_fixed(verdict),
            // What is nearly there is repaired rather than inserted again.
            lacks_tag: verdict.finding == Finding::TagMissing,
        }
    }
}

impl Place {
    /// All that is shown of it.
    fn key(&self) -> String {
        let kind = match self.other_tag {
            None => "",
            Some(true) => "close",
            Some(false) => "other",
        };
        [&self.index.to_string(), kind, &self.range.start.to_string(), &self.written].join(" ")
    }
}

fn line(editor: Editor, rule: Rule) -> El {
    let card = editor.card;
    let line = Memo::new(move |before: Option<&Line>| {
        editor.report.with(|report| {
            let verdict = report.verdicts.iter().find(|verdict| verdict.rule == rule);
            let line = verdict.map(|verdict| Line::of(editor, report, verdict));
            line.or(before.cloned()).unwrap_or_default()
        })
    });
    let sentence = move || line.with(|line| line.sentence.clone());
    let chips = move || line.with(|line| line.places.iter().take(SHOWN).map(Place::key).collect());
    let more = move || more(editor, line.with(|line| line.places.len()), SHOWN);
    let sayings = El::new("span", "")
        .bind_text(text_signal(sentence))
        .text(" ")
        .with_each(Signal::derive(chips), move |key| {
            let find = |line: &Line| line.places.iter().find(|place| place.key() == key).cloned();
            line.with_untracked(find)
                .map_or_else(|| El::new("span", ""), |place| chip(editor, place))
        })
        .bind_text(text_signal(more));
    let can_be_fixed = Signal::derive(move || line.with(|line| line.can_be_fixed));
    let label = move || [card.language().fix(), ": ", &sentence()].concat();
    let fix = move || {
        button("fix", "small", card.phrase(Language::fix), move || {
            editor.press(Press::Fix(rule));
        })
        .attr("data-rule", rule.name())
        .bind_attr("aria-label", text_signal(label))
    };
    let lacks_tag = Signal::derive(move || line.with(|line| line.lacks_tag));
    let what = text_signal(move || card.language().insert_tag(&tag(card)));
    let insert = move || {
        let press = move || editor.press(Press::InsertTag);
        button("insert-tag", "small tag", card.phrase(Language::insert), press)
            .bind_attr("aria-label", what)
    };
    El::new("li", "rule")
        .attr("part", "rule")
        .attr("data-rule", rule.name())
        .bind_attr("data-state", text_signal(move || line.with(|line| line.state)))
        .with(sayings)
        .with_if(can_be_fixed, fix)
        .with_if(lacks_tag, insert)
}

/// What breaks a rule: pressed, it is selected in the text. Another tag also goes by
/// itself, or becomes the campaign tag if it may be meant so.
fn chip(editor: Editor, Place { index, range, written, other_tag }: Place) -> El {
    let card = editor.card;
    let (text, label) = (written.clone(), written.clone());
    let find =
        button("locate", "", text_signal(move || text.clone()), move || editor.select(&range))
            .bind_attr("title", card.phrase(Language::locate));
    let chip = El::new("span", "chip").with(find);
    let Some(is_close) = other_tag else { return chip };
    if is_close {
        let label = move || [card.language().replace_tag(), ": ", &label].concat();
        let replace = move || editor.press(Press::ReplaceTag(index, written.clone()));
        let replace = button("replace-tag", "", card.phrase(Language::replace_tag), replace);
        return chip.with(replace.bind_attr("aria-label", text_signal(label)));
    }
    let label = text_signal(move || card.language().remove_tag(&label));
    let remove = move || editor.press(Press::RemoveTag(index, written.clone()));
    let remove = button("remove-tag", "", text_signal(|| "✕"), remove);
    chip.with(remove.bind_attr("title", label).bind_attr("aria-label", label))
}

/// The sentence of a rule, in the language of the card.
fn sentence(editor: Editor, report: &Report, verdict: &Verdict) -> String {
    editor.card.language().rule(verdict, report.minimum, &tag(editor.card))
}

/// What a draft fails by, in the language of the card.
pub fn failures(editor: Editor) -> Vec<String> {
    let failed = verdicts(editor, |_| true).into_iter();
    failed.filter(|(_, state, _)| *state == State::Fail).map(|(.., sentence)| sentence).collect()
}

/// How a draft stands with the rules that count, in the language of the card.
pub fn verdicts(editor: Editor, counts: fn(Rule) -> bool) -> Vec<(Rule, State, String)> {
    let all = |report: &Arc<Report>| {
        let counts = |verdict: &&Verdict| counts(verdict.rule);
        let counting = report.verdicts.iter().filter(counts);
        let say = |verdict: &Verdict| {
            let mut said = vec![sentence(editor, report, verdict)];
            if verdict.rule == Rule::OnlyTag {
                let places = places(report, verdict);
                let more = more(editor, places.len(), NAMED);
                let language = editor.card.language();
                let named = places.iter().take(NAMED);
                said.extend(named.map(|(_, written)| language.isolated(written).into_owned()));
                said.push(more);
            }
            (verdict.rule, verdict.state, said.join(" ").trim_end().to_owned())
        };
        counting.map(say).collect()
    };
    editor.report.with(all)
}

/// Where in the text a rule is broken, and what stands there.
fn places(report: &Report, verdict: &Verdict) -> Vec<(Range<usize>, String)> {
    let ranges: Vec<_> = match &verdict.finding {
        Finding::NearMisses(misses) => misses.iter().map(|miss| miss.range.clone()).collect(),
        Finding::OtherTags(others) => others.iter().map(|other| other.range.clone()).collect(),
        _ => Vec::new(),
    };
    let written = |range: Range<usize>| Some((range.clone(), report.text.get(range)?.to_owned()));
    ranges.into_iter().filter_map(written).collect()
}

/// That there are more than are shown; nothing where there are not.
fn more(editor: Editor, number: usize, shown: usize) -> String {
    match number.saturating_sub(shown) {
        0 => String::new(),
        more => editor.card.language().and_more(more),
    }
}

fn can_be_fixed(verdict: &Verdict) -> bool {
    match &verdict.finding {
        Finding::NearMisses(_) => true,
        Finding::OtherTags(others) => others.iter().any(OtherTag::goes),
        _ => false,
    }
}
