//! The window as a picture.

use chrono::TimeDelta;

use crate::app::card::Card;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;

/// The window from its start to its end, with its last hour enlarged: what is gone of
/// it, and where we are. The texts around say the same.
pub fn timeline(card: Card) -> El {
    let now = text_signal(move || card.place(card.time.now.get()));
    let last_hour = card.place(card.window.end.to_utc() - TimeDelta::hours(1));
    card.timeline
        .attr("part", "timeline")
        .attr("aria-hidden", "true")
        .with(line("way").attr("x2", "100%"))
        .with(line("last-hour").attr("x1", &last_hour).attr("x2", "100%"))
        .with(line("gone").bind_attr("x2", now))
        .with(dot("now").bind_attr("cx", now))
}

fn line(class: &str) -> El {
    El::drawing("line", class).attr("y1", "50%").attr("y2", "50%")
}

/// A moment on it.
pub fn dot(class: &str) -> El {
    El::drawing("circle", class).attr("cy", "50%")
}
