//! Signals, which Leptos sees as one type.

use campaign_widget::ui::reactive::effect;
use campaign_widget::ui::signal::{Memo, RwSignal, Signal};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::Owner;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn who_reads_a_memo_runs_where_another_value_follows() {
    // Effects run by Leptos' executor, which a mount starts.
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("div").unwrap();
    leptos::mount::mount_to(element.unchecked_into(), || ()).forget();

    let owner = Owner::new();
    let runs = Rc::new(Cell::new(0));
    let (number, is_even, text) = owner.with(|| {
        let number = RwSignal::new(2);
        let is_even = Memo::new(move |_| number.get() % 2 == 0);
        let counted = runs.clone();
        effect(move || {
            is_even.get();
            counted.set(counted.get() + 1);
        });
        let text = Signal::derive(move || (number.get(), is_even.get()));
        (number, is_even, text)
    });
    TimeoutFuture::new(20).await;
    assert_eq!((runs.get(), text.get()), (1, (2, true)));

    number.set(4);
    TimeoutFuture::new(20).await;
    assert_eq!((runs.get(), text.get()), (1, (4, true)), "the memo is what it was");

    number.update(|number| *number += 1);
    TimeoutFuture::new(20).await;
    assert_eq!((runs.get(), text.get()), (2, (5, false)));

    drop(owner);
    number.try_set(6);
    number.update(|number| *number += 1);
    assert_eq!(number.try_with_untracked(|number| *number), None);
    assert_eq!(is_even.try_with_untracked(|is_even| *is_even), None);
}
