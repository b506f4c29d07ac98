//! The texts of licences: found in packages, each kept once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::package::{Package, Place};

/// How the names of files begin that hold licences and notices, in lower case.
const NAMES: [&str; 6] = ["licence", "license", "copying", "copyright", "notice", "unlicense"];

/// Packages that come without a text: those of repositories that keep it at the
/// top and publish packages from folders below. All may be had under the MIT
/// licence, whose words are the same everywhere but for the names.
const WITHOUT_TEXT: [&str; 24] = [
    "any_spawner",
    "const_str_slice_concat",
    "drain_filter_polyfill",
    "either_of",
    "erased",
    "gloo-net",
    "gloo-timers",
    "gloo-utils",
    "hydration_context",
    "leptos",
    "leptos_config",
    "leptos_dom",
    "leptos_hot_reload",
    "leptos_server",
    "next_tuple",
    "oco_ref",
    "or_poisoned",
    "reactive_graph",
    "reactive_stores",
    "rstml",
    "server_fn",
    "tachys",
    "throw_error",
    "wasm_split_helpers",
];

/// Our own licence, for the words of the MIT licence.
const MIT: &str = include_str!("../../../LICENSE");

/// One text of a licence, or a notice.
pub struct Text(pub String);

impl Text {
    /// What two texts that differ only in layout have in common.
    fn key(&self) -> impl Iterator<Item = &str> {
        self.0.split_whitespace()
    }
}

impl Package {
    /// The texts that this package comes with, at least one.
    ///
    /// # Errors
    ///
    /// When there is none, or one cannot be read.
    pub fn texts(&self) -> Result<Vec<Text>> {
        let files = match &self.place {
            Place::Files(files) => files.clone(),
            Place::Folder(folder) => files(folder)?,
        };
        let texts: Vec<Text> = files.iter().map(|file| read(file)).collect::<Result<_>>()?;
        let Self { name, version, licence, .. } = self;
        if WITHOUT_TEXT.contains(&name.as_str()) {
            ensure!(texts.is_empty(), "{name} {version} has the text of its licence now");
            ensure!(
                licence.split(' ').any(|word| word == "MIT"),
                "{name} {version} is not under the MIT licence, but: {licence}"
            );
            return Ok(vec![self.mit()?]);
        }
        ensure!(!texts.is_empty(), "{name} {version} comes without the text of its licence");
        Ok(texts)
    }

    /// The MIT licence by those who wrote this package.
    fn mit(&self) -> Result<Text> {
        let (_, words) = MIT.split_once("\n\nPermission").context("LICENSE is another")?;
        let (title, _) = MIT.split_once('\n').context("LICENSE has one line")?;
        let authors = match self.authors.as_slice() {
            [] => format!("The authors of {}", self.name),
            // Without their addresses.
            some => some
                .iter()
                .map(|author| author.split(" <").next().unwrap_or(author))
                .collect::<Vec<_>>()
                .join(", "),
        };
        Ok(Text(format!("{title}\n\nCopyright (c) {authors}\n\nPermission{}", words.trim_end())))
    }
}

/// The files in `folder` that hold licences and notices, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if NAMES.iter().any(|start| name.starts_with(start)) && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<Text> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    Ok(Text(lines.join("\n").trim_matches('\n').to_owned()))
}

/// Texts, each kept once, in the order in which they came.
#[derive(Default)]
pub struct Texts(Vec<Text>);

impl Texts {
    /// The numbers of `texts`, from 1, as they are written after a package.
    pub fn number(&mut self, texts: Vec<Text>) -> String {
        let mut numbers: Vec<usize> = texts.into_iter().map(|text| self.keep(text)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().map(|number| format!("[{number}]")).collect::<Vec<_>>().join(" ")
    }

    fn keep(&mut self, text: Text) -> usize {
        if let Some(index) = self.0.iter().position(|kept| kept.key().eq(text.key())) {
            return index + 1;
        }
        self.0.push(text);
        self.0.len()
    }

    /// The texts by their numbers.
    pub fn in_order(&self) -> impl Iterator<Item = &Text> {
        self.0.iter()
    }
}
