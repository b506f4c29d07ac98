//! A device whose clock jumps, in the middle of a delivery and between two
//! visits.

use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use xtask::site::questionnaire::Fault;

use super::{
    ask_to_wait, assert_received_once, hand_in_all, posts, wait_for_all_delivered, wait_for_states,
};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{Setup, open_campaign};
use crate::shown::{shown, watch};
use crate::wait::HELD;

/// A card that has the time from its server, with the campaign file.
fn corrected() -> Setup {
    let setup = Setup::new().campaign(&open_campaign());
    device_clock(setup.card("src=\"/campaign.json\" lang=\"zh-CN\""))
}

/// A card that has only the device to go by.
fn uncorrected() -> Setup {
    let campaign = open_campaign();
    device_clock(Setup::new().page(
        "/card.html",
        &format!(
            "<campaign-widget lang=\"zh-CN\"><script type=\"application/json\">{campaign}\
             </script><p>Fallback</p></campaign-widget>"
        ),
    ))
}

/// A clock that is wrong by `localStorage.clockError` where a page loads.
fn device_clock(setup: Setup) -> Setup {
    setup
        .clock_error(TimeDelta::zero())
        .before_load("clockError = Number(localStorage.clockError ?? 0);")
        .expect("503")
}

/// Nothing that a card has said of these posts contains these words.
async fn assert_never_said(card: &Card, ids: &[String], words: &str) -> Result<()> {
    for id in ids {
        let said = shown(card, id).await?;
        ensure!(!said.iter().any(|shown| shown.text.contains(words)), "{said:?}");
    }
    Ok(())
}

#[tokio::test]
async fn links_arrive_in_time_although_the_clock_jumps_on_their_way() -> Result<()> {
    let all = [TimeDelta::minutes(10), TimeDelta::days(-1), TimeDelta::days(1), TimeDelta::days(3)];
    // By the device's word, nothing is sent any more three days later.
    let (right, wrong) = tokio::join!(jumps(corrected(), &all), jumps(uncorrected(), &all[..3]));
    right.context("with the server's time")?;
    wrong.context("with the device's time")
}

async fn jumps(setup: Setup, jumps: &[TimeDelta]) -> Result<()> {
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        watch(&card).await?;
        let mut all = Vec::new();
        for jump in jumps {
            let ids = posts(3);
            ask_to_wait(stage, &ids[2], "7");
            stage.questionnaire.faults().push_for(&ids[1], Fault::Delay(HELD));
            hand_in_all(&card, &[&ids[0], &ids[1], &ids[2]]).await?;
            let states = [(&*ids[0], "queued"), (&*ids[1], "sending"), (&*ids[2], "waiting")];
            wait_for_states(&card, &states).await?;
            jump_to(stage, *jump).await?;
            all.extend(ids);
            wait_for_all_delivered(&card, &all).await.with_context(|| jump.to_string())?;
        }
        assert_never_said(&card, &all, "分钟后").await?;
        assert_received_once(stage, &all)
    })
    .await
}

/// Sets the device's clock. The card notices where a person comes back to it.
async fn jump_to(stage: &Stage, error: TimeDelta) -> Result<()> {
    let error = error.num_milliseconds();
    let jump = "document.dispatchEvent(new Event('visibilitychange'));";
    stage.script(&format!("clockError = {error}; {jump}")).await
}

/// Until the server has been asked, three days seem to be over, and with them
/// the time for deliveries.
#[tokio::test]
async fn a_link_that_waits_goes_on_waiting_once_the_clock_is_put_right() -> Result<()> {
    on_stage(corrected(), async |stage| {
        let card = stage.open_card().await?;
        let ids = posts(1);
        ask_to_wait(stage, &ids[0], "3");
        hand_in_all(&card, &[&ids[0]]).await?;
        wait_for_states(&card, &[(&ids[0], "waiting")]).await?;
        jump_to(stage, TimeDelta::days(3)).await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}

#[tokio::test]
async fn links_arrive_although_the_clock_is_another_on_the_next_visit() -> Result<()> {
    on_stage(uncorrected(), async |stage| {
        let mut ids = Vec::new();
        let mut card = stage.open_card().await?;
        for error in [TimeDelta::minutes(10), TimeDelta::days(-1), TimeDelta::days(1)] {
            ids.extend(posts(1));
            let id = &ids[ids.len() - 1];
            ask_to_wait(stage, id, "120");
            hand_in_all(&card, &[id]).await?;
            wait_for_states(&card, &[(id, "waiting")]).await?;
            card = visit(stage, error).await?;
            wait_for_all_delivered(&card, &ids).await.with_context(|| error.to_string())?;
            card = visit(stage, TimeDelta::zero()).await?;
            wait_for_all_delivered(&card, &ids).await.with_context(|| error.to_string())?;
        }
        // A clock that says that all is over loses nothing either.
        ids.extend(posts(1));
        let id = &ids[ids.len() - 1];
        ask_to_wait(stage, id, "7");
        hand_in_all(&card, &[id]).await?;
        wait_for_states(&card, &[(id, "waiting")]).await?;
        card = visit(stage, TimeDelta::days(3)).await?;
        card.wait_for_text("已停止重试").await?;
        card = visit(stage, TimeDelta::zero()).await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}

/// Loads the page again, on a device whose clock is wrong by this much.
async fn visit(stage: &Stage, error: TimeDelta) -> Result<Card> {
    let error = error.num_milliseconds();
    stage.script::<()>(&format!("localStorage.clockError = {error};")).await?;
    stage.reload().await
}
