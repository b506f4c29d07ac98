//! What changes on the card, in as few types as possible: a browser would
//! have to load the code behind each of them again.

use std::any::Any;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::signal::Signal;
use super::stored_value::StoredValue;
use crate::browser::active_card;

/// Derives a text signal, for a text node or an attribute.
pub fn text_signal<T: Into<String>>(read: impl Fn() -> T + 'static) -> Signal<String> {
    Signal::derive(move || read().into())
}

/// Runs now and whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    let mut run = active_card::each_time(run);
    Effect::new(move |_: Option<()>| run());
}

/// Holds a timer, a listener or a request until it is replaced, or until its
/// component ends.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<Box<dyn Any>>>);

impl Slot {
    /// Creates an empty slot of the component that calls this.
    pub fn here() -> Slot {
        Slot(StoredValue::new(None))
    }

    /// Replaces the content.
    pub fn keep(&self, guard: impl Any) {
        self.set(Some(Box::new(guard)));
    }

    /// Drops the content.
    pub fn let_go(&self) {
        self.set(None);
    }

    /// Whether its component still exists.
    pub fn is_alive(&self) -> bool {
        self.0.try_with_value(|_| ()).is_some()
    }

    fn set(&self, guard: Option<Box<dyn Any>>) {
        self.0.try_set_value(guard);
    }
}

/// Spawns a task.
pub fn start(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(active_card::throughout(work));
}
