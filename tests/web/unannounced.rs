//! A text that comes into a field without an event, from dictation, a password
//! manager, an extension or a script, is as good as one that was typed.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::card::{STORY, file};
use crate::page::Page;

/// What the card keeps of the drafts of this campaign.
fn kept(id: &str) -> String {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let keys = (0..storage.length().unwrap()).filter_map(|at| storage.key(at).unwrap());
    let of_it = keys.filter(|key| key.starts_with(&format!("campaign-widget:{id}:draft:")));
    of_it.filter_map(|key| storage.get_item(&key).unwrap()).collect()
}

#[wasm_bindgen_test]
async fn it_counts_within_two_seconds() {
    let page = Page::with(&file("unannounced"), "zh-CN").await;
    page.write_into("draft", STORY);
    page.until("20 characters", || page.data("count", "count") == "20").await;
    assert!(kept("unannounced").contains(STORY));
    page.write_into("link", "https://x.com/gate_user");
    page.until("a refusal", || page.data("link-verdict", "reason") == "profile").await;
}

#[wasm_bindgen_test]
async fn every_press_takes_it() {
    // Each right after it was written, before the clock ticks.
    for part in ["new-draft", "clear", "language", "insert-tag", "undo"] {
        let id = format!("unannounced-{part}");
        let page = Page::with(&file(&id), "zh-CN").await;
        page.type_into("draft", "旧的");
        page.until("the old text", || page.data("count", "count") == "2").await;
        if part == "undo" {
            page.press("clear", 0);
        }
        page.write_into("draft", STORY);
        page.press(part, u32::from(part == "language"));
        match part {
            "clear" => {
                page.until("nothing", || page.value("draft").is_empty()).await;
                page.press("undo", 0);
                page.until("what was cleared", || page.value("draft") == STORY).await;
            }
            "insert-tag" | "undo" => assert!(page.value("draft").contains(STORY), "{part}"),
            _ => page.until("another draft", || page.value("draft").is_empty()).await,
        }
        assert!(kept(&id).contains(STORY), "{part}: {}", kept(&id));
    }
}

#[wasm_bindgen_test]
async fn what_a_press_says_of_it_stays() {
    let page = Page::with(&file("unannounced-warned"), "zh-CN").await;
    page.write_into("draft", STORY);
    page.press("share-x", 0);
    let warns = || page.text("share-status").contains("不算数");
    page.until("the warning", warns).await;
    TimeoutFuture::new(100).await;
    assert!(warns());
}

#[wasm_bindgen_test]
async fn it_outlives_the_card() {
    let mut page = Page::with(&file("unannounced-gone"), "zh-CN").await;
    page.write_into("draft", STORY);
    page.unmount();
    let again = Page::with(&file("unannounced-gone"), "zh-CN").await;
    assert_eq!(again.value("draft"), STORY);
}

/// A browser checks Latin words as English in these, and its waves under the
/// campaign's tag look like marks of the card.
#[wasm_bindgen_test]
async fn spelling_is_checked_where_browsers_know_the_language() {
    for (language, checked) in [
        ("zh-CN", "false"),
        ("zh-Hant", "false"),
        ("ja", "false"),
        ("ko-KR", "false"),
        ("th", "false"),
        ("vi", "true"),
        ("en", "true"),
    ] {
        let file = file("spelling").replace("\"zh-CN\"", &format!("\"{language}\""));
        let file = match language {
            "en" => self::file("spelling"),
            _ => file,
        };
        let page = Page::with(&file, language).await;
        assert_eq!(page.attribute("draft", "spellcheck"), checked, "{language}");
    }
}
