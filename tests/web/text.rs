//! What the browser says about text and JSON.

use campaign_widget::browser::{json, text};
use campaign_widget::campaign::Campaign;
use campaign_widget::json::Json;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

const FILE: &str = include_str!("../../src/campaign/examples/gate-xstocks.json");

/// Pairs from the tables of UAX #15.
#[wasm_bindgen_test]
fn text_is_composed() {
    for (given, composed) in [
        ("plain", "plain"),
        ("e\u{301}", "é"),
        ("\u{212b}", "\u{c5}"),
        ("\u{1e9b}\u{323}", "\u{1e9b}\u{323}"),
        ("\u{1e0a}\u{323}", "\u{1e0c}\u{307}"),
        ("\u{1112}\u{1161}\u{11ab}", "한"),
        ("\u{f900}", "\u{8c48}"),
        ("\u{958}\u{ff03}", "\u{915}\u{93c}\u{ff03}"),
        ("#Gate xStocks 交易体验#", "#Gate xStocks 交易体验#"),
    ] {
        assert_eq!(text::nfc(given), composed);
    }
}

#[wasm_bindgen_test]
fn a_language_is_named_in_its_own_words() {
    assert_eq!(text::language_name("en"), "English");
    assert_eq!(text::language_name("zh-cn"), "简体中文");
    assert_eq!(text::language_name("fr"), "français");
    assert_eq!(text::language_name("no such tag"), "no such tag");
}

#[wasm_bindgen_test]
fn the_shipped_campaign_reads_as_it_does_natively() {
    let here = json::parse(FILE).unwrap();
    let natively: Value = serde_json::from_str(FILE).unwrap();
    assert!(same(&here, &natively), "{here:?}");
    let campaign = Campaign::read(&here).unwrap();
    let languages: Vec<&str> = campaign.languages.iter().map(|(tag, _)| tag.as_str()).collect();
    assert_eq!(languages, ["zh-CN", "en"], "in the order of the file");
}

fn same(here: &Json, natively: &Value) -> bool {
    match (here, natively) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(one), Value::Bool(other)) => one == other,
        (Json::Number(one), Value::Number(other)) => Some(*one) == other.as_f64(),
        (Json::Text(one), Value::String(other)) => one == other,
        (Json::List(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Json::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(name, one)| other.get(name).is_some_and(|other| same(one, other)))
        }
        _ => false,
    }
}

#[wasm_bindgen_test]
fn json_that_is_none_is_explained() {
    for text in ["", "{", "{'a': 1}", "[1,]", "nul"] {
        assert!(!json::parse(text).unwrap_err().is_empty(), "{text:?}");
    }
    let every = r#"{"a":[null,true,-1.5e3,"\ud83d\ude00"],"b":{}}"#;
    let list = vec![Json::Null, Json::Bool(true), Json::Number(-1500.0), Json::Text("😀".into())];
    let fields = vec![("a".into(), Json::List(list)), ("b".into(), Json::Object(Vec::new()))];
    assert_eq!(json::parse(every), Ok(Json::Object(fields)));
}
