//! `cargo xtask test`: everything that must hold before a change is taken, or a
//! part of it.

mod end_to_end;
mod exceptions;
mod in_windows;
mod layer;
mod report;
mod run;
mod with_backends;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Args;

use self::layer::{Check, Layer};
use self::run::Run;
use crate::setup::engine::Engine;
use crate::setup::workspace::Workspace;

/// Which tests to run.
#[derive(Debug, Args)]
pub struct Choice {
    /// Runs only this layer, or this suite of tests/.
    layer: Option<String>,
    /// Runs only the tests whose names contain this.
    filter: Option<String>,
    /// Runs the end-to-end tests only in this engine.
    #[arg(long, requires = "layer")]
    engine: Option<Engine>,
    /// Tests dist/ as it stands, instead of building it first.
    #[arg(long, requires = "layer")]
    built: bool,
}

/// Runs every check, or those that are chosen. One that fails does not keep the
/// others from running, except those that need its result.
///
/// # Errors
///
/// When the set-up fails, or what is chosen does not exist; a failed check is
/// told by the exit code.
pub fn run(mut workspace: Workspace, choice: Choice) -> Result<ExitCode> {
    let start = Instant::now();
    let layers = match &choice.layer {
        Some(name) => vec![Layer::named(name, &workspace.root().join("tests"))?],
        None => Layer::ALL.into_iter().filter(|layer| !layer.is_run_by_name()).collect(),
    };
    ensure!(
        choice.filter.is_none() || layers.iter().all(Layer::has_tests),
        "this layer has no tests to choose from"
    );
    ensure!(
        choice.engine.is_none() || layers.iter().all(Layer::has_engines),
        "only the layers e2e, ime and screen-reader run in several engines"
    );
    let prepare = |layer: Layer| layer.prepare(&mut workspace);
    let checks = layers.into_iter().map(prepare).collect::<Result<Vec<Check>>>()?;
    let _lock = workspace.lock_target()?;

    let mut run = Run::new(&workspace, choice);
    for check in checks {
        run.check(check);
    }
    Ok(run.report.conclude(start.elapsed()))
}
