//! Typing is never disturbed: not by an input method, not by a repair.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::draft::{STORY, TAG, open};
use crate::harness::on_stage;

#[tokio::test]
async fn an_input_method_is_left_alone() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let watch = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.focus();
            composed = [];
            for (const name of ['compositionstart', 'compositionend'])
                area.addEventListener(name, ({ type, data }) => composed.push(`${type} ${data}`));";
        card.script::<()>(watch).await?;
        let compose = async |text: &str| {
            let length = text.chars().count();
            let composition = json!({
                "text": text, "selectionStart": length, "selectionEnd": length,
            });
            stage.devtools("Input.imeSetComposition", composition).await
        };
        for text in ["n", "ni", "ni h", "ni hao"] {
            compose(text).await?;
            card.wait_for_draft(text).await?;
        }
        // A press that would write waits for the input method to be done.
        let press = "element.shadowRoot.querySelector('[part=insert-tag]').click();";
        card.script::<()>(press).await?;
        card.wait_for_draft("ni hao").await?;
        stage.devtools("Input.insertText", json!({ "text": "你好" })).await?;
        card.wait_for_draft(&format!("你好 {TAG}")).await?;
        card.wait_for_count(2).await?;
        let composed: Vec<String> = stage.script("return composed;").await?;
        assert_eq!(composed, ["compositionstart ", "compositionend 你好"]);
        card.wait_for_rules(&[("tag", "pass")]).await
    })
    .await
}

#[tokio::test]
async fn undo_takes_back_what_a_press_has_written() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        card.press("insert-tag").await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        // Once it is there, nothing can insert it again.
        card.wait_for_number("insert-tag", 0).await?;
        let draft = card.draft().await?;
        assert_eq!(draft.matches(TAG).count(), 1, "{draft}");
        card.type_draft(Key::Control + "z").await?;
        card.wait_for_draft(STORY).await?;
        card.wait_for_rules(&[("tag", "fail")]).await?;

        let near = format!("{STORY} #gate xstocks 交易体验# 好");
        card.paste_draft(&near).await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.type_draft(Key::Control + "z").await?;
        card.wait_for_draft(&near).await
    })
    .await
}

#[tokio::test]
async fn a_repair_leaves_the_caret_where_the_person_was() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("很好 #Gate xStocks 交易体验# #BTC 结尾").await?;
        let place = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.setSelectionRange(2, 2);";
        card.script::<()>(place).await?;
        card.fix("only-tag").await?;
        card.wait_for_rules(&[("only-tag", "pass")]).await?;
        card.keys("用").await?;
        let draft = card.draft().await?;
        assert!(draft.starts_with("很好用 #Gate") && draft.ends_with("结尾"), "{draft}");
        Ok(())
    })
    .await
}
