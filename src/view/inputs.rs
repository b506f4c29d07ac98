//! What the page asks for: the element's attributes, as signals.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::browser::host::Host;
use crate::campaign::read_moment;

/// The element and its attributes.
#[derive(Clone, Copy)]
pub struct Inputs {
    /// The element.
    pub host: StoredValue<Host, LocalStorage>,
    /// `src`: where the campaign file is.
    pub src: RwSignal<Option<String>>,
    /// Notified when the property `campaign` changes.
    pub campaign: Trigger,
    /// The languages that the page and the reader ask for, the best first.
    pub languages: RwSignal<Vec<String>>,
    /// `server-now`, and the monotonic milliseconds at which it was true.
    pub server_now: RwSignal<Option<(DateTime<Utc>, i64)>>,
    /// `preview-at`: where the widget's clock starts.
    pub preview_at: RwSignal<Option<DateTime<Utc>>>,
    /// The attributes that should be an instant and are none.
    pub unreadable: RwSignal<Vec<&'static str>>,
}

impl Inputs {
    /// Reads all attributes.
    pub fn of(host: Host, server_now_at: f64) -> Inputs {
        let inputs = Inputs {
            host: StoredValue::new_local(host),
            src: RwSignal::new(None),
            campaign: Trigger::new(),
            languages: RwSignal::new(Vec::new()),
            server_now: RwSignal::new(None),
            preview_at: RwSignal::new(None),
            unreadable: RwSignal::new(Vec::new()),
        };
        for name in ["src", "lang", "server-now", "preview-at"] {
            inputs.attribute_changed(name, server_now_at);
        }
        inputs
    }

    /// Reads one attribute anew. `theme` is left to the style sheet, and
    /// `loading` has done its work.
    pub fn attribute_changed(&self, name: &str, server_now_at: f64) {
        let Some(host) = self.host.try_get_value() else { return };
        let value = host.attribute(name);
        match name {
            "src" => self.src.set(value),
            "lang" => self.languages.set(host.languages()),
            "server-now" => {
                let time = self.instant("server-now", value);
                self.server_now.set(time.map(|time| (time, server_now_at as i64)));
            }
            "preview-at" => self.preview_at.set(self.instant("preview-at", value)),
            _ => {}
        }
    }

    fn instant(&self, attribute: &'static str, value: Option<String>) -> Option<DateTime<Utc>> {
        let instant = value.as_deref().map(instant);
        let is_unreadable = instant == Some(None);
        if is_unreadable != self.unreadable.with_untracked(|names| names.contains(&attribute)) {
            self.unreadable.update(|names| match is_unreadable {
                true => names.push(attribute),
                false => names.retain(|name| *name != attribute),
            });
        }
        instant.flatten()
    }
}

/// RFC 3339, or milliseconds since 1970.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    match text.parse() {
        Ok(millis) => DateTime::from_timestamp_millis(millis),
        Err(_) => read_moment(text).ok().map(|moment| moment.to_utc()),
    }
}
