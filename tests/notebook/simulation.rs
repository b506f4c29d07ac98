//! Tabs in which a person writes drafts, and their storage, under whatever happens
//! to them: nothing that was written is lost, no draft is there twice, and nothing is
//! said to be shared that was not.
//!
//! What runs is [`Drafts`] itself, as in the browser. Each write adds a word of its
//! own to a text, so that every word must be found again.
//!
//! Each run is made of one number, and one that fails tells what happened in it
//! and how to make it again. `CAMPAIGN_WIDGET_RUNS=100000` makes more of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::env;
use std::rc::Rc;

use super::disk::{Disk, View};
use super::random::Random;
use campaign_widget::json::Json;
use campaign_widget::notebook::{Draft, Drafts, Environment, ShareTarget};
use chrono::{DateTime, TimeDelta, Utc};

/// How many runs, and of how many events each.
const RUNS: u64 = 600;
const EVENTS: u32 = 200;

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// What one tab knows of the world.
struct Page {
    now: Rc<Cell<DateTime<Utc>>>,
    /// How wrong its clock is.
    error: Rc<Cell<TimeDelta>>,
    ids: Rc<Cell<u32>>,
}

impl Environment for Page {
    fn now(&self) -> DateTime<Utc> {
        self.now.get() + self.error.get()
    }

    fn new_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("id-{}", self.ids.get())
    }
}

struct Tab {
    drafts: Drafts<View, Page>,
    view: View,
    error: Rc<Cell<TimeDelta>>,
    is_frozen: bool,
}

struct World {
    seed: u64,
    random: Random,
    disk: Rc<RefCell<Disk>>,
    now: Rc<Cell<DateTime<Utc>>>,
    ids: Rc<Cell<u32>>,
    tabs: Vec<Tab>,
    words: u32,
    /// Words that the person wrote and has not taken out since.
    wanted: BTreeSet<String>,
    /// Whether the storage may get full. Tabs cannot see then what others write, so
    /// that there is one at a time.
    may_be_full: bool,
    /// Texts that were shared.
    shared: BTreeSet<String>,
    story: Vec<String>,
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned)
}

impl World {
    fn new(seed: u64) -> World {
        let mut world = World {
            seed,
            random: Random::new(seed),
            disk: Rc::default(),
            now: Rc::new(Cell::new(super::at(0))),
            ids: Rc::default(),
            tabs: Vec::new(),
            words: 0,
            wanted: BTreeSet::new(),
            may_be_full: false,
            shared: BTreeSet::new(),
            story: Vec::new(),
        };
        world.may_be_full = world.random.one_in(4);
        world.open();
        world
    }

    fn tell(&mut self, event: String) {
        self.story.push(event);
    }

    fn open(&mut self) {
        let view = View::of(&self.disk);
        let error = Rc::new(Cell::new(TimeDelta::zero()));
        let page = Page { now: self.now.clone(), error: error.clone(), ids: self.ids.clone() };
        let drafts = Drafts::new(view.clone(), page, LANGUAGES[0].to_owned());
        self.tabs.push(Tab { drafts, view, error, is_frozen: false });
        self.tell(format!("a tab opens: {}", self.tabs.len()));
    }

    fn any_tab(&mut self) -> Option<usize> {
        let awake: Vec<usize> =
            (0..self.tabs.len()).filter(|&tab| !self.tabs[tab].is_frozen).collect();
        (!awake.is_empty()).then(|| awake[self.random.below(awake.len())])
    }

    /// A tab sees what other tabs have stored, and is told of it.
    fn refresh(&mut self, tab: usize, is_writing: bool) {
        self.tabs[tab].view.catch_up();
        let refreshed = self.tabs[tab].drafts.refresh(is_writing);
        self.tell(format!("tab {tab} looks (writing: {is_writing}): {refreshed:?}"));
    }

    /// News take milliseconds, a person longer: but for keys, one after the other.
    fn spread_the_news(&mut self) {
        // What a tab stores at the news of others is news, too.
        for _ in 0..2 {
            for tab in 0..self.tabs.len() {
                if !self.tabs[tab].is_frozen {
                    self.refresh(tab, false);
                }
            }
        }
    }

    fn write(&mut self, tab: usize) {
        self.words += 1;
        let word = format!("w{}", self.words);
        let drafts = &mut self.tabs[tab].drafts;
        let text = format!("{} {word}", drafts.open().text);
        let is_conflict = drafts.write(&text);
        let id = drafts.open().id.clone();
        self.wanted.insert(word);
        self.tell(format!("tab {tab} writes {text:?} in {id}, conflict: {is_conflict}"));
    }

    /// The person takes out what they see, and with it every word in it.
    fn take_out(&mut self, text: &str) {
        for word in words(text) {
            self.wanted.remove(&word);
        }
    }

    fn person(&mut self, tab: usize) {
        let choice = self.random.below(7);
        let others = self.tabs[tab].drafts.others().len();
        let other = (others > 0).then(|| {
            let at = self.random.below(others);
            self.tabs[tab].drafts.others()[at].clone()
        });
        self.tell(format!("tab {tab}: the person does {choice}"));
        let drafts = &mut self.tabs[tab].drafts;
        match (choice, other) {
            (0, _) => {
                let text = drafts.open().text.clone();
                drafts.write("");
                self.take_out(&text);
            }
            (1, _) => drafts.start(),
            (2, Some(other)) => drafts.open_other(&other.id),
            (3, Some(other)) => {
                let deleted = drafts.delete(&other.id).unwrap();
                self.take_out(&deleted.text);
                if let Some(post) = &deleted.post {
                    self.take_out(&post.text);
                }
            }
            (4, Some(other)) => {
                let deleted = drafts.delete(&other.id).unwrap();
                drafts.restore(deleted);
            }
            (5, _) => {
                let language = LANGUAGES[self.random.below(2)];
                drafts.switch_to(language.to_owned());
            }
            (6, _) => {
                let (id, text) = (drafts.open().id.clone(), drafts.open().text.clone());
                if !text.trim().is_empty() {
                    drafts.mark_shared(&id, &text, ShareTarget::X);
                    self.shared.insert(text);
                }
            }
            _ => {}
        }
    }

    /// The person closes a tab, which has said what it cannot keep.
    fn close(&mut self, tab: usize) {
        self.spread_the_news();
        self.tell(format!("tab {tab} is closed"));
        let closed = self.tabs.remove(tab);
        for (id, json) in closed.view.refused() {
            let draft = Draft::from_json(&id, &json).unwrap();
            self.forgive(&draft);
        }
    }

    /// What is in this draft alone is gone, and nobody could help it.
    fn forgive(&mut self, draft: &Draft) {
        let held = self.held();
        let lost: Vec<String> = words(&draft.text).filter(|word| !held.contains(word)).collect();
        lost.iter().for_each(|word| {
            self.wanted.remove(word);
        });
    }

    /// Every word in the storage, in what an open tab keeps instead, and in a field.
    fn held(&self) -> BTreeSet<String> {
        let mut held = BTreeSet::new();
        let mut hold = |id: &str, json: &Json| {
            let draft = Draft::from_json(id, json).unwrap();
            let post = draft.post.map(|post| post.text).unwrap_or_default();
            held.extend(words(&draft.text).chain(words(&post)));
        };
        self.disk.borrow().kept.iter().for_each(|(id, json)| hold(id, json));
        for tab in &self.tabs {
            tab.view.refused().iter().for_each(|(id, json)| hold(id, json));
        }
        held.extend(self.tabs.iter().flat_map(|tab| words(&tab.drafts.open().text)));
        held
    }

    fn happen(&mut self) {
        self.now.set(self.now.get() + TimeDelta::milliseconds(self.random.below(4_000) as i64));
        let Some(tab) = self.any_tab() else {
            if self.tabs.is_empty() || (!self.may_be_full && self.random.one_in(2)) {
                return self.open();
            }
            return self.thaw();
        };
        let most = if self.may_be_full { 1 } else { 5 };
        match self.random.below(100) {
            // The person writes at one tab, and soon at another, before each sees
            // what the other has stored.
            0..=44 => self.write(tab),
            45..=59 => {
                let is_writing = self.random.one_in(3);
                self.refresh(tab, is_writing);
            }
            60..=79 => {
                self.spread_the_news();
                self.person(tab);
                self.spread_the_news();
            }
            80..=83 => self.close(tab),
            84..=87 if self.tabs.len() < most => self.open(),
            88 => {
                self.spread_the_news();
                self.tell(format!("tab {tab} is frozen"));
                self.tabs[tab].is_frozen = true;
            }
            89..=91 => self.thaw(),
            92 => {
                self.spread_the_news();
                self.tell("the storage is cleared".into());
                self.disk.borrow_mut().clear();
                let held = self.held();
                self.wanted.retain(|word| held.contains(word));
                self.spread_the_news();
            }
            93..=94 if self.may_be_full => {
                let is_full = self.random.one_in(2);
                self.tell(format!("the storage is full: {is_full}"));
                self.disk.borrow_mut().is_full = is_full;
            }
            95 => {
                let jump = self.random.below(172_800_000) as i64 - 86_400_000;
                self.tell(format!("the clock of tab {tab} jumps by {jump} ms"));
                self.tabs[tab].error.set(TimeDelta::milliseconds(jump));
            }
            _ => self.spread_the_news(),
        }
    }

    fn thaw(&mut self) {
        self.tell("all tabs go on".into());
        self.tabs.iter_mut().for_each(|tab| tab.is_frozen = false);
        self.spread_the_news();
    }

    fn check(&self) {
        let held = self.held();
        for word in &self.wanted {
            assert!(held.contains(word), "{word} is lost");
        }
        for tab in &self.tabs {
            for draft in tab.drafts.others().iter().chain([tab.drafts.open()]) {
                let post = draft.post.as_ref().map(|post| post.text.as_str());
                assert!(
                    post.is_none_or(|post| self.shared.contains(post)),
                    "said to be shared, and was not: {draft:?}"
                );
            }
        }
    }

    /// All is well at last, and a new tab shows all that there is.
    fn end(&mut self) {
        self.disk.borrow_mut().is_full = false;
        self.thaw();
        self.check();
        while !self.tabs.is_empty() {
            self.close(0);
        }
        let mut found = BTreeSet::new();
        for language in LANGUAGES {
            self.open();
            let drafts = &mut self.tabs[0].drafts;
            drafts.switch_to(language.to_owned());
            let mut texts = BTreeSet::new();
            for draft in drafts.others().iter().chain([drafts.open()]) {
                // A text that was shared stays beside what was made of it since.
                let is_new = draft.text.trim().is_empty()
                    || draft.post.is_some()
                    || texts.insert(draft.text.clone());
                assert!(is_new, "{draft:?} is there twice");
                let post = draft.post.as_ref().map_or("", |post| &post.text);
                found.extend(words(&draft.text).chain(words(post)));
            }
            self.tabs.clear();
        }
        for word in &self.wanted {
            assert!(found.contains(word), "{word} is lost");
        }
    }
}

impl Drop for World {
    /// Tells what happened in a run that failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.story.join("\n"));
            eprintln!("CAMPAIGN_WIDGET_SEED={} makes this run again", self.seed);
        }
    }
}

fn run(seed: u64) {
    let mut world = World::new(seed);
    for _ in 0..EVENTS {
        world.happen();
        // The news of the last key are on their way.
    }
    world.end();
}

#[test]
fn nothing_that_was_written_is_lost_or_doubled_whatever_happens() {
    let number = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    match number("CAMPAIGN_WIDGET_SEED") {
        Some(seed) => run(seed),
        None => (0..number("CAMPAIGN_WIDGET_RUNS").unwrap_or(RUNS)).for_each(run),
    }
}
