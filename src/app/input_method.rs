//! What is written in the field and by what: keys, an input method, or a hand
//! that tells nobody.
//!
//! While an input method composes, nothing is written into the field, for in
//! some browser each way of that loses letters or doubles them; and what the card
//! says of the draft stays as it was, except for Hangul. Browsers tell differently of
//! the end: none of the events below comes in all of them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent, KeyboardEvent};

use super::editor::Editor;
use crate::browser::page::{self, Stage};
use crate::browser::timers::after;
use crate::editor::{self, Action};
use crate::ui::element::El;
use crate::ui::reactive::{Slot, effect};

/// How long the card stays as it is once an input method is done, in ms. A press
/// on a button ends a composition, and the button must not move from under it.
const PRESS: u32 = 250;

/// What browsers say of a key that an input method takes for itself.
const TAKEN: u32 = 229;

impl Editor {
    /// Follows what happens in the field.
    pub fn listen(self, area: El) -> El {
        area.on("input", move |event| self.typed(event))
            .on("keydown", move |event| self.key(event))
            .on("compositionstart", move |_| self.composition_starts())
            .on("compositionend", move |_| self.composition_ends())
            .on("focus", move |_| self.refresh())
            .on("change", move |_| self.leave())
            .on("blur", move |_| self.leave())
    }

    /// Reads the field where no event is sure to come.
    pub(super) fn keep_reading(self) {
        effect(move || {
            self.card.time.now.track();
            self.read();
        });
        Slot::here().keep(page::on(Stage::Leave, move || self.save()));
        on_cleanup(move || self.save());
    }

    /// Takes in what the field holds.
    fn read(&self) {
        self.look(Action::Read);
    }

    /// Takes in what the field holds, and stores it.
    pub fn save(&self) {
        self.look(Action::Save);
    }

    fn look(&self, action: Action) {
        let was_composing = self.composes();
        self.act(action);
        if was_composing && !self.composes() {
            self.settle_soon();
        }
    }

    /// The draft as the field holds it at this moment, to do something with it.
    pub fn take(&self) -> String {
        self.save();
        self.settle();
        self.draft.get_untracked()
    }

    /// Has the card say what it finds, unless an input method is composing.
    pub fn settle(&self) {
        if !self.composes() {
            self.is_held.try_set(false);
        }
    }

    fn typed(&self, event: &Event) {
        let event: &InputEvent = event.unchecked_ref();
        match (self.composes(), event.is_composing()) {
            (true, false) => return self.composition_ends(),
            (false, true) => self.composition_starts(),
            _ => {}
        }
        self.act(Action::Type);
        if event.data().is_some_and(|composed| editor::counts_while_composed(&composed)) {
            self.is_held.try_set(false);
        }
    }

    /// A key that no input method takes comes after the end of all composing.
    fn key(&self, event: &Event) {
        let event: &KeyboardEvent = event.unchecked_ref();
        if self.composes() && !event.is_composing() && event.key_code() != TAKEN {
            self.composition_ends();
        }
    }

    fn composition_starts(&self) {
        self.settle();
        self.hold();
        self.act(Action::StartComposing);
    }

    fn composition_ends(&self) {
        self.act(Action::EndComposing);
        self.settle_soon();
    }

    /// The person goes elsewhere, maybe by a press.
    fn leave(&self) {
        self.hold();
        match self.composes() {
            true => self.composition_ends(),
            false => self.save(),
        }
        self.settle_soon();
    }

    /// The card goes on to say what it says now.
    fn hold(&self) {
        let _ = self.report.try_with_untracked(|_| ());
        self.is_held.try_set(true);
    }

    fn settle_soon(self) {
        self.release.keep(after(PRESS, move || self.settle()));
    }
}
