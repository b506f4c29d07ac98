//! `cargo xtask dist`: the files to publish.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use xtask::names;

use super::javascript::{joined, minify, script};
use super::published;
use super::settled::Settled;
use crate::setup::for_building;
use crate::setup::process::{read, run as run_process};
use crate::setup::rust;
use crate::setup::workspace::Workspace;

/// What is published as it stands here: from where, and under which name.
const AS_IT_STANDS: &[(&str, &str)] = &[
    // What makes it an npm package.
    ("src/package", "."),
    // The style of the card in a frame.
    ("src/frame/frame.css", "frame.css"),
    // The style of the product's page.
    ("src/gallery/gallery.css", "gallery.css"),
    // The announcement page in English; Trunk builds one page only.
    ("src/announcement.en.html", "en.html"),
    // What a program reads of what an endpoint has to do.
    ("src/outbox/endpoint.openapi.json", "endpoint.openapi.json"),
    // What brands may look like.
    ("style/themes", "themes"),
    ("LICENSE", "LICENSE"),
];

/// How wasm-opt makes the module small: what browsers can do, what goes, and what
/// it does.
const WASM_OPT: [&str; 15] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    // The first kilobyte is the end of the stack, where no object begins.
    "--low-memory-unused",
    "--converge",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// The last pass over the module that the glue loads, which prints the names: the
/// glue needs them, too.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// What the loader is made of, in this order.
const LOADER: [&str; 4] = ["choose.js", "loader/languages.js", "loader/chunks.js", "element.js"];

/// What the script of the product's page is made of, in this order.
const GALLERY: [&str; 5] = [
    "choose.js",
    "gallery/stand-in.js",
    "gallery/states.js",
    "gallery/cards.js",
    "gallery/gallery.js",
];

/// What Trunk lays out.
const FROM_TRUNK: [&str; 2] = ["campaigns", "index.html"];

/// What Trunk copies as it stands.
const COPIED_BY_TRUNK: (&str, &str) = ("src/campaign/examples", "campaigns");

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be published, in `dist/`: small, with hashes and notices.
    Publishing,
    /// To be looked at while the code changes, in `target/dev/`: quick to build.
    Developing,
}

/// Builds `dist/`.
///
/// # Errors
///
/// When something does not build or a file is missing.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    let _lock = workspace.lock_target()?;
    let site = super::build_site(&workspace)?;
    let dist = assemble(&workspace, &site, Purpose::Publishing)?;
    println!("Built {}", dist.display());
    Ok(ExitCode::SUCCESS)
}

/// Lays the files out from what Trunk makes, the loader, the schema and what is
/// published as it stands, and gives their folder. The old one stays until the new
/// one is complete.
///
/// # Errors
///
/// When something does not build or a file is missing.
pub fn assemble(workspace: &Workspace, site: &Path, purpose: Purpose) -> Result<PathBuf> {
    // Beside the folder, for only within one file system can it be renamed.
    let scratch = workspace.root().join("target");
    let (new, old) = (scratch.join("dist-new"), scratch.join("dist-old"));
    for folder in [&new, &old] {
        remove(folder)?;
    }
    fs::create_dir_all(&scratch)?;

    trunk(workspace, &new, purpose)?;
    for name in FROM_TRUNK {
        ensure!(new.join(name).exists(), "Trunk made no {name}");
    }
    let page = new.join("index.html");
    let html = fs::read_to_string(&page).context("Trunk made no index.html")?;
    fs::write(&page, without_instructions(&html)?)?;
    scripts(workspace, site, &new, purpose)?;
    frame(workspace, site, &new, purpose)?;
    gallery(workspace, site, &new, purpose)?;
    fs::write(new.join("campaign.schema.json"), read(Command::new(site).arg("schema"))?)?;
    for (from, name) in AS_IT_STANDS {
        copy(&workspace.root().join(from), &new.join(name))?;
    }
    let dist = match purpose {
        Purpose::Publishing => {
            let as_it_stands = [AS_IT_STANDS, &[COPIED_BY_TRUNK]].concat();
            published::documents(workspace.root(), &new, &as_it_stands)?;
            fs::write(new.join(names::NOTICES), notices(workspace, site)?)?;
            let hashes = read(Command::new(site).arg("integrity").arg(&new))?;
            fs::write(new.join(names::INTEGRITY), hashes)?;
            workspace.root().join("dist")
        }
        Purpose::Developing => scratch.join("dev"),
    };
    if dist.exists() {
        fs::rename(&dist, &old)?;
    }
    fs::rename(&new, &dist)?;
    remove(&old)?;
    Ok(dist)
}

/// Turns what Trunk made into the three files that a page loads, and the loader
/// under its other names.
fn scripts(workspace: &Workspace, site: &Path, new: &Path, purpose: Purpose) -> Result<()> {
    // It would be one more file for a page to load, and for a host to forget.
    ensure!(
        !new.join("snippets").exists(),
        "a dependency brings a JavaScript snippet, which the loader does not serve"
    );
    let glue = new.join(names::CORE_JS.plain());
    let wasm = new.join(names::CORE_WASM.plain());
    rename(&new.join("campaign-widget-core_bg.wasm"), &wasm)?;
    let guard = workspace.root().join("src/guard.js");
    let mut guarded = Command::new(site);
    guarded.arg("glue").args([&glue, &guard]);
    if purpose == Purpose::Publishing {
        guarded.arg(optimised(workspace, &wasm)?);
    }
    fs::write(&glue, read(&mut guarded)?)?;
    if purpose == Purpose::Publishing {
        minify(workspace, &glue, &glue, &[])?;
    }

    let source = workspace.root().join("src");
    let contrast = new.join(names::CONTRAST.plain());
    let said = sentences(site, "contrast")?;
    script(workspace, &source.join("contrast.js"), &contrast, &said, purpose)?;
    let is_split = purpose == Purpose::Publishing;
    if is_split {
        chunks(workspace, new)?;
    }
    let settle = |file| Settled::settle(site, new, file, purpose);
    let (glue, wasm) = (settle(names::CORE_JS)?, settle(names::CORE_WASM)?);
    let contrast = settle(names::CONTRAST)?;
    let mut chunks = Vec::new();
    for (chunk, file) in names::CHUNKS {
        chunks.push(settle(file)?.defined(&chunk.to_uppercase()));
    }
    let chunks = format!("IS_SPLIT={is_split},{}", chunks.join(","));
    let format = read(Command::new(site).arg("languages").arg(new))?;
    let mut languages = vec![format!("LANGUAGE_FORMAT=\"{}\"", format.trim_end())];
    for language in names::LANGUAGES {
        let name = language.tag.to_uppercase().replace('-', "_");
        let forms = settle(language.forms)?;
        let early = new.join(language.early.plain());
        let text = fs::read_to_string(&early)?;
        // By its first line the loader finds the other file.
        fs::write(&early, text.replacen('\n', &format!(" {}\n", forms.listed()), 1))?;
        languages.push(settle(language.early)?.defined(&name));
        languages.push(forms.defined(&format!("{name}_FORMS")));
    }
    let languages = languages.join(",");
    let attributes = surface_names(site, "element")?;
    let defined = |glue: &Settled, contrast: &Settled, is_bundled| {
        let files = [glue.defined("GLUE"), wasm.defined("WASM"), contrast.defined("CONTRAST")];
        format!("IS_BUNDLED={is_bundled},{},{chunks},{languages},{attributes}", files.join(","))
    };
    let loader = new.join(names::LOADER);
    let element = joined(workspace, &LOADER)?;
    script(workspace, &element, &loader, &defined(&glue, &contrast, false), purpose)?;
    if purpose == Purpose::Developing {
        return Ok(());
    }
    copy(&loader, &new.join(names::LOADER_OF_VERSION))?;
    // With the comments that keep bundlers from an import that they cannot follow.
    let defined = defined(&glue.without_hash(), &contrast.without_hash(), true);
    let for_bundlers = ["--define", &defined, "--comments", "/webpackIgnore|@vite-ignore/"];
    minify(workspace, &element, &new.join(names::LOADER_FOR_BUNDLERS), &for_bundlers)
}

/// Lays out the card in a frame, and the script for the page around it.
fn frame(workspace: &Workspace, site: &Path, new: &Path, purpose: Purpose) -> Result<()> {
    let source = workspace.root().join("src/frame");
    let page = read(Command::new(site).arg("frame").arg(source.join("frame.html")))?;
    fs::write(new.join("frame.html"), page)?;
    let said = [sentences(site, "frame")?, surface_names(site, "frame")?].join(",");
    let inside = joined(workspace, &["choose.js", "frame/frame.js"])?;
    script(workspace, &inside, &new.join("frame.js"), &said, purpose)?;
    let around = "campaign-widget-frame.js";
    script(workspace, &source.join(around), &new.join(around), "", purpose)
}

/// Lays out the product's page, which says how large the widget is.
fn gallery(workspace: &Workspace, site: &Path, new: &Path, purpose: Purpose) -> Result<()> {
    let mut page = Command::new(site);
    page.arg("gallery").arg(workspace.root().join("src/gallery/gallery.html"));
    // While the code changes, the widget is larger than what is published.
    if purpose == Purpose::Publishing {
        page.arg(new);
    }
    fs::write(new.join("gallery.html"), read(&mut page)?)?;
    let inside = joined(workspace, &GALLERY)?;
    script(workspace, &inside, &new.join("gallery.js"), "", purpose)
}

/// What a script says, as a definition.
fn sentences(site: &Path, script: &str) -> Result<String> {
    let sentences = read(Command::new(site).args(["sentences", script]))?;
    Ok(format!("SENTENCES={}", sentences.trim_end()))
}

/// The names of the element's attributes and events that a script knows, as
/// definitions.
fn surface_names(site: &Path, script: &str) -> Result<String> {
    Ok(read(Command::new(site).args(["names", script]))?.trim_end().to_owned())
}

fn trunk(workspace: &Workspace, into: &Path, purpose: Purpose) -> Result<()> {
    // Snippets of an earlier build would be taken for this one's.
    remove(&workspace.target().join("wasm-bindgen"))?;
    if purpose == Purpose::Publishing {
        forget_linked(workspace)?;
    }
    let mut trunk = workspace.command("trunk");
    match purpose {
        Purpose::Publishing => rust::with_own_std(&mut trunk)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", super::linker(workspace))
            .env("CAMPAIGN_WIDGET_CHUNKS", chunks_folder(workspace))
            .args(["build", "--features", "split"]),
        Purpose::Developing => trunk.args(["build", "--release=false"]),
    };
    run_process(
        // The compiler has said what is wrong; where Trunk was does not help.
        trunk.env("RUST_BACKTRACE", "0").args(["--quiet", "--dist"]).arg(into),
    )
}

/// Has Cargo link the module again, which knows neither that the linker may have
/// changed nor that the chunks beside the module may be another clone's.
fn forget_linked(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target().join("wasm32-unknown-unknown/release/deps");
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("campaign_widget_core-") && name.ends_with(".wasm") {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    Ok(())
}

/// Makes the module small, and gives the file that says which of its names have
/// become short ones. wasm-bindgen has made them of hashes.
fn optimised(workspace: &Workspace, wasm: &Path) -> Result<PathBuf> {
    let mut optimise = workspace.command("wasm-opt");
    optimise.args(WASM_OPT).arg(SHORT_NAMES).arg(wasm).arg("--output").arg(wasm);
    // Nothing of it is published.
    let names = workspace.root().join("target/names.json");
    fs::write(&names, read(&mut optimise)?)?;
    Ok(names)
}

/// Lays out the chunks that come after the countdown. The three names by which they
/// take what they share with the module stay long; `guard.js` gives it to them.
fn chunks(workspace: &Workspace, new: &Path) -> Result<()> {
    for (chunk, file) in names::CHUNKS {
        let mut optimise = workspace.command("wasm-opt");
        let chunk = chunks_folder(workspace).join(chunk).with_extension("wasm");
        // It warns of the names that the splitter leaves in, which are dropped here.
        read(optimise.args(WASM_OPT).arg(chunk).arg("--output").arg(new.join(file.plain())))?;
    }
    Ok(())
}

/// Where the linker puts the chunks.
fn chunks_folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("chunks")
}

/// Whose code is compiled in.
fn notices(workspace: &Workspace, site: &Path) -> Result<String> {
    let units = workspace.root().join("target/units.json");
    fs::write(&units, rust::units(workspace)?)?;
    let (folder, version) = rust::toolchain(workspace)?;
    read(Command::new(site).arg("notices").args([units, folder]).arg(version))
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

pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("the build made no {}", from.display()))
}

/// Copies a file, or a folder with everything in it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    let what = || format!("cannot copy {}", from.display());
    if !from.is_dir() {
        fs::copy(from, to).with_context(what)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(what)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
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
