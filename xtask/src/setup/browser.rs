//! A browser and its driver, for the tests that need them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

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
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if let Some(mut apt_get) = apt_get() {
        println!("Installing: apt-get install chromium chromium-driver");
        let install = ["install", "-y", "-qq", "chromium", "chromium-driver"];
        // The first try fails where the package lists are missing or old.
        if read(apt_get().args(install)).is_err() {
            run(apt_get().args(["update", "-qq"]))?;
            run(apt_get().args(install))?;
        }
    }
    match find() {
        Some(browser) => Ok(browser),
        None => bail!(ADVICE),
    }
}

fn find() -> Option<Browser> {
    let named = |variable: &str| {
        std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
    };
    let chrome = named("CHROME").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
    })?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chrome, driver })
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
