//! The end-to-end tests, in Chromium, then in the other engines at once.

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

/// The end-to-end tests, and what they need.
pub struct EndToEnd<'a> {
    pub built: Built<'a>,
    /// The npm packages that the host pages are built with.
    pub host_packages: &'a Path,
    /// The script of axe-core.
    pub axe: &'a Path,
}

impl EndToEnd<'_> {
    /// Runs the tests whose names contain `filter`, in the engine that is `chosen` or in
    /// each that is here: what fails in some of them, only after all of them once more.
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
        let mut here = Vec::new();
        for engine in Engine::ALL {
            if chosen.is_some_and(|chosen| chosen != engine) {
                continue;
            }
            match engines.have(engine) {
                true => here.push(engine),
                false => report.left_out(engine.missing()),
            }
        }
        let hosts = hosts.as_deref();
        let first = |engine: Engine| {
            let (all, wanted) = (&all, &wanted);
            move || {
                let mut names = exceptions::of_engine(all, engine)?;
                names.retain(wanted);
                ensure!(
                    !names.is_empty() || chosen.is_none(),
                    "no test of this name runs in {}",
                    engine.name()
                );
                self.run(engine, &names, hosts)
            }
        };
        // Chromium's tests are the most, and keep the processors busy. The others' wait for
        // half of their time.
        let (busy, idle): (Vec<_>, Vec<_>) =
            here.into_iter().partition(|&engine| engine == Engine::Chromium);
        let mut failed = Vec::new();
        for engines in [busy, idle] {
            let checks = engines.iter().map(|&engine| (engine.title(), first(engine))).collect();
            let results = report.check_at_once(checks).into_iter();
            failed.extend(engines.into_iter().zip(results.map(Option::unwrap_or_default)));
        }
        for (engine, failed) in failed {
            if failed.is_empty() {
                continue;
            }
            let again = report.check(engine.title(), || {
                println!("== once more, alone: {}", failed.join(", "));
                let mut tests = self.tests_in(engine, hosts);
                run(tests.args(["--", "--exact", "--test-threads=1"]).args(&failed))
            });
            if again.is_some() {
                let in_engine = |name| format!("{name} in {}", engine.name());
                report.passed_again(failed.into_iter().map(in_engine).collect());
            }
        }
    }

    /// Runs these tests, and gives those that failed if they are few enough to be run again.
    fn run(&self, engine: Engine, names: &[String], hosts: Option<&Path>) -> Result<Vec<String>> {
        if names.is_empty() {
            println!("no test of this name runs in {}", engine.name());
            return Ok(Vec::new());
        }
        let mut tests = self.tests_in(engine, hosts);
        let prefix = format!("{}: ", engine.name());
        let (written, result) = overheard(tests.args(["--", "--exact"]).args(names), &prefix)?;
        let failed = failed(&written);
        match result {
            Err(_) if (1..=AGAIN).contains(&failed.len()) => {
                println!("{prefix}to be run once more: {}", failed.join(", "));
                Ok(failed)
            }
            result => result.map(|()| Vec::new()),
        }
    }

    fn tests_in(&self, engine: Engine, hosts: Option<&Path>) -> Command {
        let mut tests = self.tests();
        // Without them, only the tests that open one fail.
        tests.envs(hosts.map(|hosts| ("CAMPAIGN_WIDGET_HOSTS", hosts)));
        tests.env("CAMPAIGN_WIDGET_ENGINE", engine.module());
        tests
    }

    fn tests(&self) -> Command {
        let mut tests = self.built.tests();
        tests.env("CAMPAIGN_WIDGET_AXE", self.axe);
        tests
    }
}
