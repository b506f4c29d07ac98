//! On a page that runs no script at all.

use anyhow::Result;
use serde_json::json;

use super::{Around, card_in, enter, frame, frame_with, host, host_of, outside, src};
use crate::card::Card;
use crate::draft::{STORY, TAG};
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::open_campaign;
use crate::wait::until;

#[tokio::test]
async fn a_page_that_runs_no_script_has_a_card_that_works() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open_scriptless(stage, &frame(stage)).await?;
        let card = card_in(stage, "#frame").await?;
        card.paste_draft(&format!("{STORY} #BTC ")).await?;
        card.fix("only-tag").await?;
        card.press("insert-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);

        // The height is the iframe's own, and all of the card is within reach.
        assert_eq!(outside(stage, "#frame", "return frame.clientHeight;").await?, 640);
        let reach = "document.scrollingElement.scrollTop = 1e6;
            return document.scrollingElement.scrollTop + innerHeight
                >= Math.floor(document.body.getBoundingClientRect().height);";
        assert!(stage.script::<bool>(reach).await?, "the end of the card is out of reach");
        assert!(stage.script::<u32>("return scrollbars;").await? > 0, "and nothing shows it");
        Ok(())
    })
    .await
}

/// What is written in the frame is there when its page is loaded again.
async fn assert_draft_outlives_page(stage: &Stage, card: &Card) -> Result<()> {
    card.paste_draft(STORY).await?;
    card.wait_for_rules(&[("length", "pass")]).await?;
    stage.browser.enter_default_frame().await?;
    stage.browser.refresh().await?;
    card_in(stage, "#frame").await?.wait_for_draft(STORY).await
}

#[tokio::test]
async fn a_draft_in_a_frame_outlives_the_page() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open_scriptless(stage, &frame(stage)).await?;
        let card = card_in(stage, "#frame").await?;
        assert_draft_outlives_page(stage, &card).await
    })
    .await
}

/// `localhost` is another site than `127.0.0.1`, so the browser keeps the
/// storage of the frame apart, and the frame in a process of its own.
#[tokio::test]
async fn a_draft_outlives_the_page_on_another_site_too() -> Result<()> {
    on_stage(host(), async |stage| {
        let elsewhere =
            src(stage, "src=/campaign.json&amp;lang=zh-CN").replace("127.0.0.1", "localhost");
        let policy = "frame-src http://localhost:*; script-src 'self'; style-src 'self'";
        let frame = frame_with(&elsewhere, "id=\"frame\" height=\"640\"");
        let _around = Around::open_under(stage, policy, &[&frame, super::SCRIPT].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        super::settled(stage, "#frame").await?;
        assert_draft_outlives_page(stage, &card).await
    })
    .await
}

async fn copies(stage: &Stage, frame: &str) -> Result<()> {
    let around = Around::open_scriptless(stage, frame).await?;
    let permission = json!({
        "origin": around.0.origin(),
        "permission": { "name": "clipboard-read" },
        "setting": "granted",
    });
    stage.devtools("Browser.setPermission", permission).await?;
    let card = card_in(stage, "#frame").await?;
    let text = format!("{STORY} {TAG}");
    card.paste_draft(&text).await?;
    card.wait_for_rules(&[("tag", "pass")]).await?;
    card.press("copy").await?;
    card.wait_for_text("已复制").await?;
    stage.browser.enter_default_frame().await?;
    stage.wait_for_clipboard(&text).await
}

#[tokio::test]
async fn copying_works_with_and_without_the_permission() -> Result<()> {
    let copy = async |stage: &Stage, allow: &str| {
        let src = src(stage, "src=/campaign.json&amp;lang=zh-CN");
        copies(stage, &frame_with(&src, &format!("id=\"frame\" height=\"640\" {allow}"))).await
    };
    on_stage(host(), async |stage| copy(stage, "allow=\"clipboard-write\"").await).await?;
    // The old way stands in, and the console of Chromium remarks on it.
    let setup = host().expect("The Clipboard API has been blocked");
    on_stage(setup, async |stage| copy(stage, "").await).await
}

#[tokio::test]
async fn every_link_opens_beside_the_page() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["details"] = campaign["questionnaire"]["page"].clone();
    on_stage(host_of(&campaign), async |stage| {
        let _around = Around::open_scriptless(stage, &frame(stage)).await?;
        let card = card_in(stage, "#frame").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let targets = "return [...element.shadowRoot.querySelectorAll('a[href]'),
            ...document.querySelectorAll('a')].map((link) => link.target + ' ' + link.rel);";
        let targets: Vec<String> = card.script(targets).await?;
        assert!(targets.len() > 3, "{targets:?}");
        assert!(targets.iter().all(|target| target == "_blank noopener"), "{targets:?}");

        stage.opened_by(async || card.press("details").await).await?;
        enter(stage, "#frame").await?;
        assert_eq!(card.phase().await?, "open", "the page is as it was");
        Ok(())
    })
    .await
}

/// What src/frame/frame.md asks for, in a sandbox.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox \
    allow-downloads allow-modals";

#[tokio::test]
async fn a_sandbox_with_these_rights_changes_nothing() -> Result<()> {
    on_stage(host(), async |stage| {
        let frame = frame_with(
            &src(stage, "src=/campaign.json&amp;lang=zh-CN"),
            &format!("id=\"frame\" height=\"640\" allow=\"clipboard-write\" sandbox=\"{SANDBOX}\""),
        );
        let _around = Around::open_scriptless(stage, &frame).await?;
        let card = card_in(stage, "#frame").await?;
        card.wait_for_number("storage-notice", 0).await?;
        card.paste_draft(STORY).await?;
        card.press("copy").await?;
        card.wait_for_text("这样发不算数").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let form = stage.opened_by(async || card.press("open-questionnaire").await).await?;
        stage.go_to(&form).await?;
        // The form is of use only outside the sandbox, where it may be sent.
        let form = "return document.querySelector('form') && self.origin;";
        let look = async || stage.script::<Option<String>>(form).await;
        until("the form", look, |origin| *origin == Some(stage.questionnaire.origin())).await?;
        Ok(())
    })
    .await
}
