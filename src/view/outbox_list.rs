//! What was handed in, and where each link stands.

use leptos::prelude::*;

use super::context::Card;
use super::live::text;
use super::pieces::said;
use crate::browser::device;
use crate::outbox::{Entry, Outbox, State};

/// The list of a person's links for this campaign, the newest first.
#[component]
pub fn OutboxList(
    /// The card that it belongs to.
    card: Card,
    /// What is listed.
    outbox: RwSignal<Outbox>,
) -> impl IntoView {
    let delivered = move || {
        let count = outbox
            .with(|outbox| outbox.entries().iter().filter(|e| e.state == State::Delivered).count());
        match count {
            0 => String::new(),
            count => (card.phrases().delivered)(count),
        }
    };
    // What asks for something of the person is said, the latest of it.
    let failed = move || {
        let failed = |entry: &&Entry| matches!(entry.state, State::Refused | State::Unconfirmed);
        outbox.with(|outbox| {
            let latest = outbox.entries().iter().filter(failed).max_by_key(|e| e.settled_at);
            let say = |entry: &Entry| {
                (card.phrases().entry)(entry, false, entry.added_at, &device::local)
            };
            latest.map(say).unwrap_or_default()
        })
    };
    let entries = move || {
        let entries = outbox.with(|outbox| outbox.entries().to_vec());
        entries.into_iter().rev().map(|entry| view! { <EntryView card entry /> }).collect_view()
    };
    view! {
        {said("status", text(|| "said"), text(delivered))}
        {said("status", text(|| "unseen"), text(failed))}
        <ul class="entries">{entries}</ul>
    }
}

#[component]
fn EntryView(
    /// The card that it belongs to.
    card: Card,
    /// What is shown.
    entry: Entry,
) -> impl IntoView {
    let (post_id, link, state) = (entry.post_id.clone(), entry.link.clone(), entry.state.name());
    let until = card.campaign.with_value(|campaign| campaign.links_until().to_utc());
    let stands = move || {
        let now = card.time.now.get();
        (card.phrases().entry)(&entry, entry.expired(until, now), now, &device::local)
    };
    view! {
        <li part="entry" class="entry" data-post-id=post_id data-state=state>
            <span>{text(stands)}</span>
            <a href=link.clone() target="_blank" rel="noopener">{link.clone()}</a>
        </li>
    }
}
