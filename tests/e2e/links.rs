//! The link helper: what it makes of a link, and that every link arrives
//! once, whatever goes wrong on the way.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use xtask::site::questionnaire::Fault;

use crate::harness::{Setup, Stage, on_stage};

fn open() -> Setup {
    Setup::new().card("src=\"/campaigns/practice.json\" lang=\"zh-CN\"")
}

/// The id that X would have given to a post made at an instant.
fn post_id(at: DateTime<Utc>) -> String {
    ((at.timestamp_millis() - 1_288_834_974_657) << 22).to_string()
}

fn link(post_id: &str) -> String {
    format!("https://x.com/gate_user/status/{post_id}")
}

/// What the questionnaire has, as link and way it came.
fn received(stage: &Stage) -> Result<Vec<(String, String)>> {
    let rows = stage.questionnaire.rows()?;
    Ok(rows.into_iter().map(|row| (row.link, row.via)).collect())
}

#[tokio::test]
async fn a_link_arrives_at_the_questionnaire() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let posted = Utc::now() - TimeDelta::minutes(5);
        let id = post_id(posted);
        card.paste_link(&format!("看这里 https://mobile.twitter.com/gate_user/status/{id}?s=20"))
            .await?;
        card.wait_for_verdicts(&[(&id, "accepted")]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;

        let rows = stage.questionnaire.rows()?;
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!(row.campaign.as_deref(), Some("gate-xstocks-practice"));
        assert_eq!((row.link.as_str(), row.via.as_str()), (link(&id).as_str(), "json"));
        let said = DateTime::parse_from_rfc3339(row.posted_at.as_deref().unwrap_or_default())?;
        assert_eq!(said.timestamp_millis(), posted.timestamp_millis());
        assert!(row.key.as_deref().is_some_and(|key| key.len() == 36));

        // What was delivered is still known on the next visit.
        let card = stage.reload().await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn a_post_outside_the_window_is_refused_before_sending() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let early = post_id(Utc::now() - TimeDelta::days(30));
        let good = post_id(Utc::now() - TimeDelta::minutes(1));
        card.paste_link(&format!("{}\n{}", link(&early), link(&good))).await?;
        card.wait_for_verdicts(&[(&early, "refused"), (&good, "accepted")]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&good, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&good), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_busy_questionnaire_gets_the_link_later_and_once() -> Result<()> {
    on_stage(open().expect("503"), async |stage| {
        stage.questionnaire.faults().push(Fault::status(503));
        let card = stage.open_card().await?;
        let id = post_id(Utc::now());
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.faults().pending(), []);
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_answer_that_is_lost_does_not_make_two_of_one() -> Result<()> {
    on_stage(open().expect("ERR_CONNECTION_RESET"), async |stage| {
        stage.questionnaire.faults().push(Fault::StoreThenReset);
        let card = stage.open_card().await?;
        let id = post_id(Utc::now());
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_refusal_shows_the_words_of_the_questionnaire() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        stage.questionnaire.faults().push(Fault::Status {
            status: 422,
            retry_after: None,
            message: Some("<b>closed</b> for today".into()),
        });
        let card = stage.open_card().await?;
        let id = post_id(Utc::now());
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        let entry = card.part("entry").await?;
        assert!(entry.text.contains("<b>closed</b> for today"), "{}", entry.text);
        Ok(())
    })
    .await
}
