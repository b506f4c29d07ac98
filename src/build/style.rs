//! Leaves out of the card's style sheets what only people need, for
//! `src/browser/style.rs`: comments, and the white space around lines.

use std::fs;
use std::io::Result;
use std::path::Path;

/// The sheets that travel, each made of these.
const SHEETS: [(&str, &[&str]); 2] = [
    ("card.css", &["style/tokens.css", "style/widget.css", "style/countdown.css"]),
    ("forms.css", &["style/steps.css", "style/field.css", "style/delivery.css"]),
];

/// Writes the sheets into `folder`.
pub fn write(folder: &Path) -> Result<()> {
    for (name, sources) in SHEETS {
        let mut sheet = String::new();
        for source in sources {
            println!("cargo::rerun-if-changed={source}");
            sheet.push_str(&fs::read_to_string(source)?);
        }
        fs::write(folder.join(name), in_one_line(&without_comments(&sheet)))?;
    }
    Ok(())
}

/// No string of the sheet may hold `/*`.
fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_comment, css)| css);
    std::iter::once(first).chain(rest).collect()
}

fn in_one_line(sheet: &str) -> String {
    let mut line = String::new();
    for part in sheet.lines().map(str::trim).filter(|part| !part.is_empty()) {
        line.push_str(part);
        // Elsewhere, the end of a line may be what separates two words.
        if !part.ends_with(['{', '}', ';', ',']) {
            line.push(' ');
        }
    }
    line
}
