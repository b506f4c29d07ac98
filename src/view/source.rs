//! Getting the campaign that a widget shows.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::AbortController;

use super::inputs::Inputs;
use super::time::Time;
use crate::browser::fetch::{Cancel, NoFile};
use crate::browser::{fetch, json};
use crate::campaign::{Campaign, Json, Trouble};

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

/// Reads the campaign, anew whenever the page names another one. Until a new
/// one is there the old one stays.
pub fn follow(inputs: Inputs, time: Time) -> RwSignal<Source> {
    let source = RwSignal::new(Source::Awaited);
    Effect::new(move |_| {
        inputs.campaign.track();
        let src = inputs.src.get();
        if let Some(attribute) = inputs.unreadable.get() {
            // A mistaken preview must not become a card that delivers.
            return source.set(Source::Failed(Trouble::NotAMoment { attribute }));
        }
        let Some((object, inline)) =
            inputs.host.try_with_value(|host| (host.campaign(), host.inline_file()))
        else {
            return;
        };
        match (object, src, inline) {
            (Some(object), _, _) => source.set(of_object(&object)),
            (_, Some(src), _) => {
                let Some(cancel) = Cancel::new() else { return };
                let token = cancel.token();
                // Gone when this runs again and when the widget is removed.
                let wanted = StoredValue::new_local(cancel);
                spawn_local(async move {
                    let read = fetched(src, token, inputs, time).await;
                    if wanted.try_with_value(|_| ()).is_some() {
                        let _ = source.try_set(read);
                    }
                });
            }
            (_, _, Some(text)) => source.set(of_text(&text)),
            _ => source.set(Source::Failed(Trouble::NoSource)),
        }
    });
    source
}

async fn fetched(src: String, cancel: AbortController, inputs: Inputs, time: Time) -> Source {
    match fetch::file(&src, cancel).await {
        Ok(file) => {
            if let Some(server_time) = file.server_time {
                time.synchronise(inputs, server_time);
            }
            of_text(&file.text)
        }
        Err(NoFile::Unreachable) => Source::Failed(Trouble::Unreachable { src }),
        Err(NoFile::Status(code)) => Source::Failed(Trouble::Status { src, code }),
    }
}

fn of_text(text: &str) -> Source {
    match json::parse(text) {
        Ok(file) => of_json(&file),
        Err(words) => Source::Failed(Trouble::NotJson { words }),
    }
}

fn of_object(object: &JsValue) -> Source {
    of_json(&json::from_js(object))
}

fn of_json(file: &Json) -> Source {
    match Campaign::read(file) {
        Ok(campaign) => Source::Ready(Arc::new(campaign)),
        Err(problems) => Source::Failed(Trouble::Invalid(problems)),
    }
}
