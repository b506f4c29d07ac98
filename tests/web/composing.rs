//! What browsers tell of an input method, each in its own way: seen in Chromium
//! 156, Firefox 153 and WebKitGTK 2.50 with a real one.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::card::{STORY, TAG, file};
use crate::page::Page;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn tell(element: &HtmlElement, kind: &str, text: Option<&str>, composes: bool, key: u32);
}

/// An event of the field; with the text that is there by then, where that changes.
enum Told {
    /// A key, by its code, and bool_signal it is of a composition.
    Key(u32, bool),
    /// `input`, and bool_signal it is of a composition.
    Input(&'static str, bool),
    /// Any other.
    Event(&'static str),
    /// Another hand writes, without an event.
    Written(&'static str),
}

use Told::{Event, Input, Key, Written};

const START: Told = Event("compositionstart");
const UPDATE: Told = Event("compositionupdate");
const END: Told = Event("compositionend");

/// Before, as it is composed, and as it is chosen: 16, 21 and 18 characters.
const BEFORE: &str = "第一次用现货买苹果股票夜里也能成#Gate xStocks 交易体验#";
const LETTERS: &str = "第一次用现货买苹果股票夜里也能成nihao#Gate xStocks 交易体验#";
const CHOSEN: &str = "第一次用现货买苹果股票夜里也能成你好#Gate xStocks 交易体验#";

impl Told {
    fn to(&self, page: &Page) {
        let element = page.element();
        match *self {
            Key(code, composes) => tell(element, "keydown", None, composes, code),
            Input(text, composes) => tell(element, "input", Some(text), composes, 0),
            Event(kind) => tell(element, kind, None, false, 0),
            Written(text) => page.write_into("draft", text),
        }
    }
}

/// The card with 16 characters and the tag, and an input method that composes 5
/// letters.
async fn composing(name: &str, begin: &[Told]) -> Page {
    let page = Page::with(&file(name), "zh-CN").await;
    page.type_into("draft", BEFORE);
    page.until("16 characters", || page.data("count", "count") == "16").await;
    begin.iter().for_each(|told| told.to(&page));
    TimeoutFuture::new(50).await;
    assert_still(&page, name);
    page
}

/// The card says what it said before.
fn assert_still(page: &Page, when: &str) {
    assert_eq!(page.data("count", "count"), "16", "{when}");
    assert_eq!(page.data("x-count", "weight"), "56", "{when}");
    assert_eq!(page.rule("length"), "fail", "{when}");
    assert!(!page.heard().contains("campaign-draft"), "{when}: {}", page.heard());
}

const BEGIN: [Told; 4] = [Key(229, false), START, UPDATE, Input(LETTERS, true)];

#[wasm_bindgen_test]
async fn the_verdict_waits_for_the_choice_in_every_browser() {
    let browsers = [
        ("chromium", vec![Key(229, true), UPDATE, Input(CHOSEN, true), END], CHOSEN),
        ("firefox", vec![UPDATE, Input(CHOSEN, true), END, Input(CHOSEN, false)], CHOSEN),
        // The field is without the text for a moment.
        ("webkit", vec![Input(BEFORE, true), Input(CHOSEN, true), END], CHOSEN),
        // The key comes after the end of what it ends.
        ("safari", vec![Input(CHOSEN, true), END, Key(229, false)], CHOSEN),
        ("chromium-escape", vec![UPDATE, Input(BEFORE, true), END], BEFORE),
        ("webkit-escape", vec![Input(BEFORE, true), END], BEFORE),
    ];
    for (name, end, text) in browsers {
        let page = composing(name, &BEGIN).await;
        let last = end.len() - 1;
        for (index, told) in end.iter().enumerate() {
            told.to(&page);
            if index < last && !matches!(told, Event("compositionend")) {
                TimeoutFuture::new(20).await;
                assert_still(&page, name);
            }
        }
        let count = if text == CHOSEN { "18" } else { "16" };
        page.until(name, || page.data("count", "count") == count).await;
        assert_eq!(page.value("draft"), text);
        // Typing goes on, and counts at once.
        page.type_into("draft", &format!("{STORY}{TAG}"));
        page.until(name, || page.data("count", "count") == "20").await;
    }
}

#[wasm_bindgen_test]
async fn letters_that_a_press_elsewhere_leaves_count() {
    for (name, end) in [
        ("chromium-press", vec![END, Event("change"), Event("blur")]),
        ("webkit-press", vec![Input(BEFORE, true), Input(LETTERS, true), END, Event("blur")]),
        ("firefox-press", vec![Input(LETTERS, true), END, Input(LETTERS, false), Event("blur")]),
    ] {
        let page = composing(name, &BEGIN).await;
        end.iter().for_each(|told| told.to(&page));
        page.until(name, || page.data("count", "count") == "21").await;
        page.until(name, || page.heard().ends_with("{\"passes\":true}")).await;
    }
}

/// Not every browser tells that a composition is over, when a script ends it.
#[wasm_bindgen_test]
async fn a_composition_that_nobody_ends_is_over() {
    let other = "另一段文字";
    for (name, told) in [
        ("a-plain-key", Key(65, false)),
        ("a-plain-input", Input(other, false)),
        ("leaving", Event("blur")),
        ("a-script", Written(other)),
    ] {
        let page = composing(name, &BEGIN).await;
        // It waits for the input method, and comes once that is done.
        page.press("clear", 0);
        TimeoutFuture::new(50).await;
        assert_eq!(page.value("draft"), LETTERS);
        told.to(&page);
        page.until(name, || page.value("draft").is_empty()).await;
        page.until(name, || page.data("count", "count") == "0").await;
    }
}

#[wasm_bindgen_test]
async fn a_sign_of_the_input_method_holds_nothing_back() {
    // WebKitGTK tells of an end that has no beginning.
    let page = composing("webkit-sign", &[]).await;
    Key(229, false).to(&page);
    Input("￥", true).to(&page);
    END.to(&page);
    page.until("one character", || page.data("count", "count") == "1").await;
    page.type_into("draft", STORY);
    page.until("20 characters", || page.data("count", "count") == "20").await;
}

/// A key that an input method takes begins no composition by itself.
#[wasm_bindgen_test]
async fn keys_of_a_phone_that_compose_nothing_count_at_once() {
    let page = composing("phone", &[]).await;
    Key(229, false).to(&page);
    Input(CHOSEN, false).to(&page);
    page.until("18 characters", || page.data("count", "count") == "18").await;
}

#[wasm_bindgen_test]
async fn what_was_chosen_counts_though_the_next_word_is_begun_at_once() {
    let page = composing("next-word", &BEGIN).await;
    Input(CHOSEN, true).to(&page);
    END.to(&page);
    START.to(&page);
    Input("第一次用现货买苹果股票夜里也能成你好n#Gate xStocks 交易体验#", true).to(&page);
    page.until("18 characters", || page.data("count", "count") == "18").await;
    assert_eq!(page.rule("length"), "fail");
}

#[wasm_bindgen_test]
async fn what_is_composed_is_kept_and_goes_along() {
    let mut page = composing("kept", &BEGIN).await;
    page.unmount();
    let again = Page::with(&file("kept"), "zh-CN").await;
    assert_eq!(again.value("draft"), LETTERS);
    assert_eq!(again.data("count", "count"), "21");
}
