//! Writing a post that will be accepted.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::context::Card;
use super::field;
use super::rule_list::RuleList;
use crate::browser::channel::Channel;
use crate::browser::{address, clipboard, storage, text};
use crate::campaign::{Minimum, Unit};
use crate::draft::{Finding, Report, Rule, Rules, Verdict, check, insertion, repairs};

/// How long a person pauses before a change is announced.
const PAUSE: Duration = Duration::from_secs(1);

/// A button that changes the text.
#[derive(Debug, Clone, Copy)]
enum Press {
    Insert,
    Fix(Rule),
}

/// The composer of one card.
#[component]
pub fn Composer(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let draft = RwSignal::new(String::new());
    let composing = StoredValue::new(false);
    let pressed = StoredValue::new(None::<Press>);
    let copied = RwSignal::new(None::<bool>);
    let report = Memo::new(move |_| report(card, &draft.get()));

    // The draft of the chosen language comes back from where it was kept.
    Effect::new(move |_| {
        let kept = storage::get(&draft_key(card)).unwrap_or_default();
        if let Some(area) = area.get() {
            area.set_value(&kept);
        }
        draft.set(kept);
    });
    // Another tab or card wrote on; whoever is writing here is not disturbed.
    let shared = StoredValue::new_local(Channel::open(&card.key("draft"), move || {
        let Some(area) = area.try_get_untracked().flatten() else { return };
        let kept = untrack(|| storage::get(&draft_key(card))).unwrap_or_default();
        if !field::is_in_use(&area) && kept != area.value() {
            area.set_value(&kept);
            draft.set(kept);
        }
    }));
    let changed = move || {
        if let Some(area) = area.get_untracked() {
            copied.set(None);
            // Whoever writes has chosen the language of what is written.
            if card.chosen.get_untracked().is_none() {
                card.chosen.set(Some(card.shown.get_untracked()));
            }
            keep(card, &area.value());
            shared.with_value(|shared| shared.iter().for_each(Channel::tell));
            draft.set(area.value());
        }
    };
    let make = move |press: Press| {
        let Some(area) = area.get_untracked() else { return };
        if composing.get_value() {
            // Whatever an input method is composing belongs to it alone.
            return pressed.set_value(Some(press));
        }
        let (tag, minimum) = (tag(card), minimum(card));
        let edits = match press {
            Press::Insert => {
                insertion(&area.value(), field::caret(&area), &tag).into_iter().collect()
            }
            Press::Fix(rule) => repairs(&area.value(), &Rules { tag: &tag, minimum }, rule),
        };
        field::make(&area, &edits);
        changed();
    };
    let insert_tag = move |_| make(Press::Insert);
    let fix = move |rule: Rule| make(Press::Fix(rule));
    let copy = move |_| {
        let text = draft.get_untracked();
        if text.trim().is_empty() {
            // Whatever is on the clipboard is worth more than nothing.
            if let Some(area) = area.get_untracked() {
                let _ = area.focus();
            }
            return;
        }
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            let _ = copied.try_set(Some(done));
            if done {
                card.fire("campaign-copy", &[]);
            }
        });
    };
    let share_x = move |_| {
        let text = report.with_untracked(|report| address::encode(&report.x.text));
        address::open(&format!("https://x.com/intent/post?text={text}"));
        card.fire("campaign-share", &[("to", "x".into())]);
    };
    Effect::new(move |before: Option<bool>| {
        let passes = report.with(Report::passes);
        if passes != before.unwrap_or_default() {
            card.fire("campaign-draft", &[("passes", JsValue::from_bool(passes))]);
        }
        passes
    });

    let compose = card.campaign.with_value(|campaign| campaign.compose.clone());
    // What is nearly there is repaired rather than inserted again.
    let lacks_tag = Memo::new(move |_| {
        let lacks = |verdict: &Verdict| verdict.finding == Finding::TagMissing;
        report.with(|report| report.verdicts.iter().any(lacks))
    });
    let said = move || match copied.get() {
        Some(true) => card.phrases().copied,
        Some(false) => card.phrases().not_copied,
        None => "",
    };

    view! {
        <section class="composer">
            <h3><label for="draft">{move || card.phrases().write}</label></h3>
            <Prompts card />
            <textarea
                id="draft"
                part="draft"
                rows="5"
                node_ref=area
                lang=move || card.wording_language()
                placeholder=move || card.phrases().placeholder
                aria-describedby="count what-counts"
                on:input=move |_| changed()
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    composing.set_value(false);
                    changed();
                    if let Some(press) = pressed.try_update_value(Option::take).flatten() {
                        make(press);
                    }
                }
            ></textarea>
            <div class="row spread">
                <Count card report />
                {move || lacks_tag.get().then(|| view! {
                    <button type="button" class="small tag" part="insert-tag" on:click=insert_tag>
                        {move || (card.phrases().insert_tag)(&card.wording(|wording| wording.tag.clone()))}
                    </button>
                })}
            </div>
            <p class="quiet" id="what-counts">
                {move || (card.phrases().what_counts)(minimum(card).unit)}
            </p>
            <RuleList card draft report fix />
            <div class="row">
                <button type="button" class="primary" part="copy" on:click=copy>
                    {move || card.phrases().copy}
                </button>
                <button type="button" part="share-x" on:click=share_x>
                    {move || card.phrases().share_x}
                </button>
                {compose.map(|compose| view! {
                    <a
                        part="open-compose"
                        class="button"
                        href=compose
                        target="_blank"
                        rel="noopener"
                        on:click=move |_| card.fire("campaign-share", &[("to", "compose".into())])
                    >
                        {move || card.phrases().open_compose}
                    </a>
                })}
            </div>
            <p class="said" role="status">{said}</p>
        </section>
    }
}

/// How much is written: at once for the eyes, after a pause for the ears.
#[component]
fn Count(
    /// The card that it belongs to.
    card: Card,
    /// What the check found.
    report: Memo<Report>,
) -> impl IntoView {
    let count = move || report.with(|report| report.count);
    let enough = move || report.with(|report| report.count >= report.minimum.count as usize);
    let sentence =
        move || report.with(|report| (card.phrases().count)(report.count, report.minimum));
    let aloud = RwSignal::new(String::new());
    let pause = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<()>| {
        let now = sentence();
        if before.is_some() {
            let say = move || drop(aloud.try_set(now));
            pause.set_value(Some(Timeout::new(PAUSE.as_millis() as u32, say)));
        }
    });
    let x = move || report.with(|report| report.x.weight);
    view! {
        <p class="row">
            <span
                id="count"
                part="count"
                class="count"
                aria-hidden="true"
                data-count=move || count().to_string()
                data-minimum=move || report.with(|report| report.minimum.count.to_string())
                data-state=move || if enough() { "pass" } else { "fail" }
            >
                {sentence}
            </span>
            <span part="x-count" class="count quiet" data-weight=move || x().to_string()>
                {move || (card.phrases().x_count)(x())}
            </span>
            <span class="unseen" role="status">{aloud}</span>
        </p>
    }
}

/// Questions that help to start. They fold away, and only by the person's
/// hand, so that nothing moves while one types.
#[component]
fn Prompts(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
    let prompts = Memo::new(move |_| card.wording(|wording| wording.prompts.clone()));
    let list =
        move || prompts.get().into_iter().map(|prompt| view! { <li>{prompt}</li> }).collect_view();
    view! {
        <details class="prompts" part="prompts" hidden=move || prompts.with(Vec::is_empty)>
            <summary>{move || card.phrases().prompts}</summary>
            <ul lang=move || card.wording_language()>{list}</ul>
        </details>
    }
}

fn report(card: Card, draft: &str) -> Report {
    let tag = tag(card);
    let rules = Rules { tag: &tag, minimum: minimum(card) };
    check(&text::nfc(draft), &rules, text::segments)
}

fn tag(card: Card) -> String {
    text::nfc(&card.wording(|wording| wording.tag.clone()))
}

fn minimum(card: Card) -> Minimum {
    card.wording(|wording| Some(wording.minimum))
        .unwrap_or(Minimum { count: 1, unit: Unit::Characters })
}

fn draft_key(card: Card) -> String {
    card.key(&format!("draft:{}", card.wording_language()))
}

fn keep(card: Card, draft: &str) {
    let key = untrack(|| draft_key(card));
    match draft.is_empty() {
        true => storage::remove(&key),
        false => storage::set(&key, draft),
    }
}
