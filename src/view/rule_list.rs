//! Where the draft stands with each rule.

use leptos::prelude::*;

use super::context::Card;
use crate::draft::{Finding, Report, Rule, State, Verdict};

/// One line a rule, with a button that repairs what can be repaired.
#[component]
pub fn RuleList(
    /// The card that it belongs to.
    card: Card,
    /// The draft.
    draft: RwSignal<String>,
    /// What the check found.
    report: Memo<Report>,
    /// Repairs a rule's failure.
    fix: impl Fn(Rule) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let line = move |verdict: Verdict| {
        let (rule, state) = (verdict.rule.name(), verdict.state.name());
        let button = can_be_fixed(&verdict).then(|| {
            view! {
                <button
                    type="button"
                    class="small"
                    part="fix"
                    data-rule=rule
                    on:click=move |_| fix(verdict.rule)
                >
                    {move || card.phrases().fix}
                </button>
            }
        });
        let sentence = move || {
            let (minimum, tag) =
                card.wording(|wording| (Some(wording.minimum), wording.tag.clone()));
            minimum.map(|minimum| (card.phrases().rule)(&verdict, minimum, &tag))
        };
        view! {
            <li part="rule" class="rule" data-rule=rule data-state=state>
                <span>{sentence}</span>
                {button}
            </li>
        }
    };
    let lines = move || report.get().verdicts.into_iter().map(line).collect_view();
    let linked = move || {
        report.with(|report| {
            let has_tag = report.x.text.contains(['#', '＃']);
            has_tag.then(|| (card.phrases().x_links)(&report.x.linked))
        })
    };
    view! {
        <ul class="rules" class:todo=move || draft.with(|draft| draft.trim().is_empty())>{lines}</ul>
        <p class="quiet">{linked}</p>
    }
}

fn can_be_fixed(verdict: &Verdict) -> bool {
    let found = match &verdict.finding {
        Finding::NearMisses(misses) => !misses.is_empty(),
        Finding::OtherTags(others) => !others.is_empty(),
        _ => false,
    };
    found && verdict.state == State::Fail
}
