//! Writes `presets.rs`: the names of the presets, and the JSON of each, in which nothing
//! is for the eye.

use std::fmt::Write;
use std::fs;
use std::io::Result;
use std::path::Path;

use serde_json::{Map, Value};

/// Writes the presets of a JSON file into `folder`.
///
/// # Errors
///
/// When the file cannot be read, or is not an object.
pub fn write(file: &Path, folder: &Path) -> Result<()> {
    let presets: Map<String, Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let (mut names, mut options) = (String::new(), String::new());
    for (name, preset) in &presets {
        let _ = write!(names, "{name:?},");
        let _ = write!(options, "{:?},", preset.to_string());
    }
    let code = format!(
        "pub(in crate::campaign) const NAMES: &[&str] = &[{names}];\n\
         const OPTIONS: &[&str] = &[{options}];\n"
    );
    fs::write(folder.join("presets.rs"), code)
}
