//! Time left, and when exactly.

use chrono::{DateTime, Datelike, FixedOffset};
use leptos::prelude::*;

use super::context::Card;
use super::live::{effect, text};
use crate::browser::device;
use crate::campaign::{Milestone, write_moment};

/// The countdown to the next boundary of the window.
#[component]
pub fn Countdown(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let seconds = move || card.window.seconds_left(card.time.now.get());
    let unit = move |index: usize, size: i64, modulus: i64| {
        let amount = text(move || format!("{:02}", seconds() / size % modulus));
        let name = move || card.phrases().units.get(index).copied().unwrap_or_default();
        view! {
            <span class="unit">
                <span class="digits">{amount}</span>
                <span class="name">{text(name)}</span>
            </span>
        }
    };
    let announcement = RwSignal::new(String::new());
    let mut before = None;
    effect(move || {
        let reached = Milestone::at(card.phase(), seconds());
        if before.replace(reached).is_some_and(|before| before != reached) {
            announcement.set((card.phrases().milestone)(reached).to_owned());
        }
    });

    view! {
        <section class="countdown">
            <h3 class="phase">{text(move || (card.phrases().phase)(card.phase()))}</h3>
            <div
                part="countdown"
                role="timer"
                class="clock"
                data-phase=text(move || card.phase().name())
                data-seconds=text(move || seconds().to_string())
            >
                {unit(0, 86_400, i64::MAX)}
                {unit(1, 3_600, 24)}
                {unit(2, 60, 60)}
                {unit(3, 1, 60)}
            </div>
            <dl class="times">
                <Times card local=false />
                {(!card.is_local()).then(|| view! { <Times card local=true /> })}
            </dl>
            <p class="unseen" role="status">{announcement}</p>
        </section>
    }
}

/// The window in the campaign's own offset or in the reader's time zone.
#[component]
fn Times(
    /// The card that it belongs to.
    card: Card,
    /// Whether in the reader's time zone.
    local: bool,
) -> impl IntoView {
    let shown = move |moment: DateTime<FixedOffset>| match local {
        true => device::local(moment.to_utc()),
        false => moment,
    };
    let (start, end) = (shown(card.window.start), shown(card.window.end));
    let year = move || card.time.now.get().year();
    let time = move |moment: DateTime<FixedOffset>, ends: bool| {
        let shown = text(move || (card.phrases().moment)(moment, ends, year()));
        view! { <time datetime=write_moment(moment.to_utc())>{shown}</time> }
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
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{time(start, false)} " – " {time(end, true)} " " <span class="zone">{text(zone)}</span></dd>
        </div>
    }
}
