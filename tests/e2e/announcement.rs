//! The announcement page as a customer would publish it.

use anyhow::Result;

use crate::harness::on_stage;
use crate::setup::Setup;

#[tokio::test]
async fn the_announcement_page_loads_cleanly_on_a_phone() -> Result<()> {
    on_stage(Setup::new().viewport(360, 740), async |stage| {
        stage.open("/").await?;
        let over = stage.card("#card").await?;
        assert_eq!((over.phase().await?, over.seconds().await?), ("closed".into(), 0));
        let practice = stage.card("#practice").await?;
        assert_eq!(practice.phase().await?, "open");
        assert!(practice.seconds().await? > 0);

        let width: u32 = stage.script("return document.documentElement.scrollWidth").await?;
        assert!(width <= 360, "the page is {width} px wide and scrolls sideways");

        // The form is always one press away.
        let form = practice.part("open-questionnaire").await?;
        let url = stage.questionnaire.url("6854");
        assert_eq!(form.href.as_deref(), Some(url.as_str()));
        assert!(!form.text.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_moment_of_the_campaign_is_one_press_away() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        stage.open("/?preview-at=2025-07-09T23:59:00%2B08:00").await?;
        let card = stage.card("#card").await?;
        assert_eq!(card.phase().await?, "open");
        assert!(card.seconds().await? <= 60);
        card.part("preview").await?;
        Ok(())
    })
    .await
}
