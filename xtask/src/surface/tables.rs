//! The tables of the surface in the documents, each between two marks:
//! `<!-- cargo xtask docs: parts -->` and `<!-- end -->`.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};

use super::manifest::{Attribute, Detail, Element, Value};

const START: &str = "<!-- cargo xtask docs: ";
const END: &str = "<!-- end -->";

/// The tables that are not written yet, by their names.
pub struct Tables(Vec<(&'static str, String)>);

impl Tables {
    /// All tables of the element.
    pub fn of(element: &Element) -> Self {
        Self(vec![
            ("attributes", attributes(element)),
            ("events", events(element)),
            ("data layer", data_layer(element)),
            ("parts", parts(element)),
            ("custom properties", properties(element)),
            ("errors", errors(element)),
            ("frame", frame(element)),
        ])
    }

    /// A document with the tables that its marks name.
    ///
    /// # Errors
    ///
    /// When a mark has no end, or names a table that is unknown or written
    /// already.
    pub fn fill(&mut self, document: &str) -> Result<String> {
        let mut rest = document;
        let mut text = String::with_capacity(document.len());
        while let Some((before, after)) = rest.split_once(START) {
            let (name, after) = after.split_once(" -->").context("a mark without its end")?;
            let at = self.0.iter().position(|(known, _)| *known == name);
            let (_, table) = self.0.remove(at.with_context(|| format!("no table {name:?}"))?);
            let (_, after) =
                after.split_once(END).with_context(|| format!("{name:?} has no end"))?;
            text.extend([before, START, name, " -->\n\n", &table, "\n", END]);
            rest = after;
        }
        text.push_str(rest);
        Ok(text)
    }

    /// Holds the documents to having all tables.
    ///
    /// # Errors
    ///
    /// When one is missing.
    pub fn ensure_all_are_written(&self) -> Result<()> {
        let missing: Vec<_> = self.0.iter().map(|(name, _)| name).collect();
        ensure!(missing.is_empty(), "no document has a mark for {missing:?}");
        Ok(())
    }
}

fn attributes(element: &Element) -> String {
    let row = |of: &Attribute| [code(&of.name), values(&of.of.text), of.description.clone()];
    table(["attribute", "values", "meaning"], element.attributes.iter().map(row))
}

/// What a type of TypeScript allows, for who does not read that.
fn values(type_text: &str) -> String {
    let of = |one: &str| match one.strip_prefix('"').and_then(|one| one.strip_suffix('"')) {
        Some(value) => code(value),
        None if one == "string" => "text".into(),
        None => one.into(),
    };
    type_text.split(" | ").map(of).collect::<Vec<_>>().join(", ")
}

fn events(element: &Element) -> String {
    let row = |event: &super::Event| {
        let names: Vec<&str> = event.detail.iter().map(|field| &*field.name).collect();
        let mut detail = code(&format!("{{{}}}", names.join(", ")));
        for field in event.detail.iter().filter(|field| has_short_list(field)) {
            let _ = write!(detail, "; {}: {}", code(&field.name), codes(&field.values));
        }
        let fields = event
            .detail
            .iter()
            .map(|field| format!(" {}: {}", code(&field.name), first_in_small(&field.description)));
        [code(&event.name), detail, event.description.clone() + &fields.collect::<String>()]
    };
    table(["event", "`detail`", "when"], element.events.iter().map(row))
}

/// Whether the values of a field need no table of their own.
fn has_short_list(field: &Detail) -> bool {
    field.values.iter().any(|value| matches!(value, Value::Plain(_)))
}

fn codes(values: &[Value]) -> String {
    values.iter().map(|value| code(value.name())).collect::<Vec<_>>().join(", ")
}

fn first_in_small(sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(rest).collect()
}

/// A script that tells Google Tag Manager of every event. Of its details it tells
/// those that have few values: no name, number or text of a person is one of
/// those.
fn data_layer(element: &Element) -> String {
    let mut lists = String::new();
    for event in &element.events {
        let told = event.detail.iter().filter(|field| field.is_closed());
        let told: serde_json::Value = told.map(|field| &*field.name).collect();
        let _ = writeln!(lists, "  \"{}\": {told},", event.name);
    }
    format!(
        r#"```js
window.dataLayer = window.dataLayer || [];
Object.entries({{
  // Which details are told. Never postId: it leads to a person.
{lists}}}).forEach(([name, details]) => {{
  addEventListener(name, ({{ detail }}) => {{
    const told = details.map((key) => [`campaign_${{key}}`, detail[key]]);
    dataLayer.push({{ event: name.replace("-", "_"), ...Object.fromEntries(told) }});
  }});
}});
```
"#
    )
}

fn parts(element: &Element) -> String {
    let row = |part: &super::Part| {
        let each = if part.each { ", each" } else { "" };
        let data = part.data.iter().map(|data| {
            let values: Vec<String> = data.values.iter().map(|value| code(value)).collect();
            let of = if values.is_empty() { "" } else { ": " };
            format!("{}{of}{}", code(&data.name), values.join(", "))
        });
        let data: Vec<String> = data.collect();
        [code(&part.name) + each, data.join("; "), part.description.clone()]
    };
    table(["part", "data", "what"], element.css_parts.iter().map(row))
}

fn properties(element: &Element) -> String {
    let row = |of: &super::Property| [code(&of.name), of.description.clone(), code(&of.default)];
    table(["custom property", "what", "without it"], element.css_properties.iter().map(row))
}

fn errors(element: &Element) -> String {
    let fields = element.events.iter().flat_map(|event| &event.detail);
    let rows = fields.flat_map(|field| &field.values).filter_map(|value| match value {
        Value::Described { name, description } => Some([code(name), description.clone()]),
        Value::Plain(_) => None,
    });
    table(["`code`", "meaning"], rows)
}

fn frame(element: &Element) -> String {
    let row = |of: &Attribute| Some([code(&of.name), of.frame.clone()?]);
    table(["parameter of `frame.html`", "meaning"], element.attributes.iter().filter_map(row))
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let line = |cells: [&str; N]| {
        let cells = cells.map(|cell| match cell {
            "" => " ".to_owned(),
            cell => format!(" {} ", cell.replace('|', "\\|")),
        });
        format!("|{}|\n", cells.join("|"))
    };
    let rows = rows.map(|row| line(row.each_ref().map(String::as_str)));
    [line(head), line(["---"; N])].into_iter().chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tables, values};
    use crate::surface::Element;

    fn tables() -> Tables {
        Tables::of(&Element::read().unwrap())
    }

    /// A document with a mark for every table.
    fn document() -> String {
        let mark = |(name, _): &(&str, String)| {
            format!("<!-- cargo xtask docs: {name} -->\nold\n<!-- end -->\n")
        };
        tables().0.iter().map(mark).collect()
    }

    #[test]
    fn a_table_is_written_between_its_marks_and_the_rest_stays() {
        let mut tables_left = tables();
        let text = tables_left.fill(&format!("# Title\n\n{}the rest", document())).unwrap();
        tables_left.ensure_all_are_written().unwrap();
        assert!(
            text.starts_with("# Title\n\n<!-- cargo xtask docs: attributes -->\n\n| attribute |")
        );
        assert!(text.ends_with("\n\n<!-- end -->\nthe rest") && !text.contains("\nold\n"));
        assert_eq!(tables().fill(&text).unwrap(), text);
        for row in [
            "| `theme` | `auto`, `light`, `dark` | ",
            "| `campaign-phase` | `{phase}`; `phase`: `before`, `open`, `closed` | ",
            "| `campaign-ready` | `{}` | ",
            "  \"campaign-link\": [\"state\"],\n",
            "  \"campaign-error\": [\"code\"],\n",
            "| `draft-entry`, each | `data-state`: `draft`, `copy`, `compose`, `x`, `sheet` | ",
            "| `title` | | ",
            "| `panic` | ",
        ] {
            assert!(text.contains(row), "{row}");
        }
    }

    #[test]
    fn a_table_that_is_missing_unknown_or_there_twice_is_an_error() {
        for (from, to) in [
            ("docs: parts", "docs: attributes"),
            ("docs: parts", "docs: pieces"),
            ("<!-- end -->", ""),
        ] {
            assert!(tables().fill(&document().replace(from, to)).is_err(), "{to}");
        }
        assert!(tables().ensure_all_are_written().is_err());
    }

    #[test]
    fn values_are_said_without_typescript() {
        assert_eq!(values(r#""lazy" | "eager""#), "`lazy`, `eager`");
        assert_eq!(values("string | number"), "text, number");
    }
}
