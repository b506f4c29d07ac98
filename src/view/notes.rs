//! The notes that a card works on: the open one, and the others.

use leptos::prelude::*;

use super::context::Card;
use crate::browser::{device, kept_notes};
use crate::notebook::{Note, Way, changed_elsewhere};

/// The person's notes for one campaign, in the language that is shown.
#[derive(Clone, Copy)]
pub struct Notes {
    card: Card,
    /// All but the open one, the newest first.
    pub others: RwSignal<Vec<Note>>,
    desk: StoredValue<Desk>,
}

/// What is open.
struct Desk {
    /// The beginning of the keys, which belongs to a language.
    prefix: String,
    open: Note,
    /// As what it was last read or kept.
    seen: Option<Note>,
    /// Whether there was nothing to open, and nothing was begun since.
    is_untouched: bool,
}

/// Where a note is kept, whatever is open meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    prefix: String,
    id: String,
}

impl Notes {
    /// Opens the note that was written on last, or a blank one.
    pub fn new(card: Card) -> Notes {
        let open = Note::new(device::uuid(), card.time.exactly());
        let desk = Desk { prefix: String::new(), open, seen: None, is_untouched: true };
        let others = RwSignal::new(Vec::new());
        let notes = Notes { card, others, desk: StoredValue::new(desk) };
        untrack(|| notes.follow_language());
        notes
    }

    /// Opens the notes of the language that is shown, if they are not open.
    /// Gives whether they were not.
    pub fn follow_language(&self) -> bool {
        let prefix = self.card.key(&format!("note:{}:", self.card.wording_language()));
        let is_other = prefix != self.prefix();
        if is_other {
            self.desk.update_value(|desk| desk.prefix = prefix);
            self.open_newest();
        }
        is_other
    }

    /// What is written in the open note.
    pub fn text(&self) -> String {
        self.desk.with_value(|desk| desk.open.text.clone())
    }

    /// How the open note went out, as it stands.
    pub fn way_out(&self) -> Option<Way> {
        self.desk.with_value(|desk| desk.open.way_out())
    }

    /// Where the open note is kept.
    pub fn place(&self) -> Place {
        self.desk.with_value(|desk| Place { prefix: desk.prefix.clone(), id: desk.open.id.clone() })
    }

    /// Puts the open note to the others and opens a blank one.
    pub fn start(&self) {
        self.replace_open(self.blank(), None);
    }

    /// Puts the open note to the others and opens one of them.
    pub fn open(&self, id: &str) {
        if let Some(mut note) = self.take(id) {
            // The newest is what comes back after a reload.
            note.changed_at = self.card.time.exactly();
            self.keep(&note);
            self.replace_open(note.clone(), Some(note));
        }
    }

    /// Forgets one of the others, and gives it back for an undo, with its place.
    pub fn delete(&self, id: &str) -> Option<(Place, Note)> {
        let prefix = self.prefix();
        kept_notes::forget(&prefix, id);
        Some((Place { prefix, id: id.to_owned() }, self.take(id)?))
    }

    /// Takes up a note that was deleted.
    pub fn bring_back(&self, place: &Place, note: Note) {
        kept_notes::keep(&place.prefix, &note);
        if place.prefix == self.prefix() {
            self.add(note);
        }
    }

    /// Keeps what is written in the open note. Where another tab wrote on the
    /// same one, both are kept: this one under an id of its own, and `true`
    /// is given back.
    pub fn write(&self, text: &str) -> bool {
        let now = self.card.time.exactly();
        let mut posted = None;
        let is_clash = self.change(|note| posted = note.write(text, now, device::uuid()));
        if let Some(posted) = posted {
            self.keep(&posted);
            self.add(posted);
        }
        is_clash
    }

    /// Remembers that `text` of the note at a place went out.
    pub fn handed_over(&self, place: &Place, text: &str, way: Way) {
        let now = self.card.time.exactly();
        if *place == self.place() {
            self.change(|note| note.hand_over(text, way, now));
        } else if let Some(mut note) = kept_notes::get(&place.prefix, &place.id) {
            note.hand_over(text, way, now);
            self.take(&place.id);
            self.bring_back(place, note);
        }
    }

    /// Takes up what other tabs have kept. `is_in_use` says that the person is
    /// writing, which is not disturbed. Gives whether the open note is another
    /// text now.
    pub fn refresh(&self, is_in_use: bool) -> bool {
        let (open, seen) = self.opened();
        let is_untouched = self.desk.with_value(|desk| desk.is_untouched);
        let mut notes = kept_notes::all(&self.prefix());
        let stored = notes.iter().position(|note| note.id == open.id).map(|at| notes.remove(at));
        if self.others.with_untracked(|others| *others != notes) {
            self.others.set(notes);
        }
        match stored {
            _ if is_in_use => {}
            Some(stored) => {
                self.put(stored.clone(), Some(stored));
            }
            // Emptied or deleted in another tab.
            None if seen.is_some() => {
                self.put(Note { id: open.id.clone(), ..self.blank() }, None);
            }
            None if is_untouched => self.open_newest(),
            None => {}
        }
        self.text() != open.text
    }

    fn open_newest(&self) {
        let mut notes = kept_notes::all(&self.prefix()).into_iter();
        let newest = notes.next();
        let is_untouched = newest.is_none();
        self.put(newest.clone().unwrap_or_else(|| self.blank()), newest);
        self.desk.update_value(|desk| desk.is_untouched = is_untouched);
        self.others.set(notes.collect());
    }

    fn change(&self, change: impl FnOnce(&mut Note)) -> bool {
        let (open, seen) = self.opened();
        let stored = kept_notes::get(&self.prefix(), &open.id);
        let clash = stored.clone().filter(|stored| changed_elsewhere(seen.as_ref(), stored));
        let is_clash = clash.is_some();
        let mut note = match is_clash {
            true => Note { id: device::uuid(), post: None, ..open },
            // Another tab may have handed it over.
            false => stored.unwrap_or(open),
        };
        change(&mut note);
        self.keep(&note);
        let seen = (!note.is_blank()).then(|| note.clone());
        self.put(note, seen);
        clash.into_iter().for_each(|clash| self.add(clash));
        is_clash
    }

    fn replace_open(&self, note: Note, seen: Option<Note>) {
        let before = self.put(note, seen);
        before.into_iter().filter(|before| !before.is_blank()).for_each(|before| self.add(before));
    }

    fn add(&self, note: Note) {
        self.others.update(|others| {
            let newer = others.iter().take_while(|other| other.changed_at > note.changed_at);
            others.insert(newer.count(), note);
        });
    }

    fn take(&self, id: &str) -> Option<Note> {
        let place = self.others.with_untracked(|others| others.iter().position(|n| n.id == id))?;
        self.others.try_update(|others| others.remove(place))
    }

    fn keep(&self, note: &Note) {
        kept_notes::keep(&self.prefix(), note);
    }

    fn blank(&self) -> Note {
        Note::new(device::uuid(), self.card.time.exactly())
    }

    fn prefix(&self) -> String {
        self.desk.with_value(|desk| desk.prefix.clone())
    }

    fn opened(&self) -> (Note, Option<Note>) {
        self.desk.with_value(|desk| (desk.open.clone(), desk.seen.clone()))
    }

    /// Opens a note, and gives what was open.
    fn put(&self, note: Note, seen: Option<Note>) -> Option<Note> {
        self.desk.try_update_value(|desk| {
            desk.seen = seen;
            desk.is_untouched = false;
            std::mem::replace(&mut desk.open, note)
        })
    }
}
