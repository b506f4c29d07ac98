//! A window with a view of a given size, in each engine.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{WebDriver, WindowHandle};

use crate::engine::Engine;
use crate::wait::until;

/// A window without bars may be narrower than one with them.
const OPEN: &str = "open('about:blank', '', 'popup,noopener,width=WIDTH,height=HEIGHT');";

/// The width and the height of the view, in CSS pixels.
pub type Size = (u32, u32);

/// Opens another window from the one at `home`, and goes there.
pub async fn open(
    browser: &WebDriver,
    engine: Engine,
    home: &WindowHandle,
    size: Size,
) -> Result<WindowHandle> {
    browser.switch_to_window(home.clone()).await?;
    let opened = if engine == Engine::Chromium {
        browser.new_tab().await?
    } else {
        let (width, height) = size;
        let open = OPEN.replace("WIDTH", &width.to_string()).replace("HEIGHT", &height.to_string());
        opened_by(browser, async || Ok(browser.execute(open, vec![]).await.map(drop)?)).await?
    };
    go_to(browser, engine, &opened).await?;
    resize(browser, engine, size).await?;
    Ok(opened)
}

/// Goes to a window, which has the focus then.
pub async fn go_to(browser: &WebDriver, engine: Engine, window: &WindowHandle) -> Result<()> {
    browser.switch_to_window(window.clone()).await?;
    if engine == Engine::Chromium {
        // A tab that WebDriver opens or goes to does not have it.
        browser.cdp().send_raw("Page.bringToFront", json!({})).await?;
    }
    Ok(())
}

/// The window that opens when this is done.
pub async fn opened_by(
    browser: &WebDriver,
    done: impl AsyncFnOnce() -> Result<()>,
) -> Result<WindowHandle> {
    let before = browser.windows().await?;
    done().await?;
    let look = async || {
        let windows = browser.windows().await?;
        Ok(windows.into_iter().find(|window| !before.contains(window)))
    };
    until("the other window", look, Option::is_some).await?.context("a window")
}

/// Gives the page a view of this size.
pub async fn resize(browser: &WebDriver, engine: Engine, (width, height): Size) -> Result<()> {
    if engine == Engine::Chromium {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        return Ok(());
    }
    let view = async || -> Result<Size> {
        Ok(browser.execute("return [innerWidth, innerHeight];", vec![]).await?.convert()?)
    };
    let fit = async || {
        let inner = view().await?;
        if inner != (width, height) {
            let outer = browser.get_window_rect().await?;
            let with_frame = |wanted: u32, outer: i64, inner: u32| {
                u32::try_from(i64::from(wanted) + outer - i64::from(inner))
            };
            let width = with_frame(width, outer.width, inner.0)?;
            let height = with_frame(height, outer.height, inner.1)?;
            browser.set_window_rect(0, 0, width, height).await?;
        }
        view().await
    };
    until(&format!("a view of {width} x {height}"), fit, |view| *view == (width, height)).await?;
    Ok(())
}
