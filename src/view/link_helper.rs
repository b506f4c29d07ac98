//! Handing in the link of a post.

use chrono::{DateTime, FixedOffset, Utc};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::context::Card;
use super::delivery::Delivery;
use super::live::{effect, text, whether};
use super::outbox_list::outbox_list;
use super::piece::Piece;
use super::pieces::{button, heading, hint, link, said as said_line};
use crate::browser::{address, clipboard, device};
use crate::campaign::Phase;
use crate::language::Said;
use crate::link::{Found, Post, Refusal, find, judge};

/// A link of the pasted text, and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
struct Verdict {
    pasted: String,
    /// The id of the post, where the link names one, taken or not.
    post_id: Option<u64>,
    outcome: Result<Post, Refusal>,
}

/// The link helper and the list of what was handed in.
pub fn link_helper(card: Card) -> Piece {
    let delivery = Delivery::new(card);
    let said = RwSignal::new(None::<Said>);
    let pasted = RwSignal::new(String::new());
    let verdicts = Memo::new(move |_| verdicts(card, &pasted.get()));
    let confirmed = RwSignal::new(Vec::<u64>::new());
    let until = card.campaign.with_value(|campaign| campaign.links_until());
    let shut = move || shut(card, card.time.now.get(), until);
    let sentence = move |said: Option<Said>| said.map(card.phrases().said).unwrap_or_default();
    let field = Piece::new("textarea", "");
    // What a password manager, an extension or a script writes is there without a
    // word.
    let read = move || {
        let text = field.element::<HtmlTextAreaElement>().map(|field| field.value());
        if let Some(text) = text.filter(|text| pasted.with_untracked(|pasted| pasted != text)) {
            said.set(None);
            pasted.set(text);
        }
    };
    effect(move || {
        card.time.now.track();
        read();
    });
    let submit = move || {
        read();
        let judged = verdicts.get_untracked();
        let (mut accepted, mut left) = (Vec::new(), Vec::new());
        for Verdict { pasted, outcome, .. } in judged {
            match outcome {
                Ok(post) if !untrack(|| is_in_doubt(&post, confirmed)) => accepted.push(post),
                _ => left.push(pasted),
            }
        }
        let refusal = refusal_now(card, &pasted.get_untracked(), &accepted);
        said.set(Some(refusal.unwrap_or_else(|| {
            // What was not taken stays, to be put right.
            pasted.set(left.join("\n"));
            hand_in(delivery, &accepted)
        })));
    };
    let field = field
        .attr("id", "link")
        .attr("part", "link")
        .attr("rows", "2")
        .attr("inputmode", "url")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", "https://x.com/…/status/…")
        .attr("aria-describedby", "link-hint")
        .live_value(pasted.into())
        .on("input", move |_| read())
        .on("change", move |_| read())
        .on("focus", move |_| read());
    let texts = move || verdicts.get().into_iter().map(|verdict| verdict.pasted).collect();
    let judged = Piece::new("ul", "rules")
        .attr("aria-live", "polite")
        .with_each(Signal::derive(texts), move |text| judgement(card, verdicts, confirmed, text));
    let submit_label = card.phrase(match delivery.has_endpoint() {
        true => |phrases| phrases.submit,
        false => |phrases| phrases.copy_and_open,
    });
    let open_label = card.phrase(|phrases| phrases.open_questionnaire);
    Piece::new("section", "helper")
        .with(heading("link", card.phrase(|phrases| phrases.hand_in)))
        .with(hint("link-hint", card.phrase(|phrases| phrases.link_hint)))
        .with(said_line("status", "notice said", text(move || sentence(shut()))))
        .with(field)
        .with(judged)
        .with(
            Piece::new("div", "row")
                .with(button("submit-link", "primary", submit_label, submit))
                .with(link("open-questionnaire", "button", &delivery.page(), open_label, |_| ())),
        )
        .with(said_line("status", "said", text(move || sentence(said.get()))))
        .with(outbox_list(delivery))
}

/// What becomes of one pasted text.
fn judgement(
    card: Card,
    verdicts: Memo<Vec<Verdict>>,
    confirmed: RwSignal<Vec<u64>>,
    pasted: &str,
) -> Piece {
    let verdict = verdicts.with_untracked(|verdicts| {
        verdicts.iter().find(|verdict| verdict.pasted == pasted).cloned()
    });
    let item = Piece::new("li", "verdict").attr("part", "link-verdict");
    let Some(Verdict { post_id, outcome, .. }) = verdict else { return item };
    let item = match post_id {
        Some(id) => item.attr("data-post-id", &id.to_string()),
        None => item,
    };
    let item = match &outcome {
        Ok(post) if post.may_be_rounded() => item.attr("data-reason", "rounded"),
        Ok(_) => item,
        Err(refusal) => item.attr("data-reason", refusal.code()),
    };
    let post = outcome.clone().ok();
    let is_in_doubt =
        whether(move || post.as_ref().is_some_and(|post| is_in_doubt(post, confirmed)));
    let is_refused = outcome.is_err();
    let state = text(move || match is_in_doubt.get() {
        true => "doubtful",
        false if is_refused => "refused",
        false => "accepted",
    });
    let offset = card.window.end.offset().local_minus_utc();
    let address = outcome.as_ref().map(Post::canonical).unwrap_or_default();
    let sentence = text(move || match is_in_doubt.get() {
        true => card.phrases().doubtful.to_owned(),
        false => (card.phrases().verdict)(&outcome, offset, &device::local),
    });
    let confirm = move || confirmed.update(|confirmed| confirmed.extend(post_id));
    let answers = move || {
        Piece::new("span", "row")
            .with(link(
                "open-post",
                "small button",
                &address,
                card.phrase(|phrases| phrases.open_post),
                |_| (),
            ))
            .with(button("confirm-link", "small", card.phrase(|phrases| phrases.confirm), confirm))
    };
    item.live_attr("data-state", state).with(
        Piece::new("span", "")
            .live_text(sentence)
            .with(Piece::new("br", ""))
            .with(Piece::new("span", "quiet").text(pasted))
            .with_if(is_in_doubt, answers),
    )
}

/// Whether only the person can tell that the link names their post, and has not
/// said so.
fn is_in_doubt(post: &Post, confirmed: RwSignal<Vec<u64>>) -> bool {
    post.may_be_rounded() && confirmed.with(|confirmed| !confirmed.contains(&post.id))
}

/// Delivers, where there is an endpoint. Otherwise the person does: the links
/// are copied, and the form is open.
fn hand_in(delivery: Delivery, posts: &[Post]) -> Said {
    if delivery.has_endpoint() {
        return match delivery.hand_in(posts) {
            0 => Said::AlreadyThere,
            count => Said::Added(count),
        };
    }
    let links: Vec<String> = posts.iter().map(Post::canonical).collect();
    // At once, for the form will have the focus.
    let is_copied = clipboard::copy_now(&links.join("\n"));
    address::open(&delivery.page());
    delivery.hand_over_all(posts);
    if is_copied { Said::Copied } else { Said::NotCopied }
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
