//! The host pages of `tests/hosts`, a part of `cargo xtask test`.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::setup::process::run;
use crate::setup::workspace::Workspace;

/// Builds the host pages from `dist`, each with its framework's own tools, and
/// gives the folder that holds them.
///
/// # Errors
///
/// When one does not build, or its types do not hold.
pub fn build(workspace: &Workspace, packages: &Path, dist: &Path) -> Result<PathBuf> {
    let into = workspace.root().join("target/hosts");
    run(workspace.command("node").arg("tests/hosts/build.mjs").args([
        dist,
        packages,
        into.as_path(),
    ]))?;
    Ok(into)
}
