//! What may come in from outside: `.cargo/deny.toml` says it, cargo-deny holds
//! every crate of `Cargo.lock` to it.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::setup::process::{read, run};
use crate::setup::workspace::Workspace;

/// Where the advisories are published; `db-urls` of `.cargo/deny.toml`.
const DATABASE: &str = "https://github.com/RustSec/advisory-db";
/// The line that cargo-deny prints when it has looked and found something.
const FOUND: &str = "advisories FAILED";

/// Checks the licences, the duplicates and the sources of all crates.
///
/// # Errors
///
/// When a crate may not come in.
pub fn policy(workspace: &Workspace) -> Result<()> {
    // What the file allows and nothing uses is a warning.
    run(deny(workspace).args(["check", "-D", "warnings", "bans", "licenses", "sources"]))
}

/// Looks the crates up in RustSec's advisory database. Says whether it could:
/// not where the database cannot be reached and was not fetched lately.
///
/// # Errors
///
/// When there is a finding, or the database is there and cannot be used.
pub fn advisories(workspace: &Workspace) -> Result<bool> {
    look_up(|| workspace.command("git"), || deny(workspace))
}

fn deny(workspace: &Workspace) -> Command {
    let mut command = workspace.command("cargo-deny");
    command.args(["--workspace", "--locked"]);
    command
}

fn look_up(git: impl FnOnce() -> Command, deny: impl FnOnce() -> Command) -> Result<bool> {
    let mut git = git();
    git.args(["ls-remote", "--quiet", DATABASE, "HEAD"])
        // Nobody is there to type a password, or to see that nothing comes.
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_HTTP_LOW_SPEED_LIMIT", "1000")
        .env("GIT_HTTP_LOW_SPEED_TIME", "30");
    let reached = read(&mut git);

    let mut deny = deny();
    // A fetch that fails would let what is there pass for just fetched.
    if let Err(error) = &reached {
        println!("{error:#}");
        deny.arg("--offline");
    }
    let output = deny
        .args(["check", "advisories"])
        .output()
        .context("cannot start cargo-deny, which `cargo xtask setup` installs")?;
    if output.status.success() {
        return Ok(true);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    // Otherwise it did not get as far as looking.
    let found = String::from_utf8_lossy(&output.stdout).contains(FOUND);
    if found || reached.is_ok() {
        bail!("{}", said.trim_end());
    }
    println!("{}", said.trim_end());
    Ok(false)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::{DATABASE, look_up};
    use crate::setup::process::run;

    /// A database in RustSec's form, that git finds in place of the real one.
    struct World {
        folder: TempDir,
    }

    impl World {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let config = include_str!("../../../.cargo/deny.toml");
            let own = format!("[advisories]\ndb-path = {:?}", folder.path().join("fetched"));
            assert!(config.contains("\n[advisories]\n"));
            fs::write(folder.path().join("deny.toml"), config.replace("[advisories]", &own))
                .unwrap();
            Self { folder }
        }

        fn database(&self) -> PathBuf {
            self.folder.path().join("database")
        }

        /// Publishes a vulnerability of all versions of `package`.
        fn publish(&self, package: &str) {
            let of_package = self.database().join("crates").join(package);
            fs::create_dir_all(&of_package).unwrap();
            let text = format!(
                "```toml\n[advisory]\nid = \"RUSTSEC-2020-9999\"\npackage = \"{package}\"\n\
                 date = \"2020-01-01\"\n\n[versions]\npatched = []\n```\n\n# It is made up\n\nNothing.\n"
            );
            fs::write(of_package.join("RUSTSEC-2020-9999.md"), text).unwrap();
            let git = |arguments: &[&str]| {
                let who = ["-c", "user.name=T", "-c", "user.email=t@example.com"];
                run(Command::new("git").current_dir(self.database()).args(who).args(arguments))
                    .unwrap();
            };
            git(&["init", "--quiet", "--initial-branch", "main"]);
            git(&["add", "."]);
            git(&["commit", "--quiet", "--message", "Publish"]);
        }

        /// From now on the database cannot be reached.
        fn cut_off(&self) {
            fs::remove_dir_all(self.database()).unwrap();
        }

        /// Lets the last fetch be as long ago as that: git notes it by the time of
        /// this file.
        fn age(&self, days: u64) {
            let then = SystemTime::now() - Duration::from_secs(days * 24 * 60 * 60);
            for entry in fs::read_dir(self.folder.path().join("fetched")).unwrap() {
                let git = entry.unwrap().path().join(".git");
                if git.is_dir() {
                    File::create(git.join("FETCH_HEAD")).unwrap().set_modified(then).unwrap();
                }
            }
        }

        fn look_up(&self) -> anyhow::Result<bool> {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
            let here = format!("url.file://{}.insteadOf", self.database().display());
            let command = |program| {
                let mut command = Command::new(program);
                command
                    .current_dir(&root)
                    .env("GIT_CONFIG_COUNT", "1")
                    .env("GIT_CONFIG_KEY_0", &here)
                    .env("GIT_CONFIG_VALUE_0", DATABASE);
                command
            };
            let deny = || {
                let mut deny = command("cargo-deny");
                let config = self.folder.path().join("deny.toml");
                deny.args(["--workspace", "--locked", "--config"]).arg(config);
                deny
            };
            look_up(|| command("git"), deny)
        }

        fn assert_found(&self, package: &str) {
            let error = self.look_up().unwrap_err().to_string();
            assert!(error.contains("It is made up") && error.contains(package), "{error}");
        }
    }

    #[test]
    #[ignore = "needs git and cargo-deny: cargo xtask test dependencies"]
    fn an_advisory_counts_against_a_locked_crate_and_against_no_other() {
        let world = World::new();
        world.publish("no-crate-of-ours");
        assert!(world.look_up().unwrap());
        fs::remove_dir_all(world.database().join("crates/no-crate-of-ours")).unwrap();
        world.publish("leptos");
        world.assert_found("leptos");
    }

    #[test]
    #[ignore = "needs git and cargo-deny: cargo xtask test dependencies"]
    fn a_database_that_cannot_be_reached_is_told_and_is_no_finding() {
        let world = World::new();
        assert!(!world.look_up().unwrap());
    }

    #[test]
    #[ignore = "needs git and cargo-deny: cargo xtask test dependencies"]
    fn what_was_fetched_before_counts_for_thirty_days() {
        let world = World::new();
        world.publish("leptos");
        world.assert_found("leptos");
        world.cut_off();
        world.age(29);
        world.assert_found("leptos");
        world.age(31);
        assert!(!world.look_up().unwrap());
        assert!(!world.look_up().unwrap(), "having tried in vain makes it no newer");
    }

    #[test]
    #[ignore = "needs git and cargo-deny: cargo xtask test dependencies"]
    fn a_fault_of_ours_does_not_pass_for_a_database_out_of_reach() {
        let world = World::new();
        world.publish("no-crate-of-ours");
        fs::write(world.folder.path().join("deny.toml"), "[advisories]\nunknown = 1\n").unwrap();
        let error = world.look_up().unwrap_err().to_string();
        assert!(error.contains("unknown"), "{error}");
    }
}
