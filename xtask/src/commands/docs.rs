//! `cargo xtask docs`: what is generated and checked in.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::setup::process;
use crate::setup::workspace::Workspace;

/// Writes the types and the tables of the public surface, from
/// `src/package/custom-elements.json` and the schema of the campaign file.
///
/// # Errors
///
/// When something does not compile, or a file cannot be written.
pub fn run(workspace: Workspace) -> Result<ExitCode> {
    let _lock = workspace.lock_target()?;
    let site = super::build_site(&workspace)?;
    process::run(Command::new(site).arg("docs").arg(workspace.root()))?;
    Ok(ExitCode::SUCCESS)
}
