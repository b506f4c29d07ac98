//! A pause that begins again and again, and is over once.

use std::cell::Cell;
use std::rc::Rc;

use super::reactive::Slot;
use crate::browser::device;
use crate::browser::timers::after;

/// How long a person pauses before what changes as they write is announced, in ms.
pub const BEFORE_SPEAKING: u32 = 1_000;

/// A pause of the component that creates it. One timer serves all beginnings: at
/// each key a new one would cost more than what the key does.
#[derive(Clone)]
pub struct Pause {
    timer: Slot,
    /// When it is over, on the monotonic clock; `None` while there is none.
    until: Rc<Cell<Option<i64>>>,
    /// What happens then.
    over: Rc<dyn Fn()>,
}

impl Pause {
    /// Creates a pause after which this happens.
    pub fn before(over: impl Fn() + 'static) -> Pause {
        Pause { timer: Slot::here(), until: Rc::default(), over: Rc::new(over) }
    }

    /// Has it be over in this many milliseconds, and not before.
    pub fn begin_again(&self, wait: u32) {
        let until = device::monotonic() + i64::from(wait);
        if self.until.replace(Some(until)).is_none() {
            self.wait(wait);
        }
    }

    fn wait(&self, wait: u32) {
        let pause = self.clone();
        self.timer.keep(after(wait, move || pause.look()));
    }

    fn look(&self) {
        let until = self.until.get().unwrap_or_default();
        let left = until - device::monotonic();
        if left > 0 {
            return self.wait(u32::try_from(left).unwrap_or_default());
        }
        self.until.set(None);
        (self.over)();
    }
}
