//! The JSON Schema of the campaign file.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Value, json};

use super::{Campaign, schema_parts};

/// Returns the JSON Schema (draft 2020-12) of the campaign file.
pub fn schema_json() -> String {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Campaign>();
    RecursiveTransform(|part: &mut schemars::Schema| {
        // Unwraps the lines of the source.
        if let Some(Value::String(description)) = part.get_mut("description") {
            let paragraphs = description.split("\n\n").map(|lines| lines.replace('\n', " "));
            *description = paragraphs.collect::<Vec<_>>().join("\n\n");
        }
        // An optional field may be absent, but not null.
        if part.get("default").is_some_and(Value::is_null) {
            part.remove("default");
        }
    })
    .transform(&mut schema);
    schema.insert("title".into(), json!("Campaign file of campaign-widget"));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let by_which = json!({
            "type": "string",
            "pattern": schema_parts::TEXT,
            "description": "Where this schema lies; editors help by it.",
        });
        properties.insert("$schema".into(), by_which);
        if let Some(Value::Object(languages)) = properties.get_mut("languages") {
            languages.insert(
                "propertyNames".into(),
                json!({ "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }),
            );
        }
    }
    let mut text = format!("{:#}", schema.as_value());
    text.push('\n');
    text
}
