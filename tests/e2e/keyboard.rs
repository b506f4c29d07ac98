//! Everything by keyboard alone.

use anyhow::Result;
use thirtyfour::Key;

use crate::card::Card;
use crate::draft::{STORY, open};
use crate::harness::on_stage;
use crate::links::{link, recent_post};

/// Goes on by Tab until a part has the focus, and gives what came between.
pub async fn tab_to(card: &Card, part: &str) -> Result<Vec<String>> {
    let mut passed = Vec::new();
    loop {
        card.keys(Key::Tab + "").await?;
        let now = card.focused().await?;
        if now == part {
            return Ok(passed);
        }
        anyhow::ensure!(passed.len() < 20, "no {part} after {passed:?}");
        passed.push(now);
    }
}

#[tokio::test]
async fn a_post_is_written_and_handed_in_without_a_mouse() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let before = tab_to(&card, "draft").await?;
        assert_eq!(before, ["language", "language", "add-to-calendar", "fold"]);
        card.keys(STORY).await?;
        assert_eq!(tab_to(&card, "insert-tag").await?, ["clear"]);
        card.keys(Key::Enter + "").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
        assert_eq!(card.focused().await?, "draft");

        tab_to(&card, "copy").await?;
        card.keys(Key::Space + "").await?;
        card.wait_for_text("已复制").await?;
        assert_eq!(card.focused().await?, "copy");

        let id = recent_post();
        let mut between = tab_to(&card, "link").await?;
        // Not every browser has a share sheet.
        between.retain(|part| part != "share");
        let expected = ["next-step", "", "new-draft"];
        assert_eq!(between, expected);
        card.keys(link(&id)).await?;
        assert_eq!(tab_to(&card, "submit-link").await?, [""; 0]);
        card.keys(Key::Enter + "").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(tab_to(&card, "open-questionnaire").await?, [""; 0]);
        Ok(())
    })
    .await
}
