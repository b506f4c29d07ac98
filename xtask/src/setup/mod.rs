//! Finds what a command needs, and installs what is missing at pinned
//! versions. Says nothing when nothing is missing.

pub mod backends;
pub mod browser;
mod desktop;
pub mod engine;
pub mod input_methods;
mod installation;
pub mod process;
pub mod rust;
pub mod screen_reader;
mod tool;
mod version;
pub mod workspace;

use std::path::PathBuf;

use anyhow::Result;

use self::workspace::Workspace;

/// What it takes to build `dist/`.
pub fn for_building(workspace: &mut Workspace) -> Result<()> {
    rust::wasm_target()?;
    rust::std_source()?;
    tool::find_or_install(workspace)?;
    rust::fetch(workspace)
}

/// What it takes to check the format and the lints.
pub fn for_linting() -> Result<()> {
    rust::wasm_target()?;
    rust::component("rustfmt", "fmt")?;
    rust::component("clippy", "clippy")
}

/// What it takes to build the documentation of the widget.
pub fn for_documenting() -> Result<()> {
    rust::wasm_target()
}

/// What it takes to check what comes in from outside.
pub fn for_judging_dependencies(workspace: &mut Workspace) -> Result<()> {
    tool::cargo_deny(workspace)
}

/// What it takes to test the components. The browser is
/// [`browser::find_or_install`].
pub fn for_components(workspace: &mut Workspace) -> Result<()> {
    rust::wasm_target()?;
    tool::wasm_bindgen(workspace)
}

/// What it takes to hold the widget against twitter-text and ical.js: the folder of
/// npm packages that has them.
pub fn for_comparing(workspace: &Workspace) -> Result<PathBuf> {
    tool::compared_packages(workspace)
}

/// What it takes to build the host pages: the folder of npm packages that they
/// are built with.
pub fn for_hosting(workspace: &Workspace) -> Result<PathBuf> {
    tool::host_packages(workspace)
}

/// What it takes to build what the card is compared with: the folder of npm
/// packages.
pub fn for_racing(workspace: &Workspace) -> Result<PathBuf> {
    tool::race_packages(workspace)
}

/// What it takes to hold the card against WCAG: the script of axe-core.
pub fn for_auditing(workspace: &Workspace) -> Result<PathBuf> {
    tool::axe(workspace)
}

/// What it takes to hold the announcement pages against Lighthouse: the folder of npm
/// packages that has it.
pub fn for_rating(workspace: &Workspace) -> Result<PathBuf> {
    tool::lighthouse(workspace)
}
