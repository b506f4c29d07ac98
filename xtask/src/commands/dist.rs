//! `cargo xtask dist`: the files to publish.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use crate::setup::for_building;
use crate::setup::process::{read, run as run_process};
use crate::setup::workspace::Workspace;

/// What a page author or a campaign relies on finding in `dist/`.
const PROMISED: [&str; 6] = [
    "campaign-widget.js",
    "campaign-widget-core.js",
    "campaign-widget-core.wasm",
    "campaign.schema.json",
    "campaigns",
    "index.html",
];

/// Builds `dist/`.
///
/// # Errors
///
/// When something does not build or a file is missing.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    let _lock = workspace.lock_target()?;
    let site = super::build_site(&workspace)?;
    let dist = assemble(&workspace, &site)?;
    println!("Built {}", dist.display());
    Ok(ExitCode::SUCCESS)
}

/// Lays `dist/` out from what Trunk makes, the loader and the schema. The old
/// `dist/` stays until the new one is complete.
///
/// # Errors
///
/// When something does not build or a file is missing.
pub fn assemble(workspace: &Workspace, site: &Path) -> Result<PathBuf> {
    // Beside dist/, for only within one file system can it be renamed.
    let scratch = workspace.root().join("target");
    let (new, old) = (scratch.join("dist-new"), scratch.join("dist-old"));
    for folder in [&new, &old] {
        remove(folder)?;
    }
    fs::create_dir_all(&scratch)?;

    trunk(workspace, &new)?;
    // Trunk names its output after the package, but that is the loader's name.
    rename(&new, "campaign-widget.js", "campaign-widget-core.js")?;
    rename(&new, "campaign-widget_bg.wasm", "campaign-widget-core.wasm")?;
    let loader = workspace.root().join("src/element.js");
    fs::copy(&loader, new.join("campaign-widget.js"))
        .with_context(|| format!("cannot copy {}", loader.display()))?;
    let schema = read(Command::new(site).arg("schema"))?;
    fs::write(new.join("campaign.schema.json"), schema)?;

    for name in PROMISED {
        ensure!(new.join(name).exists(), "the build made no {name}");
    }
    // It would be one more file for a page to load, and for a host to forget.
    ensure!(
        !new.join("snippets").exists(),
        "a dependency brings a JavaScript snippet, which the loader does not serve"
    );

    let dist = workspace.root().join("dist");
    if dist.exists() {
        fs::rename(&dist, &old)?;
    }
    fs::rename(&new, &dist)?;
    remove(&old)?;
    Ok(dist)
}

fn trunk(workspace: &Workspace, into: &Path) -> Result<()> {
    // Snippets of an earlier build would be taken for this one's.
    remove(&workspace.target().join("wasm-bindgen"))?;
    run_process(workspace.command("trunk").args(["build", "--quiet", "--dist"]).arg(into))
}

fn rename(folder: &Path, from: &str, to: &str) -> Result<()> {
    fs::rename(folder.join(from), folder.join(to)).with_context(|| format!("Trunk made no {from}"))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
