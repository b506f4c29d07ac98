//! A tab that is silent while it delivers: frozen with the lock in its hand, or
//! gone where there are no locks.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;
use xtask::site::questionnaire::Fault;

use super::{
    NO_LOCKS, assert_nothing_claimed_too_soon, assert_received_once, close, end_at, hand_in_all,
    posts, submit_everywhere, times_sent, wait_for_all_delivered, wait_for_end, wait_for_states,
    watched, write_down,
};
use crate::harness::{Stage, on_stage};
use crate::links::recent_post;
use crate::setup::open_campaign;
use crate::wait::{until, until_within};

/// An attempt holds its link for 20 s, and another tab looks every 5 s.
const UNTIL_RELIEVED: Duration = Duration::from_secs(35);

#[tokio::test]
async fn another_tab_delivers_what_a_frozen_one_holds() -> Result<()> {
    let slow = Fault::Drip(Duration::from_secs(60));
    let (lost, stored) = tokio::join!(relieved(Fault::Hang), relieved(slow));
    lost.and(stored)
}

/// The tab is frozen while it awaits the answer to its first link.
async fn relieved(fault: Fault) -> Result<()> {
    on_stage(watched(&open_campaign()), async |stage| {
        let tab = stage.browser.window().await?;
        let frozen = stage.open_card().await?;
        let mut ids = vec![recent_post()];
        stage.questionnaire.faults().push_for(&ids[0], fault);
        hand_in_all(&frozen, &[&ids[0]]).await?;
        let pending = async || Ok(stage.questionnaire.faults().pending());
        until("the request", pending, Vec::is_empty).await?;
        ids.push(recent_post());
        hand_in_all(&frozen, &[&ids[1]]).await?;
        wait_for_states(&frozen, &[(&ids[0], "sending"), (&ids[1], "queued")]).await?;
        live(stage, "frozen").await?;

        let other = stage.new_tab().await?;
        let card = stage.open_card().await?;
        ids.push(recent_post());
        hand_in_all(&card, &[&ids[2]]).await?;
        let look = async || card.entries().await;
        until_within(UNTIL_RELIEVED, "the relief", look, |entries| {
            entries.len() == 3 && entries.iter().all(|(_, state)| state == "delivered")
        })
        .await?;
        assert_received_once(stage, &ids)?;

        // It comes back as if nothing had happened, and takes more.
        stage.go_to(&tab).await?;
        live(stage, "active").await?;
        wait_for_all_delivered(&frozen, &ids).await?;
        ids.push(recent_post());
        hand_in_all(&frozen, &[&ids[3]]).await?;
        wait_for_all_delivered(&frozen, &ids).await?;
        // Of what the other one did it tells nothing, as if it had done it.
        let told = stage.heard("campaign-link").await?;
        assert!(told.iter().all(|told| told["postId"] != json!(ids[1])), "{told:?}");
        stage.go_to(&other).await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_eq!(times_sent(stage, &ids[..3]).await?, [2, 1, 1]);
        assert_nothing_claimed_too_soon(stage).await
    })
    .await
}

/// What browsers do to pages that nobody looks at.
async fn live(stage: &Stage, state: &str) -> Result<()> {
    stage.devtools("Page.setWebLifecycleState", json!({ "state": state })).await
}

#[tokio::test]
async fn a_page_that_dies_where_there_are_no_locks_is_relieved_too() -> Result<()> {
    on_stage(watched(&open_campaign()).before_load(NO_LOCKS), async |stage| {
        stage.open("/elsewhere.html").await?;
        let elsewhere = stage.browser.window().await?;
        let tab = stage.new_tab().await?;
        let card = stage.open_card().await?;
        let ids = posts(1);
        end_at(stage, "sent").await?;
        write_down(&card, &[&ids[0]]).await?;
        stage.go_to(&elsewhere).await?;
        submit_everywhere(stage).await?;
        wait_for_end(stage).await?;
        close(stage, &tab).await?;

        let card = stage.open_card().await?;
        wait_for_states(&card, &[(&ids[0], "sending")]).await?;
        let look = async || card.entries().await;
        until_within(UNTIL_RELIEVED, "the relief", look, |entries| {
            *entries == [(ids[0].clone(), "delivered".into())]
        })
        .await?;
        assert_received_once(stage, &ids)?;
        assert_eq!(times_sent(stage, &ids).await?, [2]);
        assert_nothing_claimed_too_soon(stage).await
    })
    .await
}
