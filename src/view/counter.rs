//! How much is written.

use std::time::Duration;

use leptos::prelude::*;

use super::editor::Editor;
use super::live::{Keeper, effect, text};
use super::piece::Piece;
use super::rule_list::failures;
use crate::browser::later::after;
use crate::draft::Rule;

/// How long a person pauses before a change is announced.
const PAUSE: Duration = Duration::from_secs(1);

/// How much is written: at once for the eyes, after a pause for the ears.
pub fn counter(editor: Editor) -> Piece {
    let Editor { card, report, .. } = editor;
    let count = move || report.with(|report| report.count);
    let minimum = move || report.with(|report| report.minimum);
    let sentence = text(move || (card.phrases().count)(count(), minimum()));
    let aloud = RwSignal::new(String::new());
    let pause = Keeper::here();
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
            let _ = aloud.try_set(said.join("; "));
        };
        pause.keep(after(PAUSE.as_millis() as u32, say));
    });
    let x = move || report.with(|report| report.x.weight);
    let state = move || match count() >= minimum().count as usize {
        true => "pass",
        false => "fail",
    };
    let written = Piece::new("span", "count")
        .attr("id", "count")
        .attr("part", "count")
        .attr("aria-hidden", "true")
        .live_attr("data-count", text(move || count().to_string()))
        .live_attr("data-minimum", text(move || minimum().count.to_string()))
        .live_attr("data-state", text(state))
        .live_text(sentence);
    let on_x = Piece::new("span", "count quiet")
        .attr("part", "x-count")
        .live_attr("data-weight", text(move || x().to_string()))
        .live_text(text(move || (card.phrases().x_count)(x())));
    Piece::new("p", "row")
        .with(written)
        .with(on_x)
        .with(Piece::new("span", "unseen").attr("role", "status").live_text(aloud.into()))
}
