//! No answer at all: late, offline, no such host, nobody there, or an answer
//! that the page may not read.

use std::time::Duration;

use anyhow::Result;
use reqwest::header::{self, HeaderValue};
use serde_json::json;
use xtask::site::listen;
use xtask::site::questionnaire::{Database, Fault, Questionnaire, Reply};

use crate::delivery::{assert_states, hand_in, open, received};
use crate::harness::on_stage;
use crate::links::link;
use crate::setup::{Setup, open_campaign};
use crate::shown::{Shown, shown, watch};
use crate::wait::until;

/// All at once, since each takes its time.
#[tokio::test]
async fn an_answer_has_fifteen_seconds_to_be_there_in_full() -> Result<()> {
    let late = ["sending", "waiting", "sending", "delivered"];
    tokio::try_join!(
        takes(Fault::Delay(Duration::from_secs(12)), &["sending", "delivered"]),
        takes(Fault::Hang, &late),
        takes(Fault::Drip(Duration::from_secs(60)), &late),
    )?;
    Ok(())
}

async fn takes(fault: Fault, states: &[&str]) -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(fault);
        let card = stage.open_card().await?;
        watch(&card).await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_states(stage, &id, states).await?;
        let waits = |shown: &Shown| shown.text.contains("问卷没有响应");
        assert_eq!(shown(&card, &id).await?.iter().any(waits), states.contains(&"waiting"));
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_waits_for_the_connection_to_come_back() -> Result<()> {
    on_stage(open().expect("ERR_INTERNET_DISCONNECTED"), async |stage| {
        let card = stage.open_card().await?;
        let network = async |offline: bool| {
            let conditions = json!({
                "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
            });
            stage.devtools("Network.emulateNetworkConditions", conditions).await
        };
        stage.devtools("Network.enable", json!({})).await?;
        network(true).await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.wait_for_text("无法连接问卷").await?;
        network(false).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_that_has_no_address_gets_nothing() -> Result<()> {
    let setup = open().endpoint("https://questionnaire.invalid");
    on_stage(setup.expect("ERR_NAME_NOT_RESOLVED"), async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        let heard = async || stage.heard("campaign-link").await;
        let heard = until("a second attempt", heard, |heard| heard.len() >= 4).await?;
        for (detail, state) in heard.iter().zip(["sending", "waiting"].iter().cycle()) {
            assert_eq!(*detail, json!({ "postId": id, "state": state }));
        }
        card.wait_for_text("无法连接问卷").await?;
        // The form itself stays one press away.
        let form = card.part("open-questionnaire").await?;
        let page = "https://questionnaire.invalid/questionnaire/6854";
        assert_eq!(form.href.as_deref(), Some(page));
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_questionnaire_that_is_down_gets_the_link_once_it_is_up() -> Result<()> {
    let port = listen(0)?.local_addr()?.port();
    let setup = open().endpoint(&format!("http://127.0.0.1:{port}"));
    on_stage(setup.expect("ERR_CONNECTION_REFUSED"), async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.wait_for_text("无法连接问卷").await?;
        let up = Questionnaire::start(listen(port)?, &Database::Memory)?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let links: Vec<String> = up.rows()?.into_iter().map(|row| row.link).collect();
        assert_eq!(links, [link(&id)]);
        Ok(())
    })
    .await
}

/// JSON asks first, and is not sent. A form is sent and stored, and the page
/// never sees it.
#[tokio::test]
async fn an_answer_that_the_page_may_not_read_is_no_success() -> Result<()> {
    for (encoding, stored) in [("json", 0), ("form", 1)] {
        let mut campaign = open_campaign();
        campaign["questionnaire"]["endpoint"]["encoding"] = json!(encoding);
        let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
        let setup = setup.expect("CORS").expect("ERR_FAILED").expect("429");
        on_stage(setup, async |stage| {
            // The second answer leaves time to look.
            let wait = HeaderValue::from_static("120");
            let faults = stage.questionnaire.faults();
            faults.push(Fault::WithoutCors);
            faults.push(Fault::Answer(Reply::status(429).header(header::RETRY_AFTER, wait)));
            let card = stage.open_card().await?;
            let id = hand_in(&card).await?;
            assert_states(stage, &id, &["sending", "waiting", "sending", "waiting"]).await?;
            assert_eq!(received(stage)?, vec![(link(&id), encoding.into()); stored]);
            Ok(())
        })
        .await?;
    }
    Ok(())
}
