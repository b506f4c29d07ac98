//! A press does what the person saw that it would do, or nothing.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::card::file;
use crate::page::Page;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn point(element: &HtmlElement, kind: &str, part: &str);
    fn click(element: &HtmlElement, part: &str, detail: u32);
    fn compose(element: &HtmlElement, kind: &str);
    fn shift(element: &HtmlElement, by: i32);
}

async fn page_with_draft(id: &str) -> Page {
    let page = Page::with(&file(id), "zh-CN").await;
    page.type_into("draft", "留着");
    page.until("2 characters", || page.data("count", "count") == "2").await;
    page
}

fn press(page: &Page, down: &str, up: &str) {
    point(page.element(), "pointerdown", down);
    click(page.element(), up, 1);
}

#[wasm_bindgen_test]
async fn a_press_that_ends_on_another_button_does_nothing() {
    let page = page_with_draft("guard-other").await;
    for down in ["copy", "draft", "share-x"] {
        press(&page, down, "clear");
        assert_eq!(page.value("draft"), "留着", "{down}");
    }
    // Nothing of that is left over.
    press(&page, "clear", "clear");
    assert_eq!(page.value("draft"), "");
}

#[wasm_bindgen_test]
async fn keyboards_and_assistive_technology_press_always() {
    let page = page_with_draft("guard-keyboard").await;
    point(page.element(), "pointerdown", "copy");
    click(page.element(), "clear", 0);
    assert_eq!(page.value("draft"), "");
    // Without a pointer at all.
    let page = page_with_draft("guard-none").await;
    click(page.element(), "clear", 1);
    assert_eq!(page.value("draft"), "");
}

/// Ends what is composed, as a press does, and has the page jump, as a browser
/// does that brings the caret into sight.
fn end_and_jump(page: &Page, by: i32) {
    compose(page.element(), "compositionstart");
    compose(page.element(), "compositionupdate");
    compose(page.element(), "compositionend");
    shift(page.element(), by);
}

#[wasm_bindgen_test]
async fn a_press_under_which_the_page_jumped_does_nothing() {
    let page = page_with_draft("guard-jump").await;
    end_and_jump(&page, 300);
    press(&page, "clear", "clear");
    assert_eq!(page.value("draft"), "留着");
    // The next one is meant.
    TimeoutFuture::new(350).await;
    press(&page, "clear", "clear");
    assert_eq!(page.value("draft"), "");
}

#[wasm_bindgen_test]
async fn a_press_that_ends_a_composition_in_sight_arrives() {
    let page = page_with_draft("guard-sight").await;
    end_and_jump(&page, 0);
    press(&page, "clear", "clear");
    assert_eq!(page.value("draft"), "");
}

#[wasm_bindgen_test]
async fn who_aims_anew_has_seen_the_jump() {
    let page = page_with_draft("guard-aim").await;
    end_and_jump(&page, 300);
    point(page.element(), "pointermove", "clear");
    press(&page, "clear", "clear");
    assert_eq!(page.value("draft"), "");
}
