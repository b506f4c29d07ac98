//! The packages that crates are from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::units::{Compiled, Origin};

/// A package of which code is compiled in.
pub struct Package {
    /// As its manifest says.
    pub name: String,
    /// As its manifest says.
    pub version: String,
    /// An SPDX licence expression.
    pub licence: String,
    /// Who wrote it, as far as its manifest says.
    pub authors: Vec<String>,
    /// Where its licence texts are: a folder to look through, or files.
    pub place: Place,
}

/// Where a package's licence texts are.
pub enum Place {
    /// Among the files of this folder.
    Folder(PathBuf),
    /// These files.
    Files(Vec<PathBuf>),
}

#[derive(Deserialize)]
struct Manifest {
    package: Described,
}

#[derive(Deserialize)]
struct Described {
    name: String,
    version: String,
    license: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
}

/// The licence of the standard library itself, and of the tables of Unicode in
/// it. `share/doc/rust/COPYRIGHT-library.html` of a toolchain has it in full.
const STD_LICENCE: &str = "(MIT OR Apache-2.0) AND Unicode-3.0";

/// The texts for the standard library itself, in the toolchain's folder: its
/// source has them with the parts that were projects of their own.
const STD_TEXTS: [&str; 5] = [
    "lib/rustlib/src/rust/library/backtrace/LICENSE-MIT",
    "lib/rustlib/src/rust/library/portable-simd/LICENSE-MIT",
    "lib/rustlib/src/rust/library/stdarch/LICENSE-MIT",
    "lib/rustlib/src/rust/library/stdarch/LICENSE-APACHE",
    "share/doc/rust/licenses/Unicode-3.0.txt",
];

/// The one part of the standard library under a licence of its own, in two
/// folders of the same name. The text is in the outer one.
const COMPILER_BUILTINS: &str = "compiler_builtins";

/// The packages of the crates, except this workspace's.
///
/// # Errors
///
/// When a manifest cannot be read or names no licence.
pub fn of(compiled: &[Compiled], toolchain: &Path, version: &str) -> Result<Vec<Package>> {
    let mut packages = Vec::new();
    for Compiled { source, origin } in compiled {
        if *origin == Origin::Ours {
            continue;
        }
        let folder = folder(source)?;
        let described = described(folder)?;
        let package = match origin {
            Origin::Std if described.name != COMPILER_BUILTINS => {
                standard_library(toolchain, version)
            }
            Origin::Std => {
                let outer = folder.parent().context("compiler_builtins is nowhere")?;
                package(described, outer)?
            }
            _ => package(described, folder)?,
        };
        packages.push(package);
    }
    Ok(packages)
}

/// The nearest folder above `source` with a manifest.
fn folder(source: &Path) -> Result<&Path> {
    source
        .ancestors()
        .find(|folder| folder.join("Cargo.toml").is_file())
        .with_context(|| format!("{} is in no package", source.display()))
}

fn described(folder: &Path) -> Result<Described> {
    let file = folder.join("Cargo.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    let manifest: Manifest =
        toml::from_str(&text).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(manifest.package)
}

fn package(described: Described, folder: &Path) -> Result<Package> {
    let Described { name, version, license, authors } = described;
    let licence = license.with_context(|| format!("{name} {version} names no licence"))?;
    // The older way to write a choice.
    let licence = licence.replace('/', " OR ");
    Ok(Package { name, version, licence, authors, place: Place::Folder(folder.to_owned()) })
}

fn standard_library(toolchain: &Path, version: &str) -> Package {
    Package {
        name: "Rust standard library".to_owned(),
        version: version.to_owned(),
        licence: STD_LICENCE.to_owned(),
        authors: Vec::new(),
        place: Place::Files(STD_TEXTS.iter().map(|file| toolchain.join(file)).collect()),
    }
}
