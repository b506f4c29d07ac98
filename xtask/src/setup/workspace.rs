//! The folders a command works in: this clone, and what all clones share.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The packages of this workspace; see [`Workspace::lock_target`].
const MEMBERS: [&str; 2] = ["campaign-widget-", "xtask-"];

/// This clone of the repository and the folders it shares with others.
pub struct Workspace {
    root: PathBuf,
    tools: PathBuf,
    target: PathBuf,
    path: OsString,
    keeps_increments: bool,
}

/// Holds a folder until it is dropped, against other runs of `cargo xtask`.
pub struct Lock {
    _file: File,
}

impl Workspace {
    /// Finds the folders. Tools, and Cargo's output unless the person has
    /// chosen a place for that, are in the user's cache directory.
    ///
    /// # Errors
    ///
    /// When not run by Cargo, or when there is no home directory.
    pub fn open() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .context("run this as `cargo xtask`, which says where the repository is")?;
        let root = Path::new(&manifest)
            .parent()
            .context("the xtask package is not inside a workspace")?
            .to_owned();
        let cache = cache_directory()?.join("campaign-widget");
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(chosen) => std::path::absolute(chosen)?,
            None => cache.join("target"),
        };
        Ok(Self {
            root,
            tools: cache.join("tools"),
            target,
            path: std::env::var_os("PATH").unwrap_or_default(),
            keeps_increments: false,
        })
    }

    /// The top of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where Cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where the tools are installed, each in a folder of its own.
    pub fn tools(&self) -> &Path {
        &self.tools
    }

    /// Lets every later command find the programs in `folder` first.
    ///
    /// # Errors
    ///
    /// When the folder's name cannot stand in PATH.
    pub fn prefer_programs_in(&mut self, folder: PathBuf) -> Result<()> {
        let rest = std::env::split_paths(&self.path);
        self.path = std::env::join_paths(std::iter::once(folder).chain(rest))?;
        Ok(())
    }

    /// The folders of the installed tools, the first to be looked at first.
    pub fn programs(&self) -> Vec<PathBuf> {
        std::env::split_paths(&self.path).filter(|folder| folder.starts_with(&self.tools)).collect()
    }

    /// Lets every later command compile only what changed since it last did.
    pub fn keep_increments(&mut self) {
        self.keeps_increments = true;
    }

    /// A command that runs at the top of the repository, finds the installed
    /// tools, and builds into the shared folder.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", &self.path)
            .env("CARGO_TARGET_DIR", &self.target)
            // What is compiled once takes longer with increments, and more room.
            .env("CARGO_INCREMENTAL", if self.keeps_increments { "1" } else { "0" });
        command
    }

    /// Waits until no other run uses the target folder, and claims it for
    /// this clone.
    ///
    /// The folder is shared because a clone in CI is new each time: with a folder
    /// of its own, every run would compile the dependencies again, for each of
    /// five ways to build them. Cargo tells the packages of a workspace by their place *within* it,
    /// and whether they are fresh by the times of their files. Two clones
    /// that share a target folder are one to Cargo: older sources in one
    /// would pass as built when the other was. So whenever the clone changes,
    /// the members are forgotten; the dependencies, which are most of the
    /// work, stay. `cargo clean --package` would forget those of one profile and
    /// one platform, and leave the others.
    ///
    /// # Errors
    ///
    /// When the folder cannot be written.
    pub fn lock_target(&self) -> Result<Lock> {
        let lock = Lock::acquire(&self.target)?;
        let claim = self.target.join(".clone");
        let me = self.identity()?;
        if fs::read(&claim).is_ok_and(|last| last == me) {
            return Ok(lock);
        }
        // A profile has a folder here or, where a platform is named, in that one's.
        for outer in folders(&self.target)? {
            forget_members(&outer.join(".fingerprint"))?;
            for inner in folders(&outer)? {
                forget_members(&inner.join(".fingerprint"))?;
            }
        }
        fs::write(&claim, me)?;
        Ok(lock)
    }

    /// Tells this clone from any other, also from one that was at the same
    /// place before.
    fn identity(&self) -> Result<Vec<u8>> {
        let since = match fs::metadata(&self.root)?.created() {
            Ok(time) => format!("{time:?}"),
            Err(_) => "at an unknown time".to_owned(),
        };
        Ok(format!("{}\n{since}\n", self.root.display()).into_bytes())
    }
}

impl Lock {
    /// Waits for `folder`, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// When the folder cannot be written.
    pub fn acquire(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let name = folder.join(".xtask-lock");
        let file =
            File::create(&name).with_context(|| format!("cannot write {}", name.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Waiting for another cargo xtask…");
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        Ok(Self { _file: file })
    }
}

fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        }
    }
    Ok(folders)
}

fn forget_members(fingerprints: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(fingerprints) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if MEMBERS.iter().any(|member| name.starts_with(member)) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// The user's cache directory, by the XDG Base Directory Specification or
/// macOS's habit.
fn cache_directory() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from)
        && chosen.is_absolute()
    {
        return Ok(chosen);
    }
    let home = std::env::home_dir().context("there is no home directory; set XDG_CACHE_HOME")?;
    Ok(home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::Workspace;

    fn clone_in(folder: &Path, name: &str) -> Workspace {
        let root = folder.join(name);
        fs::create_dir_all(&root).unwrap();
        let (tools, target) = (folder.join("tools"), folder.join("target"));
        Workspace { root, tools, target, path: OsString::new(), keeps_increments: false }
    }

    fn built(folder: &Path, package: &str) -> PathBuf {
        let fingerprint =
            folder.join("target/wasm32-unknown-unknown/release/.fingerprint").join(package);
        fs::create_dir_all(&fingerprint).unwrap();
        fingerprint
    }

    #[test]
    fn one_clone_never_takes_what_another_built_for_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| clone_in(folder.path(), name));
        drop(one.lock_target().unwrap());
        let member = built(folder.path(), "campaign-widget-0123456789abcdef");
        let dependency = built(folder.path(), "leptos-0123456789abcdef");

        drop(one.lock_target().unwrap());
        assert!(member.exists(), "the same clone builds on");
        drop(other.lock_target().unwrap());
        assert!(!member.exists() && dependency.exists());
    }
}
