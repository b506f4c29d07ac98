//! A page that reloads when the widget has been built again, for `cargo xtask dev`.

use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

use super::files::File;

/// Where the script is.
pub(super) const SCRIPT: &str = "/reload/page.js";

/// Where it asks for the newest build.
pub(super) const BUILD: &str = "/reload/build";

/// The page with the script.
pub(super) fn with_script(mut page: File) -> File {
    page.body.extend(format!("<script type=\"module\" src=\"{SCRIPT}\"></script>\n").bytes());
    page
}

pub(super) fn script() -> File {
    let body = include_bytes!("reload.js").to_vec();
    File { content_type: "text/javascript; charset=utf-8", body }
}

/// What tells the build in this folder from the one before.
///
/// # Errors
///
/// When there is none at the moment.
pub(super) fn build(dist: &Path) -> Result<File> {
    let built = fs::metadata(dist.join("index.html")).context("nothing is built")?.modified()?;
    let body = built.duration_since(UNIX_EPOCH)?.as_nanos().to_string().into_bytes();
    Ok(File { content_type: "text/plain; charset=utf-8", body })
}
