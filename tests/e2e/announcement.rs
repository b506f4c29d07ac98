//! The announcement page as a customer would publish it, and a card whose
//! campaign cannot be read.

use anyhow::Result;
use reqwest::StatusCode;
use thirtyfour::By;
use xtask::site::pages::Extra;

use crate::harness::{Setup, on_stage};
use crate::wait::until;

#[tokio::test]
async fn the_announcement_page_loads_cleanly_on_a_phone() -> Result<()> {
    on_stage(Setup::new().viewport(360, 740), async |stage| {
        stage.open("/").await?;
        let over = stage.card("campaign-widget:not(#practice)").await?;
        assert_eq!((over.phase().await?, over.seconds().await?), ("closed".into(), 0));
        let practice = stage.card("#practice").await?;
        assert_eq!(practice.phase().await?, "open");
        assert!(practice.seconds().await? > 0);

        let width = "return document.documentElement.scrollWidth";
        let width = stage.browser.execute(width, vec![]).await?;
        let width: u32 = width.convert()?;
        assert!(width <= 360, "the page is {width} px wide and scrolls sideways");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_form_is_always_one_press_away() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        stage.open("/").await?;
        let practice = stage.card("#practice").await?;
        let form = practice.part("open-questionnaire").await?;
        let url = stage.questionnaire.url("6854");
        assert_eq!(form.href.as_deref(), Some(url.as_str()));
        assert!(!form.text.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_missing_campaign_leaves_the_fallback_content() -> Result<()> {
    let missing =
        Extra::new("/missing.json", "application/json", "{}").status(StatusCode::NOT_FOUND);
    let setup = Setup::new().card("src=\"/missing.json\"").file(missing).expect("404");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let fallback = stage.browser.find(By::Css("campaign-widget > p")).await?;
        // It must still be there after the answer came.
        let settled = "return performance.getEntriesByName(arguments[0])
            .some((entry) => entry.responseEnd > 0 && performance.now() - entry.responseEnd > 500)";
        let url = serde_json::json!(format!("{}/missing.json", stage.site.origin()));
        let look = async || {
            let answered = stage.browser.execute(settled, vec![url.clone()]).await?;
            Ok(answered.convert::<bool>()?)
        };
        until("the answer 404", look, |answered| *answered).await?;
        assert!(fallback.is_displayed().await?);
        Ok(())
    })
    .await
}
