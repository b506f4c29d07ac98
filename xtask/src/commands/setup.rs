//! `cargo xtask setup`: what the other commands do first, and no more.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::setup::engine::{Engine, Engines};
use crate::setup::workspace::Workspace;
use crate::setup::{
    for_auditing, for_building, for_comparing, for_hosting, for_judging_dependencies, for_linting,
    for_racing, for_rating,
};

/// What a suite that is run alone reads from the environment, and `cargo xtask
/// test` sets by itself.
const VARIABLES: [&str; 8] = [
    "PATH",
    "CHROME",
    "CHROMEDRIVER",
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
    "CAMPAIGN_WIDGET_NODE_MODULES",
    "CAMPAIGN_WIDGET_AXE",
    "CAMPAIGN_WIDGET_LIGHTHOUSE",
    "FIREFOX",
];

/// Installs what is missing for every command, and ends with what to set for a
/// suite that is run alone.
///
/// # Errors
///
/// When something cannot be installed; the error says how to do it by hand.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    for_building(&mut workspace)?;
    for_linting()?;
    for_judging_dependencies(&mut workspace)?;
    let compared = for_comparing(&workspace)?;
    let axe = for_auditing(&workspace)?;
    let lighthouse = for_rating(&workspace)?;
    for_hosting(&workspace)?;
    for_racing(&workspace)?;
    let engines = Engines::find_or_install(&mut workspace)?;
    for engine in Engine::ALL.into_iter().filter(|&engine| !engines.have(engine)) {
        println!("{}", engine.missing());
    }
    println!("Everything that is needed is there. Tools: {}", workspace.tools().display());

    let mut programs = std::env::join_paths(workspace.programs())?;
    programs.push(":$PATH");
    let values = [
        programs,
        engines.chromium.chrome.into(),
        engines.chromium.driver.into(),
        "wasm-bindgen-test-runner".into(),
        compared.into(),
        axe.into(),
        lighthouse.into(),
        engines.firefox.unwrap_or_default().into(),
    ];
    for (name, value) in VARIABLES.into_iter().zip(values) {
        let value = value.to_str().context("a path is not UTF-8")?;
        if value.is_empty() {
            continue;
        }
        println!("export {name}=\"{}\"", value.trim_start_matches(':'));
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::VARIABLES;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
        entries.flat_map(below).filter(|path| path.extension().is_some_and(|e| e == "rs")).collect()
    }

    /// One was printed that nothing read.
    #[test]
    fn a_suite_reads_every_variable_that_is_printed() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
        let read: String =
            sources(&tests).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        // By the shell and by Cargo.
        for name in VARIABLES.iter().filter(|name| !["PATH", VARIABLES[3]].contains(name)) {
            let is_read = ["var_os(\"", "var(\"", "named(\""]
                .iter()
                .any(|call| read.contains(&format!("{call}{name}\"")));
            assert!(is_read, "{name} is read nowhere in tests/");
        }
    }
}
