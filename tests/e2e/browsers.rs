//! Browsers that one test after the other uses, because to start one takes longer than
//! most tests. Each test has a window and an origin of its own, and so nothing of what
//! an earlier one has stored.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use anyhow::Result;
use thirtyfour::{WebDriver, WindowHandle};

use crate::engine::{Driver, Engine, shared};

/// The browsers of this run, which quit when the last test lets go of them.
pub struct Browsers {
    engine: Engine,
    idle: Mutex<Vec<Browser>>,
}

/// A browser for one test at a time.
pub struct Browser {
    /// What drives it. It is dropped, and so quits, before its driver.
    pub session: WebDriver,
    /// The window that is always there, with an empty page.
    pub home: WindowHandle,
    _driver: Arc<Driver>,
}

impl Browsers {
    /// Those that are in use, or none yet.
    pub fn shared() -> Result<Arc<Browsers>> {
        static SHARED: Mutex<Weak<Browsers>> = Mutex::new(Weak::new());
        shared(&SHARED, || Ok(Browsers { engine: Engine::chosen()?, idle: Mutex::default() }))
    }

    /// A browser that no test is using.
    ///
    /// # Errors
    ///
    /// When none is idle, and another one does not start.
    pub async fn take(&self) -> Result<Browser> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(browser) => Ok(browser),
            None => {
                let (driver, session) = Driver::open(self.engine).await?;
                Ok(Browser { home: session.window().await?, session, _driver: driver })
            }
        }
    }

    /// Leaves a browser to the next test, without the windows of this one.
    ///
    /// # Errors
    ///
    /// When they cannot be closed. The browser has quit then.
    pub async fn give_back(&self, browser: Browser) -> Result<()> {
        for window in browser.session.windows().await? {
            if window != browser.home {
                browser.session.switch_to_window(window).await?;
                browser.session.close_window().await?;
            }
        }
        browser.session.switch_to_window(browser.home.clone()).await?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
        Ok(())
    }
}
