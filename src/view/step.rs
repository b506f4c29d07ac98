//! A step of taking part.

use crate::app::card::Card;
use crate::campaign::{Standing, Step};
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::Signal;

/// Makes a step of an element: the style sheet shows where it stands.
pub fn step(card: Card, step: Step, element: El) -> El {
    let standing = move || card.standing(step);
    let current = move || match standing() {
        Standing::Now => "step",
        _ => "false",
    };
    element
        .attr("part", "step")
        .attr("data-step", step.name())
        .bind_attr("data-state", text_signal(move || standing().name()))
        .bind_attr("aria-current", text_signal(current))
}

/// The heading of a step, and for those who listen that it is done.
pub fn heading(card: Card, step: Step, id: &str, label: Signal<String>) -> El {
    let done = move || match card.standing(step) {
        Standing::Done => card.language().done(),
        _ => "",
    };
    El::new("h3", "name-of-step")
        .with(El::new("span", "").attr("id", id).bind_text(label))
        .text(" ")
        .with(El::new("span", "unseen").bind_text(text_signal(done)))
}
