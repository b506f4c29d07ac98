//! What was handed in.

use leptos::prelude::*;

use super::outbox_entry::outbox_entry;
use super::timeline::dot;
use crate::app::links::Links;
use crate::browser::download;
use crate::campaign::Phase;
use crate::language::Language;
use crate::outbox::{Batch, Entry, Progress, State};
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::{RwSignal, Signal};
use crate::ui::widgets::{button, said};

/// The list of a person's links for this campaign, the newest first.
pub fn outbox_list(links: Links) -> El {
    let Links { card, outbox, .. } = links;
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let received = move || {
        let is_received = |entry: &&Entry| entry.state == State::Delivered;
        outbox.with(|outbox| outbox.entries().filter(is_received).count())
    };
    let total = move || match received() {
        0 => String::new(),
        count => card.language().delivered(count),
    };
    let mut batch = Batch::default();
    let progress = RwSignal::new(None);
    let mut before = None;
    effect(move || {
        let now = card.time.now.get();
        let next = outbox.with(|outbox| batch.follow(outbox, until, now));
        if progress.get_untracked() != next {
            progress.set(next);
        }
        // The total is said once all are through, not at each of them.
        let count = received();
        if next.is_none() && before.replace(count).is_some_and(|before| count > before) {
            links.aloud.set(untrack(total));
        }
    });
    let figure = move |figure: fn(Progress) -> usize| {
        text_signal(move || progress.get().map_or(0, figure).to_string())
    };
    effect(move || {
        // What was refused is still to be handed in.
        let (is_empty, handed_in_at) = outbox.with(|outbox| {
            let handed_in = outbox.entries().filter(|entry| entry.state != State::Refused);
            (outbox.entries().next().is_none(), handed_in.map(|entry| entry.added_at).max())
        });
        card.note(|progress| progress.handed_in_at = handed_in_at);
        // After the end, what became of it all is the first thing to see.
        card.summary.set(match (card.phase(), is_empty) {
            (Phase::Closed, true) => card.language().nothing_submitted().to_owned(),
            (Phase::Closed, false) => card.language().delivered(received()),
            _ => String::new(),
        });
    });
    // The person's own posts on the picture of the window, of which two may be as one.
    let posts = move || {
        let mut posts: Vec<_> = outbox.with(|outbox| {
            let place = |entry: &Entry| Some(card.place(entry.posted_at?));
            outbox.entries().filter_map(place).collect()
        });
        posts.sort_unstable();
        posts.dedup();
        posts
    };
    card.timeline.with_each(Signal::derive(posts), |place| dot("post").attr("cx", place));
    let how_far = move || {
        let say = |Progress { done, all }| card.language().progress(done, all);
        progress.get().map(say).unwrap_or_default()
    };
    let keys = move || {
        let removed = links.removed.get();
        // An entry with another link is a new line.
        let key = |entry: &Entry| [&entry.key, " ", &entry.link].concat();
        outbox.with(|outbox| outbox.entries_and(&removed).rev().map(key).collect())
    };
    let is_filled = Signal::derive(move || outbox.with(|outbox| outbox.entries().next().is_some()));
    let export = card.phrase(Language::export);
    let bar = El::new("progress", "")
        .attr("part", "progress")
        .bind_attr("value", figure(|progress| progress.done))
        .bind_attr("max", figure(|progress| progress.all));
    El::new("div", "outbox")
        .with(
            El::new("div", "row spread")
                .with(El::new("p", "said").attr("part", "received").bind_text(text_signal(total)))
                .with(
                    button("export", "small plain", export, move || save(links))
                        .shown_if(is_filled),
                ),
        )
        .with(
            El::new("label", "progress")
                .bind_text(text_signal(how_far))
                .with(bar)
                .shown_if(Signal::derive(move || progress.get().is_some())),
        )
        .with(said("status", "unseen", links.aloud.into()))
        .with(El::new("ul", "entries").with_each(Signal::derive(keys), move |key| {
            outbox_entry(links, key.split_once(' ').map_or(key, |(key, _)| key))
        }))
}

/// Saves the list as a table, with times in the campaign's offset.
fn save(links: Links) {
    let card = links.card;
    let language = card.language();
    let offset = *card.window.end.offset();
    let head = language.columns(offset);
    let table = links
        .outbox
        .with_untracked(|outbox| outbox.to_csv(head, |state| language.state(state), offset));
    let name = card.campaign.with_value(|campaign| [&campaign.id, ".csv"].concat());
    download::save(&name, "text/csv;charset=utf-8", &table);
}
