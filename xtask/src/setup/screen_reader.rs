//! A screen reader, what browsers tell it by, and a desktop for both.

use std::path::Path;

use super::browser::or_install;
use super::desktop;
use super::process::on_path;

/// What to say where it is not.
pub const MISSING: &str = "no screen reader is here (Debian: at-spi2-core dbus openbox orca \
    xdotool xvfb), nothing spoken by it";

/// Debian's packages of it.
const PACKAGES: [&str; 2] = ["at-spi2-core", "orca"];

/// What the session bus starts when a browser asks for a screen reader.
const SERVICE: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// Finds the packages by what they bring, or installs them, and says
/// whether this machine has them.
pub fn find_or_install() -> bool {
    let programs = ["dbus-send", "orca"];
    let find = || {
        let has_programs = programs.iter().all(|name| on_path(name).is_some());
        (has_programs && Path::new(SERVICE).is_file() && desktop::is_here()).then_some(())
    };
    or_install(find, &[&PACKAGES[..], &desktop::PACKAGES].concat()).is_some()
}
