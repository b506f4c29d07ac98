//! The stage of a test: a site, a questionnaire and a browser of its own.

use std::collections::BTreeSet;
use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, WebDriver, WindowHandle};
use xtask::site::listen;
use xtask::site::pages::{Options, Site};
use xtask::site::questionnaire::{Database, Questionnaire};

use crate::browsers::{self, Browser};
use crate::card::Card;
use crate::engine::Engine;
use crate::scripts::{COMPLAIN, before_load, in_the_page};
use crate::setup::{QUESTIONNAIRE, Setup};
use crate::wait::until;
use crate::{surface, window};

/// How long a script of a test may take, on a busy machine too. WebKit's driver sets a timer
/// of this length in the page for each.
pub const SCRIPTS: Duration = Duration::from_secs(120);

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
    /// Its engine.
    pub engine: Engine,
    home: WindowHandle,
    setup: Setup,
}

impl Stage {
    /// A site and a questionnaire for a browser of this engine.
    fn in_browser(
        engine: Engine,
        browser: WebDriver,
        home: WindowHandle,
        setup: Setup,
    ) -> Result<Stage> {
        let served = match setup.host {
            Some(host) => named("CAMPAIGN_WIDGET_HOSTS", "the built host pages")?.join(host),
            None => dist()?,
        };
        let questionnaire = Questionnaire::start(unused_port()?, &Database::Memory)?;
        let origin = setup.endpoint.clone().unwrap_or_else(|| questionnaire.origin());
        let before_load = match engine {
            Engine::Chromium => String::new(),
            Engine::Firefox | Engine::WebKit => {
                [&[COMPLAIN.to_owned()], &*before_load(&setup)?].concat().join(";\n")
            }
        };
        let options = Options {
            dist: served,
            extra: setup.files(&origin),
            csp: setup.policy.map(|policy| policy.replace(QUESTIONNAIRE, &origin)),
            headers: setup.headers.clone(),
            questionnaire: origin,
            before_load,
            reloads: false,
        };
        let site = Site::start(unused_port()?, options)?;
        Ok(Stage { site, questionnaire, browser, engine, home, setup })
    }

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
        let size = self.setup.viewport;
        let tab = window::open(&self.browser, self.engine, &self.home, size).await?;
        self.prepare().await?;
        Ok(tab)
    }

    /// Opens another tab that shares the process of this one, and goes there.
    pub async fn new_tab_beside(&self) -> Result<WindowHandle> {
        let tab = self.opened_by(async || self.script(OPEN_BESIDE).await).await?;
        self.go_to(&tab).await?;
        let (width, height) = self.setup.viewport;
        self.resize(width, height).await?;
        self.prepare().await?;
        Ok(tab)
    }

    /// The tab that opens when this is done.
    pub async fn opened_by(&self, done: impl AsyncFnOnce() -> Result<()>) -> Result<WindowHandle> {
        window::opened_by(&self.browser, done).await
    }

    /// Goes to another tab.
    pub async fn go_to(&self, tab: &WindowHandle) -> Result<()> {
        window::go_to(&self.browser, self.engine, tab).await
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
        Ok(self.browser.execute(in_the_page(script), vec![]).await?.convert()?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<()> {
        self.ask_devtools(command, parameters).await?;
        Ok(())
    }

    /// Sends such a command, and gives its answer.
    ///
    /// # Errors
    ///
    /// In another engine than Chromium: the test belongs into the table of what is
    /// not tested there, `engines.md`.
    pub async fn ask_devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "{:?} does not know {command}", self.engine);
        Ok(self.browser.cdp().send_raw(command, parameters).await?)
    }

    /// The paths of everything that the page has begun to load, in order, but its
    /// icon.
    pub async fn loaded(&self) -> Result<Vec<String>> {
        let paths = "return performance.getEntriesByType('resource')
            .map(({ name }) => new URL(name).pathname).filter((path) => !path.endsWith('.ico'));";
        self.script(paths).await
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

    /// Lets the page use the clipboard, or only read it. Other engines than Chromium are
    /// told to let every page use it.
    pub async fn allow_clipboard(&self, writing: bool) -> Result<()> {
        if self.engine != Engine::Chromium && writing {
            return Ok(());
        }
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
        // A window of Firefox that is only just there may never be answered.
        let read = "Promise.race([
            navigator.clipboard.readText(),
            new Promise((told) => setTimeout(told, 2000, 'no answer')),
        ]).then(arguments[0], String)";
        let look = async || {
            let copied = self.browser.execute_async(read, vec![]).await?;
            Ok(copied.convert::<String>()?)
        };
        until("the copied text", look, |copied| copied == text).await?;
        Ok(())
    }

    /// Gives the page a view of this size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        window::resize(&self.browser, self.engine, (width, height)).await
    }

    /// Has the scripts run in what this tab loads from now on. In other engines than
    /// Chromium the site puts them into its pages.
    async fn prepare(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            for script in before_load(&self.setup)? {
                let script = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
            }
        }
        Ok(())
    }

    /// What is wrong with the page now, beside what the test itself looks at.
    async fn unclean(&self) -> Result<Vec<String>> {
        let mut unclean = match self.engine {
            Engine::Chromium => unclean(self.browser.browser_log().await?, &self.setup),
            Engine::Firefox | Engine::WebKit => self.complaints().await,
        };
        unclean.extend(surface::unlisted(&self.browser).await?);
        Ok(unclean)
    }

    /// What the page complains of. What a test expects is written in Chromium's words.
    async fn complaints(&self) -> Vec<String> {
        let Setup { expected, allowed, .. } = &self.setup;
        if !expected.is_empty() || !allowed.is_empty() {
            return Vec::new();
        }
        // A test may end where no script runs.
        let complaints = self.script::<Vec<String>>("return globalThis.complaints ?? [];").await;
        // In Chromium, the policy of a page does not count for its icon.
        let counts = |complaint: &String| !complaint.ends_with("/favicon.ico");
        complaints.unwrap_or_default().into_iter().filter(counts).collect()
    }
}

/// Plays a test in a browser of the engine that is chosen, and fails it for every
/// violation of the policy, every error on the console and every part that the
/// manifest does not list.
pub async fn on_stage(setup: Setup, test: impl AsyncFnOnce(&Stage) -> Result<()>) -> Result<()> {
    let engine = Engine::chosen()?;
    browsers::in_one(engine, async |Browser { session, home, .. }| {
        let stage = Stage::in_browser(engine, session.clone(), home.clone(), setup)?;
        let in_a_window = async |stage: &Stage| {
            stage.new_tab().await?;
            test(stage).await
        };
        play(&stage, in_a_window).await
    })
    .await
}

/// As [`on_stage`], in the first window of a browser of its own, which quits then.
pub async fn on_stage_of(
    engine: Engine,
    session: WebDriver,
    setup: Setup,
    test: impl AsyncFnOnce(&Stage) -> Result<()>,
) -> Result<()> {
    let home = session.window().await?;
    let stage = Stage::in_browser(engine, session.clone(), home, setup)?;
    let in_the_window = async |stage: &Stage| {
        stage.prepare().await?;
        test(stage).await
    };
    let played = play(&stage, in_the_window).await;
    session.quit().await?;
    played
}

async fn play(stage: &Stage, test: impl AsyncFnOnce(&Stage) -> Result<()>) -> Result<()> {
    stage.browser.set_script_timeout(SCRIPTS).await?;
    let result = test(stage).await;
    let unclean = stage.unclean().await?;
    // What the console says often explains why the test failed.
    match result {
        Err(error) if unclean.is_empty() => Err(error),
        Err(error) => Err(error.context(unclean.join("\n"))),
        Ok(()) => {
            ensure!(unclean.is_empty(), "{}", unclean.join("\n"));
            Ok(())
        }
    }
}

/// Listens where no earlier test has, whose storage its browser still has.
fn unused_port() -> Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
    // Until one is found, the others stay taken.
    let mut taken = Vec::new();
    loop {
        let listener = listen(0)?;
        if used.insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        taken.push(listener);
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
