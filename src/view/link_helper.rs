//! Handing in the link of a post.

use chrono::{DateTime, FixedOffset, Utc};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::outbox_list::outbox_list;
use super::step::{heading, step};
use super::trouble::trouble_report;
use crate::app::card::Card;
use crate::app::links::Links;
use crate::browser::{address, clipboard, device};
use crate::campaign::{Phase, Step, Trouble};
use crate::language::{Feedback, Language};
use crate::link::{Found, Post, Refusal, find, judge};
use crate::ui::element::El;
use crate::ui::pause::{BEFORE_SPEAKING, Pause};
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::{Memo, RwSignal, Signal};
use crate::ui::widgets::{announced, button, hint, link, said as said_line};

/// A link of the pasted text, and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
struct Verdict {
    pasted: String,
    /// The id of the post, where the link names one, taken or not.
    post_id: Option<u64>,
    outcome: Result<Post, Refusal>,
}

/// The link helper and the list of submitted links.
pub fn link_helper(card: Card) -> El {
    let links = Links::new(card);
    let said = RwSignal::new(None::<Feedback>);
    let pasted = RwSignal::new(String::new());
    let verdicts = Memo::new(move |_| verdicts(card, &pasted.get()));
    let confirmed = RwSignal::new(Vec::<u64>::new());
    let until = card.campaign.with_value(|campaign| campaign.links_until());
    let shut = move || shut(card, card.time.now.get(), until);
    let sentence = move |said: Option<Feedback>| {
        said.map(|said| card.language().feedback(said)).unwrap_or_default()
    };
    let field = El::new("textarea", "");
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
        if let Some(Feedback::Preview) = refusal {
            links.examine(move |cause| {
                said.try_set(Some(Feedback::PreviewChecked(cause)));
            });
        }
        said.set(Some(refusal.unwrap_or_else(|| {
            // What was not taken stays, to be put right.
            pasted.set(left.join("\n"));
            submit(links, &accepted)
        })));
    };
    let field = field
        .attr("id", "link")
        .attr("part", "link")
        .attr("dir", "ltr")
        .attr("rows", "2")
        .attr("inputmode", "url")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", "https://x.com/…/status/…")
        .attr("aria-labelledby", "hand-in")
        .attr("aria-describedby", "link-hint")
        .bind_value(pasted.into())
        .on("input", move |_| read())
        .on("change", move |_| read())
        .on("focus", move |_| read());
    let texts = move || verdicts.get().into_iter().map(|verdict| verdict.pasted).collect();
    let judged = El::new("ul", "rules")
        .with_each(Signal::derive(texts), move |text| judgement(card, verdicts, confirmed, text));
    // Once it is too late there is nothing to hand in.
    let is_in_time =
        move || shut() != Some(Feedback::TooLate) || pasted.with(|pasted| !pasted.is_empty());
    effect(move || {
        let is_pasted = verdicts.with(|verdicts| verdicts.iter().any(|one| one.outcome.is_ok()));
        card.note(|progress| progress.is_pasted = is_pasted);
    });
    let aloud = RwSignal::new(String::new());
    let pause = Pause::before(move || aloud.set(untrack(|| sentences(card, verdicts, confirmed))));
    effect(move || {
        verdicts.with(|_| ());
        confirmed.track();
        pause.begin_again(BEFORE_SPEAKING);
    });
    let submit_label = match links.has_endpoint() {
        true => card.phrase(Language::submit),
        false => card.phrase(Language::copy_and_open),
    };
    let open_label = card.phrase(Language::open_questionnaire);
    let problems = links.problems();
    // The rest of the card goes on, and links go to the form by hand.
    let report = (!problems.is_empty())
        .then(|| trouble_report(card.attributes, Trouble::Invalid { problems, endpoint: None }));
    let form = El::new("div", "helper")
        .with(hint("link-hint", card.phrase(Language::link_hint)))
        .with(field)
        .with(
            El::new("div", "row")
                .with(button("submit-link", "primary", submit_label, submit))
                .with(link("open-questionnaire", "button", &links.page(), open_label, |_| ())),
        )
        // Below the buttons, which stay where they are.
        .with(judged)
        .with(announced(El::new("p", "unseen")).bind_text(aloud.into()))
        .shown_if(Signal::derive(is_in_time));
    let is_of_use = Signal::derive(move || {
        is_in_time() || links.outbox.with(|outbox| outbox.entries().next().is_some())
    });
    step(card, Step::HandIn, El::new("section", "step hand-in"))
        .shown_if(is_of_use)
        .with(heading(card, Step::HandIn, "hand-in", card.phrase(Language::link_heading)))
        .with(said_line("status", "notice said", text_signal(move || sentence(shut()))))
        .with_all(report.into_iter().collect())
        .with(form)
        .with(said_line("status", "said", text_signal(move || sentence(said.get()))))
        .with(outbox_list(links))
}

/// What becomes of one pasted text.
fn judgement(
    card: Card,
    verdicts: Memo<Vec<Verdict>>,
    confirmed: RwSignal<Vec<u64>>,
    pasted: &str,
) -> El {
    let verdict = verdicts.with_untracked(|verdicts| {
        verdicts.iter().find(|verdict| verdict.pasted == pasted).cloned()
    });
    let item = El::new("li", "verdict").attr("part", "link-verdict");
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
        Signal::derive(move || post.as_ref().is_some_and(|post| is_in_doubt(post, confirmed)));
    let is_refused = outcome.is_err();
    let state = text_signal(move || match is_in_doubt.get() {
        true => "doubtful",
        false if is_refused => "refused",
        false => "accepted",
    });
    let address = outcome.as_ref().map(Post::canonical).unwrap_or_default();
    let sentence = text_signal(move || sentence(card, &outcome, confirmed));
    let confirm = move || confirmed.update(|confirmed| confirmed.extend(post_id));
    let answers = move || {
        El::new("span", "row")
            .with(link(
                "open-post",
                "small button",
                &address,
                card.phrase(Language::open_post),
                |_| (),
            ))
            .with(button("confirm-link", "small", card.phrase(Language::confirm), confirm))
    };
    item.bind_attr("data-state", state).with(
        El::new("span", "")
            .bind_text(sentence)
            .with(El::new("br", ""))
            .with(El::new("span", "quiet").attr("dir", "auto").text(pasted))
            .with_if(is_in_doubt, answers),
    )
}

/// What is said of one pasted text.
fn sentence(card: Card, outcome: &Result<Post, Refusal>, confirmed: RwSignal<Vec<u64>>) -> String {
    if outcome.as_ref().is_ok_and(|post| is_in_doubt(post, confirmed)) {
        return card.language().doubtful().to_owned();
    }
    card.language().verdict(outcome, *card.window.end.offset(), &device::local)
}

/// What is said of all that is pasted, for those who listen: of which text, where there
/// are several.
fn sentences(card: Card, verdicts: Memo<Vec<Verdict>>, confirmed: RwSignal<Vec<u64>>) -> String {
    verdicts.with(|verdicts| {
        let say = |verdict: &Verdict| {
            let sentence = sentence(card, &verdict.outcome, confirmed);
            match verdicts.len() {
                1 => sentence,
                _ => [&verdict.pasted, ": ", &sentence].concat(),
            }
        };
        verdicts.iter().map(say).collect::<Vec<_>>().join("\n")
    })
}

/// Whether only the person can tell that the link names their post, and has not
/// said so.
fn is_in_doubt(post: &Post, confirmed: RwSignal<Vec<u64>>) -> bool {
    post.may_be_rounded() && confirmed.with(|confirmed| !confirmed.contains(&post.id))
}

/// Delivers, where there is an endpoint. Otherwise the person does: the links
/// are copied, and the form is open.
fn submit(links: Links, posts: &[Post]) -> Feedback {
    if links.has_endpoint() {
        return match links.submit(posts) {
            0 => Feedback::AlreadyThere,
            count => Feedback::Added(count),
        };
    }
    let addresses: Vec<String> = posts.iter().map(Post::canonical).collect();
    // At once, for the form will have the focus.
    let is_copied = clipboard::copy_now(&addresses.join("\n"));
    address::open(&links.page());
    links.submit_all_by_hand(posts);
    if is_copied { Feedback::Copied } else { Feedback::NotCopied }
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

/// Why nothing can be submitted at this moment, if that is so.
fn refusal_now(card: Card, text: &str, accepted: &[Post]) -> Option<Feedback> {
    let now = card.time.exactly();
    let until = card.campaign.with_value(|campaign| campaign.links_until());
    if text.trim().is_empty() {
        Some(Feedback::NothingThere)
    } else if accepted.is_empty() {
        Some(Feedback::NoneAccepted)
    } else if let Some(said) = shut(card, now, until) {
        Some(said)
    } else {
        card.time.preview.get_untracked().then_some(Feedback::Preview)
    }
}

/// Why links are not taken at this time, if they are not.
fn shut(card: Card, now: DateTime<Utc>, until: DateTime<FixedOffset>) -> Option<Feedback> {
    if card.window.phase(now) == Phase::Before {
        Some(Feedback::TooSoon)
    } else {
        (now >= until).then_some(Feedback::TooLate)
    }
}
