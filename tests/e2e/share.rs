//! Where a post goes, what is said before, and what comes next.

use anyhow::Result;
use serde_json::{Value, json};

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};

/// A share sheet that keeps what it is given.
const SHEET: &str = "
    globalThis.shared = [];
    Navigator.prototype.canShare = () => true;
    Navigator.prototype.share = async ({ text }) => {
        if (globalThis.dismiss) throw new DOMException('', 'AbortError');
        shared.push(text);
    };";

/// Notes where a link leads instead of following it, which the browser does by
/// itself.
pub const STAY: &str = "addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.href);
    if (link && !event.defaultPrevented) { opened.push(link.href); event.preventDefault(); }
});";

async fn said(card: &Card) -> Result<String> {
    Ok(card.part("share-status").await?.text)
}

async fn heard(stage: &Stage, name: &str) -> Result<Vec<Value>> {
    stage.heard(name).await
}

#[tokio::test]
async fn whoever_leaves_with_a_broken_rule_is_told_first_and_may_go() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("太短 #gate xstocks 交易体验# #BTC").await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail"), ("only-tag", "fail")]).await?;
        card.press("share-x").await?;
        card.wait_for_text("这样发不算数").await?;
        let warning = said(&card).await?;
        for part in ["大小写不对", "还差 18 字", "#BTC"] {
            assert!(warning.contains(part), "{part} is not in {warning}");
        }
        assert_eq!(stage.script::<usize>("return opened.length;").await?, 0);
        assert_eq!(heard(stage, "campaign-share").await?, [] as [Value; 0]);

        // Another press of the same goes on.
        card.press("share-x").await?;
        let opened = stage.opened().await?;
        assert!(opened.starts_with("https://x.com/intent/post?text="), "{opened}");
        stage.wait_for_events("campaign-share", &[json!({ "to": "x" })]).await?;
        card.wait_for_text("不算数").await?;

        // A change is a new draft, of which the warning says nothing.
        card.type_draft(" 好").await?;
        card.wait_for_count(3).await?;
        assert_eq!(said(&card).await?, "");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn copying_is_done_at_once_and_says_what_is_wrong() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.paste_draft(STORY).await?;
        card.wait_for_rules(&[("length", "pass")]).await?;
        card.press("copy").await?;
        stage.wait_for_clipboard(STORY).await?;
        card.wait_for_text("这样发不算数：带上活动标签").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn gate_square_opens_with_the_text_on_the_clipboard() -> Result<()> {
    on_stage(open().before_load(STAY), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        let text = format!("{STORY} {TAG}");
        card.paste_draft(&text).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("open-compose").await?;
        assert_eq!(stage.opened().await?, "https://www.gate.com/post");
        stage.wait_for_clipboard(&text).await?;
        stage.wait_for_events("campaign-share", &[json!({ "to": "compose" })]).await?;

        // With a broken rule it is the second press that opens it.
        card.paste_draft(STORY).await?;
        card.wait_for_rules(&[("tag", "fail")]).await?;
        card.press("open-compose").await?;
        card.wait_for_text("仍要继续").await?;
        assert_eq!(stage.script::<usize>("return opened.length;").await?, 0);
        card.press("open-compose").await?;
        assert_eq!(stage.opened().await?, "https://www.gate.com/post");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_share_sheet_is_offered_where_there_is_one() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let has_sheet: bool = stage.script("return 'share' in navigator;").await?;
        card.wait_for_number("share", usize::from(has_sheet)).await?;
        Ok(())
    })
    .await?;
    on_stage(open().before_load(SHEET), async |stage| {
        let card = stage.open_card().await?;
        // For X a space is missing in front of the tag.
        card.paste_draft(&format!("{STORY}{TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        stage.script::<()>("globalThis.dismiss = true;").await?;
        card.press("share").await?;
        stage.script::<()>("globalThis.dismiss = false;").await?;
        assert_eq!(heard(stage, "campaign-share").await?, [] as [Value; 0], "nothing was sent");
        card.press("share").await?;
        stage.wait_for_events("campaign-share", &[json!({ "to": "sheet" })]).await?;
        let shared: Vec<String> = stage.script("return shared;").await?;
        assert_eq!(shared, [format!("{STORY} {TAG}")]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn after_sharing_the_way_leads_to_the_link_field() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        let is_seen = "return element.shadowRoot.querySelector('[part~=next-step]').getClientRects().length > 0;";
        assert!(!card.script::<bool>(is_seen).await?, "not before it is time");
        card.press("share-x").await?;
        stage.opened().await?;
        card.wait_for_text("记得回来提交链接").await?;
        card.press("next-step").await?;
        assert_eq!(card.focused().await?, "link");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_that_copies_nothing_is_told_of() -> Result<()> {
    let refusing = "document.execCommand = () => false;";
    on_stage(open().before_load(refusing), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(false).await?;
        card.type_draft(STORY).await?;
        card.press("copy").await?;
        card.wait_for_text("浏览器不允许复制").await?;
        assert_eq!(heard(stage, "campaign-copy").await?, [] as [Value; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_empty_draft_takes_nothing_from_the_clipboard() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.type_draft("留着").await?;
        card.press("copy").await?;
        stage.wait_for_clipboard("留着").await?;
        card.press("clear").await?;
        card.wait_for_draft("").await?;
        card.press("copy").await?;
        assert_eq!(card.focused().await?, "draft");
        stage.wait_for_clipboard("留着").await
    })
    .await
}

/// A clipboard that takes its time.
pub const SLOW: &str = "Clipboard.prototype.writeText = () =>
    new Promise((resolve) => { globalThis.finish = resolve; });";

/// The module is shared: a trap in one card would take every card down.
#[tokio::test]
async fn a_card_that_goes_while_it_copies_takes_no_other_along() -> Result<()> {
    let card = "src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    on_stage(open().page("/two.html", &cards).before_load(SLOW), async |stage| {
        stage.open("/two.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        a.paste_draft(STORY).await?;
        a.press("copy").await?;
        stage.script::<()>("document.querySelector('#a').remove(); finish();").await?;
        b.paste_draft("好").await?;
        b.wait_for_count(1).await?;
        assert_eq!(heard(stage, "campaign-error").await?, [] as [Value; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slow_copy_is_noted_on_what_was_copied() -> Result<()> {
    on_stage(open().before_load(SLOW), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(STORY).await?;
        // Both before the card stops waiting for the clipboard, on a busy machine, too.
        let press = "for (const part of ['copy', 'new-draft'])
                element.shadowRoot.querySelector(`[part=${part}]`).click();";
        card.script::<()>(press).await?;
        card.wait_for_draft("").await?;
        card.type_draft("另一篇").await?;
        stage.script::<()>("finish();").await?;
        stage.wait_for_events("campaign-copy", &[json!({})]).await?;
        let posts: Vec<(String, Option<String>)> = stage
            .script(
                "return Object.entries(localStorage).filter(([key]) => key.includes(':draft:'))
                    .map(([, note]) => JSON.parse(note))
                    .map(({ text, post }) => [text, post?.text ?? null]).sort();",
            )
            .await?;
        assert_eq!(posts, [("另一篇".into(), None), (STORY.into(), Some(STORY.into()))]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn gate_square_waits_where_nothing_could_be_copied() -> Result<()> {
    on_stage(open().before_load("document.execCommand = () => false;"), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(&*format!("{STORY} ")).await?;
        card.press("open-compose").await?;
        card.wait_for_text("仍要继续").await?;
        card.press("open-compose").await?;
        card.wait_for_text("浏览器不允许复制").await?;
        assert_eq!(heard(stage, "campaign-share").await?, [] as [Value; 0]);
        let selected = "const area = element.shadowRoot.querySelector('[part=draft]');
            return area.selectionEnd - area.selectionStart === area.value.length;";
        assert!(card.script::<bool>(selected).await?, "the text is ready to be copied by hand");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_went_out_says_so_after_a_reload_too() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("copy").await?;
        card.wait_for_text("已复制").await?;
        let card = stage.reload().await?;
        card.wait_for_text("已复制").await?;
        card.press("next-step").await?;
        // What is done is folded.
        card.press("fold").await?;
        card.type_draft("！").await?;
        card.wait_for_count(21).await?;
        assert_eq!(said(&card).await?, "");
        Ok(())
    })
    .await
}
