//! `cargo xtask bench`: what a key takes, in short and in very long drafts, and
//! what becomes of a crowd's links; or the card beside React and Preact.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::dist::{self, Purpose};
use crate::setup::browser::{self, Browser};
use crate::setup::process::run as run_process;
use crate::setup::workspace::Workspace;
use crate::setup::{for_building, for_racing};

/// What to measure.
#[derive(Debug, Args)]
pub struct Choice {
    #[command(subcommand)]
    instead: Option<Instead>,
}

/// What is measured instead.
#[derive(Debug, Subcommand)]
enum Instead {
    /// Compare the card with the same jobs built with React and with Preact.
    ///
    /// Takes five minutes, once all is built. Ends with a table and with the targets: which are met,
    /// and which are not.
    Race,
}

/// Measures what is chosen.
///
/// # Errors
///
/// When the build fails, there is no browser, or what is measured does not do its
/// job, such as when a key is lost.
pub fn run(mut workspace: Workspace, choice: &Choice) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    let browser = browser::find_or_install()?;
    match choice.instead {
        None => keys_and_crowd(&workspace, &browser)?,
        Some(Instead::Race) => race(&workspace, &browser)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures the rules of a draft and simulates the crowd natively, then measures
/// the whole card in the browser.
fn keys_and_crowd(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let _lock = workspace.lock_target()?;
    let native = ["bench", "--package", "campaign-widget", "--bench", "draft", "--bench", "crowd"];
    run_process(workspace.command("cargo").args(native))?;

    let site = super::build_site(workspace)?;
    let dist = dist::assemble(workspace, &site, Purpose::Publishing)?;
    super::on_command(workspace, browser, &dist, &["speed".as_ref()])
}

/// Builds the card and its peers, and measures all of them in one browser.
fn race(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let packages = for_racing(workspace)?;
    let _lock = workspace.lock_target()?;
    let peers = workspace.root().join("target/race");
    let build = [Path::new("tests/bench/race/build.mjs"), &packages, &peers];
    run_process(workspace.command("node").args(build))?;

    let site = super::build_site(workspace)?;
    let dist = dist::assemble(workspace, &site, Purpose::Publishing)?;
    super::on_command(workspace, browser, &dist, &["race".as_ref(), peers.as_os_str()])
}
