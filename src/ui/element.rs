//! An element of the card.
//!
//! `view!` makes a type of every element with all that is in it, and a browser
//! loads the code of each of them. An [`El`] is one type, whatever it is and
//! holds; it is built call by call, and Leptos' signals change it.
//!
//! Compared by the countdown, the list of the rules and that of pasted links, 27 %
//! of the calls that make the card, in `view!` with `.into_any()` at each edge and
//! `<For>`; the rest as it is:
//!
//! | | `El` | `view!` |
//! | --- | ---: | ---: |
//! | the module, in bytes after brotli 11 | 152,678 | 171,971 |
//! | with `--cfg erase_components` | | 172,819 |
//! | lines of the three files | 474 | 528 |
//! | effects that a key may run | one a binding | one a binding |
//!
//! So a key takes as long with either, and `view!` costs 19 KB before the other 73 %.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use wasm_bindgen::JsCast;
use web_sys::{Document, Event, HtmlElement, ShadowRoot};

use super::reactive::Slot;
use super::signal::Signal;
use super::stored_value::StoredValue;
use crate::browser::active_card;
use crate::browser::listener::listen;
use crate::browser::timers::after;

/// An element of the component that creates it: its effects and listeners end with
/// that component.
#[derive(Clone, Copy)]
pub struct El(StoredValue<Element>);

impl El {
    /// Creates an element with a tag and, unless it is empty, a class.
    pub fn new(tag: &str, class: &str) -> El {
        let piece = El(StoredValue::new(Rndr::create_element(tag, None)));
        if class.is_empty() { piece } else { piece.attr("class", class) }
    }

    /// Creates an element of a drawing, with a class.
    pub fn drawing(tag: &str, class: &str) -> El {
        let namespace = Some("http://www.w3.org/2000/svg");
        El(StoredValue::new(Rndr::create_element(tag, namespace))).attr("class", class)
    }

    /// Returns the DOM element, while its component exists.
    pub fn element<E: JsCast>(self) -> Option<E> {
        self.0.try_get_value()?.dyn_into().ok()
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> El {
        Rndr::set_attribute(&self.inner(), name, value);
        self
    }

    /// Binds an attribute to a signal.
    pub fn bind_attr(self, name: &'static str, value: Signal<String>) -> El {
        let element = self.inner();
        follow_changes(
            value,
            Box::new(move |value: &String| Rndr::set_attribute(&element, name, value)),
        );
        self
    }

    /// Binds a property that is true or false, which the reader may change too.
    pub fn bind_flag(self, name: &'static str, flag: Signal<bool>) -> El {
        let element = self.inner();
        follow(Box::new(move || Rndr::set_property(&element, name, &flag.get().into())));
        self
    }

    /// Binds the value of a field, which the reader may change too.
    pub fn bind_value(self, value: Signal<String>) -> El {
        let element = self.inner();
        follow(Box::new(move || Rndr::set_property(&element, "value", &value.get().into())));
        self
    }

    /// Hides the element while `is_shown` is false.
    pub fn shown_if(self, is_shown: Signal<bool>) -> El {
        let element = self.inner();
        let show = move |is_shown: &bool| match is_shown {
            true => Rndr::remove_attribute(&element, "hidden"),
            false => {
                pass_focus_on(&element);
                Rndr::set_attribute(&element, "hidden", "");
            }
        };
        follow_changes(is_shown, Box::new(show));
        self
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> El {
        self.insert(&Rndr::create_text_node(text));
        self
    }

    /// Appends a text that follows a signal.
    pub fn bind_text(self, text: Signal<String>) -> El {
        let node = Rndr::create_text_node("");
        self.insert(&node);
        follow_changes(text, Box::new(move |text: &String| Rndr::set_text(&node, text)));
        self
    }

    /// Appends an element.
    pub fn with(self, piece: El) -> El {
        self.insert(&piece.inner());
        self
    }

    /// Appends elements.
    pub fn with_all(self, pieces: Vec<El>) -> El {
        pieces.into_iter().fold(self, El::with)
    }

    /// Appends an element that exists while `is_there` is true.
    pub fn with_if(self, is_there: Signal<bool>, make: impl Fn() -> El + 'static) -> El {
        self.with_if_boxed(is_there, Box::new(make))
    }

    fn with_if_boxed(self, is_there: Signal<bool>, make: Box<dyn Fn() -> El>) -> El {
        let key = move || is_there.get().then(String::new).into_iter().collect();
        self.with_each(Signal::derive(key), move |_| make())
    }

    /// Appends an element for each key, in the order of the keys, which are unique.
    /// An element stays as it is, with the focus, as long as its key is there.
    pub fn with_each(self, keys: Signal<Vec<String>>, make: impl Fn(&str) -> El + 'static) -> El {
        self.with_each_boxed(keys, Box::new(make))
    }

    fn with_each_boxed(self, keys: Signal<Vec<String>>, make: Box<dyn Fn(&str) -> El>) -> El {
        let (parent, owner) = (self.inner(), Owner::current().unwrap_or_default());
        let end: Node = Rndr::create_text_node("").into();
        self.insert(&end);
        let made: RefCell<Vec<Made>> = RefCell::default();
        let show = move |keys: &Vec<String>| {
            let mut made = made.borrow_mut();
            made.retain(|one| keys.contains(&one.key));
            let mut next = end.clone();
            for key in keys.iter().rev() {
                let known = made.iter().find(|one| one.key == *key).map(|one| one.element.clone());
                let element = known.unwrap_or_else(|| {
                    let owner = owner.child();
                    let element = owner.with(|| untrack(|| make(key).inner()));
                    made.push(Made { key: key.clone(), element: element.clone(), owner });
                    element
                });
                if element.next_sibling().as_ref() != Some(&next) {
                    Rndr::insert_node(&parent, &element, Some(&next));
                }
                next = element.into();
            }
        };
        follow_changes(keys, Box::new(show));
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, happens: impl FnMut(&Event) + 'static) -> El {
        Slot::here().keep(listen(&self.inner(), event, happens));
        self
    }

    fn insert(self, node: &Node) {
        Rndr::insert_node(&self.inner(), node, None);
    }

    fn inner(self) -> Element {
        self.0.get_value()
    }
}

/// The element of a key.
struct Made {
    key: String,
    element: Element,
    owner: Owner,
}

impl Drop for Made {
    fn drop(&mut self) {
        pass_focus_on(&self.element);
        self.owner.cleanup();
        self.element.remove();
    }
}

/// Selectors of what can be focused, in order of preference.
const FOCUSABLE: [&str; 2] =
    ["button:not([hidden], [hidden] *)", ":is(a, textarea, summary):not([hidden], [hidden] *)"];

/// Moves the focus from an element that is about to be removed to one near it, so
/// that the reader keeps their place; unless the focus has moved by then.
fn pass_focus_on(going: &Element) {
    if !going.matches(":focus-within").unwrap_or_default() {
        return;
    }
    let mut around = going.parent_element();
    let pass = move || {
        while let Some(parent) = around.take().filter(|parent| !has_focus(parent)) {
            let find = |what: &str| parent.query_selector(what).ok().flatten();
            let next = FOCUSABLE.into_iter().find_map(find);
            match next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                Some(next) => drop(next.focus()),
                None => around = parent.parent_element(),
            }
        }
    };
    after(0, pass).forget();
}

/// Whether an element of the same tree has the focus.
fn has_focus(near: &Element) -> bool {
    let root = near.get_root_node();
    let in_shadow = root.dyn_ref::<ShadowRoot>().map(|root| root.active_element());
    let in_page = || root.dyn_ref::<Document>().and_then(Document::active_element);
    let focused = in_shadow.unwrap_or_else(in_page);
    focused
        .is_some_and(|focused| !focused.matches("body, [hidden], [hidden] *").unwrap_or_default())
}

/// An element that is in the page until this is dropped.
pub struct Mounted(#[expect(dead_code, reason = "what counts is that it is dropped")] Made);

impl Mounted {
    /// Creates an element inside another one.
    pub fn into(parent: &Element, make: impl FnOnce() -> El) -> Mounted {
        let owner = Owner::new();
        let element = owner.with(|| make().inner());
        Rndr::insert_node(parent, &element, None);
        Mounted(Made { key: String::new(), element, owner })
    }
}

/// Shows a value now, and whenever it is another one.
fn follow_changes<T: PartialEq + 'static>(value: Signal<T>, show: Box<dyn Fn(&T)>) {
    let mut shown = None;
    follow(Box::new(move || {
        let value = value.get();
        if shown.as_ref() != Some(&value) {
            show(&value);
            shown = Some(value);
        }
    }));
}

/// Runs now, and whenever a signal that it reads changes.
fn follow(run: Box<dyn FnMut()>) {
    let mut run = active_card::each_time(run);
    Slot::here().keep(RenderEffect::new(move |_: Option<()>| run()));
}
