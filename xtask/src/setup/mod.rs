//! Finds what a command needs, and installs what is missing at pinned
//! versions. Says nothing when nothing is missing.

pub mod browser;
pub mod process;
pub mod rust;
mod tool;
mod version;
pub mod workspace;

use std::path::PathBuf;

use anyhow::Result;

use self::workspace::Workspace;

/// What it takes to build `dist/`.
pub fn for_building(workspace: &mut Workspace) -> Result<()> {
    rust::wasm_target()?;
    rust::std_source()?;
    tool::find_or_install(workspace)?;
    rust::fetch(workspace)
}

/// What it takes to check the format and the lints.
pub fn for_linting() -> Result<()> {
    rust::wasm_target()?;
    rust::component("rustfmt", "fmt")?;
    rust::component("clippy", "clippy")
}

/// What it takes to build the documentation of the widget.
pub fn for_documenting() -> Result<()> {
    rust::wasm_target()
}

/// What it takes to check what comes in from outside.
pub fn for_judging_dependencies(workspace: &mut Workspace) -> Result<()> {
    tool::cargo_deny(workspace)
}

/// What it takes to test the components. The browser is
/// [`browser::find_or_install`].
pub fn for_components(workspace: &mut Workspace) -> Result<()> {
    rust::wasm_target()?;
    tool::wasm_bindgen(workspace)
}

/// What it takes to hold the widget against twitter-text and ical.js: the folder of
/// npm packages that has them.
pub fn for_comparing(workspace: &Workspace) -> Result<PathBuf> {
    tool::compared_packages(workspace)
}

/// What it takes to build the host pages: the folder of npm packages that they
/// are built with.
pub fn for_hosting(workspace: &Workspace) -> Result<PathBuf> {
    tool::host_packages(workspace)
}

/// What it takes to build what the card is compared with: the folder of npm
/// packages.
pub fn for_racing(workspace: &Workspace) -> Result<PathBuf> {
    tool::race_packages(workspace)
}

/// The engines beside Chromium's that this machine has.
pub struct Engines {
    /// Firefox's program.
    pub firefox: Option<PathBuf>,
    /// Whether WebKitGTK is there.
    pub webkit: bool,
}

/// What to say where there is no Firefox.
pub const WITHOUT_FIREFOX: &str = "Firefox is not here (Debian: firefox-esr), nothing tested in it";
/// What to say where there is no WebKitGTK.
pub const WITHOUT_WEBKIT: &str =
    "WebKitGTK is not here (Debian: webkit2gtk-driver and xvfb), nothing tested in it";

/// What it takes to open the card in other engines, where that is possible.
pub fn for_comparing_engines(workspace: &mut Workspace) -> Result<Engines> {
    let engines = Engines { firefox: browser::firefox(), webkit: browser::webkit() };
    if engines.firefox.is_some() {
        tool::geckodriver(workspace)?;
    }
    Ok(engines)
}

/// What to say where no input method can be had.
pub const WITHOUT_INPUT_METHODS: &str = "no input methods are here (Debian: dbus fcitx5 \
    fcitx5-frontend-gtk3 fcitx5-frontend-gtk4 fcitx5-hangul fcitx5-mozc fcitx5-pinyin openbox \
    xdotool xvfb), nothing typed by them";

/// What it takes to type by an input method in the engines that are here; none where
/// this machine cannot have that.
pub fn for_input_methods(workspace: &mut Workspace) -> Result<Option<Engines>> {
    browser::input_methods().then(|| for_comparing_engines(workspace)).transpose()
}

/// What to say where no screen reader can be had.
pub const WITHOUT_SCREEN_READER: &str = "no screen reader is here (Debian: at-spi2-core dbus \
    openbox orca xdotool xvfb), nothing spoken by it";

/// What it takes to have a screen reader speak in the engines that are here; none where
/// this machine cannot have that.
pub fn for_screen_reader(workspace: &mut Workspace) -> Result<Option<Engines>> {
    let engines = browser::screen_reader().then(|| -> Result<Engines> {
        let firefox = browser::firefox();
        if firefox.is_some() {
            tool::geckodriver(workspace)?;
        }
        // It has no window in which Orca could read.
        Ok(Engines { firefox, webkit: false })
    });
    engines.transpose()
}

/// What it takes to hold the card against WCAG: the script of axe-core.
pub fn for_auditing(workspace: &Workspace) -> Result<PathBuf> {
    tool::axe(workspace)
}
