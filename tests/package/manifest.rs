//! `custom-elements.json`, by which editors complete the element, and of which
//! the types and the tables of the documents are generated.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Known, Rules, check};
use jsonschema::draft7;
use serde_json::Value;

fn manifest() -> Value {
    serde_json::from_str(include_str!("../../src/package/custom-elements.json")).expect("JSON")
}

/// What it says of the element.
fn element() -> Value {
    manifest()["modules"][0]["declarations"][0].clone()
}

#[test]
fn it_is_a_manifest_as_the_standard_describes_them() {
    let schema = include_str!("../fixtures/custom-elements-manifest/schema.json");
    let mut schema: Value = serde_json::from_str(schema).expect("JSON");
    let flaws = |schema: &Value, value: &Value| -> Vec<String> {
        let schema = draft7::new(schema).expect("a schema");
        schema.iter_errors(value).map(|flaw| flaw.to_string()).collect()
    };
    assert_eq!(flaws(&schema, &manifest()), [""; 0]);
    // Of a declaration it says that it is of some kind, and a class of any sort
    // is one. This one is an element.
    let whole = schema.as_object_mut().unwrap();
    whole.retain(|key, _| key == "definitions");
    whole.insert("$ref".into(), "#/definitions/CustomElementDeclaration".into());
    assert_eq!(flaws(&schema, &element()), [""; 0]);
    let mut element = element();
    element["events"][0]["type"] = "CustomEvent".into();
    assert_eq!(flaws(&schema, &element).len(), 1, "a type is an object");
}

#[test]
fn everything_that_an_editor_shows_is_there_once_and_has_a_sentence() {
    let element = element();
    for list in ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] {
        let all = element[list].as_array().unwrap();
        let names: BTreeSet<_> = all.iter().map(|one| one["name"].as_str()).collect();
        assert_eq!(names.len(), all.len(), "one of the {list} is there twice");
        let details = all.iter().flat_map(|one| one["detail"].as_array().into_iter().flatten());
        for one in all.iter().chain(details) {
            let sentence = one["description"].as_str().unwrap_or_default();
            assert!(sentence.ends_with(['.', '!', '?']), "{}: {sentence:?}", one["name"]);
        }
    }
}

/// That the card has no others is seen in the browser, after each end-to-end test.
#[test]
fn every_part_event_and_value_is_in_the_sources() {
    let mut sources = String::new();
    append(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let element = element();
    let list = |of: &Value, key: &str| of[key].as_array().cloned().unwrap_or_default();
    let (parts, events) = (list(&element, "cssParts"), list(&element, "events"));
    let fields = parts.iter().flat_map(|part| list(part, "data"));
    let fields: Vec<_> =
        fields.chain(events.iter().flat_map(|event| list(event, "detail"))).collect();
    let values = fields.iter().flat_map(|field| list(field, "values"));
    for one in values.chain(fields.clone()).chain(parts).chain(events) {
        let name = one.as_str().or(one["name"].as_str()).expect("a name");
        let is_there = sources.contains(&format!("\"{name}\""));
        assert!(is_there, "{name:?} is in the manifest, but in no source");
    }
}

/// Reads all Rust and JavaScript of a folder.
fn append(folder: &Path, sources: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            append(&path, sources);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "js") {
            sources.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn the_states_of_a_link_that_is_told_of_are_those_of_an_entry_but_queued() {
    let element = element();
    let named = |list: &str, name: &str| {
        let all = element[list].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).expect(name).clone()
    };
    let states = |fields: &Value, field: &str| -> Vec<String> {
        let field = fields.as_array().unwrap().iter().find(|one| one["name"] == field).cloned();
        let values = field.expect("the states")["values"].clone();
        serde_json::from_value(values).unwrap()
    };
    let told = states(&named("events", "campaign-link")["detail"], "state");
    let of_entry = states(&named("cssParts", "entry")["data"], "data-state");
    assert_eq!([&["queued".to_owned()], told.as_slice()].concat(), of_entry);
}

/// What `fix` repairs is one of them.
#[test]
fn its_rules_are_those_of_a_draft() {
    let minimum = Minimum { count: 1, unit: Unit::Characters };
    let report = check("", &Rules { tag: "#a#", account: "", minimum }, &Known::default());
    let rules: Vec<&str> = report.verdicts.iter().map(|verdict| verdict.rule.name()).collect();
    let element = element();
    for part in ["rule", "fix"] {
        let parts = element["cssParts"].as_array().unwrap();
        let part = parts.iter().find(|found| found["name"] == part).unwrap();
        assert_eq!(part["data"][0]["values"], serde_json::json!(rules), "{part}");
    }
}
