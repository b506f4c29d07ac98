//! The end-to-end tests, in one engine after the other.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::exceptions;
use super::in_windows::{INPUT_METHODS, SCREEN_READER};
use super::report::Report;
use super::run::{failed, listed};
use super::with_backends::BACKENDS;
use crate::commands::{end_to_end, hosts};
use crate::setup::engine::{Engine, Engines};
use crate::setup::process::{overheard, run};
use crate::setup::workspace::Workspace;

/// The tests that open a host page.
const HOSTS: &str = "hosts::";

/// So many tests that failed in an engine run once more, alone: a busy machine can make a
/// browser miss a time of the test. The last line names them; more are a fault.
const AGAIN: usize = 3;

/// The built widget, and the engines in which it is tested.
pub struct Built<'a> {
    pub workspace: &'a Workspace,
    pub engines: &'a Engines,
    pub dist: &'a Path,
}

impl Built<'_> {
    /// The end-to-end suite.
    pub fn tests(&self) -> Command {
        let mut tests = end_to_end(self.workspace, &self.engines.chromium, self.dist);
        tests.envs(self.engines.firefox.as_ref().map(|firefox| ("FIREFOX", firefox)));
        tests
    }
}

/// The end-to-end tests, in one engine after the other, and what they need.
pub struct EndToEnd<'a> {
    pub built: Built<'a>,
    /// The npm packages that the host pages are built with.
    pub host_packages: &'a Path,
    /// The script of axe-core.
    pub axe: &'a Path,
}

impl EndToEnd<'_> {
    /// Runs the tests whose names contain `filter`, in the engine that is `chosen` or in
    /// each that is here.
    pub fn check(&self, filter: Option<&str>, chosen: Option<Engine>, report: &mut Report) {
        let Some(all) = report.check("list of end-to-end tests", || {
            let others = [BACKENDS, INPUT_METHODS, SCREEN_READER];
            listed(self.tests(), None, &others.map(|tests| ["--skip", tests]).concat())
        }) else {
            return;
        };
        let wanted = |name: &String| filter.is_none_or(|filter| name.contains(filter));
        let Built { workspace, engines, dist } = self.built;
        let hosts = if all.iter().any(|name| name.starts_with(HOSTS) && wanted(name)) {
            report.check("host pages", || hosts::build(workspace, self.host_packages, dist))
        } else {
            None
        };
        for engine in Engine::ALL {
            if chosen.is_some_and(|chosen| chosen != engine) {
                continue;
            }
            if !engines.have(engine) {
                report.left_out(engine.missing());
                continue;
            }
            let again = report.check(engine.title(), || {
                let mut names = exceptions::of_engine(&all, engine)?;
                names.retain(wanted);
                ensure!(
                    !names.is_empty() || chosen.is_none(),
                    "no test of this name runs in {}",
                    engine.name()
                );
                self.run(engine, &names, hosts.as_deref())
            });
            report.passed_again(again.unwrap_or_default());
        }
    }

    /// Runs these tests, and gives those that passed only when they were run again.
    fn run(&self, engine: Engine, names: &[String], hosts: Option<&Path>) -> Result<Vec<String>> {
        if names.is_empty() {
            println!("no test of this name runs here");
            return Ok(Vec::new());
        }
        let tests = || {
            let mut tests = self.tests();
            // Without them, only the tests that open one fail.
            tests.envs(hosts.map(|hosts| ("CAMPAIGN_WIDGET_HOSTS", hosts)));
            tests.env("CAMPAIGN_WIDGET_ENGINE", engine.module());
            tests
        };
        let (written, result) = overheard(tests().args(["--", "--exact"]).args(names))?;
        let failed = failed(&written);
        if result.is_ok() || !(1..=AGAIN).contains(&failed.len()) {
            return result.map(|()| Vec::new());
        }
        println!("== once more, alone: {}", failed.join(", "));
        run(tests().args(["--", "--exact", "--test-threads=1"]).args(&failed))?;
        Ok(failed.into_iter().map(|name| format!("{name} in {}", engine.name())).collect())
    }

    fn tests(&self) -> Command {
        let mut tests = self.built.tests();
        tests.env("CAMPAIGN_WIDGET_AXE", self.axe);
        tests
    }
}
