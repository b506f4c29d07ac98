//! Where the campaign can come from, besides `src`.

use anyhow::Result;
use serde_json::json;

use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};

#[tokio::test]
async fn a_campaign_can_stand_in_the_page_itself() -> Result<()> {
    let page = format!(
        "<campaign-widget><script type=\"application/json\">{}</script><p>F</p></campaign-widget>",
        open_campaign()
    );
    on_stage(Setup::new().page("/card.html", &page), async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn a_framework_gives_the_campaign_as_an_object() -> Result<()> {
    let mut campaign = open_campaign();
    let setup = Setup::new().card("").before_load(&format!(
        "addEventListener('DOMContentLoaded', () => {{
            document.querySelector('campaign-widget').campaign = {campaign};
        }});"
    ));
    on_stage(setup, async |stage| {
        // Set before the element was defined, and set again.
        let card = stage.open_card().await?;
        card.wait_for_text("端到端测试").await?;
        campaign["languages"]["zh-CN"]["title"] = json!("另一个活动");
        card.script::<()>(&format!("element.campaign = {campaign};")).await?;
        card.wait_for_text("另一个活动").await?;
        let kept: String = card.script("return element.campaign.languages['zh-CN'].title;").await?;
        assert_eq!(kept, "另一个活动");
        Ok(())
    })
    .await
}
