//! The tests whose browsers have windows, each on a desktop of its own, in all engines at
//! once.

use anyhow::ensure;

use super::end_to_end::Built;
use super::report::Report;
use super::run::listed;
use crate::setup::engine::Engine;
use crate::setup::process::run;

/// What the names of those begin with that write by an input method.
pub const INPUT_METHODS: &str = "input_methods::";

/// What the names of those begin with that listen to a screen reader.
pub const SCREEN_READER: &str = "screen_reader::";

/// Such tests of the built widget.
pub struct InWindows<'a> {
    /// What the tests show.
    pub title: &'static str,
    /// What their names begin with.
    pub tests: &'static str,
    pub built: Built<'a>,
}

impl InWindows<'_> {
    /// Runs the tests whose names contain `filter`, in the engine that is `chosen` or in
    /// all that are here.
    pub fn check(&self, filter: Option<&str>, chosen: Option<Engine>, report: &mut Report) {
        let is_wanted = |engine: Engine| chosen.is_none_or(|chosen| chosen == engine);
        for engine in Engine::ALL {
            if is_wanted(engine) && !self.built.engines.have(engine) {
                report.left_out(engine.missing());
            }
        }
        report.check(self.title, || {
            let runs = |name: &String| {
                let is_in = |engine: Engine| name.contains(&format!("::{}::", engine.module()));
                filter.is_none_or(|filter| name.contains(filter))
                    && Engine::ALL.into_iter().any(|engine| {
                        is_in(engine) && is_wanted(engine) && self.built.engines.have(engine)
                    })
            };
            let mut names = listed(self.built.tests(), Some(self.tests), &[])?;
            names.retain(runs);
            ensure!(!names.is_empty(), "no test of {} has such a name", self.tests);
            run(self.built.tests().args(["--", "--exact"]).args(names))
        });
    }
}
