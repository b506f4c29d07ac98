//! How much is written.

use std::time::Duration;

use super::rule_list::failures;
use crate::app::editor::Editor;
use crate::browser::timers::after;
use crate::draft::Rule;
use crate::ui::element::El;
use crate::ui::reactive::{Slot, effect, text_signal};
use crate::ui::signal::RwSignal;

/// How long a person pauses before a change is announced.
const PAUSE: Duration = Duration::from_secs(1);

/// How much is written: at once for the eyes, after a pause for the ears.
pub fn counter(editor: Editor) -> El {
    let Editor { card, report, .. } = editor;
    let count = move || report.with(|report| report.count);
    let minimum = move || report.with(|report| report.minimum);
    let sentence = text_signal(move || (card.composing().count)(count(), minimum()));
    let aloud = RwSignal::new(String::new());
    let pause = Slot::here();
    let spoken = RwSignal::new(Vec::<String>::new());
    let mut is_first = true;
    effect(move || {
        let now = sentence.get();
        let broken = match report.with(|report| report.text.is_empty()) {
            true => Vec::new(),
            false => failures(editor, |rule| rule != Rule::Length),
        };
        if std::mem::take(&mut is_first) {
            return;
        }
        // What breaks a rule is said when it changes, and not with each count.
        let say = move || {
            let mut said = vec![now];
            if spoken.try_with_untracked(|spoken| *spoken != broken) == Some(true) {
                said.extend(broken.iter().cloned());
                spoken.set(broken);
            }
            aloud.try_set(said.join("; "));
        };
        pause.keep(after(PAUSE.as_millis() as u32, say));
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
        .bind_text(text_signal(move || (card.composing().x_count)(x())));
    El::new("p", "row")
        .with(written)
        .with(on_x)
        .with(El::new("span", "unseen").attr("role", "status").bind_text(aloud.into()))
}
