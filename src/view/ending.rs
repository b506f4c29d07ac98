//! The end of the campaign, where it is near: in words, at its milestones, and for the
//! reader's calendar.

use super::calendar::calendar;
use crate::app::card::Card;
use crate::browser::device;
use crate::campaign::{Milestone, Phase};
use crate::time::write_moment;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::{Memo, RwSignal, Signal};
use crate::ui::widgets::said;

/// What stands below the dates of the window.
pub fn ending(card: Card) -> El {
    El::new("div", "ending").with(end_in_words(card)).with(milestone(card)).with(calendar(card))
}

/// How long a milestone is shown, in seconds: the countdown goes on to say the same.
const SEEN: i64 = 60;

/// The last milestone that was reached while the card was there, also by a page that
/// slept: each is said once, and seen for a while.
fn milestone(card: Card) -> El {
    let reached = Memo::new(move |_| {
        Milestone::at(card.phase(), card.window.seconds_left(card.time.now.get()))
    });
    let last = RwSignal::new(None);
    let mut before = None;
    effect(move || {
        let now = reached.get();
        if before.replace(now).is_some_and(|before| before != now) {
            last.set(Some((now, card.time.now.get_untracked())));
        }
    });
    let sentence = text_signal(move || {
        last.get().map(|(reached, _)| card.language().milestone(reached)).unwrap_or_default()
    });
    let is_seen = move || {
        last.get().is_some_and(|(reached, at)| {
            // The heading says the others.
            !matches!(reached, Milestone::Before | Milestone::Open | Milestone::Closed)
                && (card.time.now.get() - at).num_seconds() < SEEN
        })
    };
    let class = text_signal(move || if is_seen() { "milestone" } else { "unseen" });
    said("milestone", "", sentence).bind_attr("class", class)
}

/// When the campaign ends, in the reader's words, where that is near.
fn end_in_words(card: Card) -> El {
    let sentence = Memo::new(move |_| {
        let now = card.time.now.get();
        let is_open = card.phase() == Phase::Open;
        let words =
            || card.language().end_in_words(card.local(card.window.end), device::local(now));
        is_open.then(words).flatten().unwrap_or_default()
    });
    let is_near = Signal::derive(move || sentence.with(|sentence| !sentence.is_empty()));
    El::new("p", "deadline").attr("part", "deadline").with_if(is_near, move || {
        El::new("time", "")
            .attr("datetime", &write_moment(card.window.end.to_utc()))
            .bind_text(sentence.into())
    })
}
