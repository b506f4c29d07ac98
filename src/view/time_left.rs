//! The time left, beside the field: a keyboard on a phone covers the countdown.

use crate::app::card::Card;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;

/// The time left in one line, for the eyes alone.
pub fn time_left(card: Card) -> El {
    let left = move || {
        let seconds = card.window.seconds_left(card.time.now.get());
        let [days, hours] = [seconds / 86_400, seconds / 3_600 % 24];
        let clock = format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60);
        match days {
            0 => clock,
            days => [&days.to_string(), " ", card.language().unit_days(), " ", &clock].concat(),
        }
    };
    El::new("span", "left")
        .attr("aria-hidden", "true")
        .attr("part", "time-left")
        .bind_text(text_signal(left))
}
