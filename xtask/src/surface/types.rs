//! `campaign-widget.d.ts`: the element by its manifest, and the campaign file by
//! its JSON Schema.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde_json::Value as Json;

use super::manifest::{Detail, Element, Value, union};

const HEAD: &str = "\
// Types of <campaign-widget>: the element, its attributes and events, and the
// campaign file. Importing the package defines the element; what it exports
// are types alone.
//
// Written by `cargo xtask docs`, from custom-elements.json and the schema of the
// campaign file.
";

const GLOBAL: &str = "
declare global {
  interface HTMLElementTagNameMap {
    \"campaign-widget\": CampaignWidget;
  }
  // They bubble, so every element around may listen, and so may the window.
  interface GlobalEventHandlersEventMap extends CampaignWidgetEventMap {}
}
";

/// The whole file.
///
/// # Errors
///
/// When the manifest or the schema has what is not written here.
pub fn declarations(element: &Element, schema: &Json) -> Result<String> {
    let mut text = HEAD.to_owned();
    interface(
        &mut text,
        "The element `<campaign-widget>`.",
        "CampaignWidget extends HTMLElement",
        element.members.iter().map(Field::from),
    );
    interface(
        &mut text,
        "The attributes of the element. All of them may change at any time.",
        "CampaignWidgetAttributes",
        element.attributes.iter().map(|attribute| Field {
            is_optional: true,
            ..Field::new(&attribute.name, &attribute.description, attribute.of.text.clone())
        }),
    );
    interface(
        &mut text,
        "The events of the element. All of them bubble and cross shadow roots; none carries the \
         text of the draft.",
        "CampaignWidgetEventMap",
        element
            .events
            .iter()
            .map(|event| Field::new(&event.name, &event.description, event.of.text.clone())),
    );
    for event in element.events.iter().filter(|event| !event.detail.is_empty()) {
        let name = event.of.text.strip_prefix("CustomEvent<").and_then(|of| of.strip_suffix('>'));
        let name = name.with_context(|| format!("{} is of no CustomEvent", event.name))?;
        let about = format!("The `detail` of `{}`.", event.name);
        interface(&mut text, &about, name, event.detail.iter().map(Field::from));
        for field in &event.detail {
            if let Some(of) = field.of.as_ref().filter(|_| !field.values.is_empty()) {
                alias(&mut text, &of.text, field);
            }
        }
    }
    campaign(&mut text, schema)?;
    text.push_str(GLOBAL);
    Ok(text)
}

/// A field of an interface.
struct Field<'a> {
    name: &'a str,
    about: &'a str,
    is_optional: bool,
    type_text: String,
}

impl<'a> Field<'a> {
    fn new(name: &'a str, about: &'a str, type_text: String) -> Self {
        Self { name, about, is_optional: false, type_text }
    }
}

impl<'a> From<&'a Detail> for Field<'a> {
    fn from(field: &'a Detail) -> Self {
        Self::new(&field.name, &field.description, field.type_text())
    }
}

fn interface<'a>(
    text: &mut String,
    about: &str,
    head: &str,
    fields: impl Iterator<Item = Field<'a>>,
) {
    let _ = writeln!(text, "\n{}export interface {head} {{", comment("", about));
    for Field { name, about, is_optional, type_text } in fields {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '$' || c == '_';
        let quote = if name.chars().all(is_name) { "" } else { "\"" };
        let mark = if is_optional { "?" } else { "" };
        let about = comment("  ", about);
        let _ = writeln!(text, "{about}  {quote}{name}{quote}{mark}: {type_text};");
    }
    text.push_str("}\n");
}

/// A type of its own for the values of a field, each with its meaning.
fn alias(text: &mut String, name: &str, field: &Detail) {
    let _ = write!(text, "\n{}export type {name} =", comment("", &field.description));
    for value in &field.values {
        if let Value::Described { description, .. } = value {
            let _ = write!(text, "\n{}", comment("  ", description).trim_end());
        }
        let _ = write!(text, "\n  | {:?}", value.name());
    }
    text.push_str(";\n");
}

fn comment(indent: &str, about: &str) -> String {
    format!("{indent}/** {} */\n", about.replace("\n\n", " "))
}

/// The interfaces of a campaign file.
fn campaign(text: &mut String, schema: &Json) -> Result<()> {
    let parts = schema["$defs"].as_object().context("the schema has no parts")?;
    let objects = parts.iter().filter(|(_, part)| part["type"] == "object");
    object(text, schema, "Campaign", schema)?;
    for (name, part) in objects {
        object(text, schema, &of_campaign(name), part)?;
    }
    Ok(())
}

/// What TypeScript calls a part of the schema.
fn of_campaign(name: &str) -> String {
    format!("Campaign{name}")
}

fn object(text: &mut String, schema: &Json, name: &str, part: &Json) -> Result<()> {
    let properties = part["properties"].as_object().context("an object without properties")?;
    let about = |of: &'static str, part: &Json| -> Result<String> {
        let about = part["description"].as_str();
        Ok(about.with_context(|| format!("{of} of {name} has no description"))?.to_owned())
    };
    let is_required = |field: &str| {
        part["required"].as_array().is_some_and(|all| all.iter().any(|one| one == field))
    };
    let mut fields = Vec::new();
    for (field, of) in properties {
        fields.push((field, about("a field", of)?, type_of(schema, of)?));
    }
    let fields = fields.iter().map(|(field, about, type_text)| Field {
        is_optional: !is_required(field),
        ..Field::new(field, about, type_text.clone())
    });
    interface(text, &about("the whole", part)?, name, fields);
    Ok(())
}

/// The type of a part of the schema, as TypeScript writes it.
fn type_of(schema: &Json, part: &Json) -> Result<String> {
    if let Some(reference) = part["$ref"].as_str() {
        let part = schema.pointer(reference.trim_start_matches('#')).context("no such part")?;
        return match reference.rsplit('/').next() {
            Some(name) if part["type"] == "object" => Ok(of_campaign(name)),
            _ => type_of(schema, part),
        };
    }
    if let Some(choices) = part["oneOf"].as_array() {
        return Ok(union(choices.iter().filter_map(|one| one["const"].as_str())));
    }
    if let Some(choices) = part["enum"].as_array() {
        return Ok(union(choices.iter().filter_map(Json::as_str)));
    }
    // Any JSON.
    if part["anyOf"].is_array() && part["type"].is_null() {
        return Ok("unknown".into());
    }
    Ok(match part["type"].as_str() {
        Some("string") => "string".into(),
        Some("integer") => "number".into(),
        Some("array") => match type_of(schema, &part["items"])? {
            union if union.contains('|') => format!("({union})[]"),
            one => format!("{one}[]"),
        },
        Some("object") => {
            format!("Record<string, {}>", type_of(schema, &part["additionalProperties"])?)
        }
        other => anyhow::bail!("the schema has a type that nothing is written for: {other:?}"),
    })
}

#[cfg(test)]
mod tests {
    use super::type_of;
    use serde_json::json;

    #[test]
    fn a_part_of_the_schema_has_the_type_of_typescript() {
        let either = json!({ "oneOf": [{ "const": "x" }, { "const": "gate" }] });
        let schema = json!({ "$defs": { "Either": either, "Whole": { "type": "object" } } });
        for (part, expected) in [
            (json!({ "type": "integer" }), "number"),
            (either.clone(), r#""x" | "gate""#),
            (json!({ "type": "array", "items": { "type": "string" } }), "string[]"),
            (
                json!({ "type": "array", "items": { "$ref": "#/$defs/Either" } }),
                r#"("x" | "gate")[]"#,
            ),
            (json!({ "type": "string", "enum": ["a", "b"] }), r#""a" | "b""#),
            (json!({ "anyOf": [{ "type": "null" }, { "type": "string" }] }), "unknown"),
            (json!({ "$ref": "#/$defs/Whole" }), "CampaignWhole"),
            (
                json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/Whole" } }),
                "Record<string, CampaignWhole>",
            ),
        ] {
            assert_eq!(type_of(&schema, &part).unwrap(), expected);
        }
        assert!(type_of(&schema, &json!({ "type": "null" })).is_err());
    }
}
