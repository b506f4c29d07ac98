//! What was handed in.

use leptos::prelude::*;

use super::delivery::Delivery;
use super::live::{effect, text, whether};
use super::outbox_entry::{outbox_entry, sentence};
use super::piece::Piece;
use super::pieces::{button_if, said};
use crate::browser::download;
use crate::outbox::{Batch, Entry, Progress, State};

/// The list of a person's links for this campaign, the newest first.
pub fn outbox_list(delivery: Delivery) -> Piece {
    let Delivery { card, outbox, .. } = delivery;
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let received = move || {
        let is_received = |entry: &&Entry| entry.state == State::Delivered;
        match outbox.with(|outbox| outbox.entries().filter(is_received).count()) {
            0 => String::new(),
            count => (card.phrases().delivered)(count),
        }
    };
    let mut batch = Batch::default();
    let progress = RwSignal::new(None);
    effect(move || {
        let now = card.time.exactly();
        progress.set(outbox.with(|outbox| batch.follow(outbox, until, now)));
    });
    let figure = move |figure: fn(Progress) -> usize| {
        text(move || progress.get().map_or(0, figure).to_string())
    };
    let how_far = move || {
        let say = |Progress { done, all }| (card.phrases().progress)(done, all);
        progress.get().map(say).unwrap_or_default()
    };
    // What asks for something of the person is said once, when it happens.
    let failed = move || {
        let failed = delivery.failed.get();
        let entry = outbox.with(|outbox| outbox.get(&failed).cloned());
        let is_so = |entry: &Entry| {
            entry.removed_at.is_none() && matches!(entry.state, State::Refused | State::Unconfirmed)
        };
        entry.filter(is_so).map(|entry| sentence(delivery, &entry)).unwrap_or_default()
    };
    let keys = move || {
        let removed = delivery.removed.get();
        let key = |entry: &Entry| entry.key.clone();
        outbox.with(|outbox| outbox.entries_and(&removed).rev().map(key).collect())
    };
    let is_filled = whether(move || outbox.with(|outbox| outbox.entries().next().is_some()));
    let export = card.phrase(|phrases| phrases.export);
    let bar = Piece::new("progress", "")
        .attr("part", "progress")
        .live_attr("value", figure(|progress| progress.done))
        .live_attr("max", figure(|progress| progress.all));
    Piece::new("div", "outbox")
        .with(
            Piece::new("div", "row spread")
                .with(said("received", text(|| "said"), text(received)))
                .with(button_if(is_filled, "export", "small plain", export, move || {
                    save(delivery)
                })),
        )
        .with(
            Piece::new("label", "progress")
                .live_text(text(how_far))
                .with(bar)
                .shown_if(whether(move || progress.get().is_some())),
        )
        .with(said("status", text(|| "unseen"), text(failed)))
        .with(
            Piece::new("ul", "entries")
                .with_each(Signal::derive(keys), move |key| outbox_entry(delivery, key)),
        )
}

/// Saves the list as a table, with times in the campaign's offset.
fn save(delivery: Delivery) {
    let card = delivery.card;
    let phrases = card.phrases();
    let offset = *card.window.end.offset();
    let head = (phrases.columns)(&(phrases.zone)(offset.local_minus_utc()));
    let table = delivery.outbox.with_untracked(|outbox| outbox.to_csv(head, phrases.state, offset));
    let name = card.campaign.with_value(|campaign| [&campaign.id, ".csv"].concat());
    download::save(&name, "text/csv;charset=utf-8", &table);
}
