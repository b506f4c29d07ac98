//! The example of the package's README for Google Tag Manager, as it stands there.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::draft::{STORY, TAG};
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::share::STAY;
use crate::wait::until;

/// The script of the package's README that feeds `dataLayer`.
fn example() -> Result<&'static str> {
    let readme = include_str!("../../src/package/README.md");
    let mut scripts = readme.split("```js\n").skip(1).filter_map(|rest| rest.split("```").next());
    scripts.find(|script| script.contains("dataLayer")).context("no example in the README")
}

#[tokio::test]
async fn the_example_of_the_readme_tells_what_happens_and_nothing_of_the_person() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .before_load(example()?)
        .before_load(STAY)
        .expect("server-now");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.paste_draft(&format!("{STORY}{TAG}")).await?;
        card.press("copy").await?;
        stage.wait_for_events("campaign-copy", &[json!({})]).await?;
        card.press("share-x").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        card.set("server-now", "soon").await?;

        let look = async || stage.script::<Vec<Value>>("return dataLayer;").await;
        let is_last = |pushed: &Value| pushed["event"] == "campaign_error";
        let pushed = until("the error", look, |pushed| pushed.last().is_some_and(is_last)).await?;
        let expected = json!([
            { "event": "campaign_ready" },
            { "event": "campaign_phase", "campaign_phase": "open" },
            { "event": "campaign_draft", "campaign_passes": true },
            { "event": "campaign_copy" },
            { "event": "campaign_share", "campaign_to": "x" },
            { "event": "campaign_link", "campaign_state": "sending" },
            { "event": "campaign_link", "campaign_state": "delivered" },
            { "event": "campaign_error", "campaign_code": "attribute" },
        ]);
        assert_eq!(json!(pushed), expected);
        let all = json!(pushed).to_string();
        assert!(!all.contains(&id) && !all.contains("gate_user") && !all.contains(STORY), "{all}");
        Ok(())
    })
    .await
}
