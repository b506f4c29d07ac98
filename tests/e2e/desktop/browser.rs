//! Browsers with a window on a desktop.

use std::env;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use super::Desktop;
use crate::engine::{CHROMIUM_ARGUMENTS, Engine, free_port};
use crate::harness::{Stage, on_stage_of};
use crate::setup::Setup;
use crate::wait::until;

impl Desktop {
    /// A browser with a window, and a session of its driver.
    ///
    /// # Errors
    ///
    /// When one of them does not start.
    pub async fn open(&self, engine: Engine) -> Result<WebDriver> {
        let port = free_port()?;
        let mut arguments = vec![format!("--port={port}")];
        if engine == Engine::Firefox {
            arguments.push(format!("--websocket-port={}", free_port()?));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.spawn(engine.driver(), &arguments)?;
        let url = format!("http://127.0.0.1:{port}");
        let listens = async || Ok(reqwest::get(format!("{url}/status")).await.is_ok());
        until("the driver", listens, |listens| *listens).await?;
        WebDriver::new(url, with_a_window(engine)?)
            .await
            .with_context(|| format!("no browser session in {engine:?}"))
    }

    /// Plays a test in a browser with a window on this desktop, whose page is as large as
    /// the window.
    ///
    /// # Errors
    ///
    /// What fails the test.
    pub async fn play(
        &self,
        engine: Engine,
        setup: Setup,
        test: impl AsyncFnOnce(&Stage) -> Result<()>,
    ) -> Result<()> {
        let browser = self.open(engine).await?;
        on_stage_of(engine, browser, setup, test).await
    }
}

/// The browser of an engine, in a window.
fn with_a_window(engine: Engine) -> Result<Capabilities> {
    let named = |variable: &str| env::var(variable).ok();
    match engine {
        Engine::Chromium => {
            let mut capabilities = DesiredCapabilities::chrome();
            let headless = |argument: &&str| argument.starts_with("--headless");
            for argument in CHROMIUM_ARGUMENTS.iter().filter(|argument| !headless(argument)) {
                capabilities.add_arg(argument)?;
            }
            // No bar that warns of the missing sandbox.
            capabilities.add_arg("--test-type")?;
            if let Some(chrome) = named("CHROME") {
                capabilities.set_binary(&chrome)?;
            }
            capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
            Ok(capabilities.into())
        }
        Engine::Firefox => {
            // In this mode a window need not be in front, and has no input method.
            // geckodriver turns it on, and so do the browser's preferences for tests.
            let mut options = json!({ "prefs": {
                "focusmanager.testmode": false,
                "remote.prefs.recommended": false,
            } });
            if let Some(firefox) = named("FIREFOX") {
                options["binary"] = Value::String(firefox);
            }
            let mut capabilities = Capabilities::new();
            capabilities.set("moz:firefoxOptions", options)?;
            Ok(capabilities)
        }
        Engine::WebKit => Ok(Capabilities::new()),
    }
}
