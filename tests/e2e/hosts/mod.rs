//! The widget in the pages of others: host pages that frameworks and bundlers
//! have built, from the npm package.

mod dev_server;
mod page;
mod rewritten;
mod wordpress;

use anyhow::Result;
use chrono::Utc;
use serde_json::{Value, json};

use crate::draft::{STORY, TAG};
use crate::harness::{Stage, on_stage};
use crate::links::{link, post_id, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::share::STAY;
use crate::wait::until;
use page::Page;

fn host(name: &'static str) -> Setup {
    Setup::new().host(name).campaign(&open_campaign()).before_load(STAY)
}

/// The page that a framework draws anew ten times a second does not get into
/// the way of who is writing, and what it binds to the element takes effect.
async fn lives_well_in(setup: Setup) -> Result<()> {
    let setup = setup.expect("server-now");
    on_stage(setup, async |stage| {
        stage.open("/").await?;
        stage.allow_clipboard(true).await?;
        let page = Page::ready(stage).await?;
        page.wait_to_hear(&["phase", "ready"]).await?;
        writes_undisturbed(stage, &page).await?;
        follows_the_state(stage, &page).await?;
        tells_what_happens(stage, &page).await
    })
    .await
}

async fn writes_undisturbed(stage: &Stage, page: &Page<'_>) -> Result<()> {
    let card = &page.card;
    card.paste_draft("我先写一半，").await?;
    // The caret in the middle, in the very field that is there now.
    card.script::<()>(&format!("{FIELD} field.setSelectionRange(2, 2); field.mark = 1;")).await?;
    page.wait_for_renders(5).await?;
    let state = format!(
        "{FIELD} return [field.value, field.selectionStart, field.mark,
            element.shadowRoot.activeElement === field];"
    );
    let seen: Value = card.script(&state).await?;
    assert_eq!(seen, json!(["我先写一半，", 2, 1, true]));
    page.press("shown").await?;
    page.wait_for_card(false).await?;
    page.press("shown").await?;
    page.wait_for_card(true).await?;
    let draft = stage.card("campaign-widget").await?.part("draft").await?;
    assert_eq!(draft.value.as_deref(), Some("我先写一半，"), "it is there again");
    Ok(())
}

async fn follows_the_state(stage: &Stage, page: &Page<'_>) -> Result<()> {
    let card = &page.card;
    for theme in ["dark", "light"] {
        page.press("theme").await?;
        let scheme =
            "return getComputedStyle(element.shadowRoot.querySelector('.reset-root')).colorScheme;";
        let look = async || card.script::<String>(scheme).await;
        until("the colours", look, |seen| seen == theme).await?;
    }
    page.press("language").await?;
    card.wait_for_text("End to end").await?;
    page.press("language").await?;
    card.wait_for_text("端到端测试").await?;
    let fallback: String =
        stage.script("return document.querySelector('campaign-widget p').textContent;").await?;
    assert!(fallback.starts_with("Rules"), "the page keeps its own content: {fallback}");
    Ok(())
}

async fn tells_what_happens(stage: &Stage, page: &Page<'_>) -> Result<()> {
    let card = &page.card;
    card.paste_draft(&format!("{STORY}{TAG}")).await?;
    page.wait_to_hear(&["draft"]).await?;
    card.press("copy").await?;
    page.wait_to_hear(&["copy"]).await?;
    card.press("share-x").await?;
    page.wait_to_hear(&["share"]).await?;
    let posts = [recent_post(), post_id(Utc::now())];
    for post in &posts {
        card.paste_link(&link(post)).await?;
        card.press("submit-link").await?;
    }
    page.wait_for_links(&posts, "delivered").await?;
    page.wait_to_hear(&["link"]).await?;
    page.press("mistake").await?;
    page.wait_to_hear(&["error"]).await?;
    let code: Vec<Value> = stage.heard("campaign-error").await?;
    assert_eq!(code[0]["code"], "attribute");
    Ok(())
}

const FIELD: &str = "const field = element.shadowRoot.querySelector('[part~=draft]');";

#[tokio::test]
async fn plain_html_with_the_snippet() -> Result<()> {
    lives_well_in(host("plain")).await
}

/// Neither a style nor a policy for Trusted Types is allowed to anybody.
#[tokio::test]
async fn a_bundled_page_under_the_promised_policy() -> Result<()> {
    lives_well_in(host("policy").promised_policy_only()).await
}

#[tokio::test]
async fn react() -> Result<()> {
    lives_well_in(host("react")).await
}

#[tokio::test]
async fn vue() -> Result<()> {
    lives_well_in(host("vue")).await
}

#[tokio::test]
async fn svelte() -> Result<()> {
    lives_well_in(host("svelte")).await
}
