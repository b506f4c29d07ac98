//! Running other programs.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, ensure};

/// Runs `command`, which writes to the same terminal.
///
/// # Errors
///
/// When it cannot be started or does not succeed; the error names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    ensure!(status.success(), "`{}` failed: {status}", line(command));
    Ok(())
}

/// Runs `command` and returns what it writes to its standard output.
///
/// # Errors
///
/// When it cannot be started or does not succeed; the error carries what it
/// wrote to its standard error.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    ensure!(
        output.status.success(),
        "`{}` failed: {}\n{}",
        line(command),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim_end()
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command`, whose messages go to the same terminal, and returns whether it
/// succeeded and what it writes to its standard output.
///
/// # Errors
///
/// When it cannot be started.
pub fn heard(command: &mut Command) -> Result<(String, Result<()>)> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let written = String::from_utf8_lossy(&output.stdout).into_owned();
    let result = match output.status.success() {
        true => Ok(()),
        false => Err(anyhow!("`{}` failed: {}", line(command), output.status)),
    };
    Ok((written, result))
}

/// Runs `command`, which writes to the same terminal, and returns whether it succeeded and
/// what it wrote to its standard output.
///
/// # Errors
///
/// When it cannot be started, or what it writes cannot be read.
pub fn overheard(command: &mut Command) -> Result<(String, Result<()>)> {
    let mut process = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let mut written = String::new();
    for text in BufReader::new(process.stdout.take().context("no output")?).lines() {
        let text = text?;
        println!("{text}");
        written.extend([&text, "\n"]);
    }
    let status = process.wait()?;
    let result = match status.success() {
        true => Ok(()),
        false => Err(anyhow!("`{}` failed: {status}", line(command))),
    };
    Ok((written, result))
}

/// The first file called `name` in the folders of PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A command as a person would type it, for messages.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
