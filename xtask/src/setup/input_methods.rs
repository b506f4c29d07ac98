//! Input methods, and a desktop on which they type posts as people do.

use std::fs;
use std::path::{Path, PathBuf};

use super::browser::or_install;
use super::desktop;
use super::process::on_path;

/// What to say where they are not.
pub const MISSING: &str = "no input methods are here (Debian: dbus fcitx5 \
    fcitx5-frontend-gtk3 fcitx5-frontend-gtk4 fcitx5-hangul fcitx5-mozc fcitx5-pinyin openbox \
    xdotool xvfb), nothing typed by them";

/// Debian's packages of them.
const PACKAGES: [&str; 6] = [
    "fcitx5",
    "fcitx5-frontend-gtk3",
    "fcitx5-frontend-gtk4",
    "fcitx5-hangul",
    "fcitx5-mozc",
    "fcitx5-pinyin",
];

/// Finds the packages by what they bring, or installs them, and says
/// whether this machine has them.
pub fn find_or_install() -> bool {
    let programs = ["dbus-send", "fcitx5"];
    let methods = ["hangul", "mozc", "pinyin"];
    let find = || {
        let has_methods = methods.iter().all(|method| {
            Path::new("/usr/share/fcitx5/inputmethod").join(format!("{method}.conf")).is_file()
        });
        let has_programs = programs.iter().all(|name| on_path(name).is_some());
        (has_methods && has_toolkits() && has_programs && desktop::is_here()).then_some(())
    };
    or_install(find, &[&PACKAGES[..], &desktop::PACKAGES].concat()).is_some()
}

/// Whether GTK finds fcitx5, in a folder whose name depends on the processor.
fn has_toolkits() -> bool {
    let modules =
        ["gtk-3.0/3.0.0/immodules/im-fcitx5.so", "gtk-4.0/4.0.0/immodules/libim-fcitx5.so"];
    let folders: Vec<PathBuf> = fs::read_dir("/usr/lib")
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    modules.iter().all(|module| folders.iter().any(|folder| folder.join(module).is_file()))
}
