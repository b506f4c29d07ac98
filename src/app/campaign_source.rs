//! Getting the campaign that a widget shows.

use std::sync::Arc;

use wasm_bindgen::JsValue;
use web_sys::AbortController;

use super::attributes::Attributes;
use super::clock::CardClock;
use crate::browser::fetch::{Cancel, NoFile};
use crate::browser::{fetch, json};
use crate::campaign::{Campaign, Problem, Trouble, repeated};
use crate::json::Json;
use crate::json::fields::{field, present};
use crate::ui::reactive::{Slot, effect, start};
use crate::ui::signal::RwSignal;

/// What became of the campaign file.
#[derive(Debug, Clone)]
pub enum Source {
    /// Not there yet.
    Awaited,
    /// A campaign to show.
    Ready(Arc<Campaign>),
    /// Nothing to show.
    Failed(Trouble),
}

/// Reads the campaign, again whenever the page names another one. Until a new
/// one is there the old one stays.
pub fn follow(attributes: Attributes, time: CardClock) -> RwSignal<Source> {
    let source = RwSignal::new(Source::Awaited);
    effect(move || {
        attributes.campaign.track();
        let src = attributes.src.get();
        // After a preview the clock needs the server's time again.
        if let Some(attribute) = attributes.times.with(|times| times.unreadable()) {
            // A mistaken preview must not become a card that delivers.
            return source.set(Source::Failed(Trouble::NotAMoment { attribute }));
        }
        let Some((object, inline)) =
            attributes.host.try_with_value(|host| (host.campaign(), host.inline_file()))
        else {
            return;
        };
        match (object, src, inline) {
            (Some(object), _, _) => show(source, of_object(&object)),
            (_, Some(src), _) => {
                let Some(cancel) = Cancel::new() else { return };
                let token = cancel.token();
                // Gone when this runs again and when the widget is removed.
                let wanted = Slot::here();
                wanted.keep(cancel);
                start(async move {
                    let read = fetched(src, token, attributes, time).await;
                    if wanted.is_alive() {
                        show(source, read);
                    }
                });
            }
            (_, _, Some(text)) => show(source, of_text(&text)),
            _ => source.set(Source::Failed(Trouble::NoSource)),
        }
    });
    source
}

/// Shows what was read, unless it is the campaign that is shown already: a
/// page that passes the same one again must not disturb who is writing.
fn show(source: RwSignal<Source>, read: Source) {
    let same = source.try_with_untracked(|shown| match (shown, &read) {
        (Source::Ready(shown), Source::Ready(read)) => shown == read,
        _ => false,
    });
    if same == Some(false) {
        source.try_set(read);
    }
}

async fn fetched(
    src: String,
    cancel: AbortController,
    attributes: Attributes,
    time: CardClock,
) -> Source {
    let early = attributes.early.try_update_value(Option::take).flatten();
    let early = early.filter(|early| early.src() == src);
    match fetch::file(&src, cancel, early).await {
        Ok(file) => {
            if let Some(server_time) = file.server_time {
                time.synchronise(attributes, server_time);
            }
            of_text(&file.text)
        }
        Err(NoFile::Unreachable) => Source::Failed(Trouble::Unreachable { src }),
        Err(NoFile::Status(code)) => Source::Failed(Trouble::Status { src, code }),
        Err(NoFile::Undecodable) => Source::Failed(Trouble::Undecodable { src }),
    }
}

fn of_text(text: &str) -> Source {
    match json::parse(text) {
        Ok(file) => of_json(&file, repeated(text)),
        Err(words) => Source::Failed(Trouble::NotJson { words }),
    }
}

/// As if its JSON were the file: what a page passes may hold anything.
fn of_object(object: &JsValue) -> Source {
    match json::text_of(object) {
        Ok(text) => of_text(&text),
        Err(words) => Source::Failed(Trouble::NotJson { words }),
    }
}

fn of_json(file: &Json, mut problems: Vec<Problem>) -> Source {
    match Campaign::read(file) {
        Ok(campaign) if problems.is_empty() => return Source::Ready(Arc::new(campaign)),
        Ok(_) => {}
        Err(others) => problems.extend(others),
    }
    let endpoint = field(field(file, "questionnaire"), "endpoint");
    Source::Failed(Trouble::Invalid { problems, endpoint: present(endpoint).cloned() })
}
