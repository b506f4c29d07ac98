//! Telling the page's author, in place, why there is no card.

use leptos::prelude::*;

use super::inputs::Inputs;
use super::live::{effect, text};
use crate::campaign::{Problem, Trouble};
use crate::language::Language;

/// What is wrong with the campaign file, every problem with its path.
#[component]
pub fn TroubleReport(
    /// The element and its attributes.
    inputs: Inputs,
    /// The language of the card.
    language: Memo<Language>,
    /// What is wrong.
    trouble: Trouble,
) -> impl IntoView {
    let code = trouble.code();
    let trouble = StoredValue::new(trouble);
    let headline =
        move || trouble.with_value(|trouble| (language.get().phrases().trouble)(trouble));
    let problems = move || {
        let phrases = language.get().phrases();
        let problem = |problem: &Problem| {
            let path = problem.path.clone();
            let name = (!path.is_empty()).then(|| view! { <code>{path.clone()}</code> });
            let says = (phrases.flaw)(&problem.flaw);
            view! { <li part="problem" data-path=path>{name} " " {says}</li> }
        };
        trouble.with_value(|trouble| match trouble {
            Trouble::Invalid(problems) => problems.iter().map(problem).collect_view(),
            _ => Vec::new(),
        })
    };
    effect(move || {
        let message = message(trouble, language.get_untracked());
        leptos::logging::error!("<campaign-widget>: {message}");
        let detail = [("code", code.into()), ("message", message.into())];
        let _ = inputs.host.try_with_value(|host| host.fire("campaign-error", &detail));
    });

    view! {
        <div class="trouble" part="error" role="alert" data-code=code lang=text(move || language.get().tag())>
            <p>{text(headline)}</p>
            <ul>{problems}</ul>
        </div>
    }
}

/// Everything in one text, for the console and the event.
fn message(trouble: StoredValue<Trouble>, language: Language) -> String {
    let phrases = language.phrases();
    trouble.with_value(|trouble| {
        let mut message = (phrases.trouble)(trouble);
        if let Trouble::Invalid(problems) = trouble {
            for problem in problems {
                message.push_str("\n- ");
                message.push_str(&problem.path);
                message.push_str(": ");
                message.push_str(&(phrases.flaw)(&problem.flaw));
            }
        }
        message
    })
}
