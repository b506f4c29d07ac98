//! The project's commands. Each does its own set-up; see [`setup`].

mod commands;
mod setup;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use xtask::ports::Ports;

use crate::commands::{bench, doctor, fuzz, test};
use crate::setup::workspace::Workspace;

/// The project's commands. Each installs what it needs the first time.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
enum Command {
    /// Build, then serve the announcement page and a local questionnaire.
    ///
    /// Prints both addresses and serves until Ctrl-C, on this computer only.
    /// What the questionnaire is sent is kept in target/questionnaire.sqlite.
    Serve(Ports),
    /// Serve like `serve`, but build quickly, and again after every change.
    ///
    /// Watches src/, style/ and index.html, builds a debug build into target/dev/
    /// and reloads the page. It looks and behaves like the published card; it is
    /// larger and slower.
    Dev(Ports),
    /// Check dependencies, format, lints, every layer of tests, the size budget.
    ///
    /// Goes on after a failure, and names in the last line what failed or was left
    /// out. A layer alone installs and builds only what it needs: dependencies,
    /// lints, documentation, native, components, e2e, engines, size; or one suite of
    /// tests/, such as draft or outbox. `cargo xtask test outbox simulation` runs the
    /// tests of that suite whose names contain "simulation".
    Test(test::Choice),
    /// Build the files to publish, into dist/.
    Dist,
    /// Write the types and tables of custom-elements.json.
    Docs,
    /// Build twice from nothing, and compare every byte.
    ///
    /// Clones what is committed into two folders and builds dist/ in each. Takes
    /// several minutes, and 1 GB of disk meanwhile.
    Reproduce,
    /// Measure what a key takes, and simulate a crowd at the deadline.
    Bench(bench::Choice),
    /// Take the README's pictures of the card again.
    ///
    /// Needs a Chinese font, besides the browser.
    Screenshots,
    /// Fuzz the invariants of the draft checker.
    ///
    /// Needs a C++ compiler.
    Fuzz(fuzz::Order),
    /// Ask the endpoint of a campaign file what a browser would ask.
    ///
    /// Says what is wrong with the file or the server, and which line of the server's
    /// settings mends it. Fails if something is.
    Doctor(doctor::Order),
    /// Only install what the other commands need.
    ///
    /// Ends with the variables to set for a suite that is run without these
    /// commands.
    Setup,
}

fn main() -> ExitCode {
    let command = Command::parse();
    let run = || -> Result<ExitCode> {
        let workspace = Workspace::open()?;
        match command {
            Command::Serve(ports) => commands::serve::run(workspace, ports),
            Command::Dev(ports) => commands::dev::run(workspace, ports),
            Command::Test(choice) => commands::test::run(workspace, choice),
            Command::Dist => commands::dist::run(workspace),
            Command::Docs => commands::docs::run(workspace),
            Command::Reproduce => commands::reproduce::run(workspace),
            Command::Bench(choice) => commands::bench::run(workspace, &choice),
            Command::Screenshots => commands::screenshots::run(workspace),
            Command::Fuzz(order) => commands::fuzz::run(workspace, &order),
            Command::Doctor(order) => commands::doctor::run(workspace, &order),
            Command::Setup => commands::setup::run(workspace),
        }
    };
    run().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        super::Command::command().debug_assert();
    }
}
