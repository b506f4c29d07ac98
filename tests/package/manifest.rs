//! `custom-elements.json`, by which editors complete the element.

use jsonschema::draft7;
use serde_json::Value;

use super::declarations::Declarations;
use super::readme;
use super::sources::{self, Names, text};

const ATTRIBUTES: &str = "| attribute | values | meaning |";
const EVENTS: &str = "| event | `detail` | when |";
const PARTS: &str = "| part | data | what |";
const PROPERTIES: &str = "| custom property | what |";

fn manifest() -> Value {
    serde_json::from_str(&text("src/package/custom-elements.json")).expect("JSON")
}

/// What it says of the element.
fn element() -> Value {
    manifest()["modules"][0]["declarations"][0].clone()
}

fn names(of: &str) -> Names {
    let element = element();
    let all = element[of].as_array().unwrap_or_else(|| panic!("no {of}"));
    let names: Names = all.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names.len(), all.len(), "one of the {of} is there twice");
    names
}

#[test]
fn it_is_a_manifest_as_the_standard_describes_them() {
    let schema = text("tests/fixtures/custom-elements-manifest/schema.json");
    let mut schema: Value = serde_json::from_str(&schema).expect("JSON");
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
fn its_attributes_are_those_that_the_element_observes() {
    assert_eq!(names("attributes"), sources::attributes());
    assert_eq!(names("attributes"), readme::names(ATTRIBUTES));
}

#[test]
fn its_events_are_those_of_the_readme_with_the_types_of_typescript() {
    assert_eq!(names("events"), readme::names(EVENTS));
    let types = Declarations::read();
    let map = types.interface("CampaignWidgetEventMap");
    for event in element()["events"].as_array().unwrap() {
        let name = event["name"].as_str().unwrap();
        assert_eq!(event["type"]["text"], map[name].type_text.as_str(), "{name}");
    }
}

#[test]
fn its_attributes_and_fields_have_the_types_of_typescript() {
    let types = Declarations::read();
    for (list, interface) in
        [("attributes", "CampaignWidgetAttributes"), ("members", "CampaignWidget")]
    {
        let fields = types.interface(interface);
        assert_eq!(names(list), fields.keys().cloned().collect());
        for one in element()[list].as_array().unwrap() {
            let name = one["name"].as_str().unwrap();
            assert_eq!(one["type"]["text"], fields[name].type_text.as_str(), "{name}");
        }
    }
}

#[test]
fn its_parts_are_those_that_the_card_has() {
    assert_eq!(names("cssParts"), sources::parts());
    assert_eq!(names("cssParts"), readme::names(PARTS));
}

#[test]
fn its_custom_properties_are_those_of_the_style_sheet_with_their_values() {
    assert_eq!(names("cssProperties"), readme::names(PROPERTIES));
    let element = element();
    let value = |property: &Value, key| property[key].as_str().unwrap_or_default().to_owned();
    let properties = element["cssProperties"].as_array().unwrap().iter();
    let said: Vec<_> = properties.map(|one| (value(one, "name"), value(one, "default"))).collect();
    assert_eq!(said, sources::tokens());
}

#[test]
fn everything_that_an_editor_shows_has_a_sentence() {
    let element = element();
    for list in ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] {
        for one in element[list].as_array().unwrap() {
            let sentence = one["description"].as_str().unwrap_or_default();
            assert!(sentence.ends_with(['.', '!', '?']), "{}: {sentence:?}", one["name"]);
        }
    }
}
