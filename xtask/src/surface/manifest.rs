//! `custom-elements.json`, the Custom Elements Manifest, with what it says
//! beyond the standard: `frame`, `detail`, `each`, `data` and the `values` of
//! both.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

const MANIFEST: &str = include_str!("../../../src/package/custom-elements.json");

/// The element, as the manifest describes it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Element {
    /// The attributes that it observes.
    pub attributes: Vec<Attribute>,
    /// The fields of its class.
    pub members: Vec<Detail>,
    /// What it tells the page.
    pub events: Vec<Event>,
    /// What a style sheet reaches by `::part`, and a test by `[part]`.
    pub css_parts: Vec<Part>,
    /// What a page may set, in the order of the table.
    pub css_properties: Vec<Property>,
}

/// An attribute.
#[derive(Debug, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What it means, in Markdown.
    pub description: String,
    /// Its type in TypeScript.
    #[serde(rename = "type")]
    pub of: Type,
    /// What it means as a parameter of `frame.html`, if it is one.
    pub frame: Option<String>,
}

/// An event.
#[derive(Debug, Deserialize)]
pub struct Event {
    /// Its type, such as `campaign-ready`.
    pub name: String,
    /// When it is fired, in Markdown.
    pub description: String,
    /// Its type in TypeScript: a `CustomEvent` of an interface with the fields
    /// of `detail`.
    #[serde(rename = "type")]
    pub of: Type,
    /// The fields of its `detail`.
    #[serde(default)]
    pub detail: Vec<Detail>,
}

/// A field of the `detail` of an event, or of the element.
#[derive(Debug, Deserialize)]
pub struct Detail {
    /// Its name.
    pub name: String,
    /// What it means, in Markdown.
    pub description: String,
    /// Its type in TypeScript; that of its values, if left out.
    #[serde(rename = "type")]
    pub of: Option<Type>,
    /// All values that it has, if they are texts and few.
    #[serde(default)]
    pub values: Vec<Value>,
}

/// A value of a field.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// One that says enough by itself.
    Plain(String),
    /// One with a meaning.
    Described {
        /// The value.
        name: String,
        /// What it means, in Markdown.
        description: String,
    },
}

/// A type in TypeScript.
#[derive(Debug, Deserialize)]
pub struct Type {
    /// As it is written.
    pub text: String,
}

/// A part of the card.
#[derive(Debug, Deserialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it is, in Markdown.
    pub description: String,
    /// Whether there may be several.
    #[serde(default)]
    pub each: bool,
    /// Its `data-*` attributes.
    #[serde(default)]
    pub data: Vec<Data>,
}

/// A `data-*` attribute of a part.
#[derive(Debug, Deserialize)]
pub struct Data {
    /// Its name, with `data-`.
    pub name: String,
    /// All values that it has; none, if they are without number.
    #[serde(default)]
    pub values: Vec<String>,
}

/// A custom property.
#[derive(Debug, Deserialize)]
pub struct Property {
    /// Its name, with `--`.
    pub name: String,
    /// What it is for, in Markdown.
    pub description: String,
    /// Its value where the page sets none.
    pub default: String,
}

impl Element {
    /// Reads the manifest of this checkout.
    ///
    /// # Errors
    ///
    /// When it is not as it is described here.
    pub fn read() -> Result<Self> {
        let mut manifest: serde_json::Value = serde_json::from_str(MANIFEST)?;
        let element = manifest.pointer_mut("/modules/0/declarations/0").context("no element")?;
        Ok(Self::deserialize(element.take())?)
    }

    /// The names that a script knows, in the syntax of terser's `--define`.
    ///
    /// # Errors
    ///
    /// When it knows none.
    pub fn names(&self, script: &str) -> Result<String> {
        let attributes = self.attributes.iter();
        match script {
            "element" => Ok(define("ATTRIBUTES", attributes.map(|attribute| &attribute.name))),
            "frame" => {
                let of_frame = attributes.filter(|attribute| attribute.frame.is_some());
                let parameters = define("PARAMETERS", of_frame.map(|attribute| &attribute.name));
                let events = define("EVENTS", self.events.iter().map(|event| &event.name));
                Ok(format!("{parameters},{events}"))
            }
            _ => bail!("{script} knows no names of the surface"),
        }
    }
}

fn define<'a>(name: &str, list: impl Iterator<Item = &'a String>) -> String {
    format!("{name}={}", list.map(String::as_str).collect::<serde_json::Value>())
}

impl Detail {
    /// Its type, as TypeScript writes it.
    pub fn type_text(&self) -> String {
        match &self.of {
            Some(of) => of.text.clone(),
            None => union(self.values.iter().map(Value::name)),
        }
    }

    /// Whether it has one of few values.
    pub fn is_closed(&self) -> bool {
        !self.values.is_empty() || self.type_text() == "boolean"
    }
}

impl Value {
    /// The value itself.
    pub fn name(&self) -> &str {
        match self {
            Value::Plain(name) | Value::Described { name, .. } => name,
        }
    }
}

/// The type of some texts, as TypeScript writes it.
pub fn union<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.map(|value| format!("{value:?}")).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn a_script_is_given_the_names_that_it_uses() {
        let element = Element::read().unwrap();
        let of_element = element.names("element").unwrap();
        assert!(of_element.starts_with(r#"ATTRIBUTES=["src","lang","#), "{of_element}");
        assert!(of_element.contains(r#","loading","#), "{of_element}");
        let of_frame = element.names("frame").unwrap();
        let (parameters, events) = of_frame.split_once("],EVENTS=[").unwrap();
        assert!(parameters.starts_with(r#"PARAMETERS=["src","#), "{of_frame}");
        assert!(!parameters.contains("loading"), "a frame has its own");
        assert!(events.starts_with(r#""campaign-ready","#), "{of_frame}");
        assert!(element.names("contrast").is_err());
    }
}
