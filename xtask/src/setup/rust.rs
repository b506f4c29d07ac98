//! The parts of the Rust toolchain, and the locked dependencies.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::process::{on_path, read, run};
use super::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for WebAssembly is there.
///
/// # Errors
///
/// When it is missing and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let folder = read(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    add(&["target", "add", WASM])
}

/// Makes sure that `component`, which brings `cargo <subcommand>`, is there.
///
/// # Errors
///
/// When it is missing and rustup cannot add it.
pub fn component(component: &str, subcommand: &str) -> Result<()> {
    if read(Command::new("cargo").args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    add(&["component", "add", component])
}

fn add(arguments: &[&str]) -> Result<()> {
    let words = arguments.join(" ");
    if on_path("rustup").is_none() {
        bail!(
            "this Rust toolchain lacks a part that `rustup {words}` adds, and there is no rustup: see https://rustup.rs"
        );
    }
    println!("Installing: rustup {words}");
    run(Command::new("rustup").args(arguments))
}

/// Downloads what Trunk's build needs, because Trunk is kept offline. Holds
/// `Cargo.lock` to the manifests on the way.
///
/// # Errors
///
/// When the lock file is out of date, or the registry cannot be reached.
pub fn fetch(workspace: &Workspace) -> Result<()> {
    run(workspace.command("cargo").args(["fetch", "--quiet", "--locked", "--target", WASM]))
        .context("cannot fetch the dependencies that Cargo.lock names")
}
