//! The browsers and their drivers, for the tests that need them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::desktop;
use super::process::{on_path, read, run};

/// Chromium or Chrome, and the chromedriver that drives it.
pub struct Browser {
    /// The browser's program.
    pub chrome: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

const ADVICE: &str = "The tests need Chromium or Chrome, and the chromedriver of the same version. \
Install them (Debian: `sudo apt-get install chromium chromium-driver`; elsewhere: \
https://googlechromelabs.github.io/chrome-for-testing/), or name them in the environment \
variables CHROME and CHROMEDRIVER";

/// Finds the browser by CHROME and CHROMEDRIVER, or on PATH; on Debian and
/// its kin, installs the distribution's packages where that is allowed.
///
/// # Errors
///
/// When one of the two is missing; the error says what to install.
pub fn find_or_install() -> Result<Browser> {
    match or_install(find, &["chromium", "chromium-driver"]) {
        Some(browser) => Ok(browser),
        None => bail!(ADVICE),
    }
}

/// Finds Firefox by FIREFOX or on PATH, or installs it; none where this machine
/// cannot have it. Its driver is geckodriver, which is one of the tools.
pub fn firefox() -> Option<PathBuf> {
    let find =
        || named("FIREFOX").or_else(|| ["firefox-esr", "firefox"].into_iter().find_map(on_path));
    or_install(find, &["firefox-esr"])
}

/// Finds the driver of WebKitGTK and what makes a desktop for its browser, or installs
/// them, and says whether this machine has them.
pub fn webkit() -> bool {
    let find = || on_path("WebKitWebDriver").filter(|_| desktop::is_here());
    or_install(find, &[&["webkit2gtk-driver"], &desktop::PACKAGES[..]].concat()).is_some()
}

/// What `find` finds, perhaps after these packages of the distribution have been
/// installed. Where they cannot be, the terminal says why.
pub(super) fn or_install<T>(find: impl Fn() -> Option<T>, packages: &[&str]) -> Option<T> {
    let found = find();
    if found.is_none()
        && let Some(apt_get) = apt_get()
    {
        println!("Installing: apt-get install {}", packages.join(" "));
        if let Err(error) = install(apt_get, packages) {
            println!("{error:#}");
        }
        return find();
    }
    found
}

fn install(mut apt_get: impl FnMut() -> Command, packages: &[&str]) -> Result<()> {
    let install = ["install", "-y", "-qq"];
    // The first try fails where the package lists are missing or old.
    if read(apt_get().args(install).args(packages)).is_ok() {
        return Ok(());
    }
    run(apt_get().args(["update", "-qq"]))?;
    run(apt_get().args(install).args(packages))
}

fn find() -> Option<Browser> {
    let chrome = named("CHROME").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
    })?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chrome, driver })
}

/// The program that this environment variable names.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Makes `apt-get` commands that may install, where there is such a thing and
/// no password is asked for.
fn apt_get() -> Option<impl FnMut() -> Command> {
    on_path("apt-get")?;
    let root = read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && read(Command::new("sudo").args(["-n", "true"])).is_err() {
        return None;
    }
    Some(move || {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    })
}
