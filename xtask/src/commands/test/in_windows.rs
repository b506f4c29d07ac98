//! The tests whose browsers have windows, each on a desktop of its own, in all engines at
//! once.

use std::path::Path;

use anyhow::ensure;

use super::report::Report;
use super::run::listed;
use crate::commands::end_to_end;
use crate::setup::browser::Browser;
use crate::setup::engine::{Engine, Engines};
use crate::setup::process::run;
use crate::setup::workspace::Workspace;

/// What the names of those begin with that write by an input method.
pub const INPUT_METHODS: &str = "input_methods::";

/// What the names of those begin with that listen to a screen reader.
pub const SCREEN_READER: &str = "screen_reader::";

/// Tests, and the built widget, and what it is tested with.
pub struct InWindows<'a> {
    /// What the tests show.
    pub title: &'static str,
    /// What their names begin with.
    pub tests: &'static str,
    pub workspace: &'a Workspace,
    pub browser: &'a Browser,
    pub engines: &'a Engines,
    pub dist: &'a Path,
}

impl InWindows<'_> {
    /// Runs the tests whose names contain `filter`, in the engine that is `chosen` or in
    /// all that are here.
    pub fn check(&self, filter: Option<&str>, chosen: Option<Engine>, report: &mut Report) {
        let is_wanted = |engine: Engine| chosen.is_none_or(|chosen| chosen == engine);
        for engine in Engine::ALL {
            if is_wanted(engine) && !self.engines.have(engine) {
                report.left_out(engine.missing());
            }
        }
        report.check(self.title, || {
            let tests = || {
                let mut tests = end_to_end(self.workspace, self.browser, self.dist);
                tests.envs(self.engines.firefox.as_ref().map(|firefox| ("FIREFOX", firefox)));
                tests
            };
            let runs = |name: &String| {
                let is_in = |engine: Engine| name.contains(&format!("::{}::", engine.module()));
                filter.is_none_or(|filter| name.contains(filter))
                    && Engine::ALL.into_iter().any(|engine| {
                        is_in(engine) && is_wanted(engine) && self.engines.have(engine)
                    })
            };
            let mut names = listed(tests(), Some(self.tests), &[])?;
            names.retain(runs);
            ensure!(!names.is_empty(), "no test of {} has such a name", self.tests);
            run(tests().args(["--", "--exact"]).args(names))
        });
    }
}
