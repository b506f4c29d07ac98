//! The countdown and the dates of the window.

use chrono::{DateTime, Datelike, FixedOffset};

use crate::app::card::Card;
use crate::browser::device;
use crate::campaign::Milestone;
use crate::language::{self, Language, Midnight, ThisYear};
use crate::time::write_moment;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::RwSignal;

/// The countdown to the next boundary of the window.
pub fn countdown(card: Card) -> El {
    let seconds = move || card.window.seconds_left(card.time.now.get());
    let unit = move |index: usize, size: i64, modulus: i64| {
        let amount = text_signal(move || format!("{:02}", seconds() / size % modulus));
        let name =
            text_signal(move || card.language().units().get(index).copied().unwrap_or_default());
        El::new("span", "unit")
            .with(El::new("span", "digits").bind_text(amount))
            .with(El::new("span", "name").bind_text(name))
    };
    let announcement = RwSignal::new(String::new());
    let mut before = None;
    effect(move || {
        let reached = Milestone::at(card.phase(), seconds());
        if before.replace(reached).is_some_and(|before| before != reached) {
            announcement.set(card.language().milestone(reached).to_owned());
        }
    });
    let phase = text_signal(move || card.language().phase(card.phase()));
    let clock = El::new("div", "clock")
        .attr("part", "countdown")
        .attr("role", "timer")
        .bind_attr("data-phase", text_signal(move || card.phase().name()))
        .bind_attr("data-seconds", text_signal(move || seconds().to_string()))
        .with(unit(0, 86_400, i64::MAX))
        .with(unit(1, 3_600, 24))
        .with(unit(2, 60, 60))
        .with(unit(3, 1, 60));
    let mut times = El::new("dl", "times").with(times(card, false));
    if !card.is_local() {
        times = times.with(self::times(card, true));
    }
    El::new("section", "countdown")
        .with(El::new("h3", "phase").bind_text(phase))
        .with(clock)
        .with(times)
        .with(El::new("p", "unseen").attr("role", "status").bind_text(announcement.into()))
}

/// The window in the campaign's own offset or in the reader's time zone.
fn times(card: Card, local: bool) -> El {
    let shown = move |moment: DateTime<FixedOffset>| match local {
        true => device::local(moment.to_utc()),
        false => moment,
    };
    let (start, end) = (shown(card.window.start), shown(card.window.end));
    let year = move || ThisYear(card.time.now.get().year());
    let time = move |moment: DateTime<FixedOffset>, midnight: Midnight| {
        El::new("time", "")
            .attr("datetime", &write_moment(moment.to_utc()))
            .bind_text(text_signal(move || card.language().moment_of(moment, midnight, year())))
    };
    let label = match local {
        true => card.phrase(Language::your_time),
        false => card.phrase(Language::window),
    };
    let zone = move || {
        let zone = language::zone(*end.offset());
        match card.is_local() {
            true => [&zone, card.language().also_your_time()].concat(),
            false => zone,
        }
    };
    let both = El::new("dd", "")
        .with(time(start, Midnight::StartsDay))
        .text(" – ")
        .with(time(end, Midnight::EndsDay))
        .text(" ")
        .with(El::new("span", "zone").bind_text(text_signal(zone)));
    El::new("div", "").with(El::new("dt", "").bind_text(label)).with(both)
}
