//! The one `chromedriver` process of all tests.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;

use anyhow::{Context, Result};

/// A running `chromedriver`, ended when the last test lets go of it.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// The driver that runs, or a new one when none does.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn shared() -> Result<Arc<Driver>> {
        static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade() {
            return Ok(running);
        }
        let driver = Arc::new(Driver::start()?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start() -> Result<Driver> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("chromedriver has no output")?;
        let mut driver = Driver { process, port: 0 };
        let mut lines = BufReader::new(output);
        driver.port = port_in(&mut lines)?;
        // It stops when nobody reads what it says.
        thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// From "ChromeDriver was started successfully on port 12345."
fn port_in(lines: &mut impl BufRead) -> Result<u16> {
    for line in lines.lines() {
        let line = line?;
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
    anyhow::bail!("chromedriver ended without a port")
}
