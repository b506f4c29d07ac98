//! `cargo xtask test`: everything that must hold before a change is taken.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::{NATIVE, dependencies, dist, hosts};
use crate::setup::browser::{self, Browser};
use crate::setup::process::{run as run_process, run_and_read};
use crate::setup::workspace::Workspace;
use crate::setup::{
    Engines, WITHOUT_FIREFOX, WITHOUT_WEBKIT, for_auditing, for_building, for_comparing,
    for_comparing_engines, for_hosting, for_linting,
};

/// What is built for the browser. The native suites do not compile there.
const WASM: [&str; 4] = ["--package", "campaign-widget", "--target", "wasm32-unknown-unknown"];

/// Runs every check. One that fails does not keep the others from running,
/// except those that need its result.
///
/// # Errors
///
/// When the set-up fails; a failed check is told by the exit code.
pub fn run(mut workspace: Workspace) -> Result<ExitCode> {
    let start = Instant::now();
    for_building(&mut workspace)?;
    for_linting(&mut workspace)?;
    let packages = for_comparing(&workspace)?;
    let host_packages = for_hosting(&workspace)?;
    let axe = for_auditing(&workspace)?;
    let browser = browser::find_or_install()?;
    let engines = for_comparing_engines(&mut workspace)?;
    let _lock = workspace.lock_target()?;

    let mut report = Report::default();
    report.check("dependencies", || dependencies::policy(&workspace));
    report.check_where_possible(
        "advisories",
        "advisories not checked: the database could not be reached",
        || dependencies::advisories(&workspace),
    );
    report.check("format", || format(&workspace));
    report.check("lints on the host", || lints(&workspace, &NATIVE, &["--all-targets"]));
    report.check("lints in the browser", || lints(&workspace, &WASM, &["--lib", "--test", "web"]));
    report.check("documentation", || documentation(&workspace));
    let native = report.check("native tests", || native_tests(&workspace, &packages));
    report.check("component tests", || component_tests(&workspace, &browser));
    // The native tests have built the site.
    let dist = native.and_then(|()| {
        report.check("dist", || dist::assemble(&workspace, &super::site(&workspace)))
    });
    match dist {
        Some(dist) => {
            let hosts =
                report.check("host pages", || hosts::build(&workspace, &host_packages, &dist));
            report.check("end-to-end tests", || {
                let mut tests = super::end_to_end(&workspace, &browser, &dist);
                tests.env("CAMPAIGN_WIDGET_AXE", &axe);
                // Without them, only the tests that open one fail.
                tests.envs(hosts.map(|hosts| ("CAMPAIGN_WIDGET_HOSTS", hosts)));
                run_process(tests.args(["--", "--skip", "engines::"]))
            });
            in_every_engine(&mut report, &engines, || {
                super::end_to_end(&workspace, &browser, &dist)
            });
            report.check("size budget", || size_budget(&workspace, &dist));
        }
        None => {
            report
                .left_out
                .push("without dist/, no host pages, no end-to-end tests and no size budget");
        }
    }
    Ok(report.conclude(start.elapsed()))
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
    let tested = run_and_read(workspace.command("cargo").arg("test").args(NATIVE).arg("--doc"))?;
    ensure!(examples(&tested) > 0, "no example was tested");
    Ok(())
}

/// How many tests ran, by what `cargo test` writes.
fn examples(output: &str) -> usize {
    let passed = |line: &str| {
        let (_, counts) = line.split_once("test result: ok. ")?;
        counts.split_once(" passed")?.0.parse::<usize>().ok()
    };
    output.lines().filter_map(passed).sum()
}

/// Every suite in `tests/` but the two that need a browser.
fn native_tests(workspace: &Workspace, packages: &Path) -> Result<()> {
    let mut command = workspace.command("cargo");
    command.env("CAMPAIGN_WIDGET_NODE_MODULES", packages);
    command.args(["test", "--no-fail-fast"]).args(NATIVE).args(["--lib", "--bins"]);
    for suite in suites(&workspace.root().join("tests"))? {
        if suite != "web" && suite != "e2e" {
            command.args(["--test", &suite]);
        }
    }
    run_process(&mut command)
}

/// The names of the suites in `folder`: `<name>.rs` or `<name>/main.rs`. Since
/// the manifest lists its targets, Cargo refuses one that it forgets.
fn suites(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs")
            || path.join("main.rs").is_file()
        {
            names.extend(path.file_stem().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

fn component_tests(workspace: &Workspace, browser: &Browser) -> Result<()> {
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
            .args(["--test", "web"]),
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
    fs::write(&file, text)?;
    Ok(file)
}

/// What the card says of drafts and links in each engine that is here, one after
/// the other.
fn in_every_engine(report: &mut Report, engines: &Engines, tests: impl Fn() -> Command) {
    let run = |is_here: bool, engine: &str| {
        if is_here {
            let mut tests = tests();
            tests.envs(engines.firefox.as_ref().map(|firefox| ("FIREFOX", firefox)));
            run_process(tests.args(["--", &format!("engines::{engine}::")]))?;
        }
        Ok(is_here)
    };
    report.check("verdicts in Chromium", || run(true, "chromium"));
    report.check_where_possible("verdicts in Firefox", WITHOUT_FIREFOX, || {
        run(engines.firefox.is_some(), "firefox")
    });
    report.check_where_possible("verdicts in WebKitGTK", WITHOUT_WEBKIT, || {
        run(engines.webkit, "webkit")
    });
}

fn size_budget(workspace: &Workspace, dist: &Path) -> Result<()> {
    run_process(Command::new(super::site(workspace)).arg("budget").arg(dist))
}

/// What has been checked so far.
#[derive(Default)]
struct Report {
    failed: Vec<&'static str>,
    left_out: Vec<&'static str>,
}

impl Report {
    /// Runs one check between two lines that name it, and keeps its result.
    fn check<T>(&mut self, name: &'static str, check: impl FnOnce() -> Result<T>) -> Option<T> {
        self.check_or_leave_out(name, "", || check().map(Some))
    }

    /// Runs one check that says whether it could look at all. Where it could
    /// not, the last line says `left_out`, and nothing has failed.
    fn check_where_possible(
        &mut self,
        name: &'static str,
        left_out: &'static str,
        check: impl FnOnce() -> Result<bool>,
    ) {
        self.check_or_leave_out(name, left_out, || check().map(|could| could.then_some(())));
    }

    fn check_or_leave_out<T>(
        &mut self,
        name: &'static str,
        left_out: &'static str,
        check: impl FnOnce() -> Result<Option<T>>,
    ) -> Option<T> {
        println!("== {name}");
        let start = Instant::now();
        let result = check();
        let time = readable(start.elapsed());
        match result {
            Ok(Some(value)) => {
                println!("== {name}: passed in {time}\n");
                Some(value)
            }
            Ok(None) => {
                println!("== {name}: LEFT OUT after {time}: {left_out}\n");
                self.left_out.push(left_out);
                None
            }
            Err(error) => {
                println!("{error:#}\n== {name}: FAILED after {time}\n");
                self.failed.push(name);
                None
            }
        }
    }

    /// Prints the one line that everybody reads.
    fn conclude(self, time: Duration) -> ExitCode {
        println!("{}", self.conclusion(time));
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn conclusion(&self, time: Duration) -> String {
        let verdict = match self.failed.as_slice() {
            [] => format!("All checks passed in {}", readable(time)),
            failed => format!("FAILED: {} (see above)", failed.join(", ")),
        };
        std::iter::once(verdict.as_str())
            .chain(self.left_out.iter().copied())
            .collect::<Vec<_>>()
            .join("; ")
    }
}

fn readable(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", time.as_secs_f32());
    }
    format!("{} min {} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{Report, examples, readable, suites};
    use anyhow::bail;
    use std::path::Path;
    use std::time::Duration;

    #[test]
    fn a_suite_is_a_file_or_a_folder_with_a_main() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
        let names = suites(&tests).unwrap();
        for expected in ["campaign", "conformance", "draft", "link", "outbox", "web", "e2e"] {
            assert!(names.iter().any(|name| name == expected), "{expected} is not in {names:?}");
        }
    }

    #[test]
    fn only_what_was_tested_counts_as_an_example() {
        let none = "   Doc-tests xtask\n\nrunning 0 tests\n\n\
            test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let some = none.replace("0 passed", "7 passed");
        assert_eq!(examples(none), 0);
        assert_eq!(examples(&[&some, none, &some].concat()), 14);
    }

    #[test]
    fn the_last_line_says_what_failed_and_what_was_left_out() {
        let mut report = Report::default();
        let minute = Duration::from_secs(60);
        assert_eq!(report.check("one", || Ok(1)), Some(1));
        report.check_where_possible("two", "two not checked", || Ok(true));
        assert_eq!(report.conclusion(minute), "All checks passed in 1 min 0 s");
        report.check_where_possible("three", "three not checked", || Ok(false));
        assert_eq!(report.conclusion(minute), "All checks passed in 1 min 0 s; three not checked");
        report.check_where_possible("four", "four not checked", || bail!("found"));
        report.check("five", || -> anyhow::Result<()> { bail!("broken") });
        assert_eq!(report.conclusion(minute), "FAILED: four, five (see above); three not checked");
    }

    #[test]
    fn times_read_well() {
        for (milliseconds, expected) in
            [(400, "0.4 s"), (59_400, "59.4 s"), (60_000, "1 min 0 s"), (252_900, "4 min 12 s")]
        {
            assert_eq!(readable(Duration::from_millis(milliseconds)), expected);
        }
    }
}
