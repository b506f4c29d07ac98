//! `cargo xtask dev`: the announcement page, built again and reloaded whenever a
//! source changes.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Result, ensure};
use xtask::ports::Ports;

use super::dist::{self, Purpose};
use crate::setup::for_building;
use crate::setup::workspace::Workspace;

/// What is watched.
const SOURCES: [&str; 3] = ["src", "style", "index.html"];

/// How often the files are looked at: some hundred, which takes a few
/// milliseconds. A crate that asks the system would bring ten others.
const INTERVAL: Duration = Duration::from_millis(200);

/// Builds, serves, and builds again after every change, until the server ends,
/// which Ctrl-C makes it do.
///
/// # Errors
///
/// When the first build fails or the server cannot be started. Later builds may
/// fail; the page then stays as it was.
pub fn run(mut workspace: Workspace, ports: Ports) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    workspace.keep_increments();
    let sources = SOURCES.map(|source| workspace.root().join(source));
    let mut seen = state(&sources)?;
    let (site, dist) = build(&workspace)?;
    let mut server = Command::new(site)
        .args(["serve", "--reload", "--dist"])
        .arg(dist)
        .arg("--database")
        .arg(workspace.root().join("target/questionnaire.sqlite"))
        .args(ports.arguments())
        .spawn()?;
    loop {
        if let Some(status) = server.try_wait()? {
            ensure!(status.success(), "the server ended: {status}");
            return Ok(ExitCode::SUCCESS);
        }
        let now = state(&sources)?;
        if now != seen {
            seen = now;
            let start = Instant::now();
            match build(&workspace) {
                Ok(_) => println!("Built again in {:.1} s", start.elapsed().as_secs_f32()),
                Err(error) => println!("{error:#}"),
            }
        }
        thread::sleep(INTERVAL);
    }
}

/// Builds the widget, and the site, which has its sentences and its schema.
fn build(workspace: &Workspace) -> Result<(PathBuf, PathBuf)> {
    // Others may build while this one waits.
    let _lock = workspace.lock_target()?;
    let site = super::build_site(workspace)?;
    let dist = dist::assemble(workspace, &site, Purpose::Developing)?;
    Ok((site, dist))
}

/// Every file in these places, with the time at which it was written. What
/// disappears meanwhile is not there.
///
/// # Errors
///
/// When a folder cannot be listed.
fn state(places: &[PathBuf]) -> Result<BTreeMap<PathBuf, SystemTime>> {
    let mut files = BTreeMap::new();
    for place in places {
        collect(place, &mut files)?;
    }
    Ok(files)
}

fn collect(place: &Path, files: &mut BTreeMap<PathBuf, SystemTime>) -> Result<()> {
    let Some(metadata) = there(fs::metadata(place))? else { return Ok(()) };
    if !metadata.is_dir() {
        files.insert(place.to_owned(), metadata.modified()?);
        return Ok(());
    }
    for entry in there(fs::read_dir(place))?.into_iter().flatten() {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

/// What the file system answers, or none for what is not there.
fn there<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        answer => answer.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::state;

    #[test]
    fn a_change_of_any_file_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let [inner, page] = ["src/language", "index.html"].map(|name| folder.path().join(name));
        let places = [folder.path().join("src"), page.clone()];
        let differs_after = |change: &dyn Fn()| {
            let before = state(&places).unwrap();
            change();
            state(&places).unwrap() != before
        };
        let later = SystemTime::now() + Duration::from_secs(1);
        assert!(!differs_after(&|| fs::create_dir_all(&inner).unwrap()));
        assert!(differs_after(&|| fs::write(inner.join("en.rs"), "").unwrap()));
        assert!(!differs_after(&|| ()));
        let write = || File::create(inner.join("en.rs")).unwrap().set_modified(later).unwrap();
        assert!(differs_after(&write));
        assert!(differs_after(&|| fs::write(&page, "").unwrap()));
        assert!(!differs_after(&|| fs::write(folder.path().join("README.md"), "").unwrap()));
        assert!(differs_after(&|| fs::remove_file(&page).unwrap()));
    }
}
