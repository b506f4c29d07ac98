//! Letting one tab do a thing at a time.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::culprit;
use super::fetch::Cancel;

/// How often a tab that waits asks whether it waits for a frozen one.
const BETWEEN_LOOKS: u32 = 5_000;

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

/// A place in the line for a lock. Dropping it leaves the line; work that has
/// begun goes on.
pub struct Turn {
    _looks: Interval,
    _cancel: Option<Cancel>,
}

/// How work that runs is placed.
pub struct Hold {
    /// Whether nobody else can be at work: the lock came by itself. One that was
    /// taken from a frozen tab does not say that.
    pub is_alone: bool,
    /// Whether another tab has taken the lock since.
    pub is_lost: Rc<Cell<bool>>,
}

/// What is done once, by whoever comes first.
type Work = Rc<RefCell<Option<Box<dyn FnOnce(Hold) -> Pin<Box<dyn Future<Output = ()>>>>>>>;

/// Runs `work` as soon as this tab holds the lock `name` (Web Locks API), and
/// releases it after. A tab that dies releases its locks. One that is frozen
/// does not: when it `is_stalled` at two looks in a row, the lock is taken from
/// it.
///
/// Where the browser has no locks, or refuses them, as in a sandboxed frame,
/// `work` runs all the same, and is not alone.
pub fn in_turn<F: Future<Output = ()> + 'static>(
    name: String,
    is_stalled: impl Fn() -> bool + 'static,
    work: impl FnOnce(Hold) -> F + 'static,
) -> Turn {
    let card = culprit::running();
    let work: Work = Rc::new(RefCell::new(Some(Box::new(move |hold| {
        culprit::run_as(card);
        Box::pin(culprit::throughout(Box::pin(work(hold))))
    }))));
    let cancel = Cancel::new();
    let signal = cancel.as_ref().map(|cancel| cancel.token().signal().into());
    line_up(&name, WAIT, &signal.unwrap_or_default(), work.clone());
    let mut was_stalled = false;
    let look = move || {
        let is_stalled = work.borrow().is_some() && is_stalled();
        if is_stalled && was_stalled {
            line_up(&name, STEAL, &true.into(), work.clone());
        }
        was_stalled = is_stalled;
    };
    Turn { _looks: Interval::new(BETWEEN_LOOKS, look), _cancel: cancel }
}

/// Options of a request for a lock.
const WAIT: &str = "signal";
const STEAL: &str = "steal";

fn line_up(name: &str, option: &'static str, value: &JsValue, work: Work) {
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), value);
    let is_lost = Rc::new(Cell::new(false));
    let (held, hold) = (work.clone(), Hold { is_alone: option == WAIT, is_lost: is_lost.clone() });
    let holder = Closure::once(move |_lock: JsValue| {
        future_to_promise(async move {
            do_once(held, hold).await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let asked = locks()
        .and_then(|locks| locks.request(name, &options, holder.as_ref().unchecked_ref()).ok());
    spawn_local(async move {
        if let Some(done) = asked {
            is_lost.set(JsFuture::from(done).await.is_err());
        }
        // Who left the line is never called.
        drop(holder);
        // It is done or under way, or else there was no lock to be had.
        do_once(work, Hold { is_alone: false, is_lost: Rc::default() }).await;
    });
}

async fn do_once(work: Work, hold: Hold) {
    let work = work.borrow_mut().take();
    if let Some(work) = work {
        work(hold).await;
    }
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
