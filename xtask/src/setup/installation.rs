//! Installing a tool, or packages, from crates.io, npm or PyPI.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::process::{on_path, read, run};
use super::version;
use super::workspace::{Lock, Workspace};

/// What npm calls the list of what it installs.
pub const LOCK: &str = "package-lock.json";
/// What pip calls the list of what it installs.
pub const REQUIREMENTS: &str = "requirements.txt";

/// What is installed into a folder of its own, `<package>-<version>`, in the user's cache
/// directory.
pub struct Tool {
    /// What the registry calls it.
    pub package: String,
    /// Which of it.
    pub version: String,
    /// The programs that it brings, if it is not a library; each knows `--version`.
    pub programs: &'static [&'static str],
    /// Where it comes from.
    pub source: Source,
}

/// Where a tool comes from.
pub enum Source {
    /// crates.io, with or without the package's own lock file.
    Cargo { locked: bool },
    /// npm, where this is the full version.
    Npm(&'static str),
    /// npm: everything that the lock file in this folder names.
    NpmLock(PathBuf),
    /// The same, of which these packages are compiled for this Node.js.
    NpmCompiled { folder: PathBuf, packages: &'static [&'static str], node: PathBuf },
    /// PyPI: everything that the list in this folder names.
    PyPi(PathBuf),
}

impl Tool {
    /// Lets every later command find this version.
    ///
    /// # Errors
    ///
    /// When it is missing and cannot be installed.
    pub fn prefer_in(&self, workspace: &mut Workspace) -> Result<()> {
        match self.provide(workspace.tools())? {
            Some(folder) => workspace.prefer_programs_in(folder),
            None => Ok(()),
        }
    }

    /// The folder with the tool's programs, or none when PATH has them.
    fn provide(&self, tools: &Path) -> Result<Option<PathBuf>> {
        if !self.home(tools).is_dir() && self.is_on_path() {
            return Ok(None);
        }
        Ok(Some(self.installed(tools)?.join(self.source.programs())))
    }

    /// The tool's own folder, in which it is installed.
    ///
    /// # Errors
    ///
    /// When it cannot be installed.
    pub fn installed(&self, tools: &Path) -> Result<PathBuf> {
        let home = self.home(tools);
        if home.is_dir() {
            return Ok(home);
        }
        let _lock = Lock::acquire(tools)?;
        // Another run may have installed it while this one waited.
        if !home.is_dir() {
            self.install(&home)
                .with_context(|| format!("cannot install {} {}", self.package, self.version))?;
        }
        Ok(home)
    }

    fn home(&self, tools: &Path) -> PathBuf {
        tools.join(format!("{}-{}", self.package, self.version))
    }

    fn is_on_path(&self) -> bool {
        self.programs.iter().all(|program| {
            read(Command::new(program).arg("--version"))
                .is_ok_and(|output| version::says(&output, &self.version))
        })
    }

    /// Installs beside `home` and renames when all is there, so that an
    /// interrupted installation is never taken for a finished one.
    fn install(&self, home: &Path) -> Result<()> {
        let partial = home.with_file_name(format!(".partial-{}", self.package));
        if partial.exists() {
            fs::remove_dir_all(&partial)?;
        }
        let (tree, build) = (partial.join("tree"), partial.join("build"));
        fs::create_dir_all(&tree)?;
        println!(
            "Installing {} {} into {} ({})",
            self.package,
            self.version,
            home.display(),
            self.source.patience()
        );
        match &self.source {
            Source::Cargo { locked } => {
                run(&mut cargo_install(self, &tree, &build, *locked))?;
            }
            Source::Npm(version) => {
                npm(&tree, &["install", &format!("{}@{version}", self.package)])?;
            }
            Source::NpmLock(folder) => npm_ci(&tree, folder)?,
            Source::NpmCompiled { folder, packages, node } => {
                npm_ci(&tree, folder)?;
                compile(&tree, packages, node)?;
            }
            Source::PyPi(folder) => pip(&tree, folder)?,
        }
        for program in self.programs {
            let file = tree.join(self.source.programs()).join(program);
            let said = read(Command::new(&file).arg("--version"))?;
            ensure!(version::says(&said, &self.version), "{program} says it is {said:?}");
        }
        fs::rename(&tree, home)?;
        fs::remove_dir_all(&partial)?;
        Ok(())
    }
}

impl Source {
    /// Where an installation has its programs.
    fn programs(&self) -> &'static str {
        match self {
            Self::Cargo { .. } | Self::PyPi(_) => "bin",
            Self::Npm(_) | Self::NpmLock(_) | Self::NpmCompiled { .. } => "node_modules/.bin",
        }
    }

    fn patience(&self) -> &'static str {
        match self {
            Self::Cargo { .. } => "a few minutes, this once",
            Self::NpmCompiled { packages, .. } if !packages.is_empty() => {
                "a few minutes, this once"
            }
            Self::Npm(_) | Self::NpmLock(_) | Self::NpmCompiled { .. } | Self::PyPi(_) => {
                "this once"
            }
        }
    }
}

fn cargo_install(tool: &Tool, tree: &Path, build: &Path, locked: bool) -> Command {
    let mut command = Command::new("cargo");
    command
        // Away from this repository's own settings.
        .current_dir(tree)
        .args(["install", "--quiet", &tool.package, "--version"])
        .arg(format!("={}", tool.version))
        .arg("--root")
        .arg(tree)
        .arg("--target-dir")
        .arg(build)
        // These tools are waited for once and run for seconds: what counts is
        // how fast they compile.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    if locked {
        command.arg("--locked");
    }
    command
}

fn npm(tree: &Path, order: &[&str]) -> Result<()> {
    if on_path("node").is_none() || on_path("npm").is_none() {
        bail!(
            "Node.js and npm are missing. Install them from https://nodejs.org, or on Debian and \
             Ubuntu with `sudo apt-get install nodejs npm`, then run this again"
        );
    }
    // npm is talkative about things that do not concern this tree.
    read(
        Command::new("npm")
            .current_dir(tree)
            .args(order)
            .args(["--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(tree),
    )?;
    Ok(())
}

fn npm_ci(tree: &Path, folder: &Path) -> Result<()> {
    for name in ["package.json", LOCK] {
        fs::copy(folder.join(name), tree.join(name))?;
    }
    npm(tree, &["ci"])
}

/// Has packages compile themselves, by the headers of this Node.js.
fn compile(tree: &Path, packages: &[&str], node: &Path) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(node.join("bin")).chain(std::env::split_paths(&path));
    read(
        Command::new("npm")
            .current_dir(tree)
            .env("PATH", std::env::join_paths(folders)?)
            .env("npm_config_nodedir", node)
            .arg("rebuild")
            .args(packages),
    )?;
    Ok(())
}

/// Unlike a virtual environment, such a folder can be moved.
fn pip(tree: &Path, folder: &Path) -> Result<()> {
    read(
        Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(["--only-binary", ":all:", "--target"])
            .arg(tree)
            .arg("--requirement")
            .arg(folder.join(REQUIREMENTS))
            .env("PIP_ROOT_USER_ACTION", "ignore"),
    )?;
    Ok(())
}
