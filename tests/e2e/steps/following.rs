//! Following the account, which the card takes the person's word for.

use anyhow::Result;

use super::{of, wait_for_steps, with_account};
use crate::card::Card;
use crate::harness::on_stage;
use crate::setup::open_campaign;
use crate::share::STAY;
use crate::wait::until;

/// Waits until the box is ticked, or is not.
async fn wait_for_tick(card: &Card, ticked: bool) -> Result<()> {
    let is_ticked = "return element.shadowRoot.querySelector('[part=followed]').checked;";
    let look = async || card.script::<bool>(is_ticked).await;
    until(&format!("ticked: {ticked}"), look, |seen| *seen == ticked).await?;
    let state = if ticked { "done" } else { "now" };
    let write = if ticked { "now" } else { "later" };
    let steps = [("follow", state), ("write", write), ("share", "later"), ("hand-in", "later")];
    wait_for_steps(card, &steps).await
}

#[tokio::test]
async fn a_tick_is_kept_and_can_be_taken_back() -> Result<()> {
    on_stage(of(&with_account("@Gate广场_Official")), async |stage| {
        let card = stage.open_card().await?;
        wait_for_tick(&card, false).await?;
        assert!(!card.part("follow").await?.shown, "X has no such name");
        card.press("followed").await?;
        wait_for_tick(&card, true).await?;

        let card = stage.reload().await?;
        wait_for_tick(&card, true).await?;
        card.press("followed").await?;
        wait_for_tick(&card, false).await?;
        let card = stage.reload().await?;
        wait_for_tick(&card, false).await
    })
    .await
}

#[tokio::test]
async fn the_link_to_the_account_ticks_the_box() -> Result<()> {
    on_stage(of(&with_account("@gate_io")).before_load(STAY), async |stage| {
        let card = stage.open_card().await?;
        let to_account = card.part("follow").await?;
        assert!(to_account.shown);
        assert_eq!(to_account.text, "x.com/gate_io");
        assert_eq!(to_account.href.as_deref(), Some("https://x.com/gate_io"));
        wait_for_tick(&card, false).await?;
        card.press("follow").await?;
        assert_eq!(stage.opened().await?, "https://x.com/gate_io");
        wait_for_tick(&card, true).await?;
        // Once more it stays ticked.
        card.press("follow").await?;
        stage.opened().await?;
        wait_for_tick(&stage.reload().await?, true).await
    })
    .await
}

#[tokio::test]
async fn the_page_of_the_campaign_file_is_where_one_follows() -> Result<()> {
    let mut campaign = with_account("@Gate广场_Official");
    campaign["languages"]["zh-CN"]["followPage"] = "https://www.gate.com/post/official".into();
    on_stage(of(&campaign), async |stage| {
        let card = stage.open_card().await?;
        let to_account = card.part("follow").await?;
        assert_eq!(to_account.text, "www.gate.com/post/official");
        assert_eq!(to_account.href.as_deref(), Some("https://www.gate.com/post/official"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_an_account_there_is_no_such_step() -> Result<()> {
    on_stage(of(&open_campaign()), async |stage| {
        let card = stage.open_card().await?;
        wait_for_steps(&card, &[("write", "now"), ("share", "later"), ("hand-in", "later")]).await
    })
    .await
}
