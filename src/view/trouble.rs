//! Telling the page's author, in place, why there is no card.

use crate::app::attributes::Attributes;
use crate::browser::{device, json};
use crate::campaign::{Endpoint, Problem, Trouble};
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::stored_value::StoredValue;

/// What is wrong with the campaign file, every problem with its path.
pub fn trouble_report(attributes: Attributes, trouble: Trouble) -> El {
    let trouble = with_endpoint(trouble);
    attributes.chunks.dress();
    let code = trouble.code();
    let trouble = StoredValue::new(trouble);
    let language = attributes.language;
    let headline =
        text_signal(move || trouble.with_value(|trouble| language.get().trouble(trouble)));
    let problem = move |problem: &Problem| {
        let flaw = problem.flaw.clone();
        let says = text_signal(move || language.get().flaw(&flaw));
        let item = El::new("li", "").attr("part", "problem").attr("data-path", &problem.path);
        let item = match problem.path.is_empty() {
            true => item,
            false => item.with(El::new("code", "").text(&problem.path)),
        };
        item.text(" ").bind_text(says)
    };
    let problems = trouble.with_value(|trouble| match trouble {
        Trouble::Invalid { problems, .. } => problems.iter().map(problem).collect(),
        _ => Vec::new(),
    });
    effect(move || {
        let message = message(trouble, language.get_untracked());
        device::report(&message);
        let detail = [("code", code.into()), ("message", message.into())];
        let _ = attributes.host.try_with_value(|host| host.fire("campaign-error", &detail));
    });
    El::new("div", "trouble")
        .attr("part", "error")
        .attr("role", "alert")
        .attr("data-code", code)
        .bind_attr("lang", text_signal(move || language.get().tag()))
        .bind_attr("dir", text_signal(move || language.get().direction()))
        .with(El::new("p", "").bind_text(headline))
        .with(El::new("ul", "").with_all(problems))
}

/// Adds what is wrong with the endpoint.
fn with_endpoint(trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Invalid { mut problems, endpoint: Some(endpoint) } => {
            let read = Endpoint::read(&endpoint, &json::parsed);
            problems.extend(read.err().unwrap_or_default());
            Trouble::Invalid { problems, endpoint: None }
        }
        other => other,
    }
}

/// Everything in one text, for the console and the event.
fn message(trouble: StoredValue<Trouble>, language: &Language) -> String {
    trouble.with_value(|trouble| {
        let mut message = language.trouble(trouble);
        if let Trouble::Invalid { problems, .. } = trouble {
            for problem in problems {
                message.push_str("\n- ");
                message.push_str(&problem.path);
                message.push_str(": ");
                message.push_str(&language.flaw(&problem.flaw));
            }
        }
        message
    })
}
