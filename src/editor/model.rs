//! The state of an editor, and what each action makes of it.

use super::edits::edits;
use super::{Action, Beside, Field, Press, Replacement, Status};
use crate::campaign::Minimum;
use crate::draft::{Edit, Rules};
use crate::json::Store;
use crate::notebook::{self, Draft, Drafts};

/// The longest between two keys of somebody who is typing, in milliseconds.
const BETWEEN_KEYS_MS: i64 = 2_000;

/// How soon what is typed is stored, in milliseconds: a crash of the browser costs
/// no more, and no key waits for the storage.
const SAVE_IN_MS: u32 = 250;

/// What an editor needs of a browser.
pub trait Environment: notebook::Environment {
    /// A text in NFC (UAX #15), in which form it is checked and shared.
    fn nfc(&self, text: &str) -> String;

    /// Milliseconds of a clock that nobody sets.
    fn monotonic(&self) -> i64;

    /// What the campaign asks for, in the language that is shown.
    fn terms(&self) -> Terms;
}

/// What a campaign asks of a draft: [`Rules`], to keep.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The campaign tag, in NFC.
    pub tag: String,
    /// The campaign's account, in NFC; empty where there is none.
    pub account: String,
    /// How much the person has to write.
    pub minimum: Minimum,
}

impl Terms {
    /// The rules.
    pub fn rules(&self) -> Rules<'_> {
        Rules { tag: &self.tag, account: &self.account, minimum: self.minimum }
    }
}

/// What is to be done after an [`Action`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    /// What changes in the field, one after the other, before anything else happens
    /// to it.
    pub changes: Vec<Change>,
    /// The field gets the focus.
    pub takes_focus: bool,
    /// The person or a press wrote in the open draft.
    pub is_written: bool,
    /// There is something to store by [`Action::Save`], in at most so many
    /// milliseconds.
    pub save_in: Option<u32>,
    /// Something was stored, of which other tabs are to be told.
    pub is_stored: bool,
    /// The store is to be looked at again when the person has stopped writing, in so
    /// many milliseconds.
    pub refresh_in: Option<u32>,
}

/// A change of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// As if the person had typed, so that the browser's undo takes it back.
    Replace(Replacement),
    /// Another draft.
    Show(String),
}

/// The draft that is being written, and the others.
pub struct Model<S, E> {
    drafts: Drafts<S, E>,
    /// What is written, in NFC.
    text: String,
    /// What is written, if it is not stored yet.
    unsaved: Option<String>,
    composes: bool,
    /// What waits until an input method is done: what that composes belongs to it
    /// alone.
    waiting: Vec<Action>,
    /// When the person last wrote.
    wrote_at: Option<i64>,
    status: Status,
}

impl<S: Store, E: Environment> Model<S, E> {
    /// Opens what was written last in a language.
    pub fn new(store: S, environment: E, language: String) -> Model<S, E> {
        let drafts = Drafts::new(store, environment, language);
        let text = drafts.environment().nfc(&drafts.open().text);
        let status = standing(drafts.open());
        Model {
            drafts,
            text,
            unsaved: None,
            composes: false,
            waiting: Vec::new(),
            wrote_at: None,
            status,
        }
    }

    /// What is written, in NFC.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The drafts, of which the open one holds the text as it was stored last.
    pub fn drafts(&self) -> &Drafts<S, E> {
        &self.drafts
    }

    /// What there is to say.
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// Says something else.
    pub fn say(&mut self, status: Status) {
        self.status = status;
    }

    /// Whether an input method is composing.
    pub fn composes(&self) -> bool {
        self.composes
    }

    /// Answers an action, with the field as it is.
    pub fn update(&mut self, action: Action, field: &Field) -> Update {
        let update = self.answer(action, field);
        Update { save_in: self.unsaved.as_ref().map(|_| SAVE_IN_MS), ..update }
    }

    fn answer(&mut self, action: Action, field: &Field) -> Update {
        match action {
            Action::Read => self.read(field),
            Action::Save => self.read(field).and(self.save()),
            Action::Type => self.typed(&field.text),
            Action::StartComposing => {
                self.composes = true;
                Update::default()
            }
            Action::EndComposing => self.end_composing(field),
            Action::Refresh { is_focused } => {
                let read = self.read(field).and(self.save());
                read.and(self.refresh(is_focused))
            }
            Action::Share { id, text, target, beside } => {
                let save = self.save();
                // Some ways take a while, and another draft may be open by now.
                if id == self.drafts.open().id {
                    self.status = Status::Shared(target, beside);
                }
                let is_stored = !text.trim().is_empty();
                if is_stored {
                    self.drafts.mark_shared(&id, &text, target);
                }
                save.and(Update { is_stored, ..Update::default() })
            }
            Action::SwitchLanguage(_) | Action::Press(_) => {
                let read = self.read(field);
                if self.composes {
                    self.waiting.push(action);
                    return read;
                }
                read.and(self.act(action, field))
            }
        }
    }

    fn read(&mut self, field: &Field) -> Update {
        if self.nfc(&field.text) == self.text {
            return Update::default();
        }
        match self.composes {
            // Whoever else writes ends what is composed, in every browser; not
            // every one tells of that end.
            true => self.end_composing(field),
            false => self.typed(&field.text),
        }
    }

    fn typed(&mut self, text: &str) -> Update {
        if text == self.unsaved.as_ref().unwrap_or(&self.drafts.open().text) {
            return Update::default();
        }
        self.wrote_at = Some(self.drafts.environment().monotonic());
        self.text = self.nfc(text);
        self.unsaved = Some(text.to_owned());
        let update = Update { is_written: true, ..Update::default() };
        // What becomes of a post that is written on is known once that is stored.
        if self.drafts.open().post.is_some() {
            return update.and(self.save());
        }
        self.change_status(Status::None);
        update
    }

    /// Stores what is not stored yet.
    fn save(&mut self) -> Update {
        let Some(text) = self.unsaved.take() else { return Update::default() };
        let had_post = self.drafts.open().post.is_some();
        if self.drafts.write(&text) {
            self.status = Status::Conflict;
        }
        if had_post || self.drafts.open().post.is_some() {
            self.change_status(standing(self.drafts.open()));
        }
        Update { is_stored: true, ..Update::default() }
    }

    fn change_status(&mut self, next: Status) {
        let before = std::mem::replace(&mut self.status, Status::None);
        self.status = before.after_change(self.text.is_empty(), next);
    }

    fn end_composing(&mut self, field: &Field) -> Update {
        self.composes = false;
        let mut update = self.typed(&field.text);
        let mut field = field.clone();
        for action in std::mem::take(&mut self.waiting) {
            let next = self.act(action, &field);
            next.changes.iter().for_each(|change| change.make_on(&mut field));
            update = update.and(next);
        }
        update
    }

    /// Does what is asked for, and stores what is written before and after it.
    fn act(&mut self, action: Action, field: &Field) -> Update {
        let before = self.save();
        let done = self.done(action, field);
        before.and(done).and(self.save())
    }

    fn done(&mut self, action: Action, field: &Field) -> Update {
        let press = match action {
            Action::Press(press) => press,
            Action::SwitchLanguage(language) => {
                return match self.drafts.switch_to(language) {
                    true => self.show(),
                    false => Update::default(),
                };
            }
            _ => return Update::default(),
        };
        match press {
            // What was shared as it stands is kept in any case.
            Press::Clear if self.drafts.open().shared_to().is_some() => {
                self.drafts.start();
                self.go_on_with_another()
            }
            Press::Start => {
                self.drafts.start();
                self.go_on_with_another()
            }
            Press::Open(id) => {
                self.drafts.open_other(&id);
                self.go_on_with_another()
            }
            Press::Delete(id) => {
                self.status = self.drafts.delete(&id).map_or(Status::None, Status::Deleted);
                Update { is_stored: true, ..Update::default() }
            }
            Press::Undo => self.undo(field),
            _ => self.edit(&press, field),
        }
    }

    fn undo(&mut self, field: &Field) -> Update {
        match std::mem::replace(&mut self.status, Status::None) {
            Status::Cleared(text) => self.make(&[Edit { range: 0..0, with: text }], field),
            Status::Deleted(draft) => {
                self.drafts.restore(draft);
                self.status = standing(self.drafts.open());
                Update { is_stored: true, ..Update::default() }
            }
            status => {
                self.status = status;
                Update::default()
            }
        }
    }

    fn edit(&mut self, press: &Press, field: &Field) -> Update {
        let environment = self.drafts.environment();
        let caret = field.caret_in_nfc(|text| environment.nfc(text));
        let before = self.text.clone();
        let edits = edits(press, &before, caret, &environment.terms().rules());
        let update = self.make(&edits, field);
        if let Press::Clear = press {
            self.status = Status::Cleared(before);
        }
        update
    }

    fn make(&mut self, edits: &[Edit], field: &Field) -> Update {
        let environment = self.drafts.environment();
        let replacement = Replacement::of(field, edits, |text| environment.nfc(text));
        let Some(replacement) = replacement else { return Update::default() };
        let update = self.typed(&replacement.text);
        Update { changes: vec![Change::Replace(replacement)], ..update }
    }

    fn refresh(&mut self, is_focused: bool) -> Update {
        let since = self.wrote_at.map(|at| self.drafts.environment().monotonic() - at);
        let is_typing = is_focused && since.is_some_and(|since| since < BETWEEN_KEYS_MS);
        let refreshed = self.drafts.refresh(self.composes || is_typing);
        let mut update = Update::default();
        if refreshed.has_changed {
            update = self.show();
        }
        if refreshed.is_conflict {
            self.status = Status::Conflict;
            update.is_stored = true;
        }
        if is_typing {
            update.refresh_in = u32::try_from(BETWEEN_KEYS_MS).ok();
        }
        update
    }

    /// Shows what the open draft holds.
    fn show(&mut self) -> Update {
        let text = self.drafts.open().text.clone();
        self.text = self.nfc(&text);
        if !matches!(self.status, Status::Deleted(..)) {
            self.status = standing(self.drafts.open());
        }
        Update { changes: vec![Change::Show(text)], ..Update::default() }
    }

    fn go_on_with_another(&mut self) -> Update {
        Update { takes_focus: true, is_stored: true, ..self.show() }
    }

    fn nfc(&self, text: &str) -> String {
        self.drafts.environment().nfc(text)
    }
}

impl Update {
    /// This, and then another.
    fn and(mut self, next: Update) -> Update {
        self.changes.extend(next.changes);
        Update {
            changes: self.changes,
            takes_focus: self.takes_focus || next.takes_focus,
            is_written: self.is_written || next.is_written,
            is_stored: self.is_stored || next.is_stored,
            save_in: None,
            refresh_in: next.refresh_in.or(self.refresh_in),
        }
    }
}

impl Change {
    /// Makes the change on a field, as a browser does.
    pub fn make_on(&self, field: &mut Field) {
        let (text, caret) = match self {
            Change::Replace(replacement) => (&replacement.text, replacement.caret),
            Change::Show(text) => (text, text.encode_utf16().count()),
        };
        *field = Field { text: text.clone(), caret };
    }
}

/// What there is to say of a draft as it stands: one that was shared says so, also
/// after a reload.
fn standing(draft: &Draft) -> Status {
    draft.shared_to().map_or(Status::None, |target| Status::Shared(target, Beside::Nothing))
}
