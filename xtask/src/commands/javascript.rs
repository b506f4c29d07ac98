//! The scripts of `dist/`: joined, filled in, and made small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::dist::{Purpose, copy};
use crate::setup::process::run as run_process;
use crate::setup::workspace::Workspace;

/// One script of several in `src`, which see each other's names.
///
/// # Errors
///
/// When one cannot be read.
pub fn joined(workspace: &Workspace, sources: &[&str]) -> Result<PathBuf> {
    let mut script = String::new();
    for source in sources {
        let source = workspace.root().join("src").join(source);
        let text = fs::read_to_string(&source)
            .with_context(|| format!("cannot read {}", source.display()))?;
        script.push_str(&text);
    }
    // Nothing of it is published.
    let file = workspace.root().join("target/joined.js");
    fs::write(&file, script)?;
    Ok(file)
}

/// Writes a script with what it leaves to be `defined`: `NAME=value`, by commas.
///
/// # Errors
///
/// When it cannot be read, or terser refuses it.
pub fn script(
    workspace: &Workspace,
    source: &Path,
    into: &Path,
    defined: &str,
    purpose: Purpose,
) -> Result<()> {
    match (purpose, defined) {
        (Purpose::Publishing, "") => minify(workspace, source, into, &[]),
        (Purpose::Publishing, _) => minify(workspace, source, into, &["--define", defined]),
        (Purpose::Developing, "") => copy(source, into),
        (Purpose::Developing, _) => {
            let script = fs::read_to_string(source)
                .with_context(|| format!("cannot read {}", source.display()))?;
            Ok(fs::write(into, format!("const {defined};\n{script}"))?)
        }
    }
}

/// Writes a module without what only people need: comments, white space and
/// long names. `more` are further orders for terser.
///
/// # Errors
///
/// When terser refuses it.
pub fn minify(workspace: &Workspace, module: &Path, into: &Path, more: &[&str]) -> Result<()> {
    run_process(
        workspace
            .command("terser")
            .arg(module)
            .args(["--module", "--compress", "--mangle", "--output"])
            .arg(into)
            .args(more),
    )
}
