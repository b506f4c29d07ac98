//! How much is written.

use leptos::prelude::untrack;

use super::ring::ring;
use super::rule_list::failures;
use crate::app::editor::Editor;
use crate::draft::Rule;
use crate::ui::element::El;
use crate::ui::pause::Pause;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::RwSignal;

/// How long a person pauses before a change is announced, in ms.
const PAUSE: u32 = 1_000;

/// How much is written: at once for the eyes, after a pause for the ears.
pub fn counter(editor: Editor) -> El {
    let Editor { card, report, .. } = editor;
    let count = move || report.with(|report| report.count);
    let minimum = move || report.with(|report| report.minimum);
    let sentence = text_signal(move || card.language().count(count(), minimum()));
    let aloud = RwSignal::new(String::new());
    let spoken = RwSignal::new(Vec::<String>::new());
    let pause = Pause::before(move || {
        untrack(|| {
            let broken = match report.with(|report| report.text.is_empty()) {
                true => Vec::new(),
                false => failures(editor, |rule| rule != Rule::Length),
            };
            let mut said = vec![sentence.get()];
            // What breaks a rule is said when it changes, and not with each count.
            if spoken.with(|spoken| *spoken != broken) {
                said.extend(broken.iter().cloned());
                spoken.set(broken);
            }
            aloud.set(said.join(card.language().between_failures()));
        });
    });
    let mut is_first = true;
    effect(move || {
        report.with(|_| ());
        sentence.get();
        if !std::mem::take(&mut is_first) {
            pause.begin_again(PAUSE);
        }
    });
    let x = move || report.with(|report| report.x.weight);
    let state = move || match count() >= minimum().count as usize {
        true => "pass",
        false => "fail",
    };
    let written = El::new("span", "count")
        .attr("id", "count")
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
        .with(El::new("span", "unseen").attr("role", "status").bind_text(aloud.into()))
}
