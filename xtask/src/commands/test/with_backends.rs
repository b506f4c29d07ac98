//! The tests whose endpoint is a real server, in Chromium.

use std::path::Path;

use anyhow::{Result, ensure};

use super::run::listed;
use crate::commands::end_to_end;
use crate::setup::backends::Installed;
use crate::setup::browser::Browser;
use crate::setup::process::run as run_process;
use crate::setup::workspace::Workspace;

/// What the names of all of them begin with.
pub const BACKENDS: &str = "backends::";

/// What the names of those begin with whose servers are there in seconds.
pub const SMALL: &str = "backends::small::";

/// What the names of those begin with whose servers are content management systems.
pub const CONTENT_SYSTEMS: &str = "backends::content_systems::";

/// Runs those of the `tests` whose names contain `filter`.
///
/// # Errors
///
/// When one fails, or there is none of such a name.
pub fn run(
    workspace: &Workspace,
    browser: &Browser,
    dist: &Path,
    installed: Installed,
    tests: &str,
    filter: Option<&str>,
) -> Result<()> {
    let mut names = listed(end_to_end(workspace, browser, dist), Some(tests), &[])?;
    names.retain(|name| filter.is_none_or(|filter| name.contains(filter)));
    ensure!(!names.is_empty(), "no test of {tests} has such a name");
    let mut command = end_to_end(workspace, browser, dist);
    run_process(command.envs(installed).args(["--", "--exact"]).args(names))
}
