//! `cargo xtask serve`: the announcement page, the widget and a local
//! questionnaire, at printed addresses.

use std::process::{Command, ExitCode};

use anyhow::Result;
use xtask::ports::Ports;

use super::dist::{self, Purpose};
use crate::setup::for_building;
use crate::setup::workspace::Workspace;

/// Builds, then becomes the server.
///
/// # Errors
///
/// When the build fails or the server cannot be started.
pub fn run(mut workspace: Workspace, ports: Ports) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    // Others may build while this one serves.
    let lock = workspace.lock_target()?;
    let site = super::build_site(&workspace)?;
    let dist = dist::assemble(&workspace, &site, Purpose::Publishing)?;
    drop(lock);

    let mut server = Command::new(site);
    server
        .arg("serve")
        .arg("--dist")
        .arg(dist)
        .arg("--database")
        .arg(workspace.root().join("target/questionnaire.sqlite"))
        .args(ports.arguments());
    become_process(&mut server)
}

/// Replaces this process, so that a signal to it reaches the server.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Result<ExitCode> {
    crate::setup::process::run(command)?;
    Ok(ExitCode::SUCCESS)
}
