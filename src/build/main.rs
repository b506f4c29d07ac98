//! Makes what the widget includes: its style sheets, and the sentences of its languages.

mod bidi;
mod languages;
mod message;
mod pseudo;
mod style;

use std::env;
use std::io::{Error, Result};
use std::path::PathBuf;

fn main() -> Result<()> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| Error::other("Cargo sets OUT_DIR"))?;
    let folder = PathBuf::from(folder);
    style::write(&folder)?;
    languages::write(&folder)
}
