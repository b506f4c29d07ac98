//! The engines in which the card is tested.

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use super::browser::{self, Browser};
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

/// The engines that this machine has.
pub struct Engines {
    /// Chromium, which is always there, and its driver.
    pub chromium: Browser,
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
    /// When Chromium is not there, or Firefox is and what drives it cannot be installed.
    pub fn find_or_install(workspace: &mut Workspace) -> Result<Engines> {
        let engines = Engines {
            chromium: browser::find_or_install()?,
            firefox: browser::firefox(),
            webkit: browser::webkit(),
        };
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
}
