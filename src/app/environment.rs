//! What an editor needs of a browser.

use chrono::{DateTime, Utc};

use super::card::Card;
use super::editor::terms;
use crate::browser::{device, text};
use crate::editor::{self, Terms};
use crate::notebook;

impl notebook::Environment for Card {
    fn now(&self) -> DateTime<Utc> {
        self.time.exactly()
    }

    fn new_id(&self) -> String {
        device::uuid()
    }
}

impl editor::Environment for Card {
    fn nfc(&self, text: &str) -> String {
        text::nfc(text)
    }

    fn monotonic(&self) -> i64 {
        device::monotonic()
    }

    fn terms(&self) -> Terms {
        terms(*self)
    }
}
