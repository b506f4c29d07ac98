//! `cargo xtask doctor`: asks an endpoint what a browser would ask.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, ensure};
use clap::Args;

use super::{NATIVE, built};
use crate::setup::process;
use crate::setup::workspace::Workspace;

/// What to examine.
#[derive(Debug, Args)]
pub struct Order {
    /// The campaign file.
    file: PathBuf,
    /// The origin of the page that will have the card.
    #[arg(long, default_value = "https://www.example.com")]
    page: String,
    /// Hand in the link to a test post, three times: the rows are to be deleted then.
    #[arg(long)]
    send: bool,
}

/// Examines the endpoint of a campaign file, and fails if something is wrong.
///
/// # Errors
///
/// When the origin is none, or the doctor does not compile.
pub fn run(workspace: Workspace, order: &Order) -> Result<ExitCode> {
    let host = order.page.split_once("://").map(|(_, host)| host);
    ensure!(
        host.is_some_and(|host| !host.is_empty() && !host.contains('/')),
        "--page takes an origin, such as https://www.example.com, without a path"
    );
    let build = ["build", "--quiet", "--bin", "doctor"];
    process::run(workspace.command("cargo").args(build).args(NATIVE))?;
    let mut doctor = Command::new(built(&workspace, "doctor"));
    doctor.arg(&order.file).args(["--page", &order.page]);
    if order.send {
        doctor.arg("--send");
    }
    Ok(if doctor.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
