//! `campaign-widget.d.ts` says of a campaign file what the schema says, and of
//! the events what the README says.

use campaign_widget::campaign::schema_json;
use serde_json::Value;

use super::declarations::{Declarations, Field};
use super::readme;
use super::sources::{Names, quoted, text};

/// What the schema calls a thing, and what TypeScript calls it.
const INTERFACES: [(&str, &str); 6] = [
    ("", "Campaign"),
    ("Window", "CampaignWindow"),
    ("Questionnaire", "CampaignQuestionnaire"),
    ("Fields", "CampaignFields"),
    ("Wording", "CampaignWording"),
    ("Minimum", "CampaignMinimum"),
];

fn schema() -> Value {
    serde_json::from_str(&schema_json()).expect("JSON")
}

/// The part of the schema that a reference leads to, or else the part itself.
fn resolved<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    match part["$ref"].as_str() {
        Some(reference) => schema.pointer(reference.trim_start_matches('#')).expect(reference),
        None => part,
    }
}

/// How TypeScript writes the type of a part of the schema.
fn written(schema: &Value, part: &Value) -> String {
    let name = part["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
    if let Some((_, interface)) = INTERFACES.iter().find(|(known, _)| Some(*known) == name) {
        return (*interface).to_owned();
    }
    let part = resolved(schema, part);
    if let Some(choices) = part["oneOf"].as_array() {
        let choices: Vec<String> = choices.iter().map(|one| one["const"].to_string()).collect();
        return choices.join(" | ");
    }
    match part["type"].as_str() {
        Some("string") => "string".into(),
        Some("integer") => "number".into(),
        Some("array") => match written(schema, &part["items"]) {
            union if union.contains('|') => format!("({union})[]"),
            one => format!("{one}[]"),
        },
        Some("object") => {
            format!("Record<string, {}>", written(schema, &part["additionalProperties"]))
        }
        other => panic!("a type that nothing is written for: {other:?}"),
    }
}

#[test]
fn a_campaign_has_the_fields_of_the_schema() {
    let (schema, types) = (schema(), Declarations::read());
    let objects = schema["$defs"].as_object().unwrap().iter();
    let objects = objects.filter(|(_, part)| part["type"] == "object").map(|(name, _)| name);
    let known: Names = INTERFACES.iter().skip(1).map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(objects.cloned().collect::<Names>(), known);
    for (name, interface) in INTERFACES {
        let part = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let properties = part["properties"].as_object().expect("properties");
        let required = part["required"].as_array().cloned().unwrap_or_default();
        let field = |(name, property): (&String, &Value)| {
            let is_optional = !required.contains(&name.as_str().into());
            let type_text = written(&schema, property);
            (name.clone(), Field { is_optional, type_text, has_comment: true })
        };
        assert_eq!(*types.interface(interface), properties.iter().map(field).collect());
    }
}

#[test]
fn every_field_says_what_it_is() {
    for (interface, fields) in Declarations::read().iter() {
        for (name, field) in fields {
            assert!(field.has_comment, "{interface}.{name}");
        }
    }
}

#[test]
fn the_details_of_events_are_those_of_the_readme() {
    let types = Declarations::read();
    let map = types.interface("CampaignWidgetEventMap");
    for row in readme::table("| event | `detail` | when |") {
        let (event, detail) = (&readme::code(&row[0])[0], &readme::code(&row[1]));
        let said: Names =
            detail[0].trim_matches(['{', '}']).split(", ").map(str::to_owned).collect();
        match map[event].type_text.strip_prefix("CustomEvent<").and_then(|d| d.strip_suffix('>')) {
            Some("Record<string, never>") => assert_eq!(said, [String::new()].into(), "{event}"),
            Some(interface) => {
                let fields = types.interface(interface);
                assert_eq!(said, fields.keys().cloned().collect(), "{event}");
                // The table also says which values there are, in their order.
                let values: Vec<String> =
                    fields.values().flat_map(|field| choices(&field.type_text)).collect();
                assert!(detail.len() == 1 || values == detail[1..], "{event}: {values:?}");
            }
            None => panic!("{event} is no CustomEvent"),
        }
    }
}

fn choices(type_text: &str) -> Vec<String> {
    type_text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_states_of_a_link_that_is_told_of_are_those_of_an_entry_but_queued() {
    let types = Declarations::read();
    let told = quoted(&types.interface("CampaignLinkDetail")["state"].type_text);
    let rows = readme::table("| part | data | what |");
    let entry = rows.iter().find(|row| row[0] == "`entry`, each").expect("the entry");
    let data = entry[1].split_once("`data-state`").expect("its states").1;
    let mut states: Names = readme::code(data).into_iter().collect();
    assert!(states.remove("queued"));
    assert_eq!(told, states);
}

#[test]
fn the_codes_of_errors_are_those_of_the_readme() {
    let types = text("src/package/campaign-widget.d.ts");
    let (_, codes) = types.split_once("export type CampaignErrorCode =").expect("the codes");
    let codes = quoted(codes.split(';').next().unwrap_or_default());
    assert_eq!(codes, readme::names("| `code` | meaning |"));
}
