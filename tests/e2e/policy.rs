//! The policy of a careful page: what the widget promises to do without.

use anyhow::Result;

use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};

/// Every violation and every error on the console fails a test.
#[tokio::test]
async fn the_card_needs_no_more_than_the_promised_policy() -> Result<()> {
    let setup = Setup::new()
        .promised_policy_only()
        .campaign(&open_campaign())
        .card("src=\"/campaign.json\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("＃Gate xStocks 交易体验# #BTC ").await?;
        card.fix("tag").await?;
        card.fix("only-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "pass"), ("length", "fail")]).await?;
        card.press("copy").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;

        let cookies: String = stage.script("return document.cookie").await?;
        assert_eq!(cookies, "");
        // Styled although the policy allows no style: a tall enough button.
        let height: f64 = card
            .script("return element.shadowRoot.querySelector('[part=copy]').offsetHeight;")
            .await?;
        assert!(height >= 44.0, "the button is {height} px tall");
        Ok(())
    })
    .await
}
