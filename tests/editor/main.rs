//! Native suite: the editor of a draft, as drawings: `|` is the caret.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Rule, check};
use campaign_widget::editor::{
    Action, Beside, Environment, Field, Model, Press, Status, Terms, Update, selection,
};
use campaign_widget::notebook::{self, ShareTarget};
use chrono::{DateTime, Utc};
use unicode_normalization::UnicodeNormalization;

#[path = "../support/disk.rs"]
mod disk;
mod drafts;
mod input_method;
mod places;
mod presses;
mod saving;

use disk::{Disk, View};

const TAG: &str = "#Gate xStocks 交易体验#";

/// A browser that does what it is told.
struct Browser {
    monotonic: Rc<Cell<i64>>,
    ids: Rc<Cell<u32>>,
}

impl notebook::Environment for Browser {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_751_600_000_000 + self.monotonic.get()).unwrap()
    }

    fn new_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("id-{}", self.ids.get())
    }
}

impl Environment for Browser {
    fn nfc(&self, text: &str) -> String {
        nfc(text)
    }

    fn monotonic(&self) -> i64 {
        self.monotonic.get()
    }

    fn terms(&self) -> Terms {
        terms()
    }
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn terms() -> Terms {
    let minimum = Minimum { count: 5, unit: Unit::Characters };
    Terms { tag: TAG.to_owned(), account: String::new(), minimum }
}

/// One tab: its field and what it shows.
struct Tab {
    model: Model<View, Browser>,
    field: Field,
    view: View,
    monotonic: Rc<Cell<i64>>,
}

impl Tab {
    fn open(disk: &Rc<RefCell<Disk>>, ids: &Rc<Cell<u32>>) -> Tab {
        let (view, monotonic) = (View::of(disk), Rc::new(Cell::new(0)));
        let browser = Browser { monotonic: monotonic.clone(), ids: ids.clone() };
        let model = Model::new(view.clone(), browser, "zh-CN".to_owned());
        let field = drawn(&format!("{}|", model.drafts().open().text));
        Tab { model, field, view, monotonic }
    }

    fn alone() -> Tab {
        Tab::open(&Rc::default(), &Rc::default())
    }

    /// With this in the field.
    fn with(drawing: &str) -> Tab {
        let mut tab = Tab::alone();
        tab.types(drawing);
        tab
    }

    /// The person makes the field look so, and pauses.
    fn types(&mut self, drawing: &str) {
        self.keys(drawing);
        self.does(Action::Save);
    }

    /// The person makes the field look so.
    fn keys(&mut self, drawing: &str) -> Update {
        self.field = drawn(drawing);
        self.does(Action::Type)
    }

    fn does(&mut self, action: Action) -> Update {
        self.monotonic.set(self.monotonic.get() + 10);
        let update = self.model.update(action, &self.field);
        update.changes.iter().for_each(|change| change.make_on(&mut self.field));
        assert_eq!(self.model.text(), nfc(&self.field.text), "the model knows the field");
        update
    }

    fn presses(&mut self, press: Press) -> String {
        self.does(Action::Press(press));
        self.drawing()
    }

    fn drawing(&self) -> String {
        let mut units: Vec<u16> = self.field.text.encode_utf16().collect();
        units.insert(self.field.caret, u16::from(b'|'));
        String::from_utf16(&units).expect("the caret is between characters")
    }

    /// The texts of the other drafts, the newest first.
    fn others(&self) -> Vec<&str> {
        self.model.drafts().others().iter().map(|draft| draft.text.as_str()).collect()
    }
}

fn drawn(drawing: &str) -> Field {
    let (before, after) = drawing.split_once('|').expect("a caret");
    Field { text: [before, after].concat(), caret: before.encode_utf16().count() }
}
