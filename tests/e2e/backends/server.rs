//! A server of `tests/backends`, in a temporary folder and on a port of its own.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use reqwest::{Client, Method};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tempfile::TempDir;

use crate::wait::until_within;

/// The longest that a server takes to start on a busy machine: a content management system
/// makes a hundred tables first.
const START: Duration = Duration::from_secs(180);

/// Ends the server once its input ends, which it does when the test ends in whatever way.
const KEEPER: &str = "trap '' TERM; (trap - TERM; sh -e start.sh) & read _; \
    kill -TERM 0; sleep 0.3; kill -KILL 0";

/// What stands for the server's origin in its `endpoint.json`.
const EXAMPLE: &str = "https://forms.example";

/// What stands there for what `setup.sh` prints.
const TOKEN: &str = "TOKEN";

/// Where a server keeps what it has stored.
#[derive(Debug, Clone, Copy)]
pub enum Rows {
    /// In this file of SQLite, and its table.
    Table(&'static str, &'static str),
    /// In this file, a line each.
    Lines(&'static str),
    /// In what it gives at this address.
    At(&'static str),
}

/// A running server. It ends when this is dropped.
pub struct Server {
    /// Where it listens on this computer.
    pub port: u16,
    /// The lines of the campaign file, in which `origin` is the server's.
    endpoint: String,
    rows: Rows,
    folder: TempDir,
    keeper: Child,
}

impl Server {
    /// Starts the server of this folder of `tests/backends`, perhaps with more lines in one
    /// of its files, and sets it up.
    ///
    /// # Errors
    ///
    /// When it is not installed, or does not start; with what it wrote.
    pub async fn start(name: &str, adds: Option<(&str, &str)>, rows: Rows) -> Result<Server> {
        let folder = tempfile::tempdir()?;
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/backends").join(name),
            folder.path(),
        )?;
        if let Some((file, lines)) = adds {
            let mut file = File::options().append(true).open(folder.path().join(file))?;
            file.write_all(lines.as_bytes())?;
        }
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let variables = variables(name, port)?;
        if let Some((_, packages)) = variables.iter().find(|(name, _)| *name == "NODE_PATH") {
            symlink(packages, folder.path().join("node_modules"))?;
        }
        let log = File::create(folder.path().join("server.log"))?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .current_dir(folder.path())
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()?;
        let endpoint = fs::read_to_string(folder.path().join("endpoint.json"))?;
        let mut server = Server { port, endpoint, rows, folder, keeper };
        server.set_up(&variables).await.with_context(|| server.log())?;
        Ok(server)
    }

    async fn set_up(&mut self, variables: &[(&str, OsString)]) -> Result<()> {
        let client = Client::new();
        let origin = format!("http://127.0.0.1:{}", self.port);
        let look = async || Ok(client.get(&origin).send().await.is_ok());
        until_within(START, "the server", look, |is_there| *is_there).await?;
        let script = self.folder.path().join("setup.sh");
        if script.is_file() {
            let output = Command::new("sh")
                .arg("-e")
                .arg(script)
                .current_dir(self.folder.path())
                .envs(variables.iter().map(|(name, value)| (name, value)))
                .env("SERVER", &origin)
                .output()?;
            let printed = String::from_utf8_lossy(&output.stdout);
            ensure!(output.status.success(), "setup.sh: {}\n{printed}", output.status);
            let token = printed.trim().lines().last().unwrap_or_default();
            self.endpoint = self.endpoint.replace(TOKEN, token);
        }
        let address = self.endpoint(&origin)?["address"].clone();
        let address = address.as_str().context("an address")?;
        let look = async || {
            let asked = client
                .request(Method::OPTIONS, address)
                .header("Origin", "https://www.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type");
            Ok(asked.send().await?.status())
        };
        until_within(START, "leave to send", look, |status| status.is_success()).await?;
        Ok(())
    }

    /// The `endpoint` of the campaign file, as its page has it, with another origin.
    ///
    /// # Errors
    ///
    /// When it is no JSON.
    pub fn endpoint(&self, origin: &str) -> Result<Value> {
        Ok(serde_json::from_str(&self.endpoint.replace(EXAMPLE, origin))?)
    }

    /// How many rows it has stored that have this link.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub async fn rows_of(&self, link: &str) -> Result<usize> {
        match self.rows {
            Rows::Table(file, table) => {
                let file = self.folder.path().join(file);
                let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                let count = format!("select count(*) from {table} where link = ?");
                let count: i64 = database.query_row(&count, [link], |row| row.get(0))?;
                Ok(usize::try_from(count)?)
            }
            Rows::Lines(file) => {
                let lines = fs::read_to_string(self.folder.path().join(file)).unwrap_or_default();
                Ok(lines.matches(link).count())
            }
            Rows::At(path) => {
                let address = format!("http://127.0.0.1:{}{path}", self.port);
                Ok(Client::new().get(address).send().await?.text().await?.matches(link).count())
            }
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("server.log")).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Its own end comes last.
        self.keeper.wait().ok();
    }
}

/// What the scripts of a server find in their environment. The secrets guard a server that
/// lives for a test.
fn variables(name: &str, port: u16) -> Result<Vec<(&'static str, OsString)>> {
    let packages = installed(name)?;
    let is_python = !packages.ends_with("node_modules");
    let programs = match is_python {
        true => vec![packages.join("bin")],
        false => vec![installed("node")?, packages.join(".bin")],
    };
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(programs.into_iter().chain(env::split_paths(&path)))?;
    Ok(vec![
        (if is_python { "PYTHONPATH" } else { "NODE_PATH" }, packages.into()),
        ("PATH", path),
        ("PORT", port.to_string().into()),
        ("SECRET", "a secret of the test".into()),
        ("ADMIN_EMAIL", "admin@example.com".into()),
        ("ADMIN_PASSWORD", "password".into()),
        ("ADMIN_TOKEN", "token".into()),
        ("NODE_ENV", "production".into()),
        ("PYTHONUNBUFFERED", "1".into()),
    ])
}

/// Where a server is installed.
fn installed(name: &str) -> Result<PathBuf> {
    let variable = format!("CAMPAIGN_WIDGET_BACKEND_{}", name.replace('-', "_").to_uppercase());
    let folder = env::var_os(&variable).with_context(|| {
        format!("{variable} must name its packages: run `cargo xtask test backends`, or `cms`, which sets it")
    })?;
    Ok(folder.into())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &to)?,
            false => drop(fs::copy(entry.path(), to)?),
        }
    }
    Ok(())
}
