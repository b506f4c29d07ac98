//! What comes into a field without an event, from dictation, a password manager, an
//! extension or a script, goes along like what was typed.

use anyhow::Result;
use serde_json::json;

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::share::STAY;
use crate::wait::until;

/// Writes into a field without a word and presses at once, before the card's clock
/// ticks.
async fn write_and_press(card: &Card, field: &str, text: &str, part: &str) -> Result<()> {
    let script = format!(
        "const find = (part) => element.shadowRoot.querySelector(`[part~=${{part}}]`);
        find({}).value = {};
        find({}).click();",
        json!(field),
        json!(text),
        json!(part)
    );
    card.script(&script).await
}

#[tokio::test]
async fn it_is_what_is_copied_and_shared() -> Result<()> {
    on_stage(open().before_load(STAY), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.type_draft("旧的").await?;
        card.wait_for_count(2).await?;
        for (number, part) in ["copy", "open-compose", "share-x"].into_iter().enumerate() {
            let text = format!("{STORY}第{number}篇 {TAG}");
            write_and_press(&card, "draft", &text, part).await?;
            match part {
                "copy" => {}
                "open-compose" => assert_eq!(stage.opened().await?, "https://www.gate.com/post"),
                _ => {
                    let opened = reqwest::Url::parse(&stage.opened().await?)?;
                    assert_eq!(
                        opened.query_pairs().next().map(|(_, text)| text.into()),
                        Some(text.clone())
                    );
                }
            }
            stage.wait_for_clipboard(&text).await?;
            card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_is_what_is_handed_in() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        write_and_press(&card, "link", &link(&id), "submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn another_tab_does_not_write_over_it() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft("旧的").await?;
        let kept = "return Object.values(localStorage).some((kept) => kept.includes('旧的'));";
        until("it is stored", async || stage.script::<bool>(kept).await, |kept| *kept).await?;
        // Another tab tells of the same draft before the card has looked.
        let both = "for (const [key, note] of Object.entries(localStorage))
                if (key.includes(':draft:')) localStorage[key] = note.replace('旧的', '别处写的');
            const area = element.shadowRoot.querySelector('[part=draft]');
            area.blur();
            area.value = '这里写的';
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));";
        card.script::<()>(both).await?;
        card.wait_for_text("两份都已保留").await?;
        assert_eq!(card.draft().await?, "这里写的");
        card.wait_for_number("draft-entry", 1).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_is_kept_when_the_page_is_left_at_once() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let write = format!(
            "element.shadowRoot.querySelector('[part=draft]').value = {}; location.reload();",
            json!(STORY)
        );
        card.script::<()>(&write).await?;
        let card = stage.card("campaign-widget").await?;
        card.wait_for_draft(STORY).await
    })
    .await
}
