//! `cargo xtask screenshots`: the README's pictures of the card, and those that the
//! tests compare.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use super::dist::{self, Purpose};
use crate::setup::browser;
use crate::setup::for_building;
use crate::setup::process::{on_path, read};
use crate::setup::workspace::Workspace;

/// Builds `dist/` and takes the pictures anew. It uses the browser and the
/// page of the end-to-end tests, so that a picture is of what is tested.
///
/// # Errors
///
/// When the build fails, there is no browser or no Chinese font, or the card
/// does not come to look as it should.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    chinese_font()?;
    for_building(&mut workspace)?;
    let browser = browser::find_or_install()?;
    let _lock = workspace.lock_target()?;
    let site = super::build_site(&workspace)?;
    let dist = dist::assemble(&workspace, &site, Purpose::Publishing)?;

    let folder = workspace.root().join("style/screenshots");
    fs::create_dir_all(&folder)?;
    let take = ["screenshots".as_ref(), folder.as_os_str()];
    super::on_command(&workspace, &browser, &dist, &take)?;
    println!("Took the pictures in {} and in tests/e2e/pictures", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Without one, every Chinese character is a box. Where there is no
/// fontconfig to ask, the system brings its own.
fn chinese_font() -> Result<()> {
    if on_path("fc-list").is_some() && read(Command::new("fc-list").arg(":lang=zh"))?.is_empty() {
        bail!(
            "the pictures need a Chinese font, and this machine has none (`fc-list :lang=zh` is \
             empty); on Debian and Ubuntu: `sudo apt-get install fonts-noto-cjk`"
        );
    }
    Ok(())
}
