//! Work that goes on until it is dropped.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen_futures::spawn_local;

use super::active_card;

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Work that has begun. Dropping this drops the work, with all that it holds.
pub struct Task(Rc<Shared>);

struct Shared {
    work: RefCell<Option<Work>>,
    is_over: Cell<bool>,
}

impl Task {
    /// Starts with it at once.
    pub fn start(work: impl Future<Output = ()> + 'static) -> Task {
        Task::start_boxed(Box::pin(work))
    }

    fn start_boxed(work: Work) -> Task {
        let work: Work = Box::pin(active_card::throughout(work));
        let shared = Rc::new(Shared { work: RefCell::new(Some(work)), is_over: Cell::new(false) });
        let running = shared.clone();
        spawn_local(poll_fn(move |context| {
            let mut work = running.work.borrow_mut();
            let is_done = work.as_mut().is_none_or(|work| work.as_mut().poll(context).is_ready());
            if is_done || running.is_over.get() {
                *work = None;
                return Poll::Ready(());
            }
            Poll::Pending
        }));
        Task(shared)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.is_over.set(true);
        // The work itself may be what drops this; then it ends with its next rest.
        if let Ok(mut work) = self.0.work.try_borrow_mut() {
            work.take();
        }
    }
}
