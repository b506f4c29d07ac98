//! The lifecycle of the page: returning to it and leaving it.
//!
//! All cards share one listener per event, and their handlers run in a fixed
//! order: each stage ends for every card before the next one starts. `freeze`
//! and `resume` are not needed: browsers freeze only hidden pages, and fire
//! `visibilitychange` when these are shown.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use js_sys::Reflect;
use web_sys::Event;

use super::active_card;
use super::listener::{Listener, listen};

/// The stages of a return to the page, in their order, and of leaving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Leaving, perhaps only for a while: the last moment at which a page is
    /// sure to run.
    Leave,
    /// Returning: the clock is corrected after a sleep of the device,
    Clock,
    /// the time is shown,
    Tick,
    /// values that other pages have stored are read,
    Stores,
    /// and links are delivered.
    Delivery,
}

struct Handler {
    stage: Stage,
    id: u32,
    run: Rc<dyn Fn()>,
}

#[derive(Default)]
struct Lifecycle {
    /// In the order of their stages.
    handlers: Vec<Handler>,
    last_id: u32,
    listeners: Vec<Listener>,
}

thread_local! {
    static LIFECYCLE: RefCell<Lifecycle> = RefCell::default();
}

/// A handler of a stage; dropping it removes the handler.
pub struct Registration(u32);

/// Runs `run` whenever the page reaches a stage. It returns when it becomes
/// visible, is restored from the back/forward cache, is online again while
/// visible, or after a sleep of the device.
pub fn on(stage: Stage, run: impl Fn() + 'static) -> Registration {
    register(stage, Rc::new(run))
}

fn register(stage: Stage, run: Rc<dyn Fn()>) -> Registration {
    let card = active_card::running();
    let run = Rc::new(move || {
        active_card::run_as(card);
        run();
    });
    let (id, is_first) = LIFECYCLE.with_borrow_mut(|lifecycle| {
        lifecycle.last_id += 1;
        let id = lifecycle.last_id;
        let place = lifecycle.handlers.partition_point(|handler| handler.stage <= stage);
        lifecycle.handlers.insert(place, Handler { stage, id, run });
        (id, lifecycle.handlers.len() == 1)
    });
    if is_first {
        let listeners = listeners();
        LIFECYCLE.with_borrow_mut(|lifecycle| lifecycle.listeners = listeners);
    }
    Registration(id)
}

impl Drop for Registration {
    fn drop(&mut self) {
        let over = LIFECYCLE.with_borrow_mut(|lifecycle| {
            let place = lifecycle.handlers.iter().position(|handler| handler.id == self.0);
            let handler = place.map(|place| lifecycle.handlers.remove(place));
            let is_last = lifecycle.handlers.is_empty();
            (handler, is_last.then(|| std::mem::take(&mut lifecycle.listeners)))
        });
        // A handler may own other registrations.
        drop(over);
    }
}

fn listeners() -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let shown = |_: &Event| {
        if !is_hidden() {
            returned();
        }
    };
    let change = |_: &Event| match is_hidden() {
        true => left(),
        false => returned(),
    };
    vec![
        listen(&window, "pageshow", shown),
        listen(&window, "online", shown),
        listen(&window, "pagehide", |_| left()),
        listen(&document, "visibilitychange", change),
    ]
}

fn left() {
    run_stages(Stage::Leave..=Stage::Leave);
}

/// Runs the stages of a return, for returns without an event: a device that
/// sleeps while the page is visible fires none.
pub fn returned() {
    run_stages(Stage::Clock..=Stage::Delivery);
}

fn run_stages(stages: RangeInclusive<Stage>) {
    let mut done = (*stages.start(), 0);
    // Handlers may remove and add others.
    while let Some((next, run)) = LIFECYCLE.with_borrow(|lifecycle| {
        let place =
            lifecycle.handlers.partition_point(|handler| (handler.stage, handler.id) <= done);
        let handler =
            lifecycle.handlers.get(place).filter(|handler| stages.contains(&handler.stage))?;
        Some(((handler.stage, handler.id), handler.run.clone()))
    }) {
        done = next;
        run();
    }
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Lets the browser ask the person before leaving the page. Ends when the
/// listener is dropped.
pub fn ask_before_leaving() -> Option<Listener> {
    let window = web_sys::window()?;
    let ask = |event: &Event| {
        event.prevent_default();
        // For older browsers.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    };
    Some(listen(&window, "beforeunload", ask))
}
