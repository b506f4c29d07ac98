//! The card as a countdown with one button, and as a bar.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::{of, with_account};
use crate::card::Card;
use crate::draft::{STORY, TAG};
use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign, rfc3339};
use crate::wait::until;

/// How tall a bar may be, in CSS pixels.
const TALLEST_BAR: f64 = 90.0;

fn laid_out(layout: &str) -> Setup {
    let attributes = format!("src=\"/campaign.json\" lang=\"zh-CN\" layout=\"{layout}\"");
    Setup::new().campaign(&open_campaign()).card(&attributes)
}

/// Which of these are displayed.
async fn displayed(card: &Card, classes: &[&str]) -> Result<Vec<String>> {
    let script = format!(
        "return {}.filter((name) =>
            element.shadowRoot.querySelector('.' + name).getClientRects().length > 0);",
        json!(classes)
    );
    card.script(&script).await
}

/// Waits until all but the countdown is displayed, and the button is not, or the other
/// way round.
async fn wait_for_all_of_it(card: &Card, all: bool) -> Result<()> {
    let look = async || {
        let shown = displayed(card, &["clock", "steps", "facts"]).await?;
        Ok((shown, card.part("take-part").await?.shown))
    };
    let wanted: &[&str] = if all { &["clock", "steps", "facts"] } else { &["clock"] };
    until(&format!("all: {all}"), look, |(shown, button)| shown == wanted && *button != all)
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_small_card_shows_the_rest_in_its_place() -> Result<()> {
    for layout in ["compact", "bar"] {
        on_stage(laid_out(layout), async |stage| {
            // What is not displayed is there all the same.
            let card = stage.open_card().await?;
            wait_for_all_of_it(&card, false).await?;
            card.press("take-part").await?;
            wait_for_all_of_it(&card, true).await?;
            until("the focus", async || card.focused().await, |part| part == "draft").await?;
            card.keys(STORY).await?;
            card.wait_for_draft(STORY).await
        })
        .await?;
    }
    Ok(())
}

/// The focus goes to what is next, also where the text is folded or there is an account.
#[tokio::test]
async fn the_focus_goes_into_the_steps() -> Result<()> {
    let account = of(&with_account("@gate_io"));
    on_stage(account, async |stage| {
        let card = stage.open_card().await?;
        card.set("layout", "compact").await?;
        card.press("take-part").await?;
        until("the account", async || card.focused().await, |part| part == "followed").await?;
        Ok(())
    })
    .await?;
    on_stage(of(&open_campaign()), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.press("share-x").await?;
        stage.opened().await?;
        let card = stage.reload().await?;
        card.set("layout", "bar").await?;
        wait_for_all_of_it(&card, false).await?;
        card.press("take-part").await?;
        let inside = "return !!element.shadowRoot.activeElement?.closest('.steps');";
        let look = async || card.script::<bool>(inside).await;
        until("the focus in the steps", look, |inside| *inside).await?;

        let card = stage.reload().await?;
        card.set("layout", "compact").await?;
        card.set("preview-at", &rfc3339(Utc::now() + TimeDelta::days(1))).await?;
        card.wait_for_phase("closed").await?;
        card.press("take-part").await?;
        until("the focus", async || card.focused().await, |part| part == "fold").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_layout_can_be_changed_at_any_time() -> Result<()> {
    on_stage(laid_out("compact"), async |stage| {
        let card = stage.open_card().await?;
        wait_for_all_of_it(&card, false).await?;
        card.unset("layout").await?;
        wait_for_all_of_it(&card, true).await?;
        card.paste_draft(STORY).await?;
        for layout in ["bar", "compact"] {
            card.set("layout", layout).await?;
            wait_for_all_of_it(&card, false).await?;
        }
        // What none knows is none.
        card.set("layout", "other").await?;
        wait_for_all_of_it(&card, true).await?;
        card.wait_for_draft(STORY).await
    })
    .await
}

#[tokio::test]
async fn a_bar_is_one_line() -> Result<()> {
    on_stage(laid_out("bar").viewport(768, 900), async |stage| {
        let card = stage.open_card().await?;
        wait_for_all_of_it(&card, false).await?;
        let height = "return element.getBoundingClientRect().height;";
        let tall: f64 = card.script(height).await?;
        assert!(tall <= TALLEST_BAR, "{tall} px");
        Ok(())
    })
    .await
}
