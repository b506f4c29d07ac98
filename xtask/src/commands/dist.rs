//! `cargo xtask dist`: the files to publish.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use crate::setup::for_building;
use crate::setup::process::{read, run as run_process};
use crate::setup::rust;
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

/// What whoever runs an endpoint reads, in `src/outbox`.
const FOR_THE_ENDPOINT: [&str; 2] = ["endpoint.md", "endpoint.openapi.json"];

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

/// Lays `dist/` out from what Trunk makes, the loader, the schema and what
/// describes the endpoint. The old `dist/` stays until the new one is complete.
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
    rename(&new, "campaign-widget-core_bg.wasm", "campaign-widget-core.wasm")?;
    let page = new.join("index.html");
    let html = fs::read_to_string(&page).context("Trunk made no index.html")?;
    fs::write(&page, without_instructions(&html)?)?;
    minify(workspace, &workspace.root().join("src/element.js"), &new.join("campaign-widget.js"))?;
    let glue = new.join("campaign-widget-core.js");
    minify(workspace, &glue, &glue)?;
    let schema = read(Command::new(site).arg("schema"))?;
    fs::write(new.join("campaign.schema.json"), schema)?;
    for name in FOR_THE_ENDPOINT {
        fs::copy(workspace.root().join("src/outbox").join(name), new.join(name))
            .with_context(|| format!("there is no src/outbox/{name}"))?;
    }

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
    run_process(
        rust::with_own_std(&mut workspace.command("trunk"))
            // The compiler has said what is wrong; where Trunk was does not help.
            .env("RUST_BACKTRACE", "0")
            .args(["build", "--quiet", "--dist"])
            .arg(into),
    )
}

/// Writes a module without what only people need: comments, white space and
/// long names.
fn minify(workspace: &Workspace, module: &Path, into: &Path) -> Result<()> {
    run_process(
        workspace
            .command("terser")
            .arg(module)
            .args(["--module", "--compress", "--mangle", "--output"])
            .arg(into),
    )
}

/// The page without the `<link data-trunk rel="rust">` that tells Trunk what to
/// build. Trunk leaves that one in, since it is to inject no script.
fn without_instructions(html: &str) -> Result<String> {
    let mut rest = html;
    let mut page = String::with_capacity(html.len());
    while let Some((before, after)) = rest.split_once("data-trunk") {
        let (before, _) =
            before.rsplit_once("<link").context("what the page tells Trunk is in no link")?;
        page.push_str(before.trim_end());
        (_, rest) = after.split_once('>').context("a link for Trunk has no end")?;
    }
    page.push_str(rest);
    Ok(page)
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

#[cfg(test)]
mod tests {
    use super::without_instructions;

    #[test]
    fn a_published_page_keeps_everything_but_the_instructions() {
        let page = r#"<head>
  <link rel="icon" href="data:," />
  <link
    data-trunk
    rel="rust"
    data-trunk-id="0"
  />
  <link rel="stylesheet" href="./a.css"/>
</head>
"#;
        let published = r#"<head>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="./a.css"/>
</head>
"#;
        assert_eq!(without_instructions(page).unwrap(), published);
        assert_eq!(without_instructions(published).unwrap(), published);
    }

    #[test]
    fn an_instruction_it_does_not_know_is_not_published() {
        assert!(without_instructions(r#"<script data-trunk src="a.js"></script>"#).is_err());
        assert!(without_instructions(r#"<link data-trunk rel="rust""#).is_err());
    }
}
