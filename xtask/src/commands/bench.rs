//! `cargo xtask bench`: what a key takes, in short and in very long drafts, and
//! what becomes of a crowd's links.

use std::process::ExitCode;

use anyhow::Result;

use super::dist::{self, Purpose};
use crate::setup::browser;
use crate::setup::for_building;
use crate::setup::process::run as run_process;
use crate::setup::workspace::Workspace;

/// Measures the rules of a draft and simulates the crowd natively, then measures
/// the whole card in the browser.
///
/// # Errors
///
/// When the build fails, there is no browser, or a key is lost.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    let browser = browser::find_or_install()?;
    let _lock = workspace.lock_target()?;
    let native = ["bench", "--package", "campaign-widget", "--bench", "draft", "--bench", "crowd"];
    run_process(workspace.command("cargo").args(native))?;

    let site = super::build_site(&workspace)?;
    let dist = dist::assemble(&workspace, &site, Purpose::Publishing)?;
    super::on_command(&workspace, &browser, &dist, &["speed".as_ref()])?;
    Ok(ExitCode::SUCCESS)
}
