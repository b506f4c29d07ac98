//! What an answer of the endpoint means, where the campaign file says so.

use schemars::JsonSchema;

use crate::campaign::schema_parts;
use crate::json::Json;

/// An answer, and what it means. It is an answer that has all that is named here.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
// As `read` has it: what shows that an answer means what the rule says.
#[schemars(extend("anyOf" = [
    { "required": ["at"] },
    { "required": ["says"] },
    { "required": ["status"], "properties": { "means": { "enum": ["refused", "try-again"] } } },
    {
        "required": ["status"],
        "properties": { "means": { "const": "already-received" }, "status": { "enum": [409, 412] } },
    },
]))]
pub struct AnswerRule {
    /// Its HTTP status.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::status")]
    pub status: Option<u16>,
    /// Where in its JSON to look: names, and numbers of list items from 0, with
    /// points between, such as `errors.0.code`. Without `says`, there must be
    /// something.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::text")]
    pub at: Option<String>,
    /// A part of the text there, or of the whole answer without `at`. The case
    /// of A to Z does not count.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::text")]
    pub says: Option<String>,
    /// What it means.
    pub means: Meaning,
}

/// What an answer means for the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Meaning {
    /// It is stored. Only with `at` or `says`.
    Received,
    /// It was stored before. Only with `at` or `says`, or for 409 and 412.
    AlreadyReceived,
    /// It will never be stored.
    Refused,
    /// It may be stored at another attempt.
    TryAgain,
}

impl Meaning {
    pub(super) const NAMES: [&str; 4] = ["received", "already-received", "refused", "try-again"];

    pub(super) const ALL: [Meaning; 4] =
        [Meaning::Received, Meaning::AlreadyReceived, Meaning::Refused, Meaning::TryAgain];
}

impl AnswerRule {
    /// Whether an answer is one of these. `json` is its body, if that is JSON.
    pub fn is_about(&self, status: u16, body: &str, json: Option<&Json>) -> bool {
        let found = match &self.at {
            Some(path) => json.and_then(|json| value_at(json, path)),
            None => Some(body.to_owned()),
        };
        let says = |part: &String| {
            let part = part.to_ascii_lowercase();
            found.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains(&part))
        };
        self.status.is_none_or(|expected| expected == status)
            && self.at.as_ref().is_none_or(|_| found.is_some())
            && self.says.as_ref().is_none_or(says)
    }
}

/// Returns the value at a path as text; an object or a list as an empty one.
fn value_at(json: &Json, path: &str) -> Option<String> {
    let value = path.split('.').try_fold(json, |json, step| match json {
        Json::Object(fields) => fields.iter().find(|(name, _)| name == step).map(|(_, of)| of),
        Json::List(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })?;
    match value {
        Json::Null => None,
        Json::Bool(yes) => Some(yes.to_string()),
        // Codes are whole numbers.
        Json::Number(number) => Some((*number as i64).to_string()),
        Json::Text(text) => Some(text.clone()),
        Json::List(_) | Json::Object(_) => Some(String::new()),
    }
}
