//! What has been checked, and the last line of a run.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

/// What has been checked so far.
#[derive(Default)]
pub struct Report {
    failed: Vec<&'static str>,
    left_out: Vec<&'static str>,
    passed_again: Vec<String>,
}

impl Report {
    /// Runs one check between two lines that name it, and keeps its result.
    pub fn check<T>(&mut self, name: &'static str, check: impl FnOnce() -> Result<T>) -> Option<T> {
        self.check_or_leave_out(name, "", || check().map(Some))
    }

    /// Runs one check that says whether it could look at all. Where it could
    /// not, the last line says `left_out`, and nothing has failed.
    pub fn check_where_possible(
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
                self.left_out(left_out);
                None
            }
            Err(error) => {
                println!("{error:#}\n== {name}: FAILED after {time}\n");
                self.failed.push(name);
                None
            }
        }
    }

    /// Lets the last line say what was not checked.
    pub fn left_out(&mut self, what: &'static str) {
        self.left_out.push(what);
    }

    /// Lets the last line name tests that passed only when they were run once more.
    pub fn passed_again(&mut self, tests: Vec<String>) {
        self.passed_again.extend(tests);
    }

    /// Prints the one line that everybody reads.
    pub fn conclude(self, time: Duration) -> ExitCode {
        println!("{}", self.conclusion(time));
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn conclusion(&self, time: Duration) -> String {
        let verdict = match self.failed.as_slice() {
            [] => format!("All checks passed in {}", readable(time)),
            failed => format!("FAILED: {} (see above)", failed.join(", ")),
        };
        let again = match self.passed_again.as_slice() {
            [] => None,
            tests => Some(format!("passed only once more, alone: {}", tests.join(", "))),
        };
        std::iter::once(verdict.as_str())
            .chain(self.left_out.iter().copied())
            .chain(again.as_deref())
            .collect::<Vec<_>>()
            .join("; ")
    }
}

/// A time as people say it.
fn readable(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", time.as_secs_f32());
    }
    format!("{} min {} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use anyhow::bail;

    use super::{Report, readable};

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

        let mut report = Report::default();
        report.passed_again(vec!["six::seven".to_owned()]);
        let expected = "All checks passed in 1 min 0 s; passed only once more, alone: six::seven";
        assert_eq!(report.conclusion(minute), expected);
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
