//! What was handed in, where each link stands, and what can be done about it.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use web_sys::Event;

use super::delivery::Delivery;
use super::live::{effect, text, whether};
use super::piece::Piece;
use super::pieces::{self, away, button, button_if, said};
use crate::browser::{clipboard, device, download};
use crate::language::Said;
use crate::outbox::{Batch, Entry, Outbox, Progress, State};

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
    // What asks for something of the person is said, the latest of it.
    let failed = move || {
        let failed = |entry: &&Entry| matches!(entry.state, State::Refused | State::Unconfirmed);
        outbox.with(|outbox| {
            let latest = outbox.entries().filter(failed).max_by_key(|e| e.settled_at);
            let say = |entry: &Entry| {
                (card.phrases().entry)(entry, false, entry.added_at, &device::local)
            };
            latest.map(say).unwrap_or_default()
        })
    };
    let keys = move || {
        let keys = |outbox: &Outbox| outbox.entries().rev().map(|e| e.key.clone()).collect();
        outbox.with::<Vec<String>>(keys)
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
                .with_each(Signal::derive(keys), move |key| item(delivery, key)),
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

fn item(delivery: Delivery, key: &str) -> Piece {
    let Delivery { card, outbox, said, .. } = delivery;
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let key = StoredValue::new(key.to_owned());
    // The entry goes before its view does.
    let entry = move || outbox.with(|outbox| key.with_value(|key| outbox.get(key).cloned()));
    let fixed = untrack(entry);
    let (id, link) = fixed.map(|entry| (entry.post_id, entry.link)).unwrap_or_default();
    let address = link.clone();
    let shown = address.split_once("://").map_or("", |(_, shown)| shown);
    let link = StoredValue::new(link);

    let stands = move || {
        let now = card.time.now.get();
        let say = |entry: Entry| {
            (card.phrases().entry)(&entry, entry.expired(until, now), now, &device::local)
        };
        entry().map(say).unwrap_or_default()
    };
    let state = text(move || entry().map_or("", |entry| entry.state.name()));
    let may = move |ask: fn(&Entry, DateTime<Utc>, DateTime<Utc>) -> bool| {
        whether(move || entry().is_some_and(|entry| ask(&entry, until, card.time.now.get())))
    };
    let can_retry = may(Entry::can_retry);
    let can_retry = whether(move || delivery.has_endpoint() && can_retry.get());
    let now = move || card.time.exactly();
    let retry = move || delivery.change(|outbox| outbox.retry_now(&key.get_value(), now()));
    // At once, for the other page will have the focus.
    let copied = move |copied| {
        let is_copied = clipboard::copy_now(&link.get_value());
        said.set(Some(if is_copied { copied } else { Said::NotCopied }));
    };
    let take_to_form = move |_: &Event| {
        copied(Said::Copied);
        delivery.change(|outbox| outbox.hand_over(&key.get_value(), now()));
    };
    let label = |read| card.phrase(read);
    let by_hand = label(|phrases| phrases.copy_and_open);
    Piece::new("li", "entry")
        .attr("part", "entry")
        .attr("data-post-id", &id)
        .live_attr("data-state", state)
        .with(Piece::new("span", "").live_text(text(stands)))
        .with(away(&address).attr("class", "address").text(shown))
        .with(
            Piece::new("span", "row")
                .with(button_if(can_retry, "retry", "small", label(|p| p.retry), retry))
                .with(
                    pieces::link(
                        "by-hand",
                        "button small",
                        &delivery.page(),
                        by_hand,
                        take_to_form,
                    )
                    .shown_if(may(Entry::asks_for_a_hand)),
                )
                .with(button("copy-link", "small plain", label(|p| p.copy_link), move || {
                    copied(Said::LinkCopied);
                }))
                .with(button("remove-link", "small plain", label(|p| p.take_off), move || {
                    delivery.remove(key.get_value());
                })),
        )
}
