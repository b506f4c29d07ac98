//! Leptos' stored values over one type of value, for what `signal` says of signals.
//! The methods are those of Leptos, and do what they do there.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::LocalStorage;
use leptos::reactive::owner::ArenaItem;

/// What a component holds, as long as it is there.
pub struct StoredValue<T>(ArenaItem<Rc<dyn Any>, LocalStorage>, PhantomData<fn() -> T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Of the component that calls this.
    pub fn new(first: T) -> StoredValue<T> {
        StoredValue(ArenaItem::new_local(Rc::new(RefCell::new(first))), PhantomData)
    }

    /// Reads it.
    #[expect(clippy::expect_used, reason = "who calls this is of the component or within it")]
    pub fn with_value<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.try_with_value(read).expect("the component is there")
    }

    /// Reads it, unless its component is gone.
    pub fn try_with_value<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        Some(read(&self.cell()?.borrow()))
    }

    /// Changes it, unless its component is gone.
    pub fn try_update_value<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        Some(change(&mut self.cell()?.borrow_mut()))
    }

    /// Changes it to this, unless its component is gone.
    pub fn try_set_value(&self, next: T) {
        // What was there is dropped when the next one is there.
        drop(self.cell().map(|cell| cell.replace(next)));
    }

    // Once for each type, not where it is read: 1.4 KB less after brotli.
    #[inline(never)]
    fn cell(&self) -> Option<Rc<RefCell<T>>> {
        self.0.try_get_value()?.downcast().ok()
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// Its value.
    pub fn get_value(&self) -> T {
        self.with_value(T::clone)
    }

    /// Its value, unless its component is gone.
    pub fn try_get_value(&self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}
