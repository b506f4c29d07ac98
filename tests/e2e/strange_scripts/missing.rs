//! Browsers that lack something: those inside apps, frames that may do little,
//! and readers who have switched it off.

use anyhow::{Context, Result};
use chrono::{TimeDelta, Utc};
use serde_json::Value;

use super::{assert_works, open};
use crate::harness::on_stage;
use crate::setup::{Setup, campaign, open_campaign, rfc3339};
use crate::wait::until;

/// What is missing, and how. Taken away before any script of the page.
const MISSING: [(&str, &str); 15] = [
    ("navigator.languages", "delete Navigator.prototype.languages;"),
    ("navigator.languages, which is null", "define(navigator, 'languages', null);"),
    ("navigator.languages, which are none", "define(navigator, 'languages', []);"),
    (
        "every language",
        "delete Navigator.prototype.languages; delete Navigator.prototype.language;",
    ),
    ("navigator.clipboard", "delete Navigator.prototype.clipboard;"),
    ("a method of the clipboard", "delete Clipboard.prototype.writeText;"),
    (
        "the share sheet",
        "define(navigator, 'share', undefined); define(navigator, 'canShare', null);",
    ),
    ("Web Locks", "delete Navigator.prototype.locks;"),
    ("BroadcastChannel", "delete globalThis.BroadcastChannel;"),
    ("storage, which is null", "define(globalThis, 'localStorage', null);"),
    ("storage", "delete globalThis.localStorage; delete globalThis.sessionStorage;"),
    ("crypto", "delete globalThis.crypto;"),
    ("performance", "delete globalThis.performance;"),
    ("matchMedia", "delete globalThis.matchMedia;"),
    ("Intl.DisplayNames", "delete Intl.DisplayNames;"),
];

const DEFINE: &str = "const define = (owner, name, value) =>
    Object.defineProperty(owner, name, { configurable: true, value });";

fn without(script: &str) -> Setup {
    open().before_load(&format!("{{ {DEFINE} {script} }}"))
}

/// The card died of the first of these.
#[tokio::test]
async fn a_browser_that_lacks_what_the_card_can_do_without() -> Result<()> {
    for (what, script) in MISSING {
        on_stage(without(script), async |stage| {
            let card = stage.open_card().await?;
            stage.allow_clipboard(true).await?;
            assert_works(&card).await?;
            card.press("copy").await?;
            let copies = async || stage.heard("campaign-copy").await;
            until("a copy", copies, |copies| copies.len() == 1).await?;
            assert_eq!(stage.heard("campaign-error").await?, [] as [Value; 0]);
            Ok(())
        })
        .await
        .context(what)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_that_does_not_tell_what_is_in_sight_shows_the_card_at_once() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .before_load("delete globalThis.IntersectionObserver;");
    on_stage(setup, async |stage| assert_works(&stage.open_card().await?).await).await
}

#[tokio::test]
async fn the_time_of_the_server_counts_where_the_page_has_no_monotonic_clock() -> Result<()> {
    let (start, end) = (Utc::now() - TimeDelta::days(9), Utc::now() - TimeDelta::days(8));
    let then = rfc3339(start + TimeDelta::hours(1));
    let setup = Setup::new()
        .campaign(&campaign(start, end))
        .card(&format!("src=\"/campaign.json\" server-now=\"{then}\""))
        .before_load("delete globalThis.performance;");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("open").await?;
        let left = card.seconds().await?;
        assert!((82_600..=82_800).contains(&left), "{left} s are left of 23 hours");
        until("the next second", async || card.seconds().await, |now| *now < left).await?;
        Ok(())
    })
    .await
}
