//! What changes on the card, in as few types as possible: a browser would
//! have to load the code behind each of them anew.

use std::any::Any;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::signal::Signal;
use crate::browser::active_card;

/// A text that changes, for the inside of an element or for an attribute.
pub fn text_signal<T: Into<String>>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || read().into())
}

/// Runs now and whenever something that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    let mut run = active_card::each_time(run);
    Effect::new(move |_: Option<()>| run());
}

/// Keeps a timer, a listener or a request, until it is given another one or
/// the component that made it is gone.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<Box<dyn Any>>, LocalStorage>);

impl Slot {
    /// Keeps nothing yet. Belongs to the component that calls this.
    pub fn here() -> Slot {
        Slot(StoredValue::new_local(None))
    }

    /// Keeps this instead of what it has.
    pub fn keep(&self, guard: impl Any) {
        self.set(Some(Box::new(guard)));
    }

    /// Lets go of what it has.
    pub fn let_go(&self) {
        self.set(None);
    }

    /// Whether the component that made it is still there.
    pub fn is_alive(&self) -> bool {
        self.0.try_with_value(|_| ()).is_some()
    }

    fn set(&self, guard: Option<Box<dyn Any>>) {
        let _ = self.0.try_set_value(guard);
    }
}

/// Starts something that takes a while.
pub fn start(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(active_card::throughout(work));
}
