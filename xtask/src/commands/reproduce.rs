//! `cargo xtask reproduce`: whether the same sources make the same `dist/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use xtask::names::INTEGRITY;

use crate::setup::for_building;
use crate::setup::process::{read, run as run_process};
use crate::setup::workspace::{Lock, Workspace};

/// Where the two clones are, in the folder for this: as different as paths get.
const CLONES: [&str; 2] = ["a", "another/and much/longer-way"];

/// Makes two clones of what is committed, builds each from nothing, and compares
/// every file of the two `dist/`.
///
/// # Errors
///
/// When one does not build; that they differ is told by the exit code.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    if !read(workspace.command("git").args(["status", "--porcelain"]))?.is_empty() {
        println!("Some changes are not committed. They are left out.");
    }
    let scratch = workspace.target().join("reproduce");
    let _lock = Lock::acquire(&scratch)?;
    let folders = CLONES.map(|name| scratch.join(name));
    // Both first: somebody may commit meanwhile.
    for folder in &folders {
        clone(&workspace, folder)?;
    }
    for folder in &folders {
        build(&workspace, folder)?;
    }
    let [one, other] = folders.map(|folder| folder.join("clone/dist"));
    let different = differences(&one, &other)?;
    if different.is_empty() {
        println!("{}", fs::read_to_string(one.join(INTEGRITY))?);
        println!("Two builds from nothing are the same, byte for byte.");
        fs::remove_dir_all(&scratch)?;
        return Ok(ExitCode::SUCCESS);
    }
    println!("DIFFERENT: {}", different.into_iter().collect::<Vec<_>>().join(", "));
    println!("Compare {} and {}", one.display(), other.display());
    Ok(ExitCode::FAILURE)
}

fn clone(workspace: &Workspace, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let clone = folder.join("clone");
    run_process(workspace.command("git").args(["clone", "--quiet", "."]).arg(clone))
}

/// Builds the clone in `folder` by its own command, with nothing built before.
fn build(workspace: &Workspace, folder: &Path) -> Result<()> {
    println!("Building from nothing in {}", folder.display());
    let target = folder.join("target");
    run_process(
        workspace
            .command("cargo")
            .current_dir(folder.join("clone"))
            .env("CARGO_TARGET_DIR", &target)
            .args(["xtask", "dist"]),
    )?;
    // What is compared is small; what it was built from is not.
    fs::remove_dir_all(&target).with_context(|| format!("cannot remove {}", target.display()))
}

/// The names of the files that are not the same in both folders.
fn differences(one: &Path, other: &Path) -> Result<BTreeSet<String>> {
    let (mut different, mut folders) = (BTreeSet::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        for name in names(&one.join(&folder))?.union(&names(&other.join(&folder))?) {
            let name = folder.join(name);
            let [one, other] = [one, other].map(|top| top.join(&name));
            if one.is_dir() && other.is_dir() {
                folders.push(name);
            } else if fs::read(one).ok().is_none_or(|content| fs::read(other).ok() != Some(content))
            {
                different.insert(name.display().to_string());
            }
        }
    }
    Ok(different)
}

fn names(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    entries.map(|entry| Ok(PathBuf::from(entry?.file_name()))).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::differences;

    fn folder_with(files: &[(&str, &str)]) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        let path = folder.path().to_owned();
        (folder, path)
    }

    fn assert_different(one: &[(&str, &str)], other: &[(&str, &str)], expected: &[&str]) {
        let ((_one, one), (_other, other)) = (folder_with(one), folder_with(other));
        let different = differences(&one, &other).unwrap();
        assert_eq!(different.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn two_builds_differ_by_any_byte_of_any_file() {
        let build = [("a.js", "1"), ("deep/er/b.json", "{}"), ("deep/c", "")];
        assert_different(&build, &build, &[]);
        assert_different(&build, &[("a.js", "2"), build[1], build[2]], &["a.js"]);
        assert_different(
            &build,
            &[build[0], ("deep/er/b.json", "{ }"), build[2]],
            &["deep/er/b.json"],
        );
    }

    #[test]
    fn a_file_that_only_one_build_has_is_a_difference() {
        let build = [("a", "1"), ("b/c", "2")];
        assert_different(&build, &build[..1], &["b"]);
        assert_different(&build[1..], &build, &["a"]);
        assert_different(&[("a", "")], &[("a/b", "")], &["a"]);
    }
}
