//! The servers that the card is tested with: those of `tests/backends`, each with the
//! packages that its folder names, and the Node.js that some of them run on.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::browser::or_install;
use super::process::{on_path, read};
use super::tool;
use super::workspace::Workspace;

/// A server, by the name of its folder in `tests/backends`.
pub struct Backend {
    name: &'static str,
    packages: Packages,
}

/// Where a server comes from.
enum Packages {
    /// PyPI.
    Python,
    /// npm. These of its packages are compiled when they are installed.
    Node { compiled: &'static [&'static str] },
}

/// Those that are there in seconds.
pub const SMALL: [Backend; 7] = [
    Backend { name: "datasette", packages: Packages::Python },
    Backend { name: "django", packages: Packages::Python },
    Backend { name: "express", packages: Packages::Node { compiled: &[] } },
    Backend { name: "fastapi", packages: Packages::Python },
    Backend { name: "json-server", packages: Packages::Node { compiled: &[] } },
    Backend { name: "kinto", packages: Packages::Python },
    Backend { name: "node-red", packages: Packages::Node { compiled: &[] } },
];

/// Content management systems, which take minutes and 700 MB each.
pub const CONTENT_SYSTEMS: [Backend; 2] = [
    Backend {
        name: "directus",
        packages: Packages::Node { compiled: &["isolated-vm", "sqlite3"] },
    },
    Backend { name: "strapi", packages: Packages::Node { compiled: &["better-sqlite3"] } },
];

/// Where servers are installed: environment variables for the tests.
pub type Installed = Vec<(String, PathBuf)>;

/// What is said where they cannot be.
pub const ELSEWHERE: &str =
    "no real servers: those of tests/backends are installed on Linux only, as their Node.js is";

/// Finds these servers, or installs them; none where that is not possible.
///
/// # Errors
///
/// When one cannot be installed; the error says what is missing.
pub fn find_or_install(workspace: &Workspace, backends: &[Backend]) -> Result<Option<Installed>> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    let find = || on_path("curl").filter(|_| has_pip());
    if or_install(find, &["curl", "python3-pip"]).is_none() {
        bail!("pip and curl are missing. On Debian: `sudo apt-get install curl python3-pip`");
    }
    let node = tool::backend_node(workspace)?;
    let mut installed = vec![(variable("node"), node.join("bin"))];
    for Backend { name, packages } in backends {
        let home = match packages {
            Packages::Python => tool::python_backend(workspace, name)?,
            Packages::Node { compiled } => {
                if !compiled.is_empty() {
                    compilers()?;
                }
                tool::node_backend(workspace, name, &node, compiled)?
            }
        };
        installed.push((variable(name), home));
    }
    Ok(Some(installed))
}

/// The name of the variable with a server's folder.
fn variable(name: &str) -> String {
    format!("CAMPAIGN_WIDGET_BACKEND_{}", name.replace('-', "_").to_uppercase())
}

fn has_pip() -> bool {
    read(Command::new("python3").args(["-m", "pip", "--version"])).is_ok()
}

fn compilers() -> Result<()> {
    let find = || on_path("g++").and(on_path("make"));
    match or_install(find, &["build-essential"]) {
        Some(_) => Ok(()),
        None => bail!(
            "A C++ compiler and make are missing. On Debian: `sudo apt-get install build-essential`"
        ),
    }
}
