//! Letting one tab do a thing at a time.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::fetch::Cancel;
use super::timers::after;
use crate::outbox::Turn;

/// How often a tab that waits asks whether it waits for a frozen one, in
/// milliseconds.
const BETWEEN_LOOKS: u32 = 5_000;

/// How long another tab may take to see what this one has kept, in milliseconds.
/// The lock is held for so long, or the next one would send again what has just
/// arrived.
const UNTIL_SEEN: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        holder: &Function,
    ) -> Result<Promise, JsValue>;
}

/// A place at the head of the line. Dropping it lets the next tab go on, after
/// a second; so does the end of the page, at once.
pub struct Place {
    is_alone: bool,
    is_lost: Rc<Cell<bool>>,
    /// Lets go of the lock, where there is one.
    release: Option<Function>,
}

impl Turn for Place {
    fn is_alone(&self) -> bool {
        self.is_alone
    }

    fn is_lost(&self) -> bool {
        self.is_lost.get()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            after(UNTIL_SEEN, move || drop(release.call0(&JsValue::UNDEFINED))).forget();
        }
    }
}

/// Where the place arrives.
#[derive(Default)]
struct Line {
    place: RefCell<Option<Place>>,
    waiting: RefCell<Option<Waker>>,
}

impl Line {
    fn arrive(&self, place: Place) {
        self.place.replace(Some(place));
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }
}

/// Comes back as soon as this tab holds the lock `name` (Web Locks API). A tab
/// that dies releases its locks. One that is frozen does not: when it
/// `is_stalled` at two looks in a row, the lock is taken from it.
///
/// Where the browser has no locks, or refuses them, as in a sandboxed frame, it
/// comes back all the same, and is not alone.
pub async fn in_turn(name: String, is_stalled: impl Fn() -> bool) -> Place {
    let line = Rc::new(Line::default());
    let cancel = Cancel::new();
    let signal = cancel.as_ref().map(|cancel| cancel.token().signal().into());
    line_up(&name, WAIT, &signal.unwrap_or_default(), &line);
    let mut was_stalled = false;
    loop {
        let mut look = pin!(TimeoutFuture::new(BETWEEN_LOOKS));
        let place = poll_fn(|context| {
            let place = line.place.take();
            if place.is_some() || look.as_mut().poll(context).is_ready() {
                return Poll::Ready(place);
            }
            line.waiting.replace(Some(context.waker().clone()));
            Poll::Pending
        });
        if let Some(place) = place.await {
            return place;
        }
        let is_stalled = is_stalled();
        if is_stalled && was_stalled {
            line_up(&name, STEAL, &true.into(), &line);
        }
        was_stalled = is_stalled;
    }
}

/// Options of a request for a lock.
const WAIT: &str = "signal";
const STEAL: &str = "steal";

fn line_up(name: &str, option: &'static str, value: &JsValue, line: &Rc<Line>) {
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), value);
    let (is_lost, is_granted) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let (granted, grants, lost) = (line.clone(), is_granted.clone(), is_lost.clone());
    let holder = Closure::once(move |_lock: JsValue| {
        grants.set(true);
        Promise::new(&mut |release: Function, _: Function| {
            let is_lost = lost.clone();
            granted.arrive(Place { is_alone: option == WAIT, is_lost, release: Some(release) });
        })
    });
    let asked = locks()
        .and_then(|locks| locks.request(name, &options, holder.as_ref().unchecked_ref()).ok());
    let line = Rc::downgrade(line);
    spawn_local(async move {
        let is_over = match asked {
            Some(held) => JsFuture::from(held).await.is_err(),
            None => true,
        };
        // It was taken by another tab, or never given. Who has left the line waits
        // for nothing.
        is_lost.set(is_over);
        drop(holder);
        if let Some(line) = line.upgrade().filter(|_| !is_granted.get()) {
            line.arrive(Place { is_alone: false, is_lost: Rc::default(), release: None });
        }
    });
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
