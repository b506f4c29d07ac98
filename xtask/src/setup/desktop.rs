//! What makes a desktop that nobody sees, for browsers that have windows on one.

use super::process::on_path;

/// Debian's packages of it.
pub const PACKAGES: [&str; 4] = ["dbus", "openbox", "xdotool", "xvfb"];

/// Whether its programs are on the path.
pub fn is_here() -> bool {
    ["dbus-daemon", "openbox", "xdotool", "Xvfb"].iter().all(|name| on_path(name).is_some())
}
