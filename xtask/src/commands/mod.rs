//! One command a file.

pub mod bench;
mod dependencies;
pub mod dev;
pub mod dist;
pub mod docs;
pub mod doctor;
pub mod fuzz;
pub mod hosts;
mod javascript;
mod published;
pub mod reproduce;
pub mod screenshots;
pub mod serve;
mod settled;
pub mod setup;
pub mod test;

use std::ffi::OsStr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::Result;

use crate::setup::browser::Browser;
use crate::setup::process;
use crate::setup::workspace::Workspace;

/// Builds the site: the servers, the schema and the size table; and the linker of
/// the widget.
///
/// # Errors
///
/// When it does not compile.
fn build_site(workspace: &Workspace) -> Result<PathBuf> {
    process::run(workspace.command("cargo").arg("build").args(NATIVE).args(SITE))?;
    Ok(site(workspace))
}

/// What that builds.
const SITE: [&str; 4] = ["--bin", "site", "--bin", "linker"];

/// Where Cargo puts the site.
fn site(workspace: &Workspace) -> PathBuf {
    built(workspace, "site")
}

/// Where Cargo puts the linker.
fn linker(workspace: &Workspace) -> PathBuf {
    built(workspace, "linker")
}

fn built(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The end-to-end suite on the built widget.
fn end_to_end(workspace: &Workspace, browser: &Browser, dist: &Path) -> Command {
    // Most of their time they wait for something that takes its time.
    let tests_at_once = 2 * thread::available_parallelism().map_or(1, NonZero::get);
    let mut command = workspace.command("cargo");
    in_browser(&mut command, browser, dist)
        .env("RUST_TEST_THREADS", tests_at_once.to_string())
        .arg("test")
        .args(NATIVE)
        .args(["--test", "e2e"]);
    command
}

/// Builds and runs what uses the browser and the page of that suite, but tests
/// nothing.
///
/// # Errors
///
/// When it does not compile, or does not do what it was told to.
fn on_command(
    workspace: &Workspace,
    browser: &Browser,
    dist: &Path,
    what: &[&OsStr],
) -> Result<()> {
    let build = ["--example", "on-command"];
    process::run(workspace.command("cargo").arg("build").args(NATIVE).args(build))?;
    let program = built(workspace, "examples/on-command");
    process::run(in_browser(&mut Command::new(program), browser, dist).args(what))
}

/// Says where the built widget and the browser are.
fn in_browser<'c>(command: &'c mut Command, browser: &Browser, dist: &Path) -> &'c mut Command {
    command
        .env("CAMPAIGN_WIDGET_DIST", dist)
        .env("CHROME", &browser.chrome)
        .env("CHROMEDRIVER", &browser.driver)
}

/// What every native command builds: one choice of packages and features, so
/// that Cargo compiles each dependency once for all of them.
const NATIVE: [&str; 3] = ["--workspace", "--features", "xtask/e2e"];
