//! Time left, and when exactly.

use chrono::{DateTime, Datelike, FixedOffset};
use leptos::prelude::*;

use super::context::Card;
use crate::browser::device;
use crate::campaign::{Milestone, write_moment};

/// The countdown to the next boundary of the window.
#[component]
pub fn Countdown(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let seconds = Memo::new(move |_| card.window.seconds_left(card.time.now.get()));
    let unit = move |index: usize, size: i64, modulus: i64| {
        let amount = move || format!("{:02}", seconds.get() / size % modulus);
        view! {
            <span class="unit">
                <span class="digits">{amount}</span>
                <span class="name">{move || card.phrases().units.get(index).copied()}</span>
            </span>
        }
    };
    let milestone = Memo::new(move |_| Milestone::at(card.phase.get(), seconds.get()));
    let announcement = RwSignal::new("");
    Effect::new(move |before: Option<Milestone>| {
        let reached = milestone.get();
        if before.is_some_and(|before| before != reached) {
            announcement.set((card.phrases().milestone)(reached));
        }
        reached
    });

    view! {
        <section class="countdown">
            <h3 class="phase">{move || (card.phrases().phase)(card.phase.get())}</h3>
            <div
                part="countdown"
                role="timer"
                class="clock"
                data-phase=move || card.phase.get().name()
                data-seconds=move || seconds.get().to_string()
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
    let year = Memo::new(move |_| card.time.now.get().year());
    let time = move |moment: DateTime<FixedOffset>, ends: bool| {
        let text = move || (card.phrases().moment)(moment, ends, year.get());
        view! { <time datetime=write_moment(moment.to_utc())>{text}</time> }
    };
    let label = move || match local {
        true => card.phrases().your_time.to_owned(),
        false => card.phrases().window.to_owned(),
    };
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
            <dd>{time(start, false)} " – " {time(end, true)} " " <span class="zone">{zone}</span></dd>
        </div>
    }
}
