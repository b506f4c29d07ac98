//! The card in a frame on somebody else's page, which is on another origin
//! than the frame and allows it nothing that it can do without.

mod arrival;
mod canvas;
mod events;
mod failures;
mod focus;
mod height;
mod parameters;
mod plain;
mod strangers;

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::By;
use xtask::site::listen;
use xtask::site::pages::{Extra, Options, Site};

use crate::card::Card;
use crate::harness::Stage;
use crate::scripts::in_the_page;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// What src/frame/frame.md tells the host of a frame to send.
const HOST: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self' https://questionnaire.example; frame-ancestors http://127.0.0.1:*; \
     require-trusted-types-for 'script'";

/// Notes what a frame gets to hear, and every moment at which it has a
/// scrollbar.
const LOOK_INSIDE: &str = "if (self !== top) {
    Object.assign(globalThis, { looks: 0, scrollbars: 0, messages: [] });
    addEventListener('message', ({ data, origin }) => messages.push({ data, origin }));
    const look = () => {
        looks += 1;
        if (innerWidth > document.documentElement.clientWidth) scrollbars += 1;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}";

/// What a page must allow for a frame, besides its own style.
const FRAMES: &str = "frame-src 'self' http://127.0.0.1:*; style-src 'self'";

/// The page's own style.
const STYLE: &str = "body { margin: 0; } iframe { display: block; width: 100%; border: 0; }";

/// The script of a page that lets its frames grow.
const SCRIPT: &str = "<script type=\"module\" src=\"/campaign-widget-frame.js\"></script>";

/// A site that hosts frames, with a campaign in Chinese and English.
fn host() -> Setup {
    host_of(&open_campaign())
}

/// A site that hosts frames, with another campaign.
fn host_of(campaign: &Value) -> Setup {
    Setup::new().policy(HOST).before_load(LOOK_INSIDE).campaign(campaign)
}

/// The `src` of a frame of the stage's site.
fn src(stage: &Stage, parameters: &str) -> String {
    format!("{}/frame.html?{parameters}", stage.site.origin())
}

/// A frame with the campaign of [`host`].
fn frame(stage: &Stage) -> String {
    frame_with(&src(stage, "src=/campaign.json&amp;lang=zh-CN"), "id=\"frame\" height=\"640\"")
}

/// A frame with more attributes.
fn frame_with(src: &str, attributes: &str) -> String {
    format!("<iframe class=\"campaign-widget\" src=\"{src}\" {attributes}></iframe>")
}

/// The page around, on an origin of its own.
struct Around(Site);

impl Around {
    /// Opens a page that may run its own scripts, and nothing else.
    async fn open(stage: &Stage, body: &str) -> Result<Around> {
        Around::open_under(stage, &["script-src 'self'; ", FRAMES].concat(), body).await
    }

    /// Opens a page that may not run any script.
    async fn open_scriptless(stage: &Stage, body: &str) -> Result<Around> {
        Around::open_under(stage, FRAMES, body).await
    }

    async fn open_under(stage: &Stage, policy: &str, body: &str) -> Result<Around> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>News</title>\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <link rel=\"stylesheet\" href=\"/page.css\"></head><body>{body}</body></html>"
        );
        let html = "text/html; charset=utf-8";
        let around = Around(Site::start(
            listen(0)?,
            Options {
                dist: crate::harness::dist()?,
                questionnaire: stage.questionnaire.origin(),
                extra: vec![
                    Extra::new("/page.html", html, page),
                    Extra::new("/page.css", "text/css", STYLE),
                    Extra::new("/stranger.html", html, "<!doctype html><p>Stranger</p>"),
                ],
                csp: Some(format!("default-src 'none'; {policy}")),
                ..Options::default()
            },
        )?);
        stage.browser.goto(format!("{}/page.html", around.0.origin())).await?;
        Ok(around)
    }
}

/// Goes into a frame of the page.
async fn enter(stage: &Stage, selector: &str) -> Result<()> {
    stage.browser.enter_default_frame().await?;
    stage.browser.find(By::Css(selector)).await?.enter_frame().await?;
    Ok(())
}

/// Goes into a frame of the page, and waits for the card there.
async fn card_in(stage: &Stage, selector: &str) -> Result<Card> {
    enter(stage, selector).await?;
    stage.card("campaign-widget").await
}

/// What a script in the page around gives, from inside a frame, to which it
/// goes back.
async fn outside(stage: &Stage, selector: &str, script: &str) -> Result<Value> {
    stage.browser.enter_default_frame().await?;
    let script = format!("const frame = document.querySelector(arguments[0]); {script}");
    let script = in_the_page(&script);
    let given = stage.browser.execute(script, vec![json!(selector)]).await?.json().clone();
    enter(stage, selector).await?;
    Ok(given)
}

/// Waits until a frame, into which the test went, is as tall as what it shows,
/// and gives this height.
async fn settled(stage: &Stage, selector: &str) -> Result<i64> {
    let look = async || {
        let shown = stage
            .script::<i64>("return Math.ceil(document.body.getBoundingClientRect().height);")
            .await?;
        let room = outside(stage, selector, "return frame.clientHeight;").await?;
        Ok((shown, room.as_i64().unwrap_or_default()))
    };
    Ok(until("a frame as tall as its card", look, |(shown, room)| shown == room).await?.0)
}
