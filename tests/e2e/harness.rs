//! The stage of a test: a site, a questionnaire and a browser of its own.

use std::env;
use std::iter;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, WebDriver, WebDriverRunError, WindowHandle};
use xtask::site::listen;
use xtask::site::pages::{Options, Site};
use xtask::site::questionnaire::{Database, Questionnaire};
use xtask::surface::Element;

use crate::card::Card;
use crate::engine::{Driver, Engine};
use crate::setup::{QUESTIONNAIRE, Setup};
use crate::surface;
use crate::wait::until;

/// How long a script of a test may take, on a busy machine too.
const SCRIPTS: Duration = Duration::from_secs(120);

/// Notes what the widget tells the page (EVENTS, as the manifest lists them), and
/// which windows it opens instead of opening them.
const WATCH: &str = "
    globalThis.heard = [];
    for (const name of EVENTS) {
        addEventListener(name, ({ type, target, detail }) =>
            heard.push({ name: type, from: target.id, detail }));
    }
    globalThis.opened = [];
    globalThis.open = (address) => { opened.push(String(address)); return null; };";

/// What has an opener shares its process.
const OPEN_BESIDE: &str = "
    const link = document.createElement('a');
    Object.assign(link, { href: 'about:blank', target: '_blank', rel: 'opener' }).click();";

/// An event of the widget.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Heard {
    /// Its type.
    pub name: String,
    /// The `id` of the element.
    pub from: String,
    /// What it carries.
    pub detail: Value,
}

/// Where a test plays.
pub struct Stage {
    /// The page's origin.
    pub site: Site,
    /// The endpoint's origin.
    pub questionnaire: Questionnaire,
    /// The reader's browser.
    pub browser: WebDriver,
    setup: Setup,
}

impl Stage {
    /// Opens a page of the site.
    pub async fn open(&self, path: &str) -> Result<()> {
        let url = format!("{}{path}", self.site.origin());
        Ok(self.browser.goto(url).await?)
    }

    /// Opens the page of [`Setup::card`] and waits for the card.
    pub async fn open_card(&self) -> Result<Card> {
        self.open("/card.html").await?;
        self.card("campaign-widget").await
    }

    /// Opens the page of [`Setup::card`], whose card will not come.
    pub async fn open_without_card(&self) -> Result<Card> {
        self.open("/card.html").await?;
        Ok(Card::at(&self.browser, "campaign-widget"))
    }

    /// Opens another tab, which is a process of its own, and goes there.
    pub async fn new_tab(&self) -> Result<WindowHandle> {
        let tab = self.browser.new_tab().await?;
        self.go_to(&tab).await?;
        self.prepare().await?;
        Ok(tab)
    }

    /// Opens another tab that shares the process of this one, and goes there.
    pub async fn new_tab_beside(&self) -> Result<WindowHandle> {
        let before = self.browser.windows().await?;
        self.script::<()>(OPEN_BESIDE).await?;
        let opened = async || {
            let windows = self.browser.windows().await?;
            Ok(windows.into_iter().find(|window| !before.contains(window)))
        };
        let tab = until("the other tab", opened, Option::is_some).await?.context("a tab")?;
        self.go_to(&tab).await?;
        self.prepare().await?;
        Ok(tab)
    }

    /// Goes to another tab.
    pub async fn go_to(&self, tab: &WindowHandle) -> Result<()> {
        Ok(self.browser.switch_to_window(tab.clone()).await?)
    }

    /// The card at a selector, once it is there.
    pub async fn card(&self, selector: &str) -> Result<Card> {
        Card::ready(&self.browser, selector).await
    }

    /// Loads the page again and waits for its card.
    pub async fn reload(&self) -> Result<Card> {
        self.browser.refresh().await?;
        self.card("campaign-widget").await
    }

    /// What a script in the page gives.
    pub async fn script<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        Ok(self.browser.execute(script, vec![]).await?.convert()?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<()> {
        self.ask_devtools(command, parameters).await?;
        Ok(())
    }

    /// Sends such a command, and gives its answer.
    pub async fn ask_devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.browser.cdp().send_raw(command, parameters).await?)
    }

    /// The paths of everything that the page has begun to load, in order, but its
    /// icon.
    pub async fn loaded(&self) -> Result<Vec<String>> {
        let paths = "return performance.getEntriesByType('resource')
            .map(({ name }) => new URL(name).pathname).filter((path) => !path.endsWith('.ico'));";
        self.script(paths).await
    }

    /// Moves the reader to a time zone, by its IANA name.
    pub async fn move_to(&self, time_zone: &str) -> Result<()> {
        self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": time_zone })).await
    }

    /// The details of all events of this name so far.
    pub async fn heard(&self, name: &str) -> Result<Vec<Value>> {
        let heard: Vec<Heard> = self.script("return heard;").await?;
        Ok(heard.into_iter().filter(|heard| heard.name == name).map(|h| h.detail).collect())
    }

    /// Waits until the events of this name have had these details.
    pub async fn wait_for_events(&self, name: &str, details: &[Value]) -> Result<()> {
        let look = async || self.heard(name).await;
        until(&format!("{name} {details:?}"), look, |heard| heard == details).await?;
        Ok(())
    }

    /// Waits until one more window was opened, and gives its address.
    pub async fn opened(&self) -> Result<String> {
        let look = async || self.script::<Vec<String>>("return opened.splice(0);").await;
        let mut opened = until("a new window", look, |opened| opened.len() == 1).await?;
        opened.pop().context("one window")
    }

    /// Lets the page use the clipboard, or only read it.
    pub async fn allow_clipboard(&self, writing: bool) -> Result<()> {
        for (name, allowed) in [("clipboard-read", true), ("clipboard-write", writing)] {
            let permission = json!({
                "origin": self.site.origin(),
                "permission": { "name": name },
                "setting": if allowed { "granted" } else { "denied" },
            });
            self.devtools("Browser.setPermission", permission).await?;
        }
        Ok(())
    }

    /// Waits for a text on the clipboard.
    pub async fn wait_for_clipboard(&self, text: &str) -> Result<()> {
        let read = "navigator.clipboard.readText().then(arguments[0], String)";
        let look = async || {
            let copied = self.browser.execute_async(read, vec![]).await?;
            Ok(copied.convert::<String>()?)
        };
        until("the copied text", look, |copied| copied == text).await?;
        Ok(())
    }

    /// Gives the page a view of this size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// The window's size and the scripts, for what this tab loads from now on.
    async fn prepare(&self) -> Result<()> {
        let (width, height) = self.setup.viewport;
        self.resize(width, height).await?;
        let events = Element::read()?.events.into_iter().map(|event| event.name);
        let watch = WATCH.replace("EVENTS", &events.collect::<Value>().to_string());
        for script in iter::once(&watch).chain(&self.setup.scripts) {
            let script = json!({ "source": script });
            self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
        }
        Ok(())
    }
}

/// Plays a test in Chromium, quits its browser however it ends, and fails it for
/// every violation of the policy, every error on the console and every part that the
/// manifest does not list.
pub async fn on_stage(setup: Setup, test: impl AsyncFnOnce(&Stage) -> Result<()>) -> Result<()> {
    on_stage_in(Engine::Chromium, setup, test).await
}

/// Plays a test in a browser of this engine. What takes the Chrome DevTools
/// Protocol is there in Chromium alone: the console, scripts before a page's
/// own, and the size of the window.
pub async fn on_stage_in(
    engine: Engine,
    setup: Setup,
    test: impl AsyncFnOnce(&Stage) -> Result<()>,
) -> Result<()> {
    let (_driver, browser) = Driver::open(engine).await?;
    play(engine, browser, setup, test).await
}

/// Plays a test in a browser that is open.
pub async fn play(
    engine: Engine,
    browser: WebDriver,
    setup: Setup,
    test: impl AsyncFnOnce(&Stage) -> Result<()>,
) -> Result<()> {
    let served = match setup.host {
        Some(host) => named("CAMPAIGN_WIDGET_HOSTS", "the built host pages")?.join(host),
        None => dist()?,
    };
    let questionnaire = Questionnaire::start(listen(0)?, &Database::Memory)?;
    let origin = setup.endpoint.clone().unwrap_or_else(|| questionnaire.origin());
    let options = Options {
        dist: served,
        extra: setup.files(&origin),
        csp: setup.policy.map(|policy| policy.replace(QUESTIONNAIRE, &origin)),
        headers: setup.headers.clone(),
        questionnaire: origin,
        reloads: false,
    };
    let site = Site::start(listen(0)?, options)?;
    let played = browser
        .run_and_quit(|browser| async move {
            browser.set_script_timeout(SCRIPTS).await?;
            let stage = Stage { site, questionnaire, browser, setup };
            if engine != Engine::Chromium {
                return test(&stage).await;
            }
            stage.prepare().await?;
            let result = test(&stage).await;
            let mut unclean = unclean(stage.browser.browser_log().await?, &stage.setup);
            unclean.extend(surface::unlisted(&stage.browser).await?);
            // What the console says often explains why the test failed.
            match result {
                Err(error) if unclean.is_empty() => Err(error),
                Err(error) => Err(error.context(unclean.join("\n"))),
                Ok(()) => {
                    ensure!(unclean.is_empty(), "{}", unclean.join("\n"));
                    Ok(())
                }
            }
        })
        .await;
    match played {
        Err(WebDriverRunError::Body(error)) => Err(error),
        other => Ok(other?),
    }
}

/// The built widget.
pub fn dist() -> Result<PathBuf> {
    named("CAMPAIGN_WIDGET_DIST", "the built widget")
}

fn named(variable: &str, what: &str) -> Result<PathBuf> {
    let folder = env::var_os(variable).with_context(|| {
        format!("{variable} must name {what}: run `cargo xtask test e2e`, which sets it")
    })?;
    Ok(folder.into())
}

/// What is wrong with the console: errors and violations that nobody
/// expects, and messages that did not come.
fn unclean(log: Vec<BrowserLogEntry>, setup: &Setup) -> Vec<String> {
    let Setup { expected, allowed, .. } = setup;
    let bad = |entry: &BrowserLogEntry| {
        entry.level == "SEVERE" || entry.message.contains("Content Security Policy")
    };
    let messages: Vec<String> = log.into_iter().filter(bad).map(|entry| entry.message).collect();
    let missing = expected
        .iter()
        .filter(|part| !messages.iter().any(|message| message.contains(**part)))
        .map(|part| format!("the console never said {part:?}"));
    let surprising = messages
        .iter()
        .filter(|message| !expected.iter().chain(allowed).any(|part| message.contains(part)))
        .map(|message| format!("console: {message}"));
    surprising.chain(missing).collect()
}
