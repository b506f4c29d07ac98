//! Two fields of one name, of which a parser loses the first.

use campaign_widget::campaign::{Flaw, repeated};
use proptest::prelude::*;
use serde_json::Value;

use super::sample::full;

fn paths(text: &str) -> Vec<String> {
    let problems = repeated(text);
    assert!(problems.iter().all(|problem| problem.flaw == Flaw::Repeated));
    problems.into_iter().map(|problem| problem.path).collect()
}

#[test]
fn a_second_field_of_a_name_is_found_by_its_path() {
    let table: &[(&str, &[&str])] = &[
        (r#"{"id":"a","id":"b"}"#, &["id"]),
        (r#"{ "id" : "a" ,"b":1, "id"	:"b" }"#, &["id"]),
        ("{\"id\":\"a\",\n\"id\"\n:\n\"b\"}", &["id"]),
        (r##"{"languages":{"en":{"tag":"#a","title":"a","tag":"#b"}}}"##, &["languages.en.tag"]),
        (r#"{"languages":{"zh-CN":{},"en":{},"zh-CN":{}}}"#, &["languages.zh-CN"]),
        (r#"{"window":{"start":1},"window":{"start":2}}"#, &["window"]),
        (r#"{"a":1,"a":2,"a":3}"#, &["a"]),
        (r#"{"a":{"b":1,"b":2},"a":{"c":1,"c":2}}"#, &["a.b", "a", "a.c"]),
        (r#"[{"a":1},{"a":1,"a":2}]"#, &["1.a"]),
        (r#"{"l":[1,[2,{"a":[],"a":{}}],"x"]}"#, &["l.1.1.a"]),
        (r#"{"":1,"":2}"#, &[""]),
        (r#"{"a\"b":1,"a\"b":2}"#, &["a\\\"b"]),
        (r#"{"标签":1,"标签":2}"#, &["标签"]),
    ];
    for (text, expected) in table {
        assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
        assert_eq!(paths(text), *expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_one_is_none() {
    for text in [
        "",
        "1",
        "\"a\"",
        r#"{"a":"a","b":"a"}"#,
        r#"{"a":{"a":{"a":1}},"b":{"a":1}}"#,
        r#"[{"a":1},{"a":1}]"#,
        r#"["a","a",":","a"]"#,
        r#"{"a":"\"a\":1,\"a\":2","b":"{\"a\":[}"}"#,
        r#"{"a":"\\","b":"\\\"","c":",\"b\":"}"#,
        r#"{"a":[{"a":1},"a"],"b":"a"}"#,
        r#"{"a":1,"A":2,"a ":3}"#,
    ] {
        assert_eq!(paths(text), [""; 0], "{text}");
    }
    assert_eq!(paths(&full().to_string()), [""; 0]);
    assert_eq!(paths(include_str!("../../src/campaign/examples/gate-xstocks.json")), [""; 0]);
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(Value::Null), any::<String>().prop_map(Value::from)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let fields = prop::collection::hash_map(any::<String>(), inner.clone(), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_has_each_name_once_has_no_problem(tree in tree()) {
        prop_assert_eq!(paths(&tree.to_string()), [""; 0]);
        prop_assert_eq!(paths(&format!("{tree:#}")), [""; 0]);
    }

    #[test]
    fn every_field_is_missed_when_it_is_doubled(tree in tree(), name in "[a-z]{1,3}") {
        let text = serde_json::json!({ "in": [tree] }).to_string();
        let doubled = format!("{{\"{name}\":{text},\"x1\":{text},\"{name}\":{text}}}");
        prop_assert_eq!(paths(&doubled), [name]);
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>(), json in r#"[\[\]{}:,"\\a ]{0,24}"#) {
        repeated(&text);
        repeated(&json);
    }
}
