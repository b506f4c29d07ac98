//! Makes what the widget includes: its style sheets, the sentences of its languages, and
//! the presets of endpoints.

mod bidi;
mod languages;
mod message;
mod presets;
mod pseudo;
mod style;

use std::env;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};

/// Where the languages are.
const LOCALES: &str = "src/language/locales";

/// The presets of endpoints.
const PRESETS: &str = "src/campaign/endpoint/presets.json";

fn main() -> Result<()> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| Error::other("Cargo sets OUT_DIR"))?;
    let folder = PathBuf::from(folder);
    style::write(&folder)?;
    println!("cargo::rerun-if-changed={LOCALES}");
    languages::write(Path::new(LOCALES), &folder)?;
    println!("cargo::rerun-if-changed={PRESETS}");
    presets::write(Path::new(PRESETS), &folder)
}
