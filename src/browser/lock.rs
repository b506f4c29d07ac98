//! Letting one tab do a thing at a time.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, holder: &Function) -> Result<Promise, JsValue>;
}

/// Runs `work` as soon as this tab holds the lock `name` (Web Locks API), and
/// releases it after. A tab that dies releases its locks.
///
/// Where the browser has no locks, or refuses them, as in a sandboxed frame,
/// `work` runs all the same.
pub async fn exclusively(name: &str, work: impl Future<Output = ()> + 'static) {
    let work = Rc::new(RefCell::new(Some(work)));
    if let Some(locks) = locks() {
        let work = work.clone();
        let holder = Closure::once(move |_lock: JsValue| {
            future_to_promise(async move {
                let work = work.borrow_mut().take();
                if let Some(work) = work {
                    work.await;
                }
                Ok(JsValue::UNDEFINED)
            })
        });
        if let Ok(done) = locks.request(name, holder.as_ref().unchecked_ref()) {
            let _ = JsFuture::from(done).await;
        }
    }
    let left = work.borrow_mut().take();
    if let Some(work) = left {
        work.await;
    }
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
