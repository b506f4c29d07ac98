//! The elements of which the card is made.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use campaign_widget::ui::element::{El, Mounted};
use campaign_widget::ui::reactive::text_signal;
use campaign_widget::ui::signal::{RwSignal, Signal};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// An element of the page that goes with the test.
struct Stage(Element);

impl Stage {
    fn new() -> Stage {
        // Effects run by Leptos' executor, which a mount starts.
        let document = web_sys::window().unwrap().document().unwrap();
        let element = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&element).unwrap();
        leptos::mount::mount_to(element.clone().unchecked_into(), || ()).forget();
        Stage(element)
    }

    fn texts(&self, tag: &str) -> Vec<String> {
        let text = |at| {
            let found = self.0.query_selector(&format!("{tag}:nth-of-type({at})")).unwrap();
            found.and_then(|element| element.text_content())
        };
        (1..).map_while(text).collect()
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

async fn soon() {
    TimeoutFuture::new(20).await;
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[wasm_bindgen_test]
async fn a_list_keeps_what_stays_and_drops_what_goes() {
    let stage = Stage::new();
    let owner = Owner::new();
    let keys = owner.with(|| RwSignal::new(names(&["b", "d"])));
    let runs = Arc::new(AtomicU32::new(0));
    let tick = owner.with(|| RwSignal::new(0));
    let counted = runs.clone();
    let make = move |key: &str| {
        let counted = counted.clone();
        let key = key.to_owned();
        let shown = text_signal(move || {
            counted.fetch_add(1, Ordering::Relaxed);
            format!("{key}{}", tick.get())
        });
        El::new("li", "").bind_text(shown)
    };
    let list = owner.with(|| {
        Mounted::into(&stage.0, || {
            El::new("ul", "").text("before").with_each(keys.into(), make).text("after")
        })
    });
    assert_eq!(stage.texts("li"), ["b0", "d0"]);
    let before = stage.find("li:nth-of-type(2)");

    keys.set(names(&["a", "b", "c", "d", "e"]));
    soon().await;
    assert_eq!(stage.texts("li"), ["a0", "b0", "c0", "d0", "e0"]);
    assert_eq!(stage.find("li:nth-of-type(4)"), before, "it is the same element");
    assert_eq!(stage.texts("ul"), ["beforea0b0c0d0e0after"]);

    keys.set(names(&["e", "d"]));
    soon().await;
    assert_eq!(stage.texts("li"), ["e0", "d0"]);
    // What is gone follows nothing any more.
    runs.store(0, Ordering::Relaxed);
    tick.set(1);
    soon().await;
    assert_eq!((stage.texts("li"), runs.load(Ordering::Relaxed)), (names(&["e1", "d1"]), 2));

    drop(list);
    assert_eq!(stage.texts("ul"), [""; 0]);
    tick.set(2);
    soon().await;
    assert_eq!(runs.load(Ordering::Relaxed), 2);
}

#[wasm_bindgen_test]
async fn a_button_that_goes_passes_the_focus_on() {
    let stage = Stage::new();
    let owner = Owner::new();
    let is_there = owner.with(|| RwSignal::new(true));
    let pressed = Rc::new(Cell::new(0));
    let counted = pressed.clone();
    let _row = owner.with(|| {
        Mounted::into(&stage.0, || {
            El::new("p", "")
                .with(
                    El::new("button", "one")
                        .shown_if(Signal::derive(move || is_there.get()))
                        .on("click", move |_| counted.set(counted.get() + 1)),
                )
                .with(El::new("button", "hidden").attr("hidden", ""))
                .with_if(is_there.into(), || El::new("button", "two"))
                .with(El::new("button", "three"))
        })
    });
    let focused = || {
        let document = web_sys::window().unwrap().document().unwrap();
        document.active_element().map(|element| element.class_name()).unwrap_or_default()
    };
    let focus = |class: &str| {
        stage.find(&format!(".{class}")).unchecked_into::<HtmlElement>().focus().unwrap();
    };
    stage.find(".one").unchecked_into::<HtmlElement>().click();
    assert_eq!(pressed.get(), 1);
    for class in ["one", "two"] {
        is_there.set(true);
        soon().await;
        focus(class);
        is_there.set(false);
        soon().await;
        assert_eq!(focused(), "three", "{class}");
    }
    // And nobody's focus is taken.
    is_there.set(true);
    soon().await;
    focus("three");
    is_there.set(false);
    soon().await;
    assert_eq!(focused(), "three");
}
