//! The public surface of the element, from its one source,
//! `src/package/custom-elements.json`: what is generated of it.
//!
//! | of the manifest | what is written |
//! | --- | --- |
//! | attributes, properties, events | `src/package/campaign-widget.d.ts`, and the tables of the documents |
//! | parts, custom properties | the tables of the documents |
//! | names of attributes and events | what `cargo xtask dist` defines in `element.js` and `frame.js` |
//!
//! The types of a campaign file are those of its JSON Schema.

mod manifest;
mod tables;
mod types;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use campaign_widget::campaign::schema_json;

pub use manifest::{Attribute, Data, Detail, Element, Event, Part, Property, Value};
use tables::Tables;

/// What TypeScript knows of the package: written as a whole.
const TYPES: &str = "src/package/campaign-widget.d.ts";
/// The documents with tables, which are written between marks.
const DOCUMENTS: [&str; 2] = ["src/package/README.md", "src/frame/frame.md"];

/// Writes every generated text of a checkout. Gives the paths of those that have
/// changed.
///
/// # Errors
///
/// When a file cannot be read or written, a document lacks a mark, or the
/// manifest or the schema has what nothing is written for.
pub fn write(root: &Path) -> Result<Vec<&'static str>> {
    let mut changed = Vec::new();
    for (path, text) in generated(root)? {
        if read(root, path).ok().as_ref() != Some(&text) {
            fs::write(root.join(path), text).with_context(|| format!("cannot write {path}"))?;
            changed.push(path);
        }
    }
    Ok(changed)
}

/// The files that are generated, wholly or in part, by their paths in the
/// repository, with the text that they should have.
fn generated(root: &Path) -> Result<Vec<(&'static str, String)>> {
    let element = Element::read()?;
    let schema = serde_json::from_str(&schema_json())?;
    let mut all = vec![(TYPES, types::declarations(&element, &schema)?)];
    let mut tables = Tables::of(&element);
    for path in DOCUMENTS {
        let text = tables.fill(&read(root, path)?).with_context(|| path)?;
        all.push((path, text));
    }
    tables.ensure_all_are_written()?;
    Ok(all)
}

fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))
}

#[cfg(test)]
mod tests {
    use super::generated;
    use std::fs;
    use std::path::Path;

    #[test]
    fn what_is_generated_is_up_to_date() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (path, text) in generated(&root).unwrap() {
            let stands = fs::read_to_string(root.join(path)).unwrap();
            assert!(stands == text, "{path} is stale: run `cargo xtask docs`");
        }
    }
}
