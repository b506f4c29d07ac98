//! The engines in which the card is tested.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use super::browser;
use super::tool;
use super::workspace::Workspace;

/// A browser's engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, in its MiniBrowser.
    Webkit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::Webkit => "WebKitGTK",
        }
    }

    /// Its name in the tests.
    pub fn module(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// The title of the end-to-end tests in it.
    pub fn title(self) -> &'static str {
        match self {
            Engine::Chromium => "end-to-end tests in Chromium",
            Engine::Firefox => "end-to-end tests in Firefox",
            Engine::Webkit => "end-to-end tests in WebKitGTK",
        }
    }

    /// What to say where it is not.
    pub fn missing(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium is not here",
            Engine::Firefox => "Firefox is not here (Debian: firefox-esr), nothing tested in it",
            Engine::Webkit => {
                "WebKitGTK is not here (Debian: dbus openbox webkit2gtk-driver xdotool xvfb), \
                 nothing tested in it"
            }
        }
    }
}

/// The engines beside Chromium's that this machine has.
pub struct Engines {
    /// Firefox's program.
    pub firefox: Option<PathBuf>,
    /// Whether WebKitGTK is there.
    pub webkit: bool,
}

impl Engines {
    /// Finds them, or installs them where that is possible.
    ///
    /// # Errors
    ///
    /// When Firefox is there and what drives it cannot be installed.
    pub fn find_or_install(workspace: &mut Workspace) -> Result<Engines> {
        let engines = Engines { firefox: browser::firefox(), webkit: browser::webkit() };
        if engines.firefox.is_some() {
            tool::geckodriver(workspace)?;
        }
        Ok(engines)
    }

    /// Whether the card can be tested in an engine.
    pub fn have(&self, engine: Engine) -> bool {
        match engine {
            Engine::Chromium => true,
            Engine::Firefox => self.firefox.is_some(),
            Engine::Webkit => self.webkit,
        }
    }

    /// Tells the end-to-end tests to play in an engine.
    pub fn choose<'c>(&self, engine: Engine, tests: &'c mut Command) -> &'c mut Command {
        tests
            .env("CAMPAIGN_WIDGET_ENGINE", engine.module())
            .envs(self.firefox.as_ref().map(|firefox| ("FIREFOX", firefox)))
    }
}
