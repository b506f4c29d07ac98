//! The card's events, on the page around the frame.

use anyhow::Result;
use serde_json::json;

use super::arrival::COME_LATER;
use super::{Around, SCRIPT, card_in, enter, frame, frame_with, host, outside, src};
use crate::draft::{STORY, TAG};
use crate::harness::{Heard, Stage, on_stage};
use crate::links::{link, recent_post};
use crate::wait::until;

/// What the page around has heard, once there are so many.
async fn heard_outside(stage: &Stage, number: usize) -> Result<Vec<Heard>> {
    stage.browser.enter_default_frame().await?;
    let look = async || stage.script::<Vec<Heard>>("return heard;").await;
    let heard = until(&format!("{number} events"), look, |heard| heard.len() >= number).await?;
    enter(stage, "#frame").await?;
    Ok(heard)
}

fn heard(name: &str, detail: serde_json::Value) -> Heard {
    Heard { name: format!("campaign-{name}"), from: "frame".into(), detail }
}

#[tokio::test]
async fn the_page_hears_what_happens_and_not_who_posted_what() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("share-x").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;

        let all = heard_outside(stage, 6).await?;
        let expected = [
            heard("ready", json!({})),
            heard("phase", json!({ "phase": "open" })),
            heard("draft", json!({ "passes": true })),
            heard("share", json!({ "to": "x" })),
            heard("link", json!({ "state": "sending" })),
            heard("link", json!({ "state": "delivered" })),
        ];
        for event in &expected {
            assert!(all.contains(event), "{event:?} is not in {all:?}");
        }
        assert_eq!(all.len(), expected.len(), "{all:?}");
        // Nor by the messages that carry them.
        let inside: Vec<Heard> = stage.script("return heard;").await?;
        assert!(inside.iter().any(|event| event.detail["postId"] == json!(id)), "{inside:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_whose_script_comes_later_is_told_what_it_missed() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &frame(stage)).await?;
        let card = card_in(stage, "#frame").await?;
        card.wait_for_phase("open").await?;
        outside(stage, "#frame", COME_LATER).await?;
        let all = heard_outside(stage, 2).await?;
        assert!(all.contains(&heard("ready", json!({}))), "{all:?}");
        assert!(all.contains(&heard("phase", json!({ "phase": "open" }))), "{all:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_hears_why_there_is_no_card() -> Result<()> {
    let setup = host().expect("404").expect("/missing.json");
    on_stage(setup, async |stage| {
        let missing =
            frame_with(&src(stage, "src=/missing.json&amp;lang=en"), "id=\"frame\" height=\"640\"");
        let _around = Around::open(stage, &[SCRIPT, &missing].concat()).await?;
        let all = heard_outside(stage, 1).await?;
        assert_eq!(all[0].detail["code"], "status", "{all:?}");
        // No more room than the report needs.
        enter(stage, "#frame").await?;
        assert!(super::settled(stage, "#frame").await? < 500);
        Ok(())
    })
    .await
}
