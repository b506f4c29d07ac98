//! The browser's storage, as several tabs see it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use campaign_widget::json::{Json, Store};

/// What the browser keeps for the site, and what each of its processes has seen
/// of that so far.
#[derive(Default)]
pub struct Disk {
    pub kept: BTreeMap<String, Rc<Json>>,
    pub is_full: bool,
    /// The ids of what it refused to keep, or was cleared of, and has not again.
    pub lacks: BTreeSet<String>,
}

impl Disk {
    pub fn clear(&mut self) {
        self.lacks.extend(std::mem::take(&mut self.kept).into_keys());
    }
}

/// What the browser refused to keep, and what it kept there then.
type Refused = (Json, Option<Rc<Json>>);

/// One tab's view of the storage: a snapshot, until the news of what other
/// processes wrote arrives.
#[derive(Clone)]
pub struct View {
    disk: Rc<RefCell<Disk>>,
    seen: Rc<RefCell<BTreeMap<String, Rc<Json>>>>,
    memory: Rc<RefCell<BTreeMap<String, Refused>>>,
}

impl View {
    pub fn of(disk: &Rc<RefCell<Disk>>) -> View {
        let seen = disk.borrow().kept.clone();
        View { disk: disk.clone(), seen: Rc::new(RefCell::new(seen)), memory: Rc::default() }
    }

    pub fn catch_up(&self) {
        *self.seen.borrow_mut() = self.disk.borrow().kept.clone();
    }

    /// What would not outlive the page.
    #[allow(dead_code, reason = "not every suite closes tabs")]
    pub fn refused(&self) -> Vec<(String, Json)> {
        let memory = self.memory.borrow();
        memory.iter().map(|(id, (value, _))| (id.clone(), value.clone())).collect()
    }
}

impl Store for View {
    fn ids(&self) -> Vec<String> {
        let (seen, memory) = (self.seen.borrow(), self.memory.borrow());
        seen.keys().chain(memory.keys()).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn get(&self, id: &str) -> Option<Json> {
        let (seen, memory) = (self.seen.borrow(), self.memory.borrow());
        let kept = seen.get(id);
        match memory.get(id) {
            // Until another page has something kept there.
            Some((value, before)) if kept.is_none() || before.as_ref() == kept => {
                Some(value.clone())
            }
            _ => kept.map(|kept| (**kept).clone()),
        }
    }

    fn put(&self, id: &str, entry: &Json) {
        let (mut memory, mut disk) = (self.memory.borrow_mut(), self.disk.borrow_mut());
        if disk.is_full {
            disk.lacks.insert(id.to_owned());
            let before = self.seen.borrow().get(id).cloned();
            memory.insert(id.to_owned(), (entry.clone(), before));
            return;
        }
        memory.remove(id);
        disk.lacks.remove(id);
        let entry = Rc::new(entry.clone());
        self.seen.borrow_mut().insert(id.to_owned(), entry.clone());
        disk.kept.insert(id.to_owned(), entry);
    }

    fn forget(&self, id: &str) {
        self.memory.borrow_mut().remove(id);
        self.seen.borrow_mut().remove(id);
        self.disk.borrow_mut().kept.remove(id);
    }
}
