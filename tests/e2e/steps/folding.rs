//! A post that is shared folds to a line, and never under anybody's hands.

use std::time::Duration;

use anyhow::Result;

use super::wait_for_steps;
use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};
use crate::wait::until;

/// Long enough for a step to fold that should not.
const SOON: Duration = Duration::from_millis(400);

async fn is_open(card: &Card) -> Result<bool> {
    card.script("return element.shadowRoot.querySelector('[data-step=write]').open;").await
}

/// Waits until the step of writing is unfolded, or is not.
async fn wait_for_fold(card: &Card, open: bool) -> Result<()> {
    let look = async || is_open(card).await;
    until(&format!("unfolded: {open}"), look, |seen| *seen == open).await?;
    Ok(())
}

/// Comes back to the page.
async fn come_back(stage: &Stage) -> Result<()> {
    stage.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));").await
}

/// A post that is written, and shared to X.
async fn shared(stage: &Stage) -> Result<Card> {
    let card = stage.open_card().await?;
    card.paste_draft(&format!("{STORY} {TAG}")).await?;
    card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
    card.press("share-x").await?;
    stage.opened().await?;
    wait_for_steps(&card, &[("write", "done"), ("share", "done"), ("hand-in", "now")]).await?;
    Ok(card)
}

#[tokio::test]
async fn whoever_comes_back_from_x_finds_the_post_as_a_line() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = shared(stage).await?;
        assert!(is_open(&card).await?, "not while the person is here");
        assert!(!card.part("fold").await?.text.contains(STORY), "the text is below");
        leave_the_field(&card).await?;
        come_back(stage).await?;
        wait_for_fold(&card, false).await?;
        let line = card.part("fold").await?.text;
        assert!(line.contains(STORY), "{line}");

        card.press("fold").await?;
        wait_for_fold(&card, true).await?;
        assert!(card.part("draft").await?.shown);
        card.press("fold").await?;
        wait_for_fold(&card, false).await?;

        // So it is on the next visit.
        let card = stage.reload().await?;
        wait_for_fold(&card, false).await?;
        card.wait_for_draft(&format!("{STORY} {TAG}")).await?;
        let line = card.part("fold").await?.text;
        assert!(line.contains(STORY), "{line}");
        Ok(())
    })
    .await
}

async fn leave_the_field(card: &Card) -> Result<()> {
    card.script("element.shadowRoot.activeElement?.blur();").await
}

#[tokio::test]
async fn it_never_folds_under_who_writes() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = shared(stage).await?;
        card.script::<()>("element.shadowRoot.querySelector('[part=draft]').focus();").await?;
        come_back(stage).await?;
        tokio::time::sleep(SOON).await;
        assert!(is_open(&card).await?);
        assert_eq!(card.focused().await?, "draft");

        // What is not shared does not fold either.
        card.type_draft("！").await?;
        leave_the_field(&card).await?;
        come_back(stage).await?;
        tokio::time::sleep(SOON).await;
        assert!(is_open(&card).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_draft_is_unfolded() -> Result<()> {
    on_stage(open(), async |stage| {
        shared(stage).await?;
        let card = stage.reload().await?;
        wait_for_fold(&card, false).await?;
        card.press("new-draft").await?;
        wait_for_fold(&card, true).await?;
        card.wait_for_draft("").await?;
        assert!(card.part("draft").await?.shown);
        Ok(())
    })
    .await
}
