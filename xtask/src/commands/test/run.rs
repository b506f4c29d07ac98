//! The checks of a run.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Choice;
use super::end_to_end::{Built, EndToEnd};
use super::in_windows::{INPUT_METHODS, InWindows, SCREEN_READER};
use super::layer::{Check, native_suites};
use super::report::Report;
use super::with_backends;
use crate::commands::dist::Purpose;
use crate::commands::{NATIVE, build_site, dependencies, dist, in_browser};
use crate::setup::browser::Browser;
use crate::setup::engine::{Engine, Engines};
use crate::setup::process::{heard, overheard, run as run_process};
use crate::setup::workspace::Workspace;
use crate::setup::{backends, input_methods, screen_reader};

/// What is built for the browser. The native suites do not compile there.
const WASM: [&str; 4] = ["--package", "campaign-widget", "--target", "wasm32-unknown-unknown"];

/// The unit tests that need cargo-deny, which the layer of the dependencies runs.
const OF_DEPENDENCIES: &str = "dependencies::tests::";

/// A run of some checks.
pub struct Run<'w> {
    workspace: &'w Workspace,
    filter: Option<String>,
    engine: Option<Engine>,
    dist: Dist,
    /// What has been checked.
    pub report: Report,
}

/// What there is to test in a browser.
enum Dist {
    NotBuilt,
    Built(PathBuf),
    Broken,
}

impl<'w> Run<'w> {
    /// Nothing is checked yet. Only tests whose names contain the filter will run; what
    /// is built is taken as it stands where that is chosen.
    pub fn new(workspace: &'w Workspace, choice: Choice) -> Self {
        let Choice { filter, engine, built, .. } = choice;
        let dist = match built {
            true => Dist::Built(workspace.root().join("dist")),
            false => Dist::NotBuilt,
        };
        Self { workspace, filter, engine, dist, report: Report::default() }
    }

    /// Runs the checks of a layer, and reports them.
    pub fn check(&mut self, check: Check) {
        let workspace = self.workspace;
        let report = &mut self.report;
        let filter = self.filter.as_deref();
        match check {
            Check::Dependencies => self.dependencies(),
            Check::Lints => {
                report.check("format", || format(workspace));
                report.check("lints on the host", || lints(workspace, &NATIVE, &["--all-targets"]));
                report.check("lints in the browser", || {
                    lints(workspace, &WASM, &["--lib", "--test", "web"])
                });
            }
            Check::Documentation => {
                report.check("documentation", || documentation(workspace));
            }
            Check::Native { suite, compared } => {
                report.check("native tests", || {
                    native_tests(workspace, suite.as_deref(), compared.as_deref(), filter)
                });
            }
            Check::Components { browser } => {
                report.check("component tests", || component_tests(workspace, &browser, filter));
            }
            Check::EndToEnd { engines, host_packages, axe } => match self.dist() {
                Some(dist) => {
                    let suite = EndToEnd {
                        built: Built { workspace, engines: &engines, dist: &dist },
                        host_packages: &host_packages,
                        axe: &axe,
                    };
                    suite.check(self.filter.as_deref(), self.engine, &mut self.report);
                }
                None => self.report.left_out("no end-to-end tests without dist/"),
            },
            Check::Backends { installed: None, .. } => self.report.left_out(backends::ELSEWHERE),
            Check::Backends { browser, installed: Some(installed), tests } => match self.dist() {
                Some(dist) => {
                    let filter = self.filter.as_deref();
                    self.report.check("real servers", || {
                        with_backends::run(workspace, &browser, &dist, installed, tests, filter)
                    });
                }
                None => self.report.left_out("no real servers without dist/"),
            },
            Check::Lighthouse { browser, packages } => match self.dist() {
                Some(dist) => {
                    let filter = self.filter.as_deref();
                    self.report.check("Lighthouse", || {
                        rating(workspace, &browser, &packages, &dist, filter)
                    });
                }
                None => self.report.left_out("no Lighthouse without dist/"),
            },
            Check::InputMethods { are_here: false, .. } => {
                self.report.left_out(input_methods::MISSING);
            }
            Check::InputMethods { engines, .. } => {
                let title = "drafts written by input methods";
                self.in_windows(title, INPUT_METHODS, &engines);
            }
            Check::ScreenReader { is_here: false, .. } => {
                self.report.left_out(screen_reader::MISSING);
            }
            Check::ScreenReader { engines, .. } => {
                self.in_windows("what a screen reader says", SCREEN_READER, &engines);
            }
            Check::Size => match self.dist() {
                Some(dist) => {
                    self.report.check("size budget", || size_budget(workspace, &dist));
                }
                None => self.report.left_out("no size budget without dist/"),
            },
        }
    }

    fn in_windows(&mut self, title: &'static str, tests: &'static str, engines: &Engines) {
        let Some(dist) = self.dist() else {
            return self.report.left_out("no tests in windows without dist/");
        };
        let built = Built { workspace: self.workspace, engines, dist: &dist };
        let suite = InWindows { title, tests, built };
        suite.check(self.filter.as_deref(), self.engine, &mut self.report);
    }

    /// The built widget, which is built when it is first asked for.
    fn dist(&mut self) -> Option<PathBuf> {
        if let Dist::NotBuilt = self.dist {
            let workspace = self.workspace;
            let built = self.report.check("dist", || {
                dist::assemble(workspace, &build_site(workspace)?, Purpose::Publishing)
            });
            self.dist = built.map_or(Dist::Broken, Dist::Built);
        }
        match &self.dist {
            Dist::Built(dist) => Some(dist.clone()),
            Dist::NotBuilt | Dist::Broken => None,
        }
    }

    fn dependencies(&mut self) {
        let workspace = self.workspace;
        self.report.check("dependencies", || {
            dependencies::policy(workspace)?;
            let mut tests = native(workspace, &["--bin", "xtask"]);
            run_process(tests.args(["--", "--ignored", OF_DEPENDENCIES]))
        });
        self.report.check_where_possible(
            "advisories",
            "advisories not checked: the database could not be reached",
            || dependencies::advisories(workspace),
        );
    }
}

fn format(workspace: &Workspace) -> Result<()> {
    run_process(workspace.command("cargo").args(["fmt", "--all", "--check"]))
}

fn lints(workspace: &Workspace, packages: &[&str], targets: &[&str]) -> Result<()> {
    run_process(
        workspace
            .command("cargo")
            .arg("clippy")
            .args(packages)
            .args(targets)
            .args(["--", "-D", "warnings"]),
    )
}

/// The documentation is built for the browser, where all of the widget's rooms
/// exist; its examples are tested on the host.
fn documentation(workspace: &Workspace) -> Result<()> {
    run_process(
        workspace
            .command("cargo")
            .env("RUSTDOCFLAGS", "-D warnings")
            .args(["doc", "--no-deps", "--lib"])
            .args(WASM),
    )?;
    let (tested, result) = overheard(&mut native(workspace, &["--doc"]))?;
    result?;
    ensure!(passed(&tested) > 0, "no example was tested");
    Ok(())
}

/// How many tests passed, by what `cargo test` writes.
fn passed(output: &str) -> usize {
    let passed = |line: &str| {
        let (_, counts) = line.split_once("test result: ok. ")?;
        counts.split_once(" passed")?.0.parse::<usize>().ok()
    };
    output.lines().filter_map(passed).sum()
}

/// The names of the tests that failed, by what `cargo test` writes.
pub fn failed(output: &str) -> Vec<String> {
    let failed = |line: &str| {
        let (name, result) = line.strip_prefix("test ")?.split_once(" ... ")?;
        (result == "FAILED").then(|| name.to_owned())
    };
    output.lines().filter_map(failed).collect()
}

/// The names of the tests that `tests` would run, of those that contain `filter`.
///
/// # Errors
///
/// When they do not compile, or there is none.
pub fn listed(mut tests: Command, filter: Option<&str>, which: &[&str]) -> Result<Vec<String>> {
    let (written, result) = heard(tests.args(["--", "--list"]).args(which).args(filter))?;
    result?;
    let names = names(&written);
    ensure!(!names.is_empty(), "no test's name contains `{}`", filter.unwrap_or_default());
    Ok(names)
}

/// The names in a list of tests, as the harness writes it.
fn names(list: &str) -> Vec<String> {
    list.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

/// The suites that need no browser, or the one of this name.
fn native_tests(
    workspace: &Workspace,
    suite: Option<&str>,
    compared: Option<&Path>,
    filter: Option<&str>,
) -> Result<()> {
    let suites = match suite {
        Some(suite) => vec![suite.to_owned()],
        None => native_suites(&workspace.root().join("tests"))?,
    };
    let mut targets: Vec<&str> = suites.iter().flat_map(|suite| ["--test", suite]).collect();
    if suite.is_none() {
        targets.extend(["--lib", "--bins"]);
    }
    let tests = || {
        let mut tests = native(workspace, &targets);
        tests.arg("--no-fail-fast");
        tests.envs(compared.map(|packages| ("CAMPAIGN_WIDGET_NODE_MODULES", packages)));
        tests
    };
    let which = ["--include-ignored", "--skip", OF_DEPENDENCIES];
    if filter.is_some() {
        listed(tests(), filter, &which)?;
    }
    run_process(tests().arg("--").args(which).args(filter))
}

fn native(workspace: &Workspace, targets: &[&str]) -> Command {
    let mut command = workspace.command("cargo");
    command.arg("test").args(NATIVE).args(targets);
    command
}

fn component_tests(workspace: &Workspace, browser: &Browser, filter: Option<&str>) -> Result<()> {
    let capabilities = capabilities(workspace, browser)?;
    run_process(
        workspace
            .command("cargo")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("CHROMEDRIVER", &browser.driver)
            // The runner would prefer these.
            .env_remove("GECKODRIVER")
            .env_remove("GECKODRIVER_REMOTE")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            // In seconds; generous, for a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .arg("test")
            .args(WASM)
            .args(["--test", "web", "--"])
            .args(filter),
    )
}

/// Writes the WebDriver capabilities of a browser without a window. The
/// sandbox is off because containers often cannot have one, and only this
/// repository's own pages are opened.
fn capabilities(workspace: &Workspace, browser: &Browser) -> Result<PathBuf> {
    let chrome = browser.chrome.to_str().context("the browser's path is not UTF-8")?;
    let file = workspace.target().join("webdriver.json");
    let text = format!(
        r#"{{"goog:chromeOptions": {{"binary": {chrome:?}, "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}}}}"#
    );
    std::fs::write(&file, text)?;
    Ok(file)
}

/// One page after the other: each is timed.
fn rating(
    workspace: &Workspace,
    browser: &Browser,
    packages: &Path,
    dist: &Path,
    filter: Option<&str>,
) -> Result<()> {
    let tests = || {
        let mut tests = native(workspace, &["--test", "lighthouse"]);
        in_browser(&mut tests, browser, dist).env("CAMPAIGN_WIDGET_LIGHTHOUSE", packages);
        tests
    };
    if filter.is_some() {
        listed(tests(), filter, &[])?;
    }
    run_process(tests().args(["--", "--nocapture", "--test-threads=1"]).args(filter))
}

fn size_budget(workspace: &Workspace, dist: &Path) -> Result<()> {
    run_process(Command::new(build_site(workspace)?).arg("budget").arg(dist))
}

#[cfg(test)]
mod tests {
    use super::{failed, names, passed};

    #[test]
    fn only_what_was_tested_counts_as_an_example() {
        let none = "   Doc-tests xtask\n\nrunning 0 tests\n\n\
            test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let some = none.replace("0 passed", "7 passed");
        assert_eq!(passed(none), 0);
        assert_eq!(passed(&[&some, none, &some].concat()), 14);
    }

    #[test]
    fn the_tests_that_failed_are_named() {
        let output = "running 3 tests\ntest a::b ... ok\ntest c ... FAILED\n\
            test d has been running for over 60 seconds\ntest d ... FAILED\n\
            failures:\n    c\ntest result: FAILED. 1 passed; 2 failed\n";
        assert_eq!(failed(output), ["c", "d"]);
    }

    #[test]
    fn a_list_of_tests_is_read_as_the_harness_writes_it() {
        let list = "draft::fits: test\nhosts::page::react: test\nspeed: benchmark\n\n2 tests, 1 benchmark\n";
        assert_eq!(names(list), ["draft::fits", "hosts::page::react"]);
        assert!(names("\n0 tests, 0 benchmarks\n").is_empty());
    }
}
