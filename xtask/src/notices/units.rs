//! What Cargo compiles, and for which platform.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The form of Cargo's answer that is understood here.
const VERSION: u32 = 1;

/// What `cargo build --unit-graph` prints, as far as it is read here; see
/// <https://doc.rust-lang.org/cargo/reference/unstable.html#unit-graph>.
#[derive(Deserialize)]
struct Graph {
    version: u32,
    units: Vec<Unit>,
    roots: Vec<usize>,
}

#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    target: Target,
    /// None is the machine that builds.
    platform: Option<String>,
    mode: String,
    #[serde(default)]
    is_std: bool,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Target {
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Dependency {
    index: usize,
}

/// A crate that is compiled for the browser.
pub struct Compiled {
    /// Its first file.
    pub source: PathBuf,
    /// Whose it is.
    pub origin: Origin,
}

/// Whose a crate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This workspace's.
    Ours,
    /// The Rust project's, as a part of the standard library.
    Std,
    /// Anybody else's.
    Others,
}

/// The crates that end up in what is built for the browser.
///
/// # Errors
///
/// When `graph` is not what Cargo prints, or in a form of another version.
pub fn compiled(graph: &str) -> Result<Vec<Compiled>> {
    let graph: Graph = serde_json::from_str(graph).context("this is no graph of units")?;
    ensure!(graph.version == VERSION, "Cargo's graph of units has version {}", graph.version);
    let mut next = graph.roots;
    let mut seen = vec![false; graph.units.len()];
    let mut compiled = Vec::new();
    while let Some(index) = next.pop() {
        let unit = graph.units.get(index).context("the graph of units has a loose end")?;
        let Some(seen) = seen.get_mut(index).filter(|seen| !**seen) else { continue };
        *seen = true;
        // A build script runs on the machine that builds, and so does a macro.
        if unit.platform.is_none() || unit.mode != "build" {
            continue;
        }
        next.extend(unit.dependencies.iter().map(|dependency| dependency.index));
        let origin = match (unit.pkg_id.starts_with("path+"), unit.is_std) {
            (true, true) => Origin::Std,
            (true, false) => Origin::Ours,
            (false, _) => Origin::Others,
        };
        compiled.push(Compiled { source: unit.target.src_path.clone(), origin });
    }
    Ok(compiled)
}
