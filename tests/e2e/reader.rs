//! What a reader's system prefers, has and keeps, and where it is: for one window, by the Chrome DevTools
//! Protocol in Chromium, and by a script of the browser's own in Firefox.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::engine::Engine;
use crate::harness::Stage;

/// Overrides a property of the context in which Firefox shows the window's pages.
const OVERRIDE: &str = "
    const [name, value] = arguments;
    const { browsingContext } = gBrowser.selectedBrowser;
    if (!(name in browsingContext)) return false;
    browsingContext[name] = value;
    return true;";

/// Keeps downloads in a folder.
const KEEP: &str = "
    Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', arguments[0]);
    return true;";

/// Whether scripts of the session run in the page, or in the window around it.
#[derive(Debug)]
struct ScriptsRunIn(&'static str);

impl FormatRequestData for ScriptsRunIn {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

impl Stage {
    /// Lets the reader's system prefer this, by the names and values of media features.
    ///
    /// # Errors
    ///
    /// In WebKit, where a system prefers one thing all the time; and for a feature of
    /// which the test's engine cannot be told.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Result<()> {
        if self.engine == Engine::Chromium {
            let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
            let features: Vec<Value> = features.iter().map(feature).collect();
            return self
                .devtools("Emulation.setEmulatedMedia", json!({ "features": features }))
                .await;
        }
        for (feature, value) in features {
            let name = match *feature {
                "forced-colors" => "forcedColorsOverride",
                "prefers-color-scheme" => "prefersColorSchemeOverride",
                "prefers-reduced-motion" => "prefersReducedMotionOverride",
                _ => bail!("{:?} cannot be told of {feature}", self.engine),
            };
            self.overrule(name, value).await?;
        }
        Ok(())
    }

    /// Moves the reader to a time zone, by its IANA name.
    ///
    /// # Errors
    ///
    /// In WebKit, which has that of the machine.
    pub async fn move_to(&self, time_zone: &str) -> Result<()> {
        if self.engine == Engine::Chromium {
            let zone = json!({ "timezoneId": time_zone });
            return self.devtools("Emulation.setTimezoneOverride", zone).await;
        }
        self.overrule("timezoneOverride", time_zone).await
    }

    /// Makes the reader's pointer a finger.
    ///
    /// # Errors
    ///
    /// In WebKit.
    pub async fn touch(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
            self.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
        } else {
            self.overrule("touchEventsOverride", "enabled").await?;
        }
        let is_coarse = "return matchMedia('(pointer: coarse)').matches;";
        ensure!(self.script::<bool>(is_coarse).await?, "the pointer is no finger");
        Ok(())
    }

    /// Keeps what the reader downloads in a folder.
    ///
    /// # Errors
    ///
    /// In WebKit.
    pub async fn keep_downloads(&self, folder: &Path) -> Result<()> {
        if self.engine == Engine::Chromium {
            let allowed = json!({ "behavior": "allow", "downloadPath": folder });
            return self.devtools("Browser.setDownloadBehavior", allowed).await;
        }
        ensure!(self.in_firefox(KEEP, vec![json!(folder)]).await?);
        Ok(())
    }

    async fn overrule(&self, name: &str, value: &str) -> Result<()> {
        let is_known = self.in_firefox(OVERRIDE, vec![json!(name), json!(value)]).await?;
        ensure!(is_known, "this Firefox has no {name}");
        Ok(())
    }

    /// Runs a script of the browser's own, and gives what it says.
    async fn in_firefox(&self, script: &str, arguments: Vec<Value>) -> Result<bool> {
        ensure!(self.engine == Engine::Firefox, "only Firefox has such scripts");
        self.browser.cmd(ScriptsRunIn("chrome")).await?;
        let said = self.browser.execute(script, arguments).await;
        self.browser.cmd(ScriptsRunIn("content")).await?;
        Ok(said?.convert()?)
    }
}
