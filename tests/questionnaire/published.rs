//! What is published for whoever runs an endpoint: the document is sound, and
//! its examples and those of the page are as it says.

use super::document::{Document, Message};
use super::*;

/// The schema of OpenAPI 3.1 documents that the OpenAPI Initiative publishes,
/// unchanged. It does not look into the JSON Schemas of a document.
const OPENAPI: &str = include_str!("../fixtures/openapi/schema-2022-10-07.json");

/// The page for people.
const PAGE: &str = include_str!("../../src/outbox/endpoint.md");

/// Every value at a key of this name, with what holds it.
fn all<'d>(value: &'d Value, name: &str) -> Vec<(&'d Value, &'d Value)> {
    let mut found = Vec::new();
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                if key == name {
                    found.push((value, inner));
                }
                found.extend(all(inner, name));
            }
        }
        Value::Array(items) => found.extend(items.iter().flat_map(|item| all(item, name))),
        _ => {}
    }
    found
}

#[test]
fn the_document_is_sound_openapi() {
    let document = Document::published();
    let openapi: Value = serde_json::from_str(OPENAPI).unwrap();
    let openapi = jsonschema::draft202012::new(&openapi).unwrap();
    let wrong: Vec<String> =
        openapi.iter_errors(&document.0).map(|error| error.to_string()).collect();
    assert_eq!(wrong, [""; 0]);

    let named = document.0["components"]["schemas"].as_object().unwrap().values();
    let schemas = all(&document.0, "schema").into_iter().map(|(_, schema)| schema).chain(named);
    for schema in schemas {
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{schema}");
    }
    let references = all(&document.0, "$ref");
    assert!(!references.is_empty());
    for (holder, _) in references {
        assert!(!document.resolve(holder).is_null(), "{holder}");
    }
}

#[test]
fn every_example_in_it_is_as_it_says() {
    let document = Document::published();
    let single = all(&document.0, "example");
    let several = all(document.operation("post"), "examples");
    let several = several.iter().flat_map(|(holder, examples)| {
        let examples = examples.as_object().unwrap().values();
        examples.map(|example| (*holder, &document.resolve(example)["value"]))
    });
    let mut checked = 0;
    for (holder, example) in single.iter().copied().chain(several) {
        assert_eq!(document.against(&holder["schema"], example), [""; 0]);
        checked += 1;
    }
    assert!(checked > 10, "only {checked} examples");
}

/// An example of the page: the first line, and what follows.
fn read(example: &str) -> (&str, Message) {
    let (head, body) = example.split_once("\n\n").unwrap_or((example, ""));
    let (start, head) = head.split_once('\n').unwrap();
    let headers = head.lines().map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.parse::<header::HeaderName>().unwrap(), value.parse().unwrap())
    });
    (start, Message { headers: headers.collect(), body: body.into() })
}

#[test]
fn every_example_on_the_page_is_as_the_document_says() {
    let document = Document::published();
    let examples = PAGE.split("```http\n").skip(1);
    let mut method = String::new();
    let mut answers = 0;
    for (start, message) in examples.map(|rest| read(rest.split("\n```").next().unwrap())) {
        let wrong = match start.strip_prefix("HTTP/1.1 ") {
            Some(answer) => {
                answers += 1;
                let status = answer.split(' ').next().unwrap().parse().unwrap();
                document.answer(&method, status, &message)
            }
            None => {
                method = start.split(' ').next().unwrap().to_lowercase();
                document.request(&method, &message)
            }
        };
        assert_eq!(wrong, [""; 0], "{start} {message:?}");
    }
    assert!(answers > 2, "only {answers} answers");
}

#[test]
fn the_page_names_every_field() {
    for name in Document::published().fields() {
        assert!(PAGE.contains(&format!("\n| `{name}` | ")), "{name}");
    }
}
