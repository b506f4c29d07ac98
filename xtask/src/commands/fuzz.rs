//! `cargo xtask fuzz`: looks for a draft that breaks what holds for any draft.

#[path = "../../../tests/draft/parts.rs"]
mod parts;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};
use clap::{Args, value_parser};

use self::parts::PARTS;
use crate::setup::process::{read, run as run_process};
use crate::setup::workspace::Workspace;

/// What tells libFuzzer which code an input reaches, in options that a stable
/// compiler takes. Comparisons are not traced: a draft is compared in code
/// points, which are not the bytes that libFuzzer would try.
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table";

/// The longest input in bytes: several times the longest pair of signs.
const LONGEST: u32 = 400;

/// What is wanted: to look for so many seconds, or to run one file.
#[derive(Debug, Args)]
pub struct Order {
    /// How long to look.
    #[arg(long, default_value_t = 600, value_parser = value_parser!(u32).range(1..))]
    seconds: u32,
    /// Runs this draft again, instead of looking for one.
    #[arg(conflicts_with = "seconds")]
    file: Option<PathBuf>,
}

/// Builds the fuzz target and looks for a draft that breaks it, or runs the
/// one that was found.
///
/// # Errors
///
/// When it does not build or cannot be run; a draft that was found is told by
/// the exit code.
pub fn run(workspace: Workspace, order: &Order) -> Result<ExitCode> {
    let lock = workspace.lock_target()?;
    let program = build(&workspace)?;
    // Others may build while this one runs.
    drop(lock);
    let Some(file) = &order.file else {
        return look(&workspace, &program, order.seconds);
    };
    // libFuzzer takes what it does not find for an empty draft.
    let file = fs::canonicalize(file).with_context(|| format!("cannot read {}", file.display()))?;
    run_process(Command::new(program).env("RUST_BACKTRACE", "0").arg(&file))?;
    println!("{} breaks nothing.", file.display());
    Ok(ExitCode::SUCCESS)
}

fn build(workspace: &Workspace) -> Result<PathBuf> {
    let host = read(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let host = host.trim();
    run_process(
        workspace
            .command("cargo")
            .env("RUSTFLAGS", COVERAGE)
            .args(["build", "--profile", "fuzz"])
            .args(["--package", "xtask", "--features", "fuzz", "--bin", "fuzz-draft"])
            // Build scripts and macros are then built without those options.
            .args(["--target", host]),
    )?;
    let name = format!("fuzz-draft{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target().join(host).join("fuzz").join(name))
}

fn look(workspace: &Workspace, program: &Path, seconds: u32) -> Result<ExitCode> {
    let home = workspace.target().join("fuzz-draft");
    let [corpus, seeds, found] = ["corpus", "seeds", "found"].map(|name| home.join(name));
    for folder in [&corpus, &seeds, &found] {
        fs::create_dir_all(folder)?;
    }
    write_seeds(&workspace.root().join("tests"), &seeds)?;
    let dictionary = home.join("dictionary");
    fs::write(&dictionary, dictionary_of(PARTS))?;
    let log = home.join("log");
    println!("Looking for {seconds} s. What libFuzzer says goes to {}", log.display());

    let mut fuzzer = Command::new(program)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!("-dict={}", dictionary.display()))
        // A trailing separator makes it a folder.
        .arg(format!("-artifact_prefix={}", found.join("").display()))
        .args(["-timeout=10", "-print_final_stats=1"])
        .args([&corpus, &seeds])
        // Where the panic was says less than the draft.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let mut said = Feedback::default();
    let mut log = File::create(log)?;
    if let Some(output) = fuzzer.stderr.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            log.write_all(&line)?;
            log.write_all(b"\n")?;
            said.hear(&String::from_utf8_lossy(&line));
        }
    }
    let status = fuzzer.wait()?;
    if status.success() {
        let files = fs::read_dir(&corpus)?.count();
        println!(
            "Nothing found in {} drafts. Edges of code reached: {}. Drafts kept: {files}.",
            said.drafts, said.edges
        );
        return Ok(ExitCode::SUCCESS);
    }
    print!("{}", said.reason);
    match said.file {
        Some(file) => println!("FOUND, after {} drafts: cargo xtask fuzz {file}", said.drafts),
        None => println!("FAILED without a draft to show for it: {status}"),
    }
    Ok(ExitCode::FAILURE)
}

/// What matters of what libFuzzer says.
#[derive(Default)]
struct Feedback {
    drafts: String,
    edges: String,
    /// What the panic said, and whether it goes on.
    reason: String,
    listens: bool,
    /// Where the draft is that was found.
    file: Option<String>,
}

impl Feedback {
    fn hear(&mut self, line: &str) {
        let word_after = |mark: &str| {
            let (_, after) = line.split_once(mark)?;
            after.split_whitespace().next().map(str::to_owned)
        };
        if let Some(drafts) = word_after("stat::number_of_executed_units:") {
            self.drafts = drafts;
        } else if let Some(edges) = word_after(" cov: ") {
            self.edges = edges;
        } else if let Some((_, file)) = line.split_once("Test unit written to ") {
            self.file = Some(file.to_owned());
        } else if line.starts_with("thread '") || line.contains("ERROR: libFuzzer: timeout") {
            self.listens = true;
        } else if line.starts_with("note: ") || line.starts_with("==") {
            self.listens = false;
        }
        if self.listens {
            self.reason.push_str(line);
            self.reason.push('\n');
        }
    }
}

/// Makes each line of the draft's tests and fixtures a seed: they are full of
/// what tripped it once. In front of the text come the tag, the minimum and
/// the caret, of which each seed gets others.
fn write_seeds(tests: &Path, seeds: &Path) -> Result<()> {
    let mut number: u8 = 0;
    for folder in ["draft", "fixtures/draft"] {
        for entry in fs::read_dir(tests.join(folder))? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&path)?;
            for (index, line) in text.lines().map(str::trim).enumerate() {
                if !line.is_ascii() || line.contains('#') {
                    let mut seed = vec![number, number.wrapping_mul(7), number.wrapping_mul(31)];
                    seed.extend_from_slice(line.as_bytes());
                    fs::write(seeds.join(format!("{name}-{index}")), seed)?;
                    number = number.wrapping_add(1);
                }
            }
        }
    }
    Ok(())
}

/// The words as libFuzzer reads them: a line each, in quotes, in which a byte
/// that is no plain letter stands in hexadecimal.
fn dictionary_of(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        text.push('"');
        for byte in word.bytes() {
            // Writing to a text cannot fail.
            let _ = match byte.is_ascii_alphanumeric() {
                true => write!(text, "{}", char::from(byte)),
                false => write!(text, "\\x{byte:02X}"),
            };
        }
        text.push_str("\"\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Feedback, dictionary_of};

    #[test]
    fn the_dictionary_is_one_that_libfuzzer_reads() {
        assert_eq!(
            dictionary_of(&["#BTC", "\"\n", "＃"]),
            "\"\\x23BTC\"\n\"\\x22\\x0A\"\n\"\\xEF\\xBC\\x83\"\n"
        );
    }

    #[test]
    fn of_what_libfuzzer_says_the_figures_the_reason_and_the_file_are_kept() {
        let mut said = Feedback::default();
        for line in [
            "#8\tINITED cov: 2155 ft: 9151 corp: 5/12b exec/s: 0 rss: 42Mb",
            "#9\tNEW    cov: 2156 ft: 9153 corp: 6/16b lim: 4 exec/s: 0 rss: 42Mb",
            "thread '<unnamed>' (7) panicked at tests/draft/invariants.rs:9:5:",
            "assertion failed: \"#a\"",
            "note: run with `RUST_BACKTRACE=1`",
            "NOTE: libFuzzer has rudimentary signal handlers.",
            "artifact_prefix='found/'; Test unit written to found/crash-0123",
            "Base64: AAAAI2E=",
            "stat::number_of_executed_units: 1234",
        ] {
            said.hear(line);
        }
        assert_eq!((said.drafts.as_str(), said.edges.as_str()), ("1234", "2156"));
        assert!(said.reason.ends_with(":9:5:\nassertion failed: \"#a\"\n"), "{}", said.reason);
        assert_eq!(said.file.as_deref(), Some("found/crash-0123"));
    }
}
