//! Handing in the link of a post.

use chrono::{DateTime, FixedOffset, Utc};
use leptos::prelude::*;

use super::context::Card;
use super::live::{self, effect, start};
use super::outbox_list::OutboxList;
use super::pieces::{button, heading, hint, link, said as said_line};
use crate::browser::courier::Courier;
use crate::browser::{address, clipboard, device};
use crate::campaign::Phase;
use crate::language::Said;
use crate::link::{Found, Post, Refusal, find, judge};
use crate::outbox::{Entry, Outbox};

/// A link of the pasted text, and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
struct Verdict {
    pasted: String,
    /// The id of the post, where the link names one, taken or not.
    post_id: Option<u64>,
    outcome: Result<Post, Refusal>,
}

/// The link helper and the list of what was handed in.
#[component]
pub fn LinkHelper(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let said = RwSignal::new(None::<Said>);
    let outbox = RwSignal::new(Outbox::default());
    let courier = StoredValue::new_local(None::<Courier>);
    let page = card.campaign.with_value(|campaign| campaign.questionnaire.page.clone());
    let has_endpoint =
        card.campaign.with_value(|campaign| campaign.questionnaire.endpoint.is_some());
    effect(move || {
        courier.set_value((!card.time.preview.get()).then(|| hire(card, outbox)).flatten());
    });

    let open_label = card.phrase(|phrases| phrases.open_questionnaire);
    let until = card.campaign.with_value(|campaign| campaign.links_until());
    let shut = Signal::derive(move || shut(card, card.time.now.get(), until));
    let verdicts = Memo::new(move |_| verdicts(card, &text.get()));
    let submit_label = card.phrase(match has_endpoint {
        true => |phrases| phrases.submit,
        false => |phrases| phrases.copy_and_open,
    });
    let sentence = move |said: Signal<Option<Said>>| {
        live::text(move || said.get().map(|said| (card.phrases().said)(said)).unwrap_or_default())
    };
    let submit = move || {
        let accepted: Vec<Post> = verdicts
            .get_untracked()
            .into_iter()
            .filter_map(|verdict| verdict.outcome.ok())
            .collect();
        let next = refusal_now(card, &text.get_untracked(), &accepted);
        said.set(next);
        if next.is_some() {
            return;
        }
        if has_endpoint {
            said.set(Some(hand_in(card, courier, &accepted)));
            // What was refused stays, to be put right.
            text.set(refused_lines(&verdicts.get_untracked()));
        } else {
            hand_over(card, accepted, said);
        }
    };
    let typed = move |event| {
        said.set(None);
        text.set(event_target_value(&event));
    };
    let offset = card.window.end.offset().local_minus_utc();
    let verdict = move |Verdict { pasted, post_id, outcome }: Verdict| {
        let (state, reason) = match &outcome {
            Ok(_) => ("accepted", None),
            Err(refusal) => ("refused", Some(refusal.code())),
        };
        let post_id = post_id.map(|id| id.to_string());
        view! {
            <li part="link-verdict" class="verdict" data-state=state data-reason=reason data-post-id=post_id>
                <span>
                    {live::text(move || (card.phrases().verdict)(&outcome, offset, &device::local))}
                    <br />
                    <span class="quiet">{pasted}</span>
                </span>
            </li>
        }
    };

    view! {
        <section class="helper">
            {heading("link", card.phrase(|phrases| phrases.hand_in))}
            {hint("link-hint", card.phrase(|phrases| phrases.link_hint))}
            {said_line("status", live::text(|| "notice said"), sentence(shut))}
            <textarea
                id="link"
                part="link"
                rows="2"
                inputmode="url"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder="https://x.com/…/status/…"
                aria-describedby="link-hint"
                prop:value=move || text.get()
                on:input=typed
            ></textarea>
            <ul class="rules" aria-live="polite">{move || verdicts.get().into_iter().map(verdict).collect_view()}</ul>
            <div class="row">
                {button("submit-link", "primary", submit_label, submit)}
                {link("open-questionnaire", "button", page, open_label, |_| ())}
            </div>
            {said_line("status", live::text(|| "said"), sentence(said.into()))}
            <OutboxList card outbox />
        </section>
    }
}

fn hire(card: Card, outbox: RwSignal<Outbox>) -> Option<Courier> {
    let campaign = card.campaign.try_get_value()?;
    let endpoint = campaign.questionnaire.endpoint.clone()?;
    let changed = move |all: &Outbox, entry: Option<&Entry>| {
        let _ = outbox.try_set(all.clone());
        if let Some(entry) = entry {
            card.fire(
                "campaign-link",
                &[("postId", (&entry.post_id).into()), ("state", entry.state.name().into())],
            );
        }
    };
    Some(Courier::hire(
        campaign,
        endpoint,
        card.key("outbox"),
        move || card.time.exactly(),
        changed,
    ))
}

fn verdicts(card: Card, text: &str) -> Vec<Verdict> {
    card.campaign.with_value(|campaign| {
        let judged = |found: Found| Verdict {
            pasted: found.text,
            post_id: found.reading.as_ref().ok().map(|post| post.id),
            outcome: found.reading.and_then(|post| {
                judge(&post, &campaign.window)?;
                Ok(post)
            }),
        };
        let accepts = &campaign.questionnaire.accepts;
        find(text, address::parse, accepts).into_iter().map(judged).collect()
    })
}

/// Why nothing can be handed in at this moment, if that is so.
fn refusal_now(card: Card, text: &str, accepted: &[Post]) -> Option<Said> {
    let now = card.time.exactly();
    let until = card.campaign.with_value(|campaign| campaign.links_until());
    if text.trim().is_empty() {
        Some(Said::NothingThere)
    } else if accepted.is_empty() {
        Some(Said::NoneAccepted)
    } else if let Some(said) = shut(card, now, until) {
        Some(said)
    } else {
        card.time.preview.get_untracked().then_some(Said::Preview)
    }
}

/// Why links are not taken at this time, if they are not.
fn shut(card: Card, now: DateTime<Utc>, until: DateTime<FixedOffset>) -> Option<Said> {
    if card.window.phase(now) == Phase::Before {
        Some(Said::TooSoon)
    } else {
        (now >= until).then_some(Said::TooLate)
    }
}

fn hand_in(
    card: Card,
    courier: StoredValue<Option<Courier>, LocalStorage>,
    posts: &[Post],
) -> Said {
    let now = card.time.exactly();
    let added = courier.try_with_value(|courier| {
        courier.as_ref().map(|courier| {
            courier.change(|outbox| {
                let add = |post: &&Post| outbox.add(post, device::uuid(), now).is_ok();
                posts.iter().filter(add).count()
            })
        })
    });
    match added.flatten() {
        Some(count) if count > 0 => Said::Added(count),
        _ => Said::AlreadyThere,
    }
}

/// Without an endpoint the person hands in: the links are copied, and the
/// form is open.
fn hand_over(card: Card, posts: Vec<Post>, said: RwSignal<Option<Said>>) {
    let links: Vec<String> = posts.iter().map(Post::canonical).collect();
    let page = card.campaign.with_value(|campaign| campaign.questionnaire.page.clone());
    start(async move {
        let copied = clipboard::copy(&links.join("\n")).await;
        address::open(&page);
        let _ = said.try_set(Some(if copied { Said::Copied } else { Said::NotCopied }));
    });
}

fn refused_lines(verdicts: &[Verdict]) -> String {
    let refused: Vec<&str> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome.is_err())
        .map(|verdict| verdict.pasted.as_str())
        .collect();
    refused.join("\n")
}
