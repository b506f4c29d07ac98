//! The stage of a test: a site, a questionnaire and a browser of its own.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};
use thirtyfour::{
    BrowserLogEntry, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver, WebDriverRunError,
};
use xtask::site::listen;
use xtask::site::pages::{Extra, Options, Site};
use xtask::site::questionnaire::{Database, Questionnaire};

use crate::card::Card;
use crate::driver::Driver;

const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
];

/// What a test needs to be in place before its page loads.
pub struct Setup {
    viewport: (u32, u32),
    time_zone: Option<&'static str>,
    clock_error: TimeDelta,
    files: Vec<Extra>,
    expected: Vec<&'static str>,
}

impl Setup {
    /// A desktop window, the machine's zone and clock, no message expected.
    pub fn new() -> Setup {
        Setup {
            viewport: (1000, 900),
            time_zone: None,
            clock_error: TimeDelta::zero(),
            files: Vec::new(),
            expected: Vec::new(),
        }
    }

    /// A page of this size, in CSS pixels.
    pub fn viewport(mut self, width: u32, height: u32) -> Setup {
        self.viewport = (width, height);
        self
    }

    /// The reader's time zone, by its IANA name.
    pub fn time_zone(mut self, name: &'static str) -> Setup {
        self.time_zone = Some(name);
        self
    }

    /// The reader's clock is wrong by this much.
    pub fn clock_error(mut self, error: TimeDelta) -> Setup {
        self.clock_error = error;
        self
    }

    /// One more file on the site, or another one instead of a built file.
    pub fn file(mut self, file: Extra) -> Setup {
        self.files.push(file);
        self
    }

    /// A page `/card.html` with one card that has these attributes.
    pub fn card(self, attributes: &str) -> Setup {
        let page = format!(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <title>Card</title><link rel=\"icon\" href=\"data:,\">\
             <script type=\"module\" src=\"/campaign-widget.js\"></script></head>\
             <body><campaign-widget {attributes}><p>Fallback</p></campaign-widget></body></html>"
        );
        self.file(Extra::new("/card.html", "text/html; charset=utf-8", page))
    }

    /// The console will say this, and the test knows why. A message that does
    /// not come is as much a failure as one that nobody expects.
    pub fn expect(mut self, part_of_message: &'static str) -> Setup {
        self.expected.push(part_of_message);
        self
    }
}

/// Where a test plays.
pub struct Stage {
    /// The page's origin.
    pub site: Site,
    /// The endpoint's origin.
    pub questionnaire: Questionnaire,
    /// The reader's browser.
    pub browser: WebDriver,
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

    /// The card at a selector, once it is there.
    pub async fn card(&self, selector: &str) -> Result<Card> {
        Card::ready(&self.browser, selector).await
    }

    /// Loads the page again and waits for its card.
    pub async fn reload(&self) -> Result<Card> {
        self.browser.refresh().await?;
        self.card("campaign-widget").await
    }
}

/// Plays a test, quits its browser however it ends, and fails it for every
/// violation of the policy and every error on the console.
pub async fn on_stage(setup: Setup, test: impl AsyncFnOnce(&Stage) -> Result<()>) -> Result<()> {
    let dist = env::var_os("CAMPAIGN_WIDGET_DIST")
        .map(PathBuf::from)
        .context("CAMPAIGN_WIDGET_DIST must name the built widget")?;
    let questionnaire = Questionnaire::start(listen(0)?, &Database::Memory)?;
    let options =
        Options { dist, questionnaire: questionnaire.origin(), extra: setup.files, csp: None };
    let site = Site::start(listen(0)?, options)?;
    let driver = Driver::shared()?;
    let browser =
        WebDriver::new(driver.url(), capabilities()?).await.context("no browser session")?;
    let played = browser
        .run_and_quit(|browser| async move {
            let stage = Stage { site, questionnaire, browser };
            prepare(&stage.browser, setup.viewport, setup.time_zone, setup.clock_error).await?;
            let result = test(&stage).await;
            let unclean = unclean(stage.browser.browser_log().await?, &setup.expected);
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

fn capabilities() -> Result<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

async fn prepare(
    browser: &WebDriver,
    (width, height): (u32, u32),
    time_zone: Option<&str>,
    clock_error: TimeDelta,
) -> Result<()> {
    let devtools = browser.cdp();
    let metrics = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
    });
    devtools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    if let Some(name) = time_zone {
        devtools.emulation().set_timezone_override(name).await?;
    }
    if !clock_error.is_zero() {
        let script = wrong_clock(clock_error);
        devtools.page().add_script_to_evaluate_on_new_document(script).await?;
    }
    Ok(())
}

/// Moves `Date` of the page, and leaves times that are given as they are.
fn wrong_clock(error: TimeDelta) -> String {
    let error = error.num_milliseconds();
    format!(
        "globalThis.Date = new Proxy(Date, {{
            construct: (date, given, target) =>
                Reflect.construct(date, given.length ? given : [date.now() + {error}], target),
            apply: (date) => new date(date.now() + {error}).toString(),
            get: (date, name) =>
                name === 'now' ? () => date.now() + {error} : Reflect.get(date, name),
        }});"
    )
}

/// What is wrong with the console: errors and violations that nobody
/// expects, and messages that did not come.
fn unclean(log: Vec<BrowserLogEntry>, expected: &[&str]) -> Vec<String> {
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
        .filter(|message| !expected.iter().any(|part| message.contains(part)))
        .map(|message| format!("console: {message}"));
    surprising.chain(missing).collect()
}

/// A campaign at `/campaign.json` with the first campaign's rules and another
/// window, for tests that send nothing: it has no endpoint.
pub fn campaign(start: DateTime<Utc>, end: DateTime<Utc>) -> Extra {
    let rfc3339 = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let campaign: Value = json!({
        "id": "e2e",
        "window": { "start": rfc3339(start), "end": rfc3339(end) },
        "questionnaire": { "page": "https://www.gate.com/questionnaire/6854", "accepts": ["x"] },
        "details": "https://www.gate.com/announcements/article/45926",
        "compose": "https://www.gate.com/post",
        "languages": {
            "zh-CN": {
                "title": "端到端测试",
                "tag": "#Gate xStocks 交易体验#",
                "minimum": { "count": 20, "unit": "characters" }
            }
        }
    });
    Extra::new("/campaign.json", "application/json", campaign.to_string())
}
