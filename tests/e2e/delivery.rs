//! Every link arrives once, whatever goes wrong on the way, and nothing
//! counts as delivered that was not.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use serde_json::{Value, json};
use xtask::site::questionnaire::{Fault, Reply};

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::links::{link, post_id, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// A card of a campaign that is open, in Chinese.
pub fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

/// Hands in the link of a new post, and gives its id.
pub async fn hand_in(card: &Card) -> Result<String> {
    let id = recent_post();
    card.paste_link(&link(&id)).await?;
    card.wait_for_verdicts(&[&id]).await?;
    card.press("submit-link").await?;
    Ok(id)
}

/// What the questionnaire has, as link and way it came.
pub fn received(stage: &Stage) -> Result<Vec<(String, String)>> {
    let rows = stage.questionnaire.rows()?;
    Ok(rows.into_iter().map(|row| (row.link, row.via)).collect())
}

/// Holds the events of one post against the states that it should go through.
pub async fn assert_states(stage: &Stage, id: &str, states: &[&str]) -> Result<()> {
    let details: Vec<Value> =
        states.iter().map(|state| json!({ "postId": id, "state": state })).collect();
    stage.wait_for_events("campaign-link", &details).await
}

#[tokio::test]
async fn a_link_arrives_at_the_questionnaire() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let posted = Utc::now() - TimeDelta::minutes(5);
        let id = post_id(posted);
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_states(stage, &id, &["sending", "delivered"]).await?;

        let rows = stage.questionnaire.rows()?;
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!(row.campaign.as_deref(), Some("e2e"));
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

/// The questionnaire takes the one for the other, and has both.
#[tokio::test]
async fn fields_are_sent_under_the_names_that_the_campaign_gives() -> Result<()> {
    for encoding in ["json", "form"] {
        let mut campaign = open_campaign();
        campaign["questionnaire"]["endpoint"]["encoding"] = json!(encoding);
        campaign["questionnaire"]["endpoint"]["body"] = json!({
            "postedAt": "{campaign}",
            "campaign": "{postedAt}",
            "link": "{link}",
            "postId": "{postId}",
            "key": "{key}",
        });
        let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
        on_stage(setup, async |stage| {
            let card = stage.open_card().await?;
            let id = hand_in(&card).await?;
            card.wait_for_entries(&[(&id, "delivered")]).await?;
            assert_eq!(received(stage)?, [(link(&id), encoding.into())]);
            let rows = stage.questionnaire.rows()?;
            assert_eq!(rows[0].posted_at.as_deref(), Some("e2e"));
            let posted_at = rows[0].campaign.as_deref().unwrap_or_default();
            assert_eq!(post_id(DateTime::parse_from_rfc3339(posted_at)?.to_utc()), id);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_under_way_survives_a_reload() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(Fault::Hang);
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        let taken = async || Ok(stage.questionnaire.faults().pending().len());
        until("the request", taken, |left| *left == 0).await?;
        let card = stage.reload().await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_server_that_asks_to_wait_is_heeded_over_a_reload() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let busy = Reply::status(429).header(header::RETRY_AFTER, HeaderValue::from_static("120"));
        stage.questionnaire.faults().push(Fault::Answer(busy));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        let card = stage.reload().await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        stage.script::<()>("dispatchEvent(new Event('online'));").await?;
        card.wait_for_text("分钟后自动重试").await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_instead_of_an_answer_confirms_nothing() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(Fault::Answer(Reply::login_page()));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "unconfirmed")]).await?;
        // The person may try again, and it is the same submission.
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_deliver_once_and_agree() -> Result<()> {
    on_stage(open(), async |stage| {
        let first = stage.open_card().await?;
        let tab = stage.browser.window().await?;
        stage.new_tab().await?;
        let second = stage.open_card().await?;
        let id = hand_in(&second).await?;
        second.wait_for_entries(&[(&id, "delivered")]).await?;
        stage.go_to(&tab).await?;
        first.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}
