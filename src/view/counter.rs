//! How much is written.

use leptos::prelude::untrack;

use super::ring::ring;
use super::rule_list::verdicts;
use crate::app::editor::Editor;
use crate::draft::{Rule, State};
use crate::ui::element::El;
use crate::ui::pause::{BEFORE_SPEAKING, Pause};
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::RwSignal;
use crate::ui::widgets::announced;

/// What was announced last.
#[derive(Clone, Default)]
struct Spoken {
    text: String,
    /// The rules that it broke, and what was said of them.
    broken: Vec<(Rule, String)>,
}

/// How much is written: at once for the eyes, after a pause for the ears.
pub fn counter(editor: Editor) -> El {
    let Editor { card, report, .. } = editor;
    let count = move || report.with(|report| report.count);
    let minimum = move || report.with(|report| report.minimum);
    let sentence = text_signal(move || card.language().count(count(), minimum()));
    let aloud = RwSignal::new(String::new());
    let text = report.with_untracked(|report| report.text.clone());
    let spoken = RwSignal::new(Spoken { text, broken: Vec::new() });
    let pause = Pause::before(move || {
        untrack(|| {
            let before = spoken.get();
            let text = report.with(|report| report.text.clone());
            let rules = match text.is_empty() {
                true => Vec::new(),
                false => verdicts(editor, |rule| rule != Rule::Length),
            };
            // The count when something was written; a rule when something else breaks
            // it, and when it is kept again.
            let mut said = Vec::new();
            if text != before.text {
                said.push(sentence.get());
            }
            let mut broken = Vec::new();
            for (rule, state, sentence) in rules {
                let known = before.broken.iter().find(|(of, _)| *of == rule);
                let is_broken = state == State::Fail;
                match known {
                    Some((_, known)) if is_broken && *known == sentence => {}
                    None if !is_broken => {}
                    _ => said.push(sentence.clone()),
                }
                if is_broken {
                    broken.push((rule, sentence));
                }
            }
            spoken.set(Spoken { text, broken });
            if !said.is_empty() {
                aloud.set(said.join(card.language().between_failures()));
            }
        });
    });
    let mut is_first = true;
    effect(move || {
        report.with(|_| ());
        sentence.get();
        if !std::mem::take(&mut is_first) {
            pause.begin_again(BEFORE_SPEAKING);
        }
    });
    let x = move || report.with(|report| report.x.weight);
    let state = move || match count() >= minimum().count as usize {
        true => "pass",
        false => "fail",
    };
    let written = El::new("span", "count")
        .attr("part", "count")
        .attr("aria-hidden", "true")
        .bind_attr("data-count", text_signal(move || count().to_string()))
        .bind_attr("data-minimum", text_signal(move || minimum().count.to_string()))
        .bind_attr("data-state", text_signal(state))
        .bind_text(sentence);
    let on_x = El::new("span", "count quiet")
        .attr("part", "x-count")
        .bind_attr("data-weight", text_signal(move || x().to_string()))
        .bind_text(text_signal(move || card.language().x_count(x())));
    El::new("p", "row")
        .with(ring(editor))
        .with(written)
        .with(on_x)
        .with(announced(El::new("span", "unseen")).bind_text(aloud.into()))
}
