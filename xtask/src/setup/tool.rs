//! The tools of the build, which are trunk, wasm-bindgen, wasm-opt and terser;
//! cargo-deny; geckodriver; and the npm packages that tests need.
//!
//! Each has a folder of its own, `<name>-<version>`, in the user's cache
//! directory, so that every clone shares it and two versions never mix.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::process::{on_path, read, run};
use super::version;
use super::workspace::{Lock, Workspace};

/// The newest that builds with Rust 1.95.
const TRUNK: &str = "0.21.14";
/// Binaryen, whose `wasm-opt` makes the module small.
const BINARYEN: &str = "132";
/// What makes the scripts smaller.
const TERSER: &str = "5.51.4";
/// What looks through the dependencies. It needs Rust 1.88.
const CARGO_DENY: &str = "0.20.2";
/// What drives Firefox.
const GECKODRIVER: &str = "0.37.1";
/// What npm calls the list of what it installs.
const LOCK: &str = "package-lock.json";
/// What tells whether the card can be read, which `tests/e2e/contrast` asks.
const AXE: &str = "4.14.1";

struct Tool {
    /// What the registry calls it.
    package: &'static str,
    version: String,
    /// The programs that it brings, if it is not a library; each knows `--version`.
    programs: &'static [&'static str],
    source: Source,
}

enum Source {
    /// crates.io, with or without the package's own lock file.
    Cargo { locked: bool },
    /// npm, where this is the full version.
    Npm(&'static str),
    /// npm: everything that the lock file in this folder names.
    NpmLock(PathBuf),
}

/// Finds the tools, or installs them, and puts them on the commands' PATH.
///
/// # Errors
///
/// When one is missing and cannot be installed.
pub fn find_or_install(workspace: &mut Workspace) -> Result<()> {
    wasm_bindgen(workspace)?;
    let tools = [
        from_cargo("trunk", TRUNK, &["trunk"]),
        Tool {
            package: "binaryen",
            version: BINARYEN.to_owned(),
            programs: &["wasm-opt"],
            source: Source::Npm("132.0.0"),
        },
        Tool {
            package: "terser",
            version: TERSER.to_owned(),
            programs: &["terser"],
            source: Source::Npm(TERSER),
        },
    ];
    for tool in &tools {
        tool.prefer_in(workspace)?;
    }
    Ok(())
}

/// Finds wasm-bindgen and its runner of tests, or installs them, and puts them on
/// the commands' PATH.
///
/// # Errors
///
/// When they are missing and cannot be installed.
pub fn wasm_bindgen(workspace: &mut Workspace) -> Result<()> {
    let lock = fs::read_to_string(workspace.root().join("Cargo.lock"))
        .context("cannot read Cargo.lock")?;
    // It reads what the library wrote: both must be the same version.
    let version =
        version::locked(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    let tool = Tool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        source: Source::Cargo { locked: false },
    };
    tool.prefer_in(workspace)
}

/// Finds cargo-deny, or installs it, and puts it on the commands' PATH.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn cargo_deny(workspace: &mut Workspace) -> Result<()> {
    from_cargo("cargo-deny", CARGO_DENY, &["cargo-deny"]).prefer_in(workspace)
}

/// Finds geckodriver, or installs it, and puts it on the commands' PATH.
///
/// # Errors
///
/// When it is missing and cannot be installed.
pub fn geckodriver(workspace: &mut Workspace) -> Result<()> {
    from_cargo("geckodriver", GECKODRIVER, &["geckodriver"]).prefer_in(workspace)
}

fn from_cargo(package: &'static str, version: &str, programs: &'static [&'static str]) -> Tool {
    Tool { package, version: version.to_owned(), programs, source: Source::Cargo { locked: true } }
}

/// axe-core, one script, which is installed if it is missing.
///
/// # Errors
///
/// When it cannot be installed.
pub fn axe(workspace: &Workspace) -> Result<PathBuf> {
    Ok(library(workspace, "axe-core", AXE)?.join("axe-core/axe.min.js"))
}

/// The folder of npm packages that holds this one.
fn library(workspace: &Workspace, package: &'static str, version: &'static str) -> Result<PathBuf> {
    let source = Source::Npm(version);
    let tool = Tool { package, version: version.to_owned(), programs: &[], source };
    Ok(tool.installed(workspace.tools())?.join("node_modules"))
}

/// The folder of npm packages that the host pages of `tests/hosts` are built
/// with, which are installed if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn host_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "host-pages", "tests/hosts")
}

/// The folder of npm packages that `tests/conformance` compares with, which are
/// installed if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn compared_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "conformance", "tests/conformance")
}

/// The folder of npm packages that the card is compared with, which are installed
/// if they are missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn race_packages(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "race", "tests/bench/race")
}

/// The folder of npm packages that has Lighthouse, which are installed if they are
/// missing.
///
/// # Errors
///
/// When they cannot be installed.
pub fn lighthouse(workspace: &Workspace) -> Result<PathBuf> {
    locked(workspace, "lighthouse", "tests/lighthouse")
}

/// The folder of npm packages that the lock file in this folder of the repository
/// names. Another lock file has another folder.
fn locked(workspace: &Workspace, package: &'static str, folder: &str) -> Result<PathBuf> {
    let source = workspace.root().join(folder);
    let lock = fs::read(source.join(LOCK)).with_context(|| format!("no lock file in {folder}"))?;
    let mut fingerprint = DefaultHasher::new();
    lock.hash(&mut fingerprint);
    let version = format!("{:016x}", fingerprint.finish());
    let packages = Tool { package, version, programs: &[], source: Source::NpmLock(source) };
    Ok(packages.installed(workspace.tools())?.join("node_modules"))
}

impl Tool {
    /// Lets every later command find this version.
    fn prefer_in(&self, workspace: &mut Workspace) -> Result<()> {
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
    fn installed(&self, tools: &Path) -> Result<PathBuf> {
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
            Source::NpmLock(folder) => {
                for name in ["package.json", LOCK] {
                    fs::copy(folder.join(name), tree.join(name))?;
                }
                npm(&tree, &["ci"])?;
            }
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
            Self::Cargo { .. } => "bin",
            Self::Npm(_) | Self::NpmLock(_) => "node_modules/.bin",
        }
    }

    fn patience(&self) -> &'static str {
        match self {
            Self::Cargo { .. } => "a few minutes, this once",
            Self::Npm(_) | Self::NpmLock(_) => "this once",
        }
    }
}

fn cargo_install(tool: &Tool, tree: &Path, build: &Path, locked: bool) -> Command {
    let mut command = Command::new("cargo");
    command
        // Away from this repository's own settings.
        .current_dir(tree)
        .args(["install", "--quiet", tool.package, "--version"])
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
