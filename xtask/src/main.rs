//! The project's commands. Each does its own set-up; see [`setup`].

mod commands;
mod setup;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::setup::workspace::Workspace;

const HELP: &str = "\
The project's commands. Each installs what it needs the first time.

  cargo xtask serve        build, then serve the announcement page and a local questionnaire
  cargo xtask test         dependencies, format, lints, every layer of tests, the size budget
  cargo xtask dist         build the files to publish, into dist/
  cargo xtask docs         write the types and tables of custom-elements.json
  cargo xtask reproduce    build twice from nothing, and compare every byte
  cargo xtask bench        measure what a key takes, and simulate a crowd at the deadline
  cargo xtask screenshots  take the README's pictures of the card anew
  cargo xtask fuzz         look for a draft that breaks the rules of drafts
  cargo xtask setup        only install what the other commands need

What follows `serve` goes to the server: `cargo xtask serve --port 9000`.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => commands::setup::run(Workspace::open()?),
        ["bench"] => commands::bench::run(Workspace::open()?),
        ["dist"] => commands::dist::run(Workspace::open()?),
        ["docs"] => commands::docs::run(Workspace::open()?),
        ["reproduce"] => commands::reproduce::run(Workspace::open()?),
        ["screenshots"] => commands::screenshots::run(Workspace::open()?),
        ["fuzz", order @ ..] => commands::fuzz::run(Workspace::open()?, order),
        ["test"] => commands::test::run(Workspace::open()?),
        ["serve", server @ ..] => commands::serve::run(Workspace::open()?, server),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("there is no command `{}`\n\n{HELP}", words.join(" ")),
    }
}
