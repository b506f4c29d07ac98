//! Leptos' signals over one type of value.
//!
//! Leptos makes the code of a signal again for every type that is in one, and a
//! browser loads each of them: 15 of values, 5 of memos and 3 of what reads either.
//! Here Leptos sees a `Value` alone, and only what reads and writes it knows what
//! that is, which is 6.3 KB less after brotli. The methods are those of Leptos, and
//! do what they do there.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Set, Track};

use super::stored_value::StoredValue;

/// Any value.
type Value = Arc<dyn Any + Send + Sync>;

fn value<T: Send + Sync + 'static>(value: T) -> Value {
    Arc::new(value)
}

/// What a value is.
#[expect(clippy::expect_used, reason = "the type of a signal is that of what is put into it")]
fn of<T: 'static>(value: &Value) -> &T {
    value.downcast_ref().expect("the type of the signal")
}

/// A value that changes.
pub struct RwSignal<T>(leptos::prelude::RwSignal<Value>, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        RwSignal::new(T::default())
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// Of the component that calls this.
    pub fn new(first: T) -> RwSignal<T> {
        RwSignal(leptos::prelude::RwSignal::new(value(first)), PhantomData)
    }

    /// Tracks it without a look.
    pub fn track(&self) {
        self.0.track();
    }

    /// Reads it, and tracks it.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.0.get()))
    }

    /// Reads it.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.0.get_untracked()))
    }

    /// Reads it, unless its component is gone.
    pub fn try_with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_untracked().map(|value| read(of(&value)))
    }

    /// Changes it to this.
    pub fn set(&self, next: T) {
        self.0.set(value(next));
    }

    /// Changes it to this, unless its component is gone.
    pub fn try_set(&self, next: T) {
        let _ = self.0.try_set(value(next));
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// Its value, and tracks it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// Its value.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// Its value, unless its component is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }

    /// Changes it, unless its component is gone.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        if let Some(mut next) = self.try_with_untracked(T::clone) {
            change(&mut next);
            self.try_set(next);
        }
    }
}

/// A value that follows from others, and changes only where another one follows.
pub struct Memo<T>(leptos::prelude::Memo<Computed>, PhantomData<fn() -> T>);

#[derive(Clone)]
struct Computed {
    value: Value,
    is_same: fn(&Value, &Value) -> bool,
}

impl PartialEq for Computed {
    fn eq(&self, other: &Computed) -> bool {
        (self.is_same)(&self.value, &other.value)
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Of the component that calls this. What computes the value is given the one
    /// before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T> {
        let is_same = |one: &Value, other: &Value| of::<T>(one) == of::<T>(other);
        let compute = move |before: Option<&Value>| value(compute(before.map(of)));
        Memo(boxed_memo(Box::new(compute), is_same), PhantomData)
    }

    /// Reads it, and tracks it.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.0.get().value))
    }

    /// Reads it.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(of(&self.0.get_untracked().value))
    }

    /// Reads it, unless its component is gone.
    pub fn try_with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.try_get_untracked().map(|computed| read(of(&computed.value)))
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// Its value, and tracks it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// Its value.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Computes a value out of the one before.
type Compute = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;

fn boxed_memo(
    compute: Compute,
    is_same: fn(&Value, &Value) -> bool,
) -> leptos::prelude::Memo<Computed> {
    leptos::prelude::Memo::new(move |before: Option<&Computed>| Computed {
        value: compute(before.map(|before| &before.value)),
        is_same,
    })
}

/// What reads values, for the inside of an element or for an attribute.
pub struct Signal<T>(StoredValue<Box<dyn Fn() -> T>>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: 'static> Signal<T> {
    /// Of the component that calls this.
    pub fn derive(read: impl Fn() -> T + 'static) -> Signal<T> {
        Signal(StoredValue::new(Box::new(read)))
    }

    /// What it reads, and tracks that.
    pub fn get(&self) -> T {
        self.0.with_value(|read| read())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Signal<T> {
        Signal::derive(move || memo.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Signal<T> {
        Signal::derive(move || signal.get())
    }
}
