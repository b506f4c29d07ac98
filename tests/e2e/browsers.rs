//! Browsers that one test after the other uses, because to start one takes longer than
//! most tests. Each test has windows and an origin of its own, and so nothing of what
//! an earlier one has stored.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use futures_util::FutureExt;
use thirtyfour::{WebDriver, WindowHandle};

use crate::engine::{Driver, Engine};

/// The browsers of this run.
static BROWSERS: Mutex<Browsers> = Mutex::new(Browsers { tests: 0, idle: Vec::new() });

struct Browsers {
    /// How many tests run: after the last one every browser quits.
    tests: usize,
    idle: Vec<Browser>,
}

/// A browser for one test at a time.
pub struct Browser {
    /// What drives it.
    pub session: WebDriver,
    /// The window that is always there, with an empty page.
    pub home: WindowHandle,
    engine: Engine,
    _driver: Arc<Driver>,
}

/// Plays a test in a browser that no other test is using. After a test that passes, the
/// next one may have it.
///
/// # Errors
///
/// When no browser starts or quits, or the test fails.
pub async fn in_one(engine: Engine, test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let idle = {
        let mut browsers = browsers();
        browsers.tests += 1;
        browsers.idle.pop()
    };
    let played = AssertUnwindSafe(play(engine, idle, test)).catch_unwind().await;
    let left = {
        let mut browsers = browsers();
        browsers.tests -= 1;
        if browsers.tests == 0 { std::mem::take(&mut browsers.idle) } else { Vec::new() }
    };
    let mut quit = Ok(());
    for browser in left {
        quit = quit.and(browser.session.quit().await);
    }
    // Why a test failed counts more than what comes of that.
    played.unwrap_or_else(|panic| resume_unwind(panic))?;
    Ok(quit?)
}

async fn play(
    engine: Engine,
    idle: Option<Browser>,
    test: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let browser = match idle {
        Some(browser) => browser,
        None => Browser::start(engine).await?,
    };
    let played = AssertUnwindSafe(test(&browser)).catch_unwind().await;
    // What a test that failed has left behind is not to trouble the next one.
    let quit = if matches!(played, Ok(Ok(()))) && browser.tidy().await.is_ok() {
        browsers().idle.push(browser);
        Ok(())
    } else {
        browser.session.quit().await
    };
    played.unwrap_or_else(|panic| resume_unwind(panic))?;
    Ok(quit?)
}

fn browsers() -> MutexGuard<'static, Browsers> {
    BROWSERS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Browser {
    async fn start(engine: Engine) -> Result<Browser> {
        let (driver, session) = Driver::open(engine).await?;
        Ok(Browser { home: session.window().await?, session, engine, _driver: driver })
    }

    /// Closes the windows of the test, and forgets what they have complained of since, for
    /// its servers are gone.
    async fn tidy(&self) -> Result<()> {
        for window in self.session.windows().await? {
            if window != self.home {
                self.session.switch_to_window(window).await?;
                self.session.close_window().await?;
            }
        }
        self.session.switch_to_window(self.home.clone()).await?;
        if self.engine == Engine::Chromium {
            self.session.browser_log().await?;
        }
        Ok(())
    }
}
