//! A card in an element with an open shadow root.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;

const FILE: &str = include_str!("../../src/campaign/examples/gate-xstocks.json");

/// 20 characters.
pub const STORY: &str = "第一次用现货买苹果股票夜里也能成交很方便";
pub const TAG: &str = "#Gate xStocks 交易体验#";

/// The shipped campaign under an id of its own, so that no two tests share a
/// draft.
pub fn file(id: &str) -> String {
    FILE.replace("gate-xstocks-2025-07", id)
}

#[wasm_bindgen_test]
async fn every_promised_part_is_there_with_its_data() {
    let page = Page::with(&file("parts"), "zh-CN").await;
    assert_eq!((page.data("countdown", "phase"), page.data("countdown", "seconds")), {
        ("closed".into(), "0".into())
    });
    assert_eq!((page.data("count", "count"), page.data("count", "minimum")), {
        ("0".into(), "20".into())
    });
    assert_eq!(page.data("x-count", "weight"), "0");
    assert_eq!(page.count("rule"), 4);
    for rule in ["tag", "length"] {
        assert_eq!(page.rule(rule), "fail");
    }
    for rule in ["only-tag", "x-length"] {
        assert_eq!(page.rule(rule), "pass");
    }
    for part in
        ["draft", "insert-tag", "copy", "share-x", "link", "submit-link", "open-questionnaire"]
    {
        assert_eq!(page.count(part), 1, "{part}");
    }
    for part in ["fix", "link-verdict", "entry", "preview", "error"] {
        assert_eq!(page.count(part), 0, "{part}");
    }
    assert_eq!(page.heard(), "campaign-ready {}\ncampaign-phase {\"phase\":\"closed\"}");
}

#[wasm_bindgen_test]
async fn typing_changes_the_count_and_the_rules() {
    let page = Page::with(&file("typing"), "zh-CN").await;
    page.type_into("draft", STORY);
    page.until("20 characters", || page.data("count", "count") == "20").await;
    assert_eq!((page.rule("tag"), page.rule("length")), ("fail".into(), "pass".into()));

    page.type_into("draft", &format!("{STORY} ＃Gate xStocks 交易体验# #BTC"));
    page.until("two repairs", || page.count("fix") == 2).await;
    assert_eq!(page.data("count", "count"), "20");

    page.type_into("draft", &format!("{STORY} {TAG}"));
    page.until("a tag", || page.rule("tag") == "pass").await;
    assert_eq!((page.count("fix"), page.count("insert-tag")), (0, 0));
    // 20 and 4 Han characters weigh 2, and 16 others 1.
    assert_eq!(page.data("x-count", "weight"), "64");
    page.until("the event", || page.heard().ends_with("{\"passes\":true}")).await;

    page.type_into("draft", "");
    page.until("nothing", || page.data("count", "count") == "0").await;
    page.until("the event", || page.heard().ends_with("{\"passes\":false}")).await;
    assert_eq!(page.heard().matches("campaign-draft").count(), 2);
}

#[wasm_bindgen_test]
async fn a_link_is_judged_as_it_is_typed() {
    let page = Page::with(&file("links"), "zh-CN").await;
    // Made at 2025-07-04T09:39:19Z, inside the window.
    page.type_into("link", "https://twitter.com/gate_user/status/1941067044198711296?s=20");
    page.until("a verdict", || page.data("link-verdict", "state") == "accepted").await;
    assert_eq!(page.data("link-verdict", "postId"), "1941067044198711296");
    page.type_into("link", "https://x.com/gate_user");
    page.until("a refusal", || page.data("link-verdict", "reason") == "profile").await;
    page.type_into("link", "");
    page.until("no verdict", || page.count("link-verdict") == 0).await;
}

#[wasm_bindgen_test]
async fn a_card_that_is_taken_down_leaves_nothing_behind() {
    let mut page = Page::with(&file("gone"), "zh-CN").await;
    page.set("preview-at", "2025-07-03T15:59:59+08:00");
    page.until("the start", || page.heard().contains("before")).await;
    page.unmount();
    assert_eq!(page.inside(), "");
    assert_eq!(page.count("countdown"), 0);
    let heard = page.heard();
    // The start of the campaign passes.
    TimeoutFuture::new(1_200).await;
    assert_eq!(page.heard(), heard);
    assert_eq!(page.inside(), "");
}

#[wasm_bindgen_test]
async fn two_cards_mind_their_own_business() {
    let one = Page::with(&file("one"), "zh-CN").await;
    let mut other = Page::with(&file("other"), "en").await;
    one.type_into("draft", STORY);
    one.until("20 characters", || one.data("count", "count") == "20").await;
    assert_eq!((other.data("count", "count"), other.value("draft")), ("0".into(), String::new()));
    other.unmount();
    one.type_into("draft", "还在");
    one.until("2 characters", || one.data("count", "count") == "2").await;
}

#[wasm_bindgen_test]
async fn the_reader_switches_the_language_of_the_campaign() {
    let page = Page::with(&file("switch"), "zh-CN").await;
    assert_eq!(page.count("language"), 2);
    assert!(page.attribute("insert-tag", "aria-label").contains(TAG));
    page.type_into("draft", "中文");
    page.until("2 characters", || page.data("count", "count") == "2").await;

    page.press("language", 1);
    let inserted = || page.attribute("insert-tag", "aria-label");
    page.until("the other tag", || inserted().contains("Trading Share")).await;
    page.until("the other draft", || page.value("draft").is_empty()).await;
    page.type_into("draft", "three words here");
    page.until("3 words", || page.data("count", "count") == "3").await;

    page.press("language", 0);
    page.until("the first draft", || page.value("draft") == "中文").await;
    page.until("its count", || page.data("count", "count") == "2").await;
}

#[wasm_bindgen_test]
async fn the_page_switches_the_language_of_the_card() {
    let page = Page::with(&file("lang"), "zh-CN").await;
    assert_eq!(page.text("copy"), "复制全文");
    page.set("lang", "en");
    page.until("English", || page.text("copy").contains("Copy")).await;
    page.set("lang", "zh-CN");
    page.until("Chinese", || page.text("copy") == "复制全文").await;
}

/// A sentence in the code would be English in every language.
#[wasm_bindgen_test]
async fn every_word_of_the_card_is_in_a_language_file() {
    let page = Page::with(&file("pseudo"), "en-XA").await;
    page.set("preview-at", "2025-07-09T20:30:00+08:00");
    page.until("the end in words", || page.text("deadline").contains("UTC")).await;
    page.until("an open campaign", || page.data("countdown", "phase") == "open").await;
    page.type_into("draft", "#Gate #BTC #ETH ＃Gate xStocks 交易体验#");
    page.until("a repair", || page.count("fix") > 0).await;
    page.press("new-draft", 0);
    page.until("another draft", || page.count("draft-entry") == 1).await;
    page.type_into("draft", &format!("{STORY} {TAG} #BTC"));
    page.type_into("link", "https://x.com/gate_user/status/1 https://example.com");
    page.until("what is wrong with the links", || page.count("link-verdict") == 2).await;
    page.press("copy", 0);
    page.until("that nothing was copied", || page.inside().contains("šéélééçtééd")).await;
    assert_eq!(page.untranslated(), "");
}

#[wasm_bindgen_test]
async fn the_clock_starts_where_the_page_says() {
    let page = Page::with(&file("preview"), "zh-CN").await;
    for (at, phase) in [
        ("2025-07-03T15:59:00+08:00", "before"),
        ("2025-07-03T16:00:00+08:00", "open"),
        ("2025-07-09T23:59:00+08:00", "open"),
        ("2025-07-10T00:00:00+08:00", "closed"),
    ] {
        page.set("preview-at", at);
        page.until(at, || page.data("countdown", "phase") == phase).await;
        assert_eq!(page.count("preview"), 1, "{at}");
    }
    page.set("preview-at", "");
    page.until("no preview", || page.count("preview") == 0).await;
}
