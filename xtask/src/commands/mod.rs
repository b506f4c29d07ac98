//! One command a file.

pub mod bench;
mod dependencies;
pub mod dist;
pub mod fuzz;
pub mod hosts;
pub mod reproduce;
pub mod screenshots;
pub mod serve;
pub mod setup;
pub mod test;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::Result;

use crate::setup::browser::Browser;
use crate::setup::process;
use crate::setup::workspace::Workspace;

/// Builds the site: the servers, the schema and the size table.
///
/// # Errors
///
/// When it does not compile.
fn build_site(workspace: &Workspace) -> Result<PathBuf> {
    process::run(workspace.command("cargo").arg("build").args(NATIVE).args(["--bin", "site"]))?;
    Ok(site(workspace))
}

/// Where Cargo puts the site.
fn site(workspace: &Workspace) -> PathBuf {
    workspace.target().join("debug").join(format!("site{}", std::env::consts::EXE_SUFFIX))
}

/// The end-to-end suite on the built widget. What is added are arguments of
/// `cargo test`.
fn end_to_end(workspace: &Workspace, browser: &Browser, dist: &Path) -> Command {
    // Most of their time they wait for something that takes its time.
    let tests_at_once = 2 * thread::available_parallelism().map_or(1, NonZero::get);
    let mut command = workspace.command("cargo");
    command
        .env("RUST_TEST_THREADS", tests_at_once.to_string())
        .env("CAMPAIGN_WIDGET_DIST", dist)
        .env("CHROME", &browser.chrome)
        .env("CHROMEDRIVER", &browser.driver)
        .arg("test")
        .args(NATIVE)
        .args(["--test", "e2e"]);
    command
}

/// What every native command builds: one choice of packages and features, so
/// that Cargo compiles each dependency once for all of them.
const NATIVE: [&str; 3] = ["--workspace", "--features", "xtask/site"];
