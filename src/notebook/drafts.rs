//! The drafts that one card works on: the open one, and the others.

use std::cell::Cell;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Draft, ShareTarget, newest_first};
use crate::json::Store;

/// How long it is remembered that a draft was emptied or deleted: other tabs may
/// have been frozen meanwhile.
const EMPTY_KEPT: TimeDelta = TimeDelta::days(1);

/// What the drafts of a card need of a browser, beside a store.
pub trait Environment {
    /// The true time.
    fn now(&self) -> DateTime<Utc>;

    /// A fresh UUID.
    fn new_id(&self) -> String;
}

/// A person's drafts for one campaign, in the language that is shown.
///
/// Whatever is written is stored at once. Where two tabs write on one draft, each
/// text is kept, the later one as a draft of its own; where a store is cleared,
/// the open draft is stored again.
///
/// One loss cannot be helped: that of a tab which is gone before it could see that
/// another one, which had not seen it yet, has stored over what it wrote.
pub struct Drafts<S, E> {
    /// Each draft under its id.
    store: S,
    environment: E,
    /// This card among those who write.
    writer: String,
    /// How often it has.
    writes: Cell<u32>,
    language: String,
    open: Draft,
    /// Whether the open draft is in the store, as far as this card knows.
    is_stored: bool,
    /// Whether there was nothing to open, and nothing was begun since.
    is_untouched: bool,
    others: Vec<Draft>,
}

/// What has come of looking at the store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// The open draft has another text now.
    pub has_changed: bool,
    /// Another tab wrote on the open draft, and both texts are kept.
    pub is_conflict: bool,
}

impl<S: Store, E: Environment> Drafts<S, E> {
    /// Opens the draft of a language that was written on last, or a blank one, from a
    /// store that other tabs write to as well.
    pub fn new(store: S, environment: E, language: String) -> Drafts<S, E> {
        let (writer, now) = (environment.new_id(), environment.now());
        let mut drafts = Drafts {
            store,
            environment,
            writer,
            writes: Cell::new(0),
            language,
            open: Draft::new(String::new(), now),
            is_stored: false,
            is_untouched: true,
            others: Vec::new(),
        };
        drafts.open_newest();
        drafts
    }

    /// The environment that they were given.
    pub fn environment(&self) -> &E {
        &self.environment
    }

    /// The open one.
    pub fn open(&self) -> &Draft {
        &self.open
    }

    /// All but the open one, the newest first.
    pub fn others(&self) -> &[Draft] {
        &self.others
    }

    /// Opens the drafts of another language, and gives whether it is another.
    pub fn switch_to(&mut self, language: String) -> bool {
        let is_other = language != self.language;
        if is_other {
            self.language = language;
            self.open_newest();
        }
        is_other
    }

    /// Puts the open draft to the others and opens a blank one.
    pub fn start(&mut self) {
        let blank = self.blank();
        self.replace_open(blank, false);
    }

    /// Puts the open draft to the others and opens one of them.
    pub fn open_other(&mut self, id: &str) {
        let Some(listed) = self.take(id) else { return };
        let mut draft = self.get(id).unwrap_or(listed);
        // The newest is what comes back after a reload.
        draft.changed_at = self.environment.now();
        self.store(&mut draft);
        self.replace_open(draft, true);
    }

    /// Deletes one of the others, and gives it back for an undo.
    pub fn delete(&mut self, id: &str) -> Option<Draft> {
        let listed = self.take(id)?;
        let draft = self.get(id).unwrap_or(listed);
        let mut empty = Draft::new(id.to_owned(), self.environment.now());
        empty.versions = draft.versions.clone();
        self.store(&mut empty);
        Some(draft)
    }

    /// Stores again what was deleted, also of another language.
    pub fn restore(&mut self, mut draft: Draft) {
        self.store(&mut draft);
        self.list(draft);
    }

    /// Stores what is written in the open draft. Gives whether another tab wrote on
    /// the same one meanwhile: both texts are kept, this one under an id of its own.
    pub fn write(&mut self, text: &str) -> bool {
        let (now, id) = (self.environment.now(), self.new_id());
        let mut posted = None;
        let is_conflict = self.change(|draft| posted = draft.write(text, now, id));
        if let Some(mut posted) = posted {
            self.store(&mut posted);
            self.list(posted);
        }
        is_conflict
    }

    /// Remembers that `text` of a draft was shared.
    pub fn mark_shared(&mut self, id: &str, text: &str, target: ShareTarget) {
        let now = self.environment.now();
        if id == self.open.id {
            self.change(|draft| draft.mark_shared(text, target, now));
        } else if let Some(mut draft) = self.get(id) {
            draft.mark_shared(text, target, now);
            self.store(&mut draft);
            self.take(id);
            self.list(draft);
        }
    }

    /// Takes up what other tabs have stored. While the person `is_writing`, the
    /// open draft is left alone; what they write next is held against the store.
    pub fn refresh(&mut self, is_writing: bool) -> Refreshed {
        let before = self.open.text.clone();
        let mut drafts = self.all();
        let at = drafts.iter().position(|draft| draft.id == self.open.id);
        let stored = at.map(|at| drafts.remove(at));
        let rescued = self.overwritten(&drafts);
        self.others = drafts.into_iter().filter(|draft| !draft.is_blank()).collect();
        rescued.into_iter().for_each(|draft| self.list(draft));
        let mut is_conflict = false;
        match stored {
            _ if is_writing => {}
            Some(stored) if stored.text == self.open.text => self.adopt(stored),
            // Written on, emptied or deleted in another tab, which had seen this.
            Some(stored) if stored.versions.include(&self.open.versions) => self.adopt(stored),
            Some(stored) => match self.get(&self.branch_id(&self.open)) {
                // Another tab that had this, too, was here first.
                Some(branch) => self.adopt(branch),
                None => is_conflict = self.part_from(stored, |_| ()),
            },
            // The store was cleared.
            None if self.is_stored => self.store_open(),
            None if self.is_untouched => self.open_newest(),
            None => {}
        }
        Refreshed { has_changed: self.open.text != before, is_conflict }
    }

    /// The other drafts that this card wrote last, where another tab has stored over
    /// that without having seen it; each under an id of its own from now on.
    fn overwritten(&self, stored: &[Draft]) -> Vec<Draft> {
        let is_own =
            |draft: &&Draft| draft.versions.last().is_some_and(|(writer, _)| writer == self.writer);
        let is_over = |draft: &&Draft| {
            let stored = stored.iter().find(|stored| stored.id == draft.id);
            stored.is_some_and(|stored| {
                stored.text != draft.text && !stored.versions.include(&draft.versions)
            })
        };
        let rescue = |draft: &Draft| {
            let mut draft = Draft { id: self.branch_id(draft), ..draft.clone() };
            if self.get(&draft.id).is_some() {
                return None;
            }
            self.store(&mut draft);
            Some(draft)
        };
        self.others.iter().filter(is_own).filter(is_over).filter_map(rescue).collect()
    }

    fn adopt(&mut self, stored: Draft) {
        (self.open, self.is_stored, self.is_untouched) = (stored, true, false);
    }

    fn open_newest(&mut self) {
        let (blank, mut drafts): (Vec<Draft>, Vec<Draft>) =
            self.all().into_iter().partition(Draft::is_blank);
        let now = self.environment.now();
        let is_old = |draft: &&Draft| (now - draft.changed_at).abs() > EMPTY_KEPT;
        blank.iter().filter(is_old).for_each(|draft| self.store.forget(&draft.id));
        self.is_untouched = drafts.is_empty();
        self.is_stored = !self.is_untouched;
        self.open = if self.is_untouched { self.blank() } else { drafts.remove(0) };
        self.others = drafts;
    }

    fn change(&mut self, change: impl FnOnce(&mut Draft)) -> bool {
        match self.get(&self.open.id) {
            Some(stored) if !stored.is_blank() && stored.text != self.open.text => {
                return self.part_from(stored, change);
            }
            // Another tab may have shared it.
            Some(stored) if !stored.is_blank() => self.open.post = stored.post,
            _ => {}
        }
        change(&mut self.open);
        self.store_open();
        false
    }

    /// Goes on under another id, and leaves the open draft to the tab that has
    /// `stored` it. Gives that it is so.
    fn part_from(&mut self, stored: Draft, change: impl FnOnce(&mut Draft)) -> bool {
        let id = self.branch_id(&self.open);
        let id = if self.get(&id).is_none() { id } else { self.new_id() };
        // What was shared is remembered once.
        let post = self.open.post.clone().filter(|post| stored.post.as_ref() != Some(post));
        self.open = Draft { id, post, ..self.open.clone() };
        change(&mut self.open);
        self.store_open();
        self.list(stored);
        true
    }

    /// The id under which a draft goes on that another tab has stored over: the same
    /// in every tab that has it as it is, so that it is there once.
    fn branch_id(&self, draft: &Draft) -> String {
        let language = draft.id.split(':').next().unwrap_or_default();
        match draft.versions.last() {
            Some((writer, writes)) => [language, ":", writer, "-", &writes.to_string()].concat(),
            None => self.new_id(),
        }
    }

    fn store_open(&mut self) {
        let mut open = self.open.clone();
        if self.is_stored || !open.is_blank() {
            self.store(&mut open);
            self.is_stored = true;
        }
        (self.open, self.is_untouched) = (open, false);
    }

    fn store(&self, draft: &mut Draft) {
        if let Some(stored) = self.get(&draft.id) {
            draft.versions.merge(&stored.versions);
        }
        self.writes.set(self.writes.get().saturating_add(1));
        draft.versions.add(&self.writer, self.writes.get());
        self.store.put(&draft.id, &draft.to_json());
    }

    fn replace_open(&mut self, draft: Draft, is_stored: bool) {
        let before = std::mem::replace(&mut self.open, draft);
        (self.is_stored, self.is_untouched) = (is_stored, false);
        self.list(before);
    }

    /// Puts a draft to the others, if it is one of theirs.
    fn list(&mut self, draft: Draft) {
        if draft.is_blank() || !self.is_of_language(&draft.id) {
            return;
        }
        let is_newer = |other: &&Draft| other.changed_at > draft.changed_at;
        let place = self.others.iter().take_while(is_newer).count();
        self.others.insert(place, draft);
    }

    fn take(&mut self, id: &str) -> Option<Draft> {
        let place = self.others.iter().position(|draft| draft.id == id)?;
        Some(self.others.remove(place))
    }

    fn all(&self) -> Vec<Draft> {
        let ids = self.store.ids();
        let own = ids.iter().filter(|id| self.is_of_language(id));
        newest_first(own.filter_map(|id| self.get(id)))
    }

    fn get(&self, id: &str) -> Option<Draft> {
        Draft::from_json(id, &self.store.get(id)?)
    }

    fn blank(&self) -> Draft {
        Draft::new(self.new_id(), self.environment.now())
    }

    fn new_id(&self) -> String {
        [&self.language, ":", &self.environment.new_id()].concat()
    }

    fn is_of_language(&self, id: &str) -> bool {
        id.strip_prefix(&self.language).is_some_and(|rest| rest.starts_with(':'))
    }
}
