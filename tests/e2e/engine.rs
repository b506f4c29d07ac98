//! The browsers in which a test can play, and the WebDriver processes that
//! drive them.

use std::env;
use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::desktop::{Desktop, Windows};
use crate::wait::until;

/// A browser's engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a desktop of its own.
    WebKit,
}

/// What tests want of Chromium.
pub const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless=new",
    // Colours and places are what they become, at once.
    "--force-prefers-reduced-motion",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    // A name server that is out of reach would take its time.
    "--host-resolver-rules=MAP *.invalid ~NOTFOUND",
];

/// Windows open without a press, and the clipboard can be read.
const WEBKIT_ARGUMENTS: [&str; 3] = [
    "--automation",
    "--javascript-can-open-windows-automatically=true",
    "--javascript-can-access-clipboard=true",
];

impl Engine {
    /// The engine that `CAMPAIGN_WIDGET_ENGINE` names, or Chromium.
    ///
    /// # Errors
    ///
    /// When it names no engine.
    pub fn chosen() -> Result<Engine> {
        match env::var("CAMPAIGN_WIDGET_ENGINE").as_deref() {
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok("chromium") | Err(_) => Ok(Self::Chromium),
            Ok(other) => bail!("{other} is no engine: chromium, firefox or webkit"),
        }
    }

    /// The program that drives it.
    pub fn driver(self) -> OsString {
        match self {
            Self::Chromium => named("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => named("GECKODRIVER", "geckodriver"),
            Self::WebKit => "WebKitWebDriver".into(),
        }
    }

    fn capabilities(self) -> Result<Capabilities> {
        match self {
            Self::Chromium => {
                let mut capabilities = DesiredCapabilities::chrome();
                for argument in CHROMIUM_ARGUMENTS {
                    capabilities.add_arg(argument)?;
                }
                if let Ok(chrome) = env::var("CHROME") {
                    capabilities.set_binary(&chrome)?;
                }
                capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
                Ok(capabilities.into())
            }
            Self::Firefox => {
                let mut options = json!({ "args": ["-headless"], "prefs": {
                    "dom.disable_open_during_load": false,
                    "dom.events.testing.asyncClipboard": true,
                    "ui.prefersReducedMotion": 1,
                } });
                if let Ok(firefox) = env::var("FIREFOX") {
                    options["binary"] = Value::String(firefox);
                }
                let mut capabilities = Capabilities::new();
                capabilities.set("moz:firefoxOptions", options)?;
                Ok(capabilities)
            }
            Self::WebKit => {
                let options = json!({ "args": WEBKIT_ARGUMENTS });
                let mut capabilities = Capabilities::new();
                capabilities.set("webkitgtk:browserOptions", options)?;
                Ok(capabilities)
            }
        }
    }
}

/// A running driver, ended when the last one lets go of it.
pub struct Driver {
    process: Child,
    port: u16,
    _desktop: Option<Desktop>,
}

impl Driver {
    /// A browser of this engine, and what drives it. The browser is to be quit
    /// before that is dropped.
    ///
    /// # Errors
    ///
    /// When one of them cannot be started.
    pub async fn open(engine: Engine) -> Result<(Arc<Driver>, WebDriver)> {
        let driver = match engine {
            // It can have many browsers at once, and they use little.
            Engine::Chromium => Driver::shared()?,
            Engine::Firefox => Arc::new(Driver::start(engine, None)?),
            // It cannot do without a screen, whose clipboard its tests would share; and
            // without a window manager none of its windows would have the focus.
            Engine::WebKit => {
                let desktop = Desktop::start(Windows::AsTheyOpen, &[]).await?;
                Arc::new(Driver::start(engine, Some(desktop))?)
            }
        };
        let url = driver.url();
        let listens = async || Ok(reqwest::get(format!("{url}/status")).await.is_ok());
        until("the driver", listens, |listens| *listens).await?;
        let browser = WebDriver::new(url, engine.capabilities()?)
            .await
            .with_context(|| format!("no browser session in {engine:?}"))?;
        Ok((driver, browser))
    }

    /// The chromedriver that runs, or a new one when none does.
    fn shared() -> Result<Arc<Driver>> {
        static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        shared(&SHARED, || Driver::start(Engine::Chromium, None))
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start(engine: Engine, desktop: Option<Desktop>) -> Result<Driver> {
        let program = engine.driver();
        let port = free_port()?;
        let mut command = match &desktop {
            Some(desktop) => desktop.command(&program),
            None => Command::new(&program),
        };
        command.arg(format!("--port={port}"));
        if engine == Engine::Firefox {
            // For what a test tells it of the reader's system.
            command.arg("--allow-system-access");
            // It has one port for another protocol, which every other one wants too.
            command.arg(format!("--websocket-port={}", free_port()?));
            // The screen that it has without one: views are no larger.
            command.env("MOZ_HEADLESS_WIDTH", "2000").env("MOZ_HEADLESS_HEIGHT", "2000");
        }
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        Ok(Driver { process, port, _desktop: desktop })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The one that is in use, or a new one when none is.
fn shared<T>(place: &Mutex<Weak<T>>, start: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(running) = place.upgrade() {
        return Ok(running);
    }
    let started = Arc::new(start()?);
    *place = Arc::downgrade(&started);
    Ok(started)
}

/// The program that an environment variable names, or the one on the path.
fn named(variable: &str, program: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| program.into())
}

/// A port that nobody listens at.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
