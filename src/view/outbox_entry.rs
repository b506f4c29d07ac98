//! One link that was handed in: where it stands, what happens next, and what can
//! be done about it.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use web_sys::Event;

use super::delivery::Delivery;
use super::live::{text, whether};
use super::piece::Piece;
use super::pieces::{away, button, link};
use crate::browser::clipboard;
use crate::language::Said;
use crate::outbox::Entry;

/// The entry under a key. What was removed leaves a line in its place, with a
/// button to bring it back.
pub fn outbox_entry(delivery: Delivery, key: &str) -> Piece {
    let Delivery { card, outbox, .. } = delivery;
    let key = StoredValue::new(key.to_owned());
    // The entry goes before its view does.
    let entry = move || outbox.with(|outbox| key.with_value(|key| outbox.get(key).cloned()));
    let is = move |ask: fn(&Entry) -> bool| whether(move || entry().is_some_and(|e| ask(&e)));
    let is_removed = is(|entry| entry.removed_at.is_some());
    let is_listed = is(|entry| entry.removed_at.is_none());

    let fixed = untrack(entry);
    let (id, address) = fixed.map(|entry| (entry.post_id, entry.link)).unwrap_or_default();
    let name = ["entry-", &id].concat();
    let undo_label = card.phrase(|phrases| phrases.undo);
    let undo = button("undo-remove", "small plain", undo_label, move || {
        delivery.restore(&key.get_value());
    });
    let taken_off = card.phrase(|phrases| phrases.taken_off);
    let in_its_place = Piece::new("span", "row spread")
        .with(Piece::new("span", "quiet").live_text(taken_off))
        .with(undo.attr("aria-describedby", &name))
        .shown_if(is_removed);

    let stands = move || entry().map(|entry| delivery.sentence(&entry)).unwrap_or_default();
    let state = move || entry().map_or("", |entry| entry.state.name());
    let shown = address.split_once("://").map_or("", |(_, shown)| shown);
    Piece::new("li", "entry")
        .live_attr("part", text(move || if is_removed.get() { "removed-entry" } else { "entry" }))
        .attr("data-post-id", &id)
        .live_attr("data-state", text(state))
        .with(in_its_place)
        .with(Piece::new("span", "stands").live_text(text(stands)).shown_if(is_listed))
        .with(away(&address).attr("class", "address").attr("id", &name).text(shown))
        .with_all(buttons(delivery, key, &address, &name, is_listed))
}

fn buttons(
    delivery: Delivery,
    key: StoredValue<String>,
    address: &str,
    name: &str,
    is_listed: Signal<bool>,
) -> Vec<Piece> {
    let Delivery { card, outbox, .. } = delivery;
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let may = move |ask: fn(Delivery, &Entry, DateTime<Utc>, DateTime<Utc>) -> bool| {
        whether(move || {
            let now = card.time.now.get();
            let ask = |entry: &Entry| ask(delivery, entry, until, now);
            outbox.with(|outbox| key.with_value(|key| outbox.get(key).is_some_and(ask)))
        })
    };
    let can_retry =
        may(|delivery, entry, until, now| delivery.has_endpoint() && entry.can_retry(until, now));
    let asks_for_a_hand =
        may(|delivery, entry, _, _| entry.asks_for_a_hand() || delivery.is_stuck(entry));
    let retry = move || delivery.retry(&key.get_value());
    let link_text = StoredValue::new(address.to_owned());
    // At once, for the other page will have the focus.
    let copied = move |copied| {
        let is_copied = clipboard::copy_now(&link_text.get_value());
        delivery.note(&key.get_value(), if is_copied { copied } else { Said::NotCopied });
    };
    let take_to_form = move |_: &Event| {
        copied(Said::Copied);
        delivery.hand_over(&key.get_value());
    };
    let label = |read| card.phrase(read);
    let page = delivery.page();
    let by_hand = link("by-hand", "button small", &page, label(|p| p.copy_and_open), take_to_form);
    let copy = button("copy-link", "small plain", label(|p| p.copy_link), move || {
        copied(Said::LinkCopied);
    });
    let remove = button("remove-link", "small plain", label(|p| p.take_off), move || {
        delivery.remove(&key.get_value());
    });
    let all = [
        button("retry", "small", label(|p| p.retry), retry).shown_if(can_retry),
        by_hand.shown_if(asks_for_a_hand),
        copy,
        remove,
    ];
    // Each list has many of them, and each says of which link it is.
    let all = all.map(|button| button.attr("aria-describedby", name));
    // What a press did is told where the person looks.
    let note = move || {
        let noted = delivery.noted.get().filter(|(noted, _)| key.with_value(|key| key == noted));
        noted.map(|(_, said)| (card.phrases().said)(said)).unwrap_or_default()
    };
    vec![
        Piece::new("span", "row").with_all(all.into()).shown_if(is_listed),
        Piece::new("span", "quiet note").attr("part", "note").live_text(text(note)),
    ]
}
