//! The lifecycle of the page, and the time after a sleep.

use std::cell::RefCell;
use std::rc::Rc;

use campaign_widget::browser::page::{self, Registration, Stage};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::Page;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn happens(name: &str);
    fn hide(hidden: bool);
    fn listeners() -> String;
    fn jump(wall: i32, monotonic: i32);
    fn seen_in_the_same_task(element: &HtmlElement) -> Promise;
}

/// What has run, in order.
type Log = Rc<RefCell<Vec<&'static str>>>;

fn note(log: &Log, stage: Stage, name: &'static str) -> Registration {
    let log = log.clone();
    page::on(stage, move || log.borrow_mut().push(name))
}

const RETURNS: [&str; 3] = ["pageshow", "online", "visibilitychange"];

#[wasm_bindgen_test]
fn each_stage_is_over_for_every_card_before_the_next_one_begins() {
    let log = Log::default();
    let _handlers = [
        note(&log, Stage::Delivery, "delivery a"),
        note(&log, Stage::Leave, "leave a"),
        note(&log, Stage::Stores, "stores a"),
        note(&log, Stage::Clock, "clock a"),
        note(&log, Stage::Tick, "time"),
        note(&log, Stage::Stores, "stores b"),
        note(&log, Stage::Clock, "clock b"),
        note(&log, Stage::Leave, "leave b"),
        note(&log, Stage::Delivery, "delivery b"),
    ];
    let back = ["clock a", "clock b", "time", "stores a", "stores b", "delivery a", "delivery b"];
    for event in RETURNS {
        happens(event);
        assert_eq!(log.take(), back, "{event}");
    }
    happens("pagehide");
    assert_eq!(log.take(), ["leave a", "leave b"]);
    hide(true);
    happens("pageshow");
    happens("online");
    let unseen = log.take();
    happens("visibilitychange");
    let left = log.take();
    hide(false);
    assert_eq!(unseen, [""; 0]);
    assert_eq!(left, ["leave a", "leave b"]);
}

#[wasm_bindgen_test]
fn a_handler_may_remove_others_and_add_some() {
    let log = Log::default();
    let later = Rc::new(RefCell::new(vec![note(&log, Stage::Stores, "removed")]));
    let _first = {
        let (log, later) = (log.clone(), later.clone());
        page::on(Stage::Clock, move || {
            let new = [Stage::Leave, Stage::Clock, Stage::Delivery];
            let names = ["not on a return", "same stage", "later stage"];
            *later.borrow_mut() =
                new.into_iter().zip(names).map(|(stage, name)| note(&log, stage, name)).collect();
        })
    };
    happens("pageshow");
    assert_eq!(log.take(), ["same stage", "later stage"]);
}

#[wasm_bindgen_test]
fn a_handler_may_own_others() {
    let log = Log::default();
    let owned = note(&log, Stage::Stores, "owned");
    let owner = page::on(Stage::Clock, move || {
        let _ = &owned;
    });
    happens("pageshow");
    assert_eq!(log.take(), ["owned"]);
    drop(owner);
    happens("pageshow");
    assert_eq!(log.take(), [""; 0]);
}

#[wasm_bindgen_test]
async fn all_cards_share_one_listener_of_each_event_and_leave_none() {
    let before = listeners();
    let log = Log::default();
    let first = note(&log, Stage::Tick, "first");
    assert_eq!((before.as_str(), listeners().as_str()), ("0,0,0,0", "1,1,1,1"));
    let file = include_str!("../../src/campaign/examples/gate-xstocks.json");
    let mut cards = [Page::with(file, "zh-CN").await, Page::with(file, "en").await];
    assert_eq!(listeners(), "1,1,1,1");
    drop(first);
    assert_eq!(listeners(), "1,1,1,1");
    cards.iter_mut().for_each(Page::unmount);
    assert_eq!(listeners(), "0,0,0,0");
}

/// The shipped campaign, but it ends in many years.
fn open_campaign(id: &str) -> String {
    include_str!("../../src/campaign/examples/gate-xstocks.json")
        .replace("gate-xstocks-2025-07", id)
        .replace("2025-07-09T24:00", "2099-07-09T24:00")
}

/// Ten minutes, in milliseconds.
const SLEEP: i32 = 600_000;

/// The seconds that are left, once they and the digits say the same.
async fn seconds_left(page: &Page) -> i64 {
    let seen = JsFuture::from(seen_in_the_same_task(page.element())).await.unwrap();
    let seen = seen.as_string().unwrap();
    let figures: Vec<i64> = seen.split(',').map(|figure| figure.parse().unwrap()).collect();
    let [seconds, days, hours, minutes, rest] = figures[..] else { panic!("{figures:?}") };
    assert_eq!(seconds, ((days * 24 + hours) * 60 + minutes) * 60 + rest);
    seconds
}

/// The right time stood there up to a second later.
#[wasm_bindgen_test]
async fn after_a_sleep_the_time_is_right_before_anything_else_happens() {
    let page = Page::with(&open_campaign("slept"), "zh-CN").await;
    // The monotonic clock goes on while the device sleeps, or stands still.
    for monotonic in [SLEEP, 0] {
        for event in RETURNS {
            let before = seconds_left(&page).await;
            jump(SLEEP, monotonic);
            happens(event);
            let after = seconds_left(&page).await;
            jump(0, 0);
            let slept = before - after;
            assert!((600..=601).contains(&slept), "{slept} s after {event}, {monotonic}");
            // The clock begins anew.
            page.set("server-now", "");
        }
    }
}

/// A lid that is closed over a page in sight: no event comes.
#[wasm_bindgen_test]
async fn a_sleep_of_which_nobody_tells_is_noticed_at_the_next_tick() {
    let page = Page::with(&open_campaign("lid"), "zh-CN").await;
    let log = Log::default();
    let _stores = note(&log, Stage::Stores, "stores");
    let before = seconds_left(&page).await;
    jump(SLEEP, 0);
    let is_right = || (598..=602).contains(&(before - left(&page)));
    page.until("the right time", is_right).await;
    jump(0, 0);
    assert_eq!(log.take(), ["stores"]);
}

fn left(page: &Page) -> i64 {
    page.data("countdown", "seconds").parse().unwrap()
}
