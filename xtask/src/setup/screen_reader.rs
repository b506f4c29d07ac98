//! A screen reader, what browsers tell it by, and a desktop for both.

use std::path::Path;

use super::browser::or_install;
use super::process::on_path;

/// What to say where it is not.
pub const MISSING: &str = "no screen reader is here (Debian: at-spi2-core dbus openbox orca \
    xdotool xvfb), nothing spoken by it";

/// Debian's packages of it, and of what makes a desktop.
const PACKAGES: [&str; 6] = ["at-spi2-core", "dbus", "openbox", "orca", "xdotool", "xvfb"];

/// What the session bus starts when a browser asks for a screen reader.
const SERVICE: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// Finds the packages by what they bring, or installs them, and says
/// whether this machine has them.
pub fn find_or_install() -> bool {
    let programs = ["dbus-daemon", "dbus-send", "openbox", "orca", "xdotool", "Xvfb"];
    let find = || {
        let has_programs = programs.iter().all(|name| on_path(name).is_some());
        (has_programs && Path::new(SERVICE).is_file()).then_some(())
    };
    or_install(find, &PACKAGES).is_some()
}
