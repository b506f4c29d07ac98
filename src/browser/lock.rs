//! Letting one tab do a thing at a time.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

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

/// What is done once, by whoever comes first. It is told whether it holds the
/// lock.
type Work = Rc<RefCell<Option<Box<dyn FnOnce(bool) -> Pin<Box<dyn Future<Output = ()>>>>>>>;

/// Runs `work` as soon as this tab holds the lock `name` (Web Locks API), and
/// releases it after. A tab that dies releases its locks. One that is frozen
/// does not: while `is_stalled`, the lock is taken from it.
///
/// Where the browser has no locks, or refuses them, as in a sandboxed frame,
/// `work` runs all the same, and is given `false`.
pub fn in_turn<F: Future<Output = ()> + 'static>(
    name: String,
    is_stalled: impl Fn() -> bool + 'static,
    work: impl FnOnce(bool) -> F + 'static,
) -> Turn {
    let work: Work = Rc::new(RefCell::new(Some(Box::new(|is_alone| Box::pin(work(is_alone))))));
    let cancel = Cancel::new();
    let signal = cancel.as_ref().map(|cancel| cancel.token().signal().into());
    line_up(&name, "signal", &signal.unwrap_or_default(), work.clone());
    let look = move || {
        if work.borrow().is_some() && is_stalled() {
            line_up(&name, "steal", &true.into(), work.clone());
        }
    };
    Turn { _looks: Interval::new(BETWEEN_LOOKS, look), _cancel: cancel }
}

fn line_up(name: &str, option: &str, value: &JsValue, work: Work) {
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), value);
    let held = work.clone();
    let holder = Closure::once_into_js(move |_lock: JsValue| {
        future_to_promise(async move {
            do_once(held, true).await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let holder = holder.unchecked_ref();
    let asked = locks().and_then(|locks| locks.request(name, &options, holder).ok());
    spawn_local(async move {
        if let Some(done) = asked {
            let _ = JsFuture::from(done).await;
        }
        // It is done or under way, or else there was no lock to be had.
        do_once(work, false).await;
    });
}

async fn do_once(work: Work, is_alone: bool) {
    let work = work.borrow_mut().take();
    if let Some(work) = work {
        work(is_alone).await;
    }
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
