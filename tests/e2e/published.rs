//! What `dist/` says of where it comes from. These need no browser.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xtask::names::NOTICES;

use crate::harness::dist;

/// A package's name and version, with a space between.
type Named = String;

fn output(command: &mut Command) -> Result<String> {
    let output = command.current_dir(root()).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// The top of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The packages that the notices name.
fn noticed() -> Result<BTreeSet<Named>> {
    let notices = fs::read_to_string(dist()?.join(NOTICES))?;
    // The list ends where the first text begins.
    let (list, _) = notices.split_once("\n---").context("there are no texts")?;
    Ok(list
        .lines()
        .filter(|line| line.ends_with(']'))
        .filter_map(|line| line.split_once(": "))
        .map(|(package, _)| package.to_owned())
        .collect())
}

/// The packages that Cargo would compile for the browser, not counting the
/// standard library.
fn needed() -> Result<BTreeSet<Named>> {
    let tree = output(Command::new(env!("CARGO")).args([
        "tree",
        "--offline",
        "--locked",
        "--package=campaign-widget",
        "--target=wasm32-unknown-unknown",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
    ]))?;
    let named = |line: &str| {
        let mut words = line.split_whitespace();
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    Ok(tree
        .lines()
        .filter(|line| !line.starts_with("campaign-widget "))
        .filter_map(named)
        .collect())
}

/// The folder of the toolchain.
fn toolchain() -> Result<PathBuf> {
    Ok(PathBuf::from(output(Command::new("rustc").args(["--print", "sysroot"]))?.trim_end()))
}

/// Whether the standard library's own lock file names `package`.
fn std_locks(lock: &str, package: &str) -> bool {
    package.split_once(' ').is_some_and(|(name, version)| {
        lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
    })
}

#[test]
fn the_notices_name_what_is_compiled_in_and_nothing_else() -> Result<()> {
    let (noticed, needed) = (noticed()?, needed()?);
    let forgotten: Vec<_> = needed.difference(&noticed).collect();
    ensure!(forgotten.is_empty(), "not in the notices: {forgotten:?}");

    let lock = toolchain()?.join("lib/rustlib/src/rust/library/Cargo.lock");
    let lock = fs::read_to_string(lock)?;
    let (of_std, rest): (Vec<_>, Vec<_>) =
        noticed.difference(&needed).partition(|package| std_locks(&lock, package));
    // The allocator and the hash tables of the standard library.
    for name in ["compiler_builtins ", "dlmalloc ", "hashbrown "] {
        ensure!(of_std.iter().any(|package| package.starts_with(name)), "no {name}in {of_std:?}");
    }
    let [std] = rest.as_slice() else { anyhow::bail!("nobody needs one of {rest:?}") };
    ensure!(std.starts_with("Rust standard library 1."), "{std}");
    Ok(())
}

#[test]
fn nothing_ships_that_only_may_build() -> Result<()> {
    let policy = fs::read_to_string(root().join(".cargo/deny.toml"))?;
    let (_, exceptions) = policy.split_once("\nexceptions = [").context("no exceptions")?;
    let (exceptions, _) = exceptions.split_once("\n]").context("exceptions without an end")?;
    let name = |line| str::split_once(line, "crate = \"")?.1.split('"').next();
    let names: Vec<&str> = exceptions.lines().filter_map(name).collect();
    ensure!(names.contains(&"base16") && names.contains(&"brotli"), "{names:?}");
    for package in noticed()? {
        let name = package.split(' ').next().unwrap_or_default();
        ensure!(!names.contains(&name), "{name} has a licence for building only, and ships");
    }
    Ok(())
}

#[test]
fn no_file_names_a_place_on_the_machine_that_built_it() -> Result<()> {
    let places = places()?;
    for file in files(&dist()?)? {
        let found = traces(&fs::read(&file)?, &places);
        ensure!(found.is_empty(), "{} names {found:?}", file.display());
    }
    Ok(())
}

#[test]
fn a_place_is_found_wherever_it_stands_in_a_file() {
    let places = ["/home/somebody/".to_owned(), "registry/src/".to_owned()];
    let named = b"\0asm\x01\0\0\0\xff/home/somebody/a/src/lib.rs\0";
    assert_eq!(traces(named, &places), ["/home/somebody/"]);
    assert_eq!(traces(b"/x/registry/src/y-1.0.0/lib.rs", &places), ["registry/src/"]);
    assert!(traces(b"/home/somebody-else/, and src/lib.rs", &places).is_empty());
}

/// How paths begin on this machine, or on any where Cargo builds.
fn places() -> Result<Vec<String>> {
    let program = env::current_exe()?;
    let folders = [
        env::home_dir(),
        env::var_os("CARGO_HOME").map(PathBuf::from),
        Some(root().canonicalize()?),
        // `<target>/debug/deps/<this>`
        program.ancestors().nth(3).map(Path::to_owned),
        Some(toolchain()?),
    ];
    Ok(folders
        .into_iter()
        .flatten()
        // The top of the file system is everywhere.
        .filter(|folder| folder.parent().is_some())
        .map(|folder| format!("{}/", folder.display()))
        // The last is followed by a hash of a path; see Trunk.toml.
        .chain(["registry/src/", "rustlib/src/", "_WASM_SPLIT_MARKER_"].map(str::to_owned))
        .collect())
}

/// Those of `places` that `content` names.
fn traces<'a>(content: &[u8], places: &'a [String]) -> Vec<&'a str> {
    let names = |place: &&str| content.windows(place.len()).any(|part| part == place.as_bytes());
    places.iter().map(String::as_str).filter(names).collect()
}

/// All files in `folder` and below.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => files.extend(self::files(&path)?),
            false => files.push(path),
        }
    }
    ensure!(!files.is_empty(), "nothing is in {}", folder.display());
    Ok(files)
}
