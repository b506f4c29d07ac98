//! The countdown and the dates of the window.

use chrono::{DateTime, Datelike, FixedOffset};

use super::timeline::timeline;
use crate::app::card::Card;
use crate::language::{self, Language, Midnight, ThisYear};
use crate::time::write_moment;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::Memo;

/// The countdown to the next boundary of the window.
pub fn countdown(card: Card) -> El {
    let seconds = move || card.window.seconds_left(card.time.now.get());
    let unit = move |index: usize, size: i64, modulus: i64| {
        let amount = text_signal(move || format!("{:02}", seconds() / size % modulus));
        let name =
            text_signal(move || card.language().units().get(index).copied().unwrap_or_default());
        El::new("span", "unit")
            .attr("aria-hidden", "true")
            .with(El::new("span", "digits").bind_text(amount))
            .with(El::new("span", "name").bind_text(name))
    };
    let phase = text_signal(move || card.language().phase(card.phase()));
    let clock = El::new("div", "clock")
        .attr("part", "countdown")
        .bind_attr("data-phase", text_signal(move || card.phase().name()))
        .bind_attr("data-seconds", text_signal(move || seconds().to_string()))
        .bind_attr("data-scale", text_signal(move || scale(seconds())))
        .with(unit(0, 86_400, i64::MAX))
        .with(unit(1, 3_600, 24))
        .with(unit(2, 60, 60))
        .with(unit(3, 1, 60))
        .with(El::new("p", "unseen").bind_text(text_signal(move || aloud(card, seconds()))));
    let is_elsewhere = Memo::new(move |_| !card.is_local());
    let times = El::new("div", "times")
        .with(times(card, false))
        .with_if(is_elsewhere.into(), move || self::times(card, true));
    El::new("section", "countdown")
        .with(El::new("h3", "phase").bind_text(phase))
        .with(clock)
        .with(El::new("p", "summary").attr("part", "summary").bind_text(card.summary.into()))
        .with(timeline(card))
        .with(times)
}

/// The time left for those who listen, in one piece, and to the minute while there is one:
/// the text of each digit would be read out by itself, and change every second.
fn aloud(card: Card, seconds: i64) -> String {
    let amounts = [seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds];
    let first = amounts.iter().position(|amount| *amount > 0).unwrap_or_default();
    let last = if first == 3 { 4 } else { 3.min(first + 2) };
    let units = amounts.into_iter().zip(card.language().units());
    let said = units.take(last).filter(|(amount, _)| *amount > 0);
    said.map(|(amount, unit)| [&amount.to_string(), " ", unit].concat())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The largest unit that is left: what is none any more makes room for the rest.
fn scale(seconds: i64) -> &'static str {
    match seconds {
        86_400.. => "days",
        3_600.. => "hours",
        601.. => "minutes",
        _ => "last-minutes",
    }
}

/// The window in the campaign's own offset or in the reader's time zone, in which clocks
/// may be changed in between.
fn times(card: Card, local: bool) -> El {
    let shown = move |moment: DateTime<FixedOffset>| match local {
        true => card.local(moment),
        false => moment,
    };
    let [start, end] = [card.window.start, card.window.end];
    let zone = move |moment| language::zone(*shown(moment).offset());
    let time = move |moment: DateTime<FixedOffset>, midnight: Midnight| {
        let sentence = move || {
            let year = ThisYear(card.time.now.get().year());
            card.language().moment_of(shown(moment), midnight, year)
        };
        El::new("time", "")
            .attr("datetime", &write_moment(moment.to_utc()))
            .bind_text(text_signal(sentence))
    };
    // The picture above shows what the first of them is.
    let (label, class) = match local {
        true => (card.phrase(Language::your_time), ""),
        false => (card.phrase(Language::window), "unseen"),
    };
    let first_zone = move || match (zone(start), zone(end)) {
        (first, last) if first == last => String::new(),
        (first, _) => [" ", &first].concat(),
    };
    let last_zone = move || match card.is_local() {
        true => [&zone(end), card.language().also_your_time()].concat(),
        false => zone(end),
    };
    let both = El::new("span", "dates")
        .with(time(start, Midnight::StartsDay))
        .with(El::new("span", "zone").bind_text(text_signal(first_zone)))
        .text(" – ")
        .with(time(end, Midnight::EndsDay))
        .text(" ")
        .with(El::new("span", "zone").bind_text(text_signal(last_zone)));
    El::new("div", "").with(El::new("span", class).bind_text(label)).text(" ").with(both)
}
