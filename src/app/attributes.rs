//! What the page asks for: the element's attributes, as signals.

use chrono::{DateTime, Utc};

use super::chunks::Chunks;
use crate::browser::fetch::EarlyFile;
use crate::browser::host::Host;
use crate::language::Language;
use crate::time::read_moment;
use crate::ui::signal::RwSignal;
use crate::ui::stored_value::StoredValue;

/// The element and its attributes.
#[derive(Clone, Copy)]
pub struct Attributes {
    /// The element.
    pub host: StoredValue<Host>,
    /// `src`: where the campaign file is.
    pub src: RwSignal<Option<String>>,
    /// Notified when the property `campaign` changes.
    pub campaign: RwSignal<()>,
    /// The languages that the page and the reader ask for, the best first, by spaces.
    pub languages: RwSignal<String>,
    /// The language of the card.
    pub language: RwSignal<&'static Language>,
    /// `server-now` and `preview-at`.
    pub times: RwSignal<Times>,
    /// The campaign file that is on its way already.
    pub early: StoredValue<Option<EarlyFile>>,
    /// The chunks of the module that come later.
    pub chunks: Chunks,
}

/// The attributes that are instants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Times {
    server_now: Option<(Option<DateTime<Utc>>, i64)>,
    preview_at: Option<Option<DateTime<Utc>>>,
}

impl Times {
    /// `server-now`, and the monotonic milliseconds at which it was true.
    pub fn server_now(&self) -> Option<(DateTime<Utc>, i64)> {
        let (instant, at) = self.server_now?;
        Some((instant?, at))
    }

    /// `preview-at`: where the widget's clock starts.
    pub fn preview_at(&self) -> Option<DateTime<Utc>> {
        self.preview_at.flatten()
    }

    /// The attribute that should be an instant and is none.
    pub fn unreadable(&self) -> Option<&'static str> {
        match (self.server_now, self.preview_at) {
            (Some((None, _)), _) => Some("server-now"),
            (_, Some(None)) => Some("preview-at"),
            _ => None,
        }
    }
}

impl Attributes {
    /// Reads all attributes. `early` is the campaign file that is on its way already.
    pub fn of(
        host: Host,
        server_now_at: f64,
        early: Option<EarlyFile>,
        language: &'static Language,
        chunks: Chunks,
    ) -> Attributes {
        let attributes = Attributes {
            host: StoredValue::new(host),
            src: RwSignal::new(None),
            campaign: RwSignal::new(()),
            languages: RwSignal::new(String::new()),
            language: RwSignal::new(language),
            times: RwSignal::new(Times::default()),
            early: StoredValue::new(early),
            chunks,
        };
        for name in ["src", "server-now", "preview-at"] {
            attributes.attribute_changed(name, server_now_at);
        }
        attributes
    }

    /// Notes the languages that are asked for now, and which of them the card speaks.
    pub fn languages_changed(&self, wanted: &str, language: &'static Language) {
        if self.languages.with_untracked(|known| known != wanted) {
            self.languages.set(wanted.to_owned());
        }
        if self.language.get_untracked() != language {
            self.language.set(language);
        }
    }

    /// Reads one attribute again. `theme` and `layout` are left to the style
    /// sheet, and `loading` has done its work.
    pub fn attribute_changed(&self, name: &str, server_now_at: f64) {
        let Some(host) = self.host.try_get_value() else { return };
        let value = host.attribute(name);
        match name {
            "src" => self.src.set(value),
            "server-now" => self.times.update(|times| {
                let instant = value.as_deref().map(instant);
                times.server_now = instant.map(|instant| (instant, server_now_at as i64));
            }),
            "preview-at" => {
                self.times.update(|times| times.preview_at = value.as_deref().map(instant));
            }
            _ => {}
        }
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
