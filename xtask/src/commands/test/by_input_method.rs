//! The tests that write by an input method, each on a desktop of its own, in all engines
//! at once.

use std::path::Path;

use anyhow::ensure;

use super::report::Report;
use super::run::listed;
use crate::commands::end_to_end;
use crate::setup::browser::Browser;
use crate::setup::engine::{Engine, Engines};
use crate::setup::process::run;
use crate::setup::workspace::Workspace;

/// What their names begin with.
pub const TESTS: &str = "input_methods::";

/// The built widget, and what it is tested with.
pub struct ByInputMethod<'a> {
    pub workspace: &'a Workspace,
    pub browser: &'a Browser,
    pub engines: &'a Engines,
    pub dist: &'a Path,
}

impl ByInputMethod<'_> {
    /// Runs the tests whose names contain `filter`, in the engine that is `chosen` or in
    /// all that are here.
    pub fn check(&self, filter: Option<&str>, chosen: Option<Engine>, report: &mut Report) {
        let is_wanted = |engine: Engine| chosen.is_none_or(|chosen| chosen == engine);
        for engine in Engine::ALL {
            if is_wanted(engine) && !self.engines.have(engine) {
                report.left_out(engine.missing());
            }
        }
        report.check("drafts written by input methods", || {
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
            let mut names = listed(tests(), Some(TESTS), &[])?;
            names.retain(runs);
            ensure!(!names.is_empty(), "no test by input methods has such a name");
            run(tests().args(["--", "--exact"]).args(names))
        });
    }
}
