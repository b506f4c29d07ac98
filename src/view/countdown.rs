//! Time left, and when exactly.

use chrono::{DateTime, Datelike, FixedOffset};
use leptos::prelude::*;

use super::context::Card;
use super::live::{effect, text};
use super::piece::Piece;
use crate::browser::device;
use crate::campaign::{Milestone, write_moment};

/// The countdown to the next boundary of the window.
pub fn countdown(card: Card) -> Piece {
    let seconds = move || card.window.seconds_left(card.time.now.get());
    let unit = move |index: usize, size: i64, modulus: i64| {
        let amount = text(move || format!("{:02}", seconds() / size % modulus));
        let name = text(move || card.phrases().units.get(index).copied().unwrap_or_default());
        Piece::new("span", "unit")
            .with(Piece::new("span", "digits").live_text(amount))
            .with(Piece::new("span", "name").live_text(name))
    };
    let announcement = RwSignal::new(String::new());
    let mut before = None;
    effect(move || {
        let reached = Milestone::at(card.phase(), seconds());
        if before.replace(reached).is_some_and(|before| before != reached) {
            announcement.set((card.phrases().milestone)(reached).to_owned());
        }
    });
    let phase = text(move || (card.phrases().phase)(card.phase()));
    let clock = Piece::new("div", "clock")
        .attr("part", "countdown")
        .attr("role", "timer")
        .live_attr("data-phase", text(move || card.phase().name()))
        .live_attr("data-seconds", text(move || seconds().to_string()))
        .with(unit(0, 86_400, i64::MAX))
        .with(unit(1, 3_600, 24))
        .with(unit(2, 60, 60))
        .with(unit(3, 1, 60));
    let mut times = Piece::new("dl", "times").with(times(card, false));
    if !card.is_local() {
        times = times.with(self::times(card, true));
    }
    Piece::new("section", "countdown")
        .with(Piece::new("h3", "phase").live_text(phase))
        .with(clock)
        .with(times)
        .with(Piece::new("p", "unseen").attr("role", "status").live_text(announcement.into()))
}

/// The window in the campaign's own offset or in the reader's time zone.
fn times(card: Card, local: bool) -> Piece {
    let shown = move |moment: DateTime<FixedOffset>| match local {
        true => device::local(moment.to_utc()),
        false => moment,
    };
    let (start, end) = (shown(card.window.start), shown(card.window.end));
    let year = move || card.time.now.get().year();
    let time = move |moment: DateTime<FixedOffset>, ends: bool| {
        Piece::new("time", "")
            .attr("datetime", &write_moment(moment.to_utc()))
            .live_text(text(move || (card.phrases().moment)(moment, ends, year())))
    };
    let label = card.phrase(match local {
        true => |phrases| phrases.your_time,
        false => |phrases| phrases.window,
    });
    let zone = move || {
        let zone = (card.phrases().zone)(end.offset().local_minus_utc());
        match card.is_local() {
            true => [&zone, card.phrases().also_your_time].concat(),
            false => zone,
        }
    };
    let both = Piece::new("dd", "")
        .with(time(start, false))
        .text(" – ")
        .with(time(end, true))
        .text(" ")
        .with(Piece::new("span", "zone").live_text(text(zone)));
    Piece::new("div", "").with(Piece::new("dt", "").live_text(label)).with(both)
}
