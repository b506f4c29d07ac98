//! The JSON Schema and the reader say the same of a file.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use campaign_widget::campaign::{Flaw, schema_json};
use campaign_widget::time::MomentError;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::faults::places;
use super::pool::pool;
use super::sample::{change, changed, full, problems};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&schema_json()).expect("JSON");
    assert!(jsonschema::draft202012::meta::is_valid(&schema), "no schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).expect("a schema")
});

/// What no pattern can say: it takes a calendar, or two fields at once.
fn is_beyond_a_schema((path, flaw): &(String, Flaw)) -> bool {
    // Only where it is sent as a form, perhaps by its preset.
    let is_in_a_body = path.starts_with("questionnaire.endpoint.body.");
    let is_kind = matches!(flaw, Flaw::WrongKind { .. });
    (is_in_a_body && is_kind)
        || matches!(
            flaw,
            Flaw::NotAMoment(MomentError::NoSuchTime)
                | Flaw::EndsBeforeItStarts
                | Flaw::UntilBeforeEnd
                | Flaw::NotAPlaceholder { .. }
                | Flaw::NoPost
                | Flaw::NoKey
                | Flaw::NotAHeader
        )
}

/// The schema takes a file if and only if the reader does, but for what is
/// beyond a schema.
fn agree(file: &Value) -> Result<(), TestCaseError> {
    let problems = problems(file);
    let schema_takes = SCHEMA.is_valid(file);
    let within = problems.iter().find(|problem| !is_beyond_a_schema(problem));
    let verdict = SCHEMA.iter_errors(file).map(|error| error.to_string()).collect::<Vec<_>>();
    prop_assert_eq!(schema_takes, within.is_none(), "{} {:?} {:?}", file, problems, verdict);
    Ok(())
}

#[test]
fn every_example_is_sound_to_both() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/campaign/examples");
    let mut examples = 0;
    for entry in fs::read_dir(folder).expect("the examples") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a file");
        let file: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(problems(&file), [], "{}", path.display());
        assert!(SCHEMA.is_valid(&file), "{}", path.display());
        examples += 1;
    }
    assert!(examples > 0);
}

#[test]
fn an_editor_finds_a_sentence_for_every_field() {
    let schema: Value = serde_json::from_str(&schema_json()).expect("JSON");
    let mut objects = vec![&schema];
    objects.extend(schema["$defs"].as_object().expect("definitions").values());
    for object in objects {
        assert!(object["description"].is_string(), "{object}");
        for (name, field) in object["properties"].as_object().into_iter().flatten() {
            let text = field["description"].as_str().unwrap_or_else(|| panic!("{name}"));
            assert!(!text.contains("[`") && !text.contains("::"), "{name}: {text}");
            assert!(!text.replace("\n\n", "").contains('\n'), "{name}: {text}");
        }
    }
    assert!(!schema_json().contains("[`"), "a link that only rustdoc follows");
}

#[test]
fn what_an_editor_offers_is_what_is_taken_when_nothing_is_said() {
    let schema: Value = serde_json::from_str(&schema_json()).expect("JSON");
    let endpoint = &schema["$defs"]["Endpoint"]["properties"];
    let usual = [("method", "POST"), ("encoding", "json"), ("credentials", "omit")];
    for (name, value) in usual {
        assert_eq!(endpoint[name]["default"], json!(value));
    }
    let questionnaire = &schema["$defs"]["Questionnaire"]["properties"];
    assert_eq!(questionnaire["accepts"]["default"], json!(["x"]));
}

#[test]
fn they_agree_on_every_value_in_every_place() {
    let mut fields = Vec::new();
    places("", &full(), &mut fields);
    for (path, _) in &fields {
        for value in pool() {
            let file = changed(path, Some(value));
            agree(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    for value in pool() {
        agree(&value).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn they_agree_on_the_names_of_languages() {
    let names = [
        "en",
        "zh-CN",
        "",
        "e",
        "en-",
        "-",
        "zh_CN",
        "中文",
        "en-abcdefgh",
        "en-abcdefghi",
        "abcdefgh",
        "abcdefghi",
        "e1",
        "en-1",
        "en\n",
        "en-é",
        "EN-gb",
    ];
    for name in names {
        let file = changed("languages", Some(json!({ name: full()["languages"]["en"] })));
        agree(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// One step away from a file: a field without, with another value, under
/// another name, or one too many.
#[derive(Debug, Clone)]
enum Step {
    Remove,
    Replace(Value),
    Rename(String),
    Add(String, Value),
}

fn step() -> impl Strategy<Value = Step> {
    let value = || {
        prop_oneof![
            4 => prop::sample::select(pool()),
            1 => any::<String>().prop_map(Value::from),
            1 => "[#＃]?[a字 \u{a0}\u{200b}!]{0,4}[#＃]?".prop_map(Value::from),
            1 => "https?://(localhost|a|127\\.0\\.0\\.[0-9]{1,3}|\\[::1\\]|[@:\\[\\]字.]){1,2}(:[0-9+]{0,6})?[/?#\\\\]?[a@ 字]?"
                .prop_map(Value::from),
            1 => "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt _][0-2][0-9]:[0-5][0-9](:[0-6][0-9](\\.[0-9]{0,3})?)?(Z|z|[+-][0-2][0-9]:?[0-6][0-9])?"
                .prop_map(Value::from),
        ]
    };
    let name = prop_oneof![
        prop::sample::select(vec![
            "id",
            "window",
            "end",
            "page",
            "until",
            "link",
            "tag",
            "count",
            "unit",
            "follow",
            "ID",
            "en",
            "zh-CN",
            "e",
            "__proto__",
            "$schema",
            "$ref",
            "",
        ])
        .prop_map(str::to_owned),
        "[a-z.-]{0,9}",
    ];
    prop_oneof![
        Just(Step::Remove),
        value().prop_map(Step::Replace),
        name.clone().prop_map(Step::Rename),
        (name, value()).prop_map(|(name, value)| Step::Add(name, value)),
    ]
}

fn take(file: &mut Value, at: prop::sample::Index, step: Step) {
    let mut fields = Vec::new();
    places("", file, &mut fields);
    // A name with a point in it cannot be found again by its path.
    let pointer = |path: &str| format!("/{}", path.replace('.', "/"));
    fields.retain(|(path, _)| file.pointer(&pointer(path)).is_some());
    let Some((path, _)) = fields.get(at.index(fields.len().max(1))) else { return };
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    let parent_pointer = if parent.is_empty() { String::new() } else { pointer(parent) };
    let Some(Value::Object(object)) = file.pointer_mut(&parent_pointer) else {
        if let Step::Replace(value) = step {
            change(file, path, Some(value));
        }
        return;
    };
    match step {
        Step::Remove => {
            object.shift_remove(name);
        }
        Step::Replace(value) => {
            object.insert(name.to_owned(), value);
        }
        Step::Rename(other) => {
            if let Some(value) = object.shift_remove(name) {
                object.insert(other, value);
            }
        }
        Step::Add(other, value) => {
            object.insert(other, value);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn they_agree_however_a_file_is_damaged(
        steps in prop::collection::vec((any::<prop::sample::Index>(), step()), 1..4),
    ) {
        let mut file = full();
        for (at, step) in steps {
            take(&mut file, at, step);
            agree(&file)?;
        }
    }
}
