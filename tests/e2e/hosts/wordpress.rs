//! A post of WordPress with the snippet in a block "Custom HTML". The post is
//! `tests/hosts/wordpress/post.html`; the page is what WordPress makes of it.

use anyhow::Result;
use serde_json::Value;

use super::host;
use crate::harness::on_stage;

#[tokio::test]
async fn a_post_of_wordpress_shows_the_card_in_the_column_of_its_text() -> Result<()> {
    on_stage(host("wordpress"), async |stage| {
        stage.open("/").await?;
        let card = stage.card("campaign-widget[src]").await?;
        card.wait_for_text("端到端测试").await?;
        let boxes = "return ['.entry-content > p', 'campaign-widget[src]'].map((selector) => {
            const { left, right } = document.querySelector(selector).getBoundingClientRect();
            return [left, right];
        });";
        let boxes: Value = stage.script(boxes).await?;
        assert_eq!(boxes[0], boxes[1], "left and right of a paragraph and of the card");
        Ok(())
    })
    .await
}

/// WordPress makes quotes and dashes of text curly and long. A campaign file in
/// the block is no text to it.
#[tokio::test]
async fn a_campaign_file_in_the_block_comes_through_as_it_was_written() -> Result<()> {
    on_stage(host("wordpress"), async |stage| {
        stage.open("/").await?;
        let card = stage.card("#inline").await?;
        assert_eq!(card.part("title").await?.text, "Traders' \"week\" -- 3x5 & more...");
        let form = card.part("open-questionnaire").await?.href;
        assert_eq!(form.as_deref(), Some("https://www.gate.com/questionnaire/6854?a=1&b=2"));
        Ok(())
    })
    .await
}
