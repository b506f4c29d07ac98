//! A person's own list as a file.

use std::path::Path;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::json;
use xtask::site::questionnaire::{Fault, Reply};

use super::{hand_in_all, recent_posts};
use crate::card::Card;
use crate::delivery::open;
use crate::harness::{Stage, on_stage};
use crate::links::link;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// Presses the button, and gives what is in the file of this name then.
async fn export(stage: &Stage, card: &Card, folder: &Path, name: &str) -> Result<String> {
    stage.keep_downloads(folder).await?;
    card.press("export").await?;
    let file = folder.join(name);
    let read = async || Ok(std::fs::read_to_string(&file)?);
    until("the file", read, |text| text.ends_with("\r\n")).await
}

/// In the campaign's offset, UTC+8, wherever the reader is.
fn now_there() -> String {
    (Utc::now() + TimeDelta::hours(8)).format("%Y-%m-%d %H:").to_string()
}

fn setup() -> Setup {
    let mut campaign = open_campaign();
    for end in ["start", "end"] {
        let at = campaign["window"][end].as_str().unwrap_or_default();
        let at = chrono::DateTime::parse_from_rfc3339(at).unwrap_or_default();
        let there = chrono::FixedOffset::east_opt(8 * 3600).map(|there| at.with_timezone(&there));
        campaign["window"][end] = json!(there.map(|at| at.to_rfc3339()));
    }
    Setup::new()
        .promised_policy_only()
        .campaign(&campaign)
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .expect("422")
}

#[tokio::test]
async fn the_list_is_saved_as_a_table_under_the_promised_policy() -> Result<()> {
    on_stage(setup(), async |stage| {
        stage.move_to("America/New_York").await?;
        let card = stage.open_card().await?;
        assert!(!card.part("export").await?.shown, "there is nothing to save yet");
        let ids = recent_posts(2);
        // What a spreadsheet would take for a formula, and for the end of a cell.
        let words = "=HYPERLINK(\"https://example.com\",\"名额已满\"), 下次再来";
        let refusal = Fault::Answer(Reply::status(422).message(words));
        stage.questionnaire.faults().push_for(&ids[0], refusal);
        hand_in_all(&card, &ids).await?;
        card.wait_for_entries(&[(&ids[0], "refused"), (&ids[1], "delivered")]).await?;

        let folder = tempfile::tempdir()?;
        let hours = [now_there()];
        let text = export(stage, &card, folder.path(), "e2e.csv").await?;
        let hours = [hours[0].clone(), now_there()];
        assert!(text.starts_with('\u{FEFF}'), "{text}");
        let lines: Vec<&str> =
            text.trim_start_matches('\u{FEFF}').trim_end().split("\r\n").collect();
        let [head, delivered, refused] = lines[..] else { panic!("{lines:?}") };
        assert!(head.contains("UTC+8"), "{head}");
        assert_eq!(head.matches("\",\"").count(), 6, "{head}");
        // The oldest first.
        assert!(delivered.starts_with(&format!("\"{}\",", link(&ids[1]))), "{delivered}");
        assert!(delivered.contains("\"已收到\""), "{delivered}");
        let key = stage.questionnaire.rows()?.remove(0).key.unwrap_or_default();
        assert!(delivered.ends_with(&format!("\"{key}\"")), "{delivered}");
        assert!(refused.starts_with(&format!("\"{}\",", link(&ids[0]))), "{refused}");
        assert!(hours.iter().any(|hour| refused.contains(hour)), "{refused} without {hours:?}");
        let cell = "\"'=HYPERLINK(\"\"https://example.com\"\",\"\"名额已满\"\"), 下次再来\"";
        assert!(refused.contains(cell), "{refused}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_removed_is_not_in_the_table() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        hand_in_all(&card, &ids).await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;
        card.set("lang", "en").await?;
        card.wait_for_text("1 post received").await?;
        let folder = tempfile::tempdir()?;
        let text = export(stage, &card, folder.path(), "e2e.csv").await?;
        assert!(text.contains(&link(&ids[1])) && !text.contains(&link(&ids[0])), "{text}");
        assert!(text.starts_with("\u{FEFF}\"Link\","), "{text}");

        // With the last link the button goes.
        card.press_of(&ids[1], "remove-link").await?;
        let look = async || Ok(card.part("export").await?.shown);
        until("no button", look, |shown| !shown).await?;
        Ok(())
    })
    .await
}
