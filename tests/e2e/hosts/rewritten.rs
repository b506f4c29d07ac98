//! The card on pages that others' scripts rewrite as they please: that navigate by
//! replacing the body, and that colour everything anew.

use anyhow::Result;

use crate::contrast::axe;
use crate::draft::{STORY, TAG};
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// Such scripts write styles, markup and other scripts.
const POLICY: &str = "object-src 'none'";

const HALF: &str = "我先写一半，";

fn host(name: &'static str) -> Setup {
    Setup::new().host(name).campaign(&open_campaign()).policy(POLICY)
}

/// Leaves by the page's own link, and waits until the other page is there: in the same
/// document, or the test would be about nothing.
async fn follow(stage: &Stage, link: &str, heading: &str) -> Result<()> {
    stage.script::<()>(&format!("document.querySelector('{link}').click();")).await?;
    arrive(stage, heading).await
}

async fn arrive(stage: &Stage, heading: &str) -> Result<()> {
    let look = async || {
        stage
            .script::<(String, bool)>(
                "return [document.querySelector('h1')?.textContent ?? '', globalThis.mark === 1];",
            )
            .await
    };
    let seen = until(heading, look, |(text, _)| text == heading).await?;
    assert!(seen.1, "the browser has loaded another document");
    Ok(())
}

/// Away and home by links, then back by the browser's button: the draft is there, one
/// card is, and what it delivers is there once.
async fn outlives_navigation_on(host_name: &'static str) -> Result<()> {
    on_stage(host(host_name), async |stage| {
        stage.open("/").await?;
        stage.card("campaign-widget").await?.paste_draft(HALF).await?;
        stage.script::<()>("globalThis.mark = 1;").await?;
        follow(stage, "#away", "Elsewhere").await?;
        follow(stage, "#home", "Campaign").await?;
        let card = stage.card("campaign-widget").await?;
        assert_eq!(card.part("draft").await?.value.as_deref(), Some(HALF), "after a link");
        card.paste_draft(&format!("{STORY}{TAG}")).await?;
        follow(stage, "#away", "Elsewhere").await?;
        stage.script::<()>("history.back();").await?;
        arrive(stage, "Campaign").await?;
        let card = stage.card("campaign-widget").await?;
        let draft = card.part("draft").await?;
        assert_eq!(draft.value.as_deref(), Some(&*format!("{STORY}{TAG}")), "after going back");
        let cards: usize =
            stage.script("return document.querySelectorAll('campaign-widget').length;").await?;
        assert_eq!(cards, 1);
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        Ok(())
    })
    .await
}

/// Turbo Drive swaps bodies, and shows a copy of the page that it kept.
#[tokio::test]
async fn turbo() -> Result<()> {
    outlives_navigation_on("turbo").await
}

#[tokio::test]
async fn htmx() -> Result<()> {
    outlives_navigation_on("htmx").await
}

/// Dark Reader writes its own colours into every style sheet, those of shadow trees, too.
#[tokio::test]
async fn dark_reader_leaves_the_card_readable() -> Result<()> {
    on_stage(host("dark-reader"), async |stage| {
        stage.open("/").await?;
        let card = stage.card("campaign-widget").await?;
        card.paste_draft(&format!("{STORY} #BTC")).await?;
        let is_dark = async || {
            stage
                .script::<bool>(
                    "return document.documentElement.dataset.darkreaderScheme === 'dark';",
                )
                .await
        };
        until("Dark Reader", is_dark, |dark| *dark).await?;
        axe::load(stage).await?;
        let audit = axe::audit(stage, &["color-contrast"]).await?;
        assert!(audit.violations.is_empty(), "{:#?}", audit.violations);
        Ok(())
    })
    .await
}
