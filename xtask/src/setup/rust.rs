//! The parts of the Rust toolchain, and the locked dependencies.

use std::path::{Path, PathBuf};
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

/// Lets a build of the widget compile the standard library too: for size, and
/// so that a panic is a trap and brings no code to say where it was. That is 8 %
/// less for every reader.
///
/// Both are unstable in Cargo; what they do is fixed by the pinned toolchain.
pub fn with_own_std(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort")
}

/// Cargo's graph of the units that it compiles for the widget, as Trunk lets it.
/// This too is unstable in Cargo.
///
/// # Errors
///
/// When Cargo cannot plan the build.
pub fn units(workspace: &Workspace) -> Result<String> {
    let mut build = workspace.command("cargo");
    build.args(["build", "--release", "--locked", "--offline", "--target", WASM]).args([
        "--bin",
        "campaign-widget-core",
        "--features",
        "split",
        "--unit-graph",
        "-Zunstable-options",
    ]);
    read(with_own_std(&mut build))
}

/// The folder of the toolchain that builds this workspace, and its version.
///
/// # Errors
///
/// When rustc does not say.
pub fn toolchain(workspace: &Workspace) -> Result<(PathBuf, String)> {
    let folder = read(workspace.command("rustc").args(["--print", "sysroot"]))?;
    let said = read(workspace.command("rustc").arg("--version"))?;
    let version = said.split(' ').nth(1).context("rustc does not say its version")?;
    Ok((PathBuf::from(folder.trim_end()), version.to_owned()))
}

/// Makes sure that the source of the standard library is there.
///
/// # Errors
///
/// When it is missing and rustup cannot add it.
pub fn std_source() -> Result<()> {
    let root = read(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    add(&["component", "add", "rust-src"])
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
    let mut fetch = workspace.command("cargo");
    fetch.args(["fetch", "--quiet", "--locked", "--target", WASM]);
    // And for the standard library.
    run(with_own_std(&mut fetch)).context("cannot fetch the dependencies that Cargo.lock names")
}
