//! One link that was handed in: where it stands, what happens next, and what can
//! be done about it.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use web_sys::Event;

use crate::app::links::Links;
use crate::browser::clipboard;
use crate::language::{Feedback, Language};
use crate::outbox::Entry;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;
use crate::ui::signal::Signal;
use crate::ui::stored_value::StoredValue;
use crate::ui::widgets::{away, button, link};

/// The entry under a key. What was removed leaves a line in its place, with a
/// button to bring it back.
pub fn outbox_entry(links: Links, key: &str) -> El {
    let Links { card, outbox, .. } = links;
    let key = StoredValue::new(key.to_owned());
    // The entry goes before its view does.
    let entry = move || outbox.with(|outbox| key.with_value(|key| outbox.get(key).cloned()));
    let is =
        move |ask: fn(&Entry) -> bool| Signal::derive(move || entry().is_some_and(|e| ask(&e)));
    let is_removed = is(|entry| entry.removed_at.is_some());
    let is_listed = is(|entry| entry.removed_at.is_none());

    let fixed = untrack(entry);
    let (id, address) = fixed.map(|entry| (entry.post_id, entry.link)).unwrap_or_default();
    let [name, note] = ["entry-", "removed-"].map(|of| [of, &id].concat());
    let undo_label = card.phrase(Language::undo);
    let undo = button("undo-remove", "small plain", undo_label, move || {
        links.restore(&key.get_value());
    });
    let taken_off = card.phrase(Language::link_removed);
    let in_its_place = El::new("span", "row spread")
        .with(El::new("span", "quiet").attr("id", &note).bind_text(taken_off))
        .with(undo.attr("aria-describedby", &[&note, " ", &name].concat()))
        .shown_if(is_removed);

    let stands = move || entry().map(|entry| links.sentence(&entry)).unwrap_or_default();
    let state = move || entry().map_or("", |entry| entry.state.name());
    let shown = address.split_once("://").map_or("", |(_, shown)| shown);
    El::new("li", "entry")
        .bind_attr(
            "part",
            text_signal(move || if is_removed.get() { "removed-entry" } else { "entry" }),
        )
        .attr("data-post-id", &id)
        .bind_attr("data-state", text_signal(state))
        .with(in_its_place)
        .with(El::new("span", "stands").bind_text(text_signal(stands)).shown_if(is_listed))
        .with(
            away(&address)
                .attr("class", "address")
                .attr("dir", "ltr")
                .attr("id", &name)
                .text(shown),
        )
        .with_all(buttons(links, key, &address, &name, is_listed))
}

fn buttons(
    links: Links,
    key: StoredValue<String>,
    address: &str,
    name: &str,
    is_listed: Signal<bool>,
) -> Vec<El> {
    let Links { card, outbox, .. } = links;
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let may = move |ask: fn(Links, &Entry, DateTime<Utc>, DateTime<Utc>) -> bool| {
        Signal::derive(move || {
            let now = card.time.now.get();
            let ask = |entry: &Entry| ask(links, entry, until, now);
            outbox.with(|outbox| key.with_value(|key| outbox.get(key).is_some_and(ask)))
        })
    };
    let can_retry =
        may(|links, entry, until, now| links.has_endpoint() && entry.can_retry(until, now));
    let needs_manual_submission =
        may(|links, entry, _, _| entry.needs_manual_submission() || links.is_stuck(entry));
    let retry = move || links.retry(&key.get_value());
    let link_text = StoredValue::new(address.to_owned());
    // At once, for the other page will have the focus.
    let copied = move |copied| {
        let is_copied = clipboard::copy_now(&link_text.get_value());
        links.give_feedback(&key.get_value(), if is_copied { copied } else { Feedback::NotCopied });
    };
    let take_to_form = move |_: &Event| {
        copied(Feedback::Copied);
        links.submit_by_hand(&key.get_value());
    };
    let page = links.page();
    let by_hand =
        link("by-hand", "button small", &page, card.phrase(Language::copy_and_open), take_to_form);
    let copy = button("copy-link", "small plain", card.phrase(Language::copy_link), move || {
        copied(Feedback::LinkCopied);
    });
    let remove =
        button("remove-link", "small plain", card.phrase(Language::remove_link), move || {
            links.remove(&key.get_value());
        });
    let all = [
        button("retry", "small", card.phrase(Language::retry), retry).shown_if(can_retry),
        by_hand.shown_if(needs_manual_submission),
        copy,
        remove,
    ];
    // Each list has many of them, and each says of which link it is.
    let all = all.map(|button| button.attr("aria-describedby", name));
    // What a press did is told where the person looks.
    let note = move || {
        let given = links.feedback.get().filter(|(of, _)| key.with_value(|key| key == of));
        given.map(|(_, feedback)| card.language().feedback(feedback)).unwrap_or_default()
    };
    vec![
        El::new("span", "row").with_all(all.into()).shown_if(is_listed),
        El::new("span", "quiet feedback")
            .attr("part", "entry-feedback")
            .bind_text(text_signal(note)),
    ]
}
