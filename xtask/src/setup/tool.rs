//! The tools of the build, which are trunk, wasm-bindgen, wasm-opt and terser;
//! cargo-deny; geckodriver; and the packages of npm and PyPI that tests need.
//!
//! Each has a folder of its own, `<name>-<version>`, in the user's cache
//! directory, so that every clone shares it and two versions never mix.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::installation::{LOCK, REQUIREMENTS, Source, Tool};
use super::process::read;
use super::version;
use super::workspace::Workspace;

/// The newest that builds with Rust 1.95.
const TRUNK: &str = "0.21.14";
/// Binaryen, whose `wasm-opt` makes the module small.
const BINARYEN: &str = "132";
/// What makes the scripts smaller.
const TERSER: &str = "5.51.4";
/// What looks through the dependencies. It needs Rust 1.88.
const CARGO_DENY: &str = "0.20.2";
/// What drives Firefox.
const GECKODRIVER: &str = "0.37.1";
/// What tells whether the card can be read, which `tests/e2e/contrast` asks.
const AXE: &str = "4.14.1";

/// Finds the tools, or installs them, and puts them on the commands' PATH.
///
/// # Errors
///
/// When one is missing and cannot be installed.
pub fn find_or_install(workspace: &mut Workspace) -> Result<()> {
    wasm_bindgen(workspace)?;
    let tools = [
        from_cargo("trunk", TRUNK, &["trunk"]),
        Tool {
            package: "binaryen".to_owned(),
            version: BINARYEN.to_owned(),
            programs: &["wasm-opt"],
            source: Source::Npm("132.0.0"),
        },
        Tool {
            package: "terser".to_owned(),
            version: TERSER.to_owned(),
            programs: &["terser"],
            source: Source::Npm(TERSER),
        },
    ];
    for tool in &tools {
        tool.prefer_in(workspace)?;
    }
    Ok(())
}

/// Finds wasm-bindgen and its runner of tests, or installs them, and puts them on
/// the commands' PATH.
///
/// # Errors
///
/// When they are missing and cannot be installed.
pub fn wasm_bindgen(workspace: &mut Workspace) -> Result<()> {
    let lock = fs::read_to_string(workspace.root().join("Cargo.lock"))
        .context("cannot read Cargo.lock")?;
    // It reads what the library wrote: both must be the same version.
    let version =
        version::locked(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    let tool = Tool {
        package: "wasm-bindgen-cli".to_owned(),
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        source: Source::Cargo { locked: false },
    };
    tool.prefer_in(workspace)
}

/// Finds cargo-deny, or installs it, and puts it on the commands' PATH.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn cargo_deny(workspace: &mut Workspace) -> Result<()> {
    from_cargo("cargo-deny", CARGO_DENY, &["cargo-deny"]).prefer_in(workspace)
}

/// Finds geckodriver, or installs it, and puts it on the commands' PATH.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn geckodriver(workspace: &mut Workspace) -> Result<()> {
    from_cargo("geckodriver", GECKODRIVER, &["geckodriver"]).prefer_in(workspace)
}

fn from_cargo(package: &str, version: &str, programs: &'static [&'static str]) -> Tool {
    let package = package.to_owned();
    Tool { package, version: version.to_owned(), programs, source: Source::Cargo { locked: true } }
}

/// axe-core, one script, which is installed if it is missing.
///
/// # Errors
///
/// When it cannot be installed.
pub fn axe(workspace: &Workspace) -> Result<PathBuf> {
    Ok(library(workspace, "axe-core", AXE)?.join("axe-core/axe.min.js"))
}

/// The folder of npm packages that holds this one.
fn library(workspace: &Workspace, package: &str, version: &'static str) -> Result<PathBuf> {
    let source = Source::Npm(version);
    let package = package.to_owned();
    let tool = Tool { package, version: version.to_owned(), programs: &[], source };
    Ok(tool.installed(workspace.tools())?.join("node_modules"))
}

/// The folder of npm packages that the host pages of `tests/hosts` are built
/// with, which are installed if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn host_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "host-pages", "tests/hosts")
}

/// The folder of npm packages that `tests/conformance` compares with, which are
/// installed if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn compared_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "conformance", "tests/conformance")
}

/// The folder of npm packages that the card is compared with, which are installed
/// if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn race_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "race", "tests/bench/race")
}

/// The folder of npm packages that has Lighthouse, which are installed if they are
/// missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn lighthouse(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "lighthouse", "tests/lighthouse")
}

/// The Node.js that the servers of `tests/backends` run on, which is installed if it is
/// missing: they need a newer one than most machines have.
///
/// # Errors
///
/// When it cannot be installed.
pub fn backend_node(workspace: &Workspace) -> Result<PathBuf> {
    let processor = match std::env::consts::ARCH {
        "aarch64" => "arm64",
        _ => "x64",
    };
    let packages = locked(workspace, "backend-node", "tests/backends/node")?;
    Ok(packages.join(format!("node-linux-{processor}")))
}

/// The folder of npm packages that has a server of `tests/backends`, which are installed
/// if they are missing; some of them are compiled for this Node.js.
///
/// # Errors
///
/// When they cannot be installed.
pub fn node_backend(
    workspace: &Workspace,
    name: &str,
    node: &Path,
    compiled: &'static [&'static str],
) -> Result<PathBuf> {
    let folder = workspace.root().join("tests/backends").join(name);
    let version = fingerprint(&folder.join(LOCK), "")?;
    let source = Source::NpmCompiled { folder, packages: compiled, node: node.to_owned() };
    let packages = Tool { package: format!("backend-{name}"), version, programs: &[], source };
    Ok(packages.installed(workspace.tools())?.join("node_modules"))
}

/// The folder of Python packages that has a server of `tests/backends`, which are
/// installed if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn python_backend(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let folder = workspace.root().join("tests/backends").join(name);
    // What is compiled is so for one Python.
    let python = read(Command::new("python3").arg("--version"))?;
    let version = fingerprint(&folder.join(REQUIREMENTS), &python)?;
    let source = Source::PyPi(folder);
    let packages = Tool { package: format!("backend-{name}"), version, programs: &[], source };
    packages.installed(workspace.tools())
}

/// The folder of npm packages that the lock file in this folder of the repository
/// names. Another lock file has another folder.
fn locked(workspace: &Workspace, package: &str, folder: &str) -> Result<PathBuf> {
    let folder = workspace.root().join(folder);
    let version = fingerprint(&folder.join(LOCK), "")?;
    let source = Source::NpmLock(folder);
    let packages = Tool { package: package.to_owned(), version, programs: &[], source };
    Ok(packages.installed(workspace.tools())?.join("node_modules"))
}

/// A version for what a list names.
fn fingerprint(list: &Path, platform: &str) -> Result<String> {
    let content = fs::read(list).with_context(|| format!("no {}", list.display()))?;
    let mut fingerprint = DefaultHasher::new();
    content.hash(&mut fingerprint);
    if !platform.is_empty() {
        platform.hash(&mut fingerprint);
    }
    Ok(format!("{:016x}", fingerprint.finish()))
}
