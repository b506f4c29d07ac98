//! A tree is what its text says, and as JavaScript would read and write it.

use campaign_widget::json::Json;
use proptest::prelude::*;

fn read(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn write(json: &Json) -> String {
    serde_json::to_string(json).expect("text")
}

#[test]
fn objects_keep_their_order() {
    let field = |name: &str, value| (name.to_owned(), value);
    let expected = Json::Object(vec![
        field("z", Json::List(vec![Json::Null, Json::Bool(true)])),
        field("a", Json::Text("字\n".into())),
        field("", Json::Object(Vec::new())),
    ]);
    let text = r#"{"z":[null,true],"a":"字\n","":{}}"#;
    assert_eq!(read(text), expected);
    assert_eq!(write(&expected), text);
}

#[test]
fn of_two_fields_with_one_name_the_last_counts() {
    assert_eq!(read(r#"{"a":1,"b":2,"a":3}"#), read(r#"{"a":3,"b":2}"#));
}

#[test]
fn numbers_are_written_as_javascript_does() {
    for (number, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-20.0, "-20"),
        (1.5, "1.5"),
        (9_007_199_254_740_991.0, "9007199254740991"),
        (f64::NAN, "null"),
        (f64::INFINITY, "null"),
    ] {
        assert_eq!(write(&Json::Number(number)), text);
    }
    for text in ["1", "1.0", "10e-1"] {
        assert_eq!(read(text), Json::Number(1.0));
    }
    assert_eq!(read("18446744073709551615"), Json::Number(18_446_744_073_709_551_615.0));
}

fn tree() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i32>().prop_map(|number| Json::Number(number.into())),
        any::<i32>().prop_map(|number| Json::Number(f64::from(number) / 8.0)),
        any::<String>().prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        let fields = prop::collection::hash_map(any::<String>(), inner.clone(), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Json::List),
            fields.prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_tree_is_read_as_it_was_written(tree in tree()) {
        prop_assert_eq!(read(&write(&tree)), tree);
    }
}
