//! What a wrong campaign file is told.

use campaign_widget::campaign::{Campaign, Flaw};
use campaign_widget::json::{Json, Kind};
use campaign_widget::time::MomentError;
use serde_json::{Value, json};

use super::sample::{change, changed, full, problems, tree};

const UNITS: &[&str] = &["characters", "words"];
const PLATFORMS: &[&str] = &["x", "gate"];

fn wrong(expected: Kind, found: Kind) -> Flaw {
    Flaw::WrongKind { expected, found }
}

fn none_of(allowed: &'static [&'static str], nearest: Option<&'static str>) -> Flaw {
    Flaw::NotOneOf { allowed, nearest }
}

#[test]
fn the_full_file_is_sound() {
    assert_eq!(problems(&full()), []);
}

/// One change, one problem, at the place of the change.
#[test]
fn one_fault_is_one_problem() {
    let count = "languages.en.minimum.count";
    let table = [
        ("id", json!(""), Flaw::Empty),
        ("id", json!("   "), Flaw::Empty),
        ("id", json!("gate xstocks"), Flaw::NotAnId),
        ("id", json!("活动"), Flaw::NotAnId),
        ("id", json!("a/b"), Flaw::NotAnId),
        ("id", json!("a".repeat(65)), Flaw::NotAnId),
        ("$schema", json!(""), Flaw::Empty),
        ("$schema", json!(1), wrong(Kind::Text, Kind::Number)),
        ("window.start", json!("3 July"), Flaw::NotAMoment(MomentError::Shape)),
        ("window.start", json!("2026-04-01T18:00"), Flaw::NotAMoment(MomentError::NoOffset)),
        ("window.start", json!("2025-02-29T18:00Z"), Flaw::NotAMoment(MomentError::NoSuchTime)),
        ("window.start", json!(" 2026-04-01T18:00Z"), Flaw::NotAMoment(MomentError::Shape)),
        ("window.start", json!(1_751_529_600), wrong(Kind::Text, Kind::Number)),
        ("window.end", json!("2026-04-15T24:00:01Z"), Flaw::NotAMoment(MomentError::NoSuchTime)),
        ("window.end", json!("2026-04-01T18:00:00+08:00"), Flaw::EndsBeforeItStarts),
        ("window.end", json!("2026-04-01T10:00:00Z"), Flaw::EndsBeforeItStarts),
        ("window.end", json!("2026-04-01T17:59:59.999+08:00"), Flaw::EndsBeforeItStarts),
        ("window.end", json!("2026-03-31T24:00:00-05:00"), Flaw::EndsBeforeItStarts),
        ("questionnaire.until", json!("2026-04-15T23:59:59+08:00"), Flaw::UntilBeforeEnd),
        ("questionnaire.until", json!("soon"), Flaw::NotAMoment(MomentError::Shape)),
        ("questionnaire.page", json!("www.gate.com"), Flaw::NotAnAddress),
        ("questionnaire.accepts", json!([]), Flaw::Empty),
        ("questionnaire.accepts", json!("x"), wrong(Kind::List, Kind::Text)),
        ("questionnaire.accepts.0", json!("X"), none_of(PLATFORMS, Some("x"))),
        ("questionnaire.accepts.1", json!("twitter"), none_of(PLATFORMS, None)),
        ("questionnaire.accepts.1", json!(1), wrong(Kind::Text, Kind::Number)),
        ("languages", json!({}), Flaw::Empty),
        ("languages", json!([]), wrong(Kind::Object, Kind::List)),
        ("languages.en.title", json!("\u{a0}"), Flaw::Empty),
        // What a decoder left of a file in another encoding.
        ("languages.en.title", json!("\u{fffd}\u{fffd}\u{fffd}"), Flaw::Garbled),
        ("languages.en.tag", json!("#Gate \u{fffd}\u{fffd}#"), Flaw::Garbled),
        ("languages.zh-Hant.rewards.1", json!("5 \u{fffd}\u{fffd}"), Flaw::Garbled),
        ("questionnaire.page", json!("https://a/\u{fffd}"), Flaw::Garbled),
        ("languages.en.tag", json!("Gate"), Flaw::NotATag),
        ("languages.en.minimum", json!(20), wrong(Kind::Object, Kind::Number)),
        (count, json!(0), Flaw::NotACount),
        (count, json!(-20), Flaw::NotACount),
        (count, json!(20.5), Flaw::NotACount),
        (count, json!(4_294_967_296_u64), Flaw::NotACount),
        (count, json!("20"), wrong(Kind::Number, Kind::Text)),
        ("languages.en.minimum.unit", json!("word"), none_of(UNITS, Some("words"))),
        ("languages.en.minimum.unit", json!("字"), none_of(UNITS, None)),
        ("languages.en.follow", json!(""), Flaw::Empty),
        ("languages.zh-Hant.rewards", json!("500"), wrong(Kind::List, Kind::Text)),
        ("languages.zh-Hant.rewards.1", json!(""), Flaw::Empty),
        ("languages.zh-Hant.prompts.0", json!({}), wrong(Kind::Text, Kind::Object)),
        ("details", json!(true), wrong(Kind::Text, Kind::Bool)),
    ];
    for (path, value, flaw) in table {
        let found = problems(&changed(path, Some(value.clone())));
        assert_eq!(found, [(path.to_owned(), flaw)], "{path}: {value}");
    }
}

#[test]
fn what_is_sound_at_the_edge_is_taken() {
    let table = [
        ("id", json!("a")),
        ("id", json!("a".repeat(64))),
        ("window.end", json!("2026-04-01T10:00:00.001Z")),
        ("window.end", json!("9999-12-31T24:00:00Z")),
        ("questionnaire.until", json!("2026-04-15T24:00:00+08:00")),
        ("languages.en.minimum.count", json!(1)),
        ("languages.en.minimum.count", json!(20.0)),
        ("languages.en.minimum.count", json!(4_294_967_295_u64)),
        ("languages.zh-Hant.rewards", json!([])),
    ];
    for (path, value) in table {
        let mut file = changed(path, Some(value.clone()));
        if value == json!("9999-12-31T24:00:00Z") {
            change(&mut file, "questionnaire.until", Some(value.clone()));
        }
        assert_eq!(problems(&file), [], "{path}: {value}");
    }
}

#[test]
fn languages_have_the_form_of_language_tags() {
    for language in ["zh-CN", "en", "zh-Hant-HK", "es-419", "de-1996", "sr-Latn-RS", "EN-gb"] {
        let file = changed("languages", Some(json!({ language: full()["languages"]["en"] })));
        assert_eq!(problems(&file), [], "{language}");
    }
    for language in
        ["", "e", "zh_CN", "中文", "en-", "-en", "en--GB", "en-abcdefghi", "abcdefghi", "e1", "en "]
    {
        let file = changed("languages", Some(json!({ language: full()["languages"]["en"] })));
        let found = problems(&file);
        assert_eq!(found, [(format!("languages.{language}"), Flaw::NotALanguage)]);
    }
}

#[test]
fn every_required_field_is_missed_and_no_other() {
    let required = [
        "id",
        "window",
        "window.start",
        "window.end",
        "questionnaire",
        "questionnaire.page",
        "questionnaire.endpoint.address",
        "questionnaire.endpoint.answers.0.means",
        "languages",
        "languages.en.title",
        "languages.en.tag",
        "languages.en.minimum",
        "languages.en.minimum.count",
        "languages.en.minimum.unit",
    ];
    for path in required {
        assert_eq!(problems(&changed(path, None)), [(path.to_owned(), Flaw::Missing)]);
    }
    let optional = [
        "$schema",
        "details",
        "compose",
        "questionnaire.endpoint",
        "questionnaire.endpoint.preset",
        "questionnaire.endpoint.method",
        "questionnaire.endpoint.encoding",
        "questionnaire.endpoint.headers",
        "questionnaire.endpoint.body",
        "questionnaire.endpoint.credentials",
        "questionnaire.endpoint.answers",
        "questionnaire.endpoint.answers.0.status",
        "questionnaire.endpoint.answers.0.at",
        "questionnaire.endpoint.answers.0.says",
        "questionnaire.accepts",
        "questionnaire.until",
        "languages.zh-Hant.follow",
        "languages.zh-Hant.followPage",
        "languages.zh-Hant.rewards",
        "languages.zh-Hant.prompts",
        "languages.en",
    ];
    for path in optional {
        assert_eq!(problems(&changed(path, None)), [], "{path}");
    }
    assert_eq!(
        problems(&json!({})),
        ["id", "window", "questionnaire", "languages"].map(|path| (path.into(), Flaw::Missing))
    );
}

#[test]
fn a_file_that_is_no_object_is_one_problem() {
    for (file, kind) in [
        (json!(null), Kind::Null),
        (json!([]), Kind::List),
        (json!("{}"), Kind::Text),
        (json!(1), Kind::Number),
        (json!(false), Kind::Bool),
    ] {
        assert_eq!(problems(&file), [(String::new(), wrong(Kind::Object, kind))]);
    }
}

#[test]
fn five_faults_are_five_problems_in_the_order_of_the_fields_the_endpoint_last() {
    let mut file = full();
    change(&mut file, "window.start", Some(json!("2026-04-01T18:00:00")));
    change(
        &mut file,
        "questionnaire.endpoint.address",
        Some(json!("http://localhost@evil.example/")),
    );
    change(&mut file, "languages.zh-Hant.tag", Some(json!("春季")));
    change(&mut file, "languages.en.minimum.count", Some(json!("20")));
    change(&mut file, "detials", Some(json!("https://www.example/")));
    assert_eq!(
        problems(&file),
        [
            ("window.start".into(), Flaw::NotAMoment(MomentError::NoOffset)),
            ("languages.zh-Hant.tag".into(), Flaw::NotATag),
            ("languages.en.minimum.count".into(), wrong(Kind::Number, Kind::Text)),
            ("detials".into(), Flaw::Unknown { nearest: Some("details") }),
            ("questionnaire.endpoint.address".into(), Flaw::NotAnAddress),
        ]
    );
}

/// Whatever value has another kind than a field wants, is told apart from it.
#[test]
fn wrong_kinds_are_found_everywhere() {
    let values = [json!(null), json!(true), json!(7), json!("x y"), json!([1]), json!({ "?": 1 })];
    let mut fields = Vec::new();
    places("", &full(), &mut fields);
    assert!(fields.len() > 40, "only {} fields", fields.len());
    // What is in the body is the server's to want.
    fields.retain(|(path, _)| !path.starts_with("questionnaire.endpoint.body."));
    for (path, kind) in fields {
        for value in &values {
            let found = tree(value).kind();
            if found == kind {
                continue;
            }
            let expected = (path.clone(), wrong(kind, found));
            let problems = problems(&changed(&path, Some(value.clone())));
            assert_eq!(problems, [expected], "{path}: {value}");
        }
    }
}

/// Every place below `path` and the kind of what is there.
pub fn places(path: &str, value: &Value, found: &mut Vec<(String, Kind)>) {
    let below = |name: &str| if path.is_empty() { name.into() } else { format!("{path}.{name}") };
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (below(name), value)).collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (below(&index.to_string()), value))
            .collect(),
        _ => Vec::new(),
    };
    for (path, value) in children {
        found.push((path.clone(), tree(value).kind()));
        places(&path, value, found);
    }
}

#[test]
fn a_number_that_is_none_is_no_count() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0] {
        let mut file = tree(&full());
        set_count(&mut file, number);
        let problems = Campaign::read(&file).expect_err("no count");
        assert_eq!(problems.len(), 1, "{number}");
        assert_eq!(problems[0].flaw, Flaw::NotACount, "{number}");
    }
}

fn set_count(json: &mut Json, number: f64) {
    let Json::Object(fields) = json else { return };
    for (name, value) in fields {
        match name.as_str() {
            "count" => *value = Json::Number(number),
            "languages" | "en" | "minimum" => set_count(value, number),
            _ => {}
        }
    }
}
