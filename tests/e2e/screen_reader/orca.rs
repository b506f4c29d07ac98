//! The screen reader Orca, on a desktop of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::utterance::{Utterance, utterances};
use crate::desktop::{Desktop, Windows};
use crate::wait::until;

/// What has browsers tell what is on the page.
const ACCESSIBILITY: [(&str, &str); 4] = [
    ("ACCESSIBILITY_ENABLED", "1"),
    ("GNOME_ACCESSIBILITY", "1"),
    ("GSETTINGS_BACKEND", "memory"),
    // Where the campaign is, so that all dates are the same.
    ("TZ", "Asia/Shanghai"),
];

/// Orca refuses to start beside another one of the same user, which it asks this for.
const NO_OTHERS: &str = "#!/bin/sh\nexit 1\n";

/// Has Orca tell in which language it speaks.
const CUSTOMIZATIONS: &str = include_str!("customizations.py");

/// So long has it nothing more to say once its log stands still: when what it will say is
/// not known, and when it is, on a busy machine too.
const STILL: [Duration; 2] = [Duration::from_millis(2_500), Duration::from_secs(8)];

/// Whether what was spoken is all that was to be.
type Wanted<'a> = dyn Fn(&[Utterance]) -> bool + 'a;

/// A running Orca. It needs no voice: what it speaks is in its log.
pub struct Orca {
    log: PathBuf,
    /// How much of the log belongs to what was heard before.
    heard: usize,
}

impl Orca {
    /// A desktop on which programs tell screen readers what they show.
    ///
    /// # Errors
    ///
    /// When what it needs is not there; the error says how to install it.
    pub async fn desktop() -> Result<Desktop> {
        let desktop = Desktop::start(Windows::FillTheScreen, &ACCESSIBILITY).await?;
        for property in ["IsEnabled", "ScreenReaderEnabled"] {
            let set = desktop
                .command("dbus-send")
                .args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"])
                .arg("org.freedesktop.DBus.Properties.Set")
                .args(["string:org.a11y.Status", &format!("string:{property}")])
                .arg("variant:boolean:true")
                .output()?;
            ensure!(set.status.success(), "no bus for screen readers (Debian: at-spi2-core)");
        }
        Ok(desktop)
    }

    /// Starts it with the settings of a new user, but for what it says of keys and of
    /// pages that are loaded.
    ///
    /// # Errors
    ///
    /// When it is not there or does not start.
    pub async fn start(desktop: &Desktop) -> Result<Orca> {
        let general = json!({
            "enableBraille": false,
            "enableKeyEcho": false,
            "enableSound": false,
            "pageSummaryOnLoad": false,
            "sayAllOnLoad": false,
        });
        let default = json!({
            "profile": ["Default", "default"], "keybindings": {}, "pronunciations": {},
        });
        let settings = json!({
            "general": general, "keybindings": {}, "pronunciations": {},
            "profiles": { "default": default },
        });
        desktop.write("orca/user-settings.conf", &settings.to_string())?;
        desktop.write("orca/orca-customizations.py", CUSTOMIZATIONS)?;
        desktop.write("bin/pgrep", NO_OTHERS)?;
        fs::set_permissions(desktop.folder("bin/pgrep"), fs::Permissions::from_mode(0o700))?;
        let log = desktop.folder("orca.out");
        let [bin, out, settings] =
            ["bin", "orca.out", "orca"].map(|inside| desktop.folder(inside).display().to_string());
        let run = "PATH=\"$0:$PATH\" exec orca --debug-file \"$1\" --user-prefs \"$2\"";
        let start = ["-c", run, &bin, &out, &settings];
        desktop.spawn("sh", &start)?;
        let orca = Orca { log, heard: 0 };
        let ready = async || Ok(orca.unheard_utterances());
        until("Orca (Debian: orca)", ready, |said| *said > 0)
            .await
            .with_context(|| fs::read_to_string(desktop.folder("sh.log")).unwrap_or_default())?;
        Ok(orca)
    }

    /// Listens until it has said what is `wanted`, or nothing more for a while. What is
    /// heard is not heard again.
    pub async fn listen(&mut self, wanted: Option<&Wanted<'_>>) -> Vec<Utterance> {
        let mut last = (Instant::now(), 0);
        loop {
            let log = self.unheard();
            let (heard, read) = utterances(&log);
            if log.len() != last.1 {
                last = (Instant::now(), log.len());
            }
            let is_still = last.0.elapsed() > STILL[usize::from(wanted.is_some())];
            if is_still || wanted.is_some_and(|wanted| wanted(&heard)) {
                self.heard += read;
                return heard;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// How much of what it said was not heard yet.
    pub fn unheard_utterances(&self) -> usize {
        utterances(&self.unheard()).0.len()
    }

    /// What it has written since. The last character may be written in part.
    fn unheard(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(log.get(self.heard..).unwrap_or_default()).into_owned()
    }
}
