//! Ways out that do not answer, or lose the text on the way.

use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::Url;
use serde_json::{Value, json};

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};
use crate::share::SLOW;

/// Time for what comes too late.
const LATE: Duration = Duration::from_millis(500);

const REFUSING: &str = "document.execCommand = () => false;";

/// Writes a draft without a command of the browser, nor key by key.
async fn write(card: &Card, text: &str) -> Result<()> {
    let write = format!(
        "const area = element.shadowRoot.querySelector('[part=draft]');
        area.value = {};
        area.dispatchEvent(new InputEvent('input'));",
        json!(text)
    );
    card.script(&write).await
}

async fn assert_silent(stage: &Stage, name: &str) -> Result<()> {
    assert_eq!(stage.heard(name).await?, [] as [Value; 0], "{name}");
    Ok(())
}

#[tokio::test]
async fn a_clipboard_that_does_not_answer_is_gone_around() -> Result<()> {
    on_stage(open().before_load(SLOW), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        let text = format!("{STORY} {TAG}");
        card.paste_draft(&text).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("copy").await?;
        card.wait_for_text("已复制").await?;
        stage.wait_for_clipboard(&text).await?;
        // What comes after all is no second copy.
        stage.script::<()>("finish();").await?;
        tokio::time::sleep(LATE).await;
        stage.wait_for_events("campaign-copy", &[json!({})]).await
    })
    .await
}

/// As in some browsers inside of apps.
#[tokio::test]
async fn a_clipboard_that_was_taken_away_is_gone_around() -> Result<()> {
    let taken = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });";
    on_stage(open().before_load(taken), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("copy").await?;
        card.wait_for_text("已复制").await?;
        stage.wait_for_events("campaign-copy", &[json!({})]).await
    })
    .await
}

#[tokio::test]
async fn where_nothing_copies_the_text_is_selected() -> Result<()> {
    on_stage(open().before_load(SLOW).before_load(REFUSING), async |stage| {
        let card = stage.open_card().await?;
        write(&card, STORY).await?;
        card.press("copy").await?;
        card.wait_for_text("浏览器不允许复制").await?;
        let selected = "const area = element.shadowRoot.querySelector('[part=draft]');
            return area.selectionEnd - area.selectionStart === area.value.length;";
        assert!(card.script::<bool>(selected).await?);
        stage.script::<()>("finish();").await?;
        tokio::time::sleep(LATE).await;
        card.wait_for_text("浏览器不允许复制").await?;
        assert_silent(stage, "campaign-copy").await
    })
    .await
}

/// The first time a sheet that nobody sees; then what a browser says of a second.
const STUCK: &str = "
    Navigator.prototype.canShare = () => true;
    let calls = 0;
    Navigator.prototype.share = () => calls++ === 0 ? new Promise(() => {})
        : Promise.reject(new DOMException('', 'InvalidStateError'));";

#[tokio::test]
async fn a_share_sheet_that_does_not_come_is_gone_around_by_the_next_press() -> Result<()> {
    on_stage(open().before_load(STUCK), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        let text = format!("{STORY} {TAG}");
        card.paste_draft(&text).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("share").await?;
        // It may be there, with the person looking for where to share.
        tokio::time::sleep(LATE).await;
        assert!(!card.text().await?.contains("已复制"));
        card.press("share").await?;
        card.wait_for_text("已复制").await?;
        stage.wait_for_clipboard(&text).await?;
        assert_silent(stage, "campaign-share").await
    })
    .await
}

/// Notes in which order the page copies and opens.
const ORDER: &str = "
    globalThis.order = [];
    const { execCommand } = Document.prototype;
    Document.prototype.execCommand = function (name, ...more) {
        order.push(name);
        return execCommand.call(this, name, ...more);
    };
    const { open } = globalThis;
    globalThis.open = (address) => { order.push('open'); return open(address); };";

#[tokio::test]
async fn x_opens_with_the_text_on_the_clipboard_too() -> Result<()> {
    on_stage(open().before_load(ORDER), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        // For X a space is missing in front of the tag.
        write(&card, &format!("{STORY}{TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("share-x").await?;
        // The page that opens takes the focus, without which nothing is copied.
        assert_eq!(stage.script::<Vec<String>>("return order;").await?, ["copy", "open"]);
        let text = format!("{STORY} {TAG}");
        let opened = Url::parse(&stage.opened().await?)?;
        let (_, along) = opened.query_pairs().next().context("no text")?;
        assert_eq!(along, text);
        stage.wait_for_clipboard(&text).await?;
        card.wait_for_text("全文也已复制").await?;
        card.set("lang", "en").await?;
        card.wait_for_text("The text is also copied").await
    })
    .await
}

#[tokio::test]
async fn a_text_that_is_too_long_for_an_address_goes_by_the_clipboard() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        // 3,000 characters: an address of 28,000.
        let text = format!("{} {TAG}", STORY.repeat(150));
        write(&card, &text).await?;
        card.wait_for_count(3_000).await?;
        card.press("share-x").await?;
        assert_eq!(stage.opened().await?, "https://x.com/intent/post");
        stage.wait_for_clipboard(&text).await?;
        card.wait_for_text("文字太长").await?;
        stage.wait_for_events("campaign-share", &[json!({ "to": "x" })]).await?;
        card.set("lang", "en").await?;
        card.wait_for_text("paste it into your post").await
    })
    .await
}

#[tokio::test]
async fn x_waits_for_a_long_text_that_could_not_be_copied() -> Result<()> {
    on_stage(open().before_load(REFUSING), async |stage| {
        let card = stage.open_card().await?;
        write(&card, &format!("{} {TAG}", STORY.repeat(150))).await?;
        card.wait_for_count(3_000).await?;
        card.press("share-x").await?;
        card.wait_for_text("浏览器不允许复制").await?;
        assert_eq!(stage.script::<usize>("return opened.length;").await?, 0);
        assert_silent(stage, "campaign-share").await?;
        // A short one goes along in the address, and nothing else is claimed.
        write(&card, &format!("{STORY} {TAG}")).await?;
        card.wait_for_count(20).await?;
        card.press("share-x").await?;
        assert!(stage.opened().await?.starts_with("https://x.com/intent/post?text="));
        card.wait_for_text("在 X 发布后").await?;
        assert!(!card.text().await?.contains("已复制"));
        Ok(())
    })
    .await
}
