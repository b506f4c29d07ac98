//! A pause that is over once, however often it begins.

use std::rc::Rc;

use leptos::prelude::*;

use super::reactive::Slot;
use crate::browser::device;
use crate::browser::timers::after;

/// A pause of the component that creates it. One timer serves all beginnings: at
/// each key a new one would cost more than what the key does.
#[derive(Clone, Copy)]
pub struct Pause {
    timer: Slot,
    /// When it is over, on the monotonic clock; `None` while there is none.
    until: StoredValue<Option<i64>>,
    /// What happens then.
    over: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl Pause {
    /// Creates a pause after which this happens.
    pub fn before(over: impl Fn() + 'static) -> Pause {
        let over: Rc<dyn Fn()> = Rc::new(over);
        Pause {
            timer: Slot::here(),
            until: StoredValue::new(None),
            over: StoredValue::new_local(over),
        }
    }

    /// Has it be over in this many milliseconds, unless it ends before.
    pub fn begin(self, wait: u32) {
        if self.until.try_get_value() == Some(None) {
            self.begin_again(wait);
        }
    }

    /// Has it be over in this many milliseconds, and not before.
    pub fn begin_again(self, wait: u32) {
        let until = device::reading().monotonic + i64::from(wait);
        let runs = self.until.try_get_value().flatten().is_some_and(|before| before <= until);
        let _ = self.until.try_set_value(Some(until));
        if !runs {
            self.wait(wait);
        }
    }

    fn wait(self, wait: u32) {
        self.timer.keep(after(wait, move || self.look()));
    }

    fn look(self) {
        let Some(until) = self.until.try_get_value().flatten() else { return };
        let left = until - device::reading().monotonic;
        if left > 0 {
            return self.wait(u32::try_from(left).unwrap_or_default());
        }
        let _ = self.until.try_set_value(None);
        // Called outside of what holds it, for it may end the component.
        self.over.try_get_value().iter().for_each(|over| over());
    }
}
