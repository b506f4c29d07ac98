//! `cargo xtask setup`: what the other commands do first, and no more.

use std::process::ExitCode;

use anyhow::Result;

use crate::setup::workspace::Workspace;
use crate::setup::{browser, for_auditing, for_building, for_comparing, for_hosting, for_linting};

/// Installs what is missing for every command.
///
/// # Errors
///
/// When something cannot be installed; the error says how to do it by hand.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    for_linting(&mut workspace)?;
    let compared = for_comparing(&workspace)?;
    let axe = for_auditing(&workspace)?;
    for_hosting(&workspace)?;
    browser::find_or_install()?;
    println!("Everything is there. Tools: {}", workspace.tools().display());
    println!("CAMPAIGN_WIDGET_NODE_MODULES={}", compared.display());
    println!("CAMPAIGN_WIDGET_AXE={}", axe.display());
    Ok(ExitCode::SUCCESS)
}
