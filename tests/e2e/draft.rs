//! The composer: its rules, its repairs, and that a draft is never lost.

use anyhow::Result;
use serde_json::json;

use crate::harness::{Setup, on_stage};
use crate::wait::until;

const TAG: &str = "#Gate xStocks 交易体验#";

/// 20 characters without the tag.
const STORY: &str = "第一次用现货买苹果股票夜里也能成交很方便";

fn open() -> Setup {
    Setup::new().card("src=\"/campaigns/practice.json\" lang=\"zh-CN\"")
}

#[tokio::test]
async fn the_rules_follow_the_draft_as_it_is_typed() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail")]).await?;
        assert_eq!(card.count().await?, (0, 20));

        let (most, last) = STORY.split_at(STORY.len() - "便".len());
        card.type_draft(most).await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail"), ("only-tag", "pass")]).await?;
        card.type_draft(last).await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "pass"), ("only-tag", "pass")]).await?;
        assert_eq!(card.count().await?, (20, 20));

        card.press("insert-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await?;
        assert_eq!(card.count().await?, (20, 20));
        let draft = card.draft().await?;
        assert!(draft.contains(TAG) && draft.contains(STORY), "{draft}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_press_repairs_a_near_miss_and_another_tag() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} ＃Gate xStocks　交易体验＃ #BTC ")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "fail")]).await?;
        card.fix("only-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await?;
        let draft = card.draft().await?;
        assert!(draft.contains(TAG) && !draft.contains("BTC"), "{draft}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_draft_outlives_a_reload_right_after_the_last_key() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let text = format!("{STORY}\n\n{TAG}");
        card.paste_draft(&text).await?;
        let card = stage.reload().await?;
        card.wait_for_draft(&text).await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await
    })
    .await
}

#[tokio::test]
async fn copy_takes_the_whole_draft() -> Result<()> {
    on_stage(open(), async |stage| {
        let permissions = json!({
            "origin": stage.site.origin(),
            "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
        });
        let devtools = stage.browser.cdp();
        devtools.send_raw("Browser.grantPermissions", permissions).await?;
        let card = stage.open_card().await?;
        let text = format!("{STORY} {TAG}");
        card.paste_draft(&text).await?;
        card.press("copy").await?;
        let read = "navigator.clipboard.readText().then(arguments[0], String)";
        let look = async || {
            let copied = stage.browser.execute_async(read, vec![]).await?;
            Ok(copied.convert::<String>()?)
        };
        until("the copied draft", look, |copied| *copied == text).await?;
        Ok(())
    })
    .await
}
