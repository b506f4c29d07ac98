//! The question before the page is left, only while something is undelivered.

use std::time::Duration;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use xtask::site::questionnaire::{Fault, Reply};

use super::{Seven, wait};
use crate::card::Card;
use crate::delivery::{hand_in, open};
use crate::hand_over::STAY;
use crate::harness::{Stage, on_stage};
use crate::setup::rfc3339;
use crate::wait::until;

/// Waits until the page would be left with a question, or without one.
async fn wait_for_question(stage: &Stage, is_asked: bool) -> Result<()> {
    let leave = "const leaving = new Event('beforeunload', { cancelable: true });
        dispatchEvent(leaving);
        return leaving.defaultPrevented;";
    let look = async || stage.script::<bool>(leave).await;
    until("the question before leaving", look, |asked| *asked == is_asked).await?;
    Ok(())
}

async fn hand_in_to(stage: &Stage, fault: Fault, state: &str) -> Result<(Card, String)> {
    stage.questionnaire.faults().push(fault);
    let card = stage.open_card().await?;
    wait_for_question(stage, false).await?;
    let id = hand_in(&card).await?;
    card.wait_for_entries(&[(&id, state)]).await?;
    Ok((card, id))
}

#[tokio::test]
async fn whoever_leaves_is_asked_until_the_link_is_delivered() -> Result<()> {
    on_stage(open(), async |stage| {
        let slow = Fault::Delay(Duration::from_secs(3));
        let (card, id) = hand_in_to(stage, slow, "sending").await?;
        wait_for_question(stage, true).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        wait_for_question(stage, false).await?;
        stage.reload().await?.wait_for_entries(&[(&id, "delivered")]).await?;
        wait_for_question(stage, false).await
    })
    .await
}

#[tokio::test]
async fn whoever_leaves_while_a_link_waits_is_asked_until_it_is_off_the_list() -> Result<()> {
    on_stage(open().before_load(STAY).expect("429"), async |stage| {
        let (card, id) = hand_in_to(stage, wait(120), "waiting").await?;
        wait_for_question(stage, true).await?;
        card.press_of(&id, "remove-link").await?;
        wait_for_question(stage, false).await?;
        card.press("undo-remove").await?;
        wait_for_question(stage, true).await?;
        // Asked anew by a page that was opened later.
        let card = stage.reload().await?;
        wait_for_question(stage, true).await?;
        card.press_of(&id, "by-hand").await?;
        card.wait_for_entries(&[(&id, "handed-over")]).await?;
        wait_for_question(stage, false).await
    })
    .await
}

#[tokio::test]
async fn nobody_is_asked_about_what_the_card_can_do_nothing_for() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        let refusal = Fault::Answer(Reply::status(422));
        hand_in_to(stage, refusal, "refused").await?;
        wait_for_question(stage, false).await
    })
    .await?;
    on_stage(open(), async |stage| {
        hand_in_to(stage, Fault::Answer(Reply::login_page()), "unconfirmed").await?;
        wait_for_question(stage, false).await
    })
    .await?;
    on_stage(open().expect("429"), async |stage| {
        let (card, _) = hand_in_to(stage, wait(120), "waiting").await?;
        wait_for_question(stage, true).await?;
        card.set("server-now", &rfc3339(Utc::now() + TimeDelta::hours(26))).await?;
        wait_for_question(stage, false).await
    })
    .await
}

#[tokio::test]
async fn a_card_that_is_gone_asks_nothing() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        Seven::hand_in(stage, &card).await?;
        wait_for_question(stage, true).await?;
        card.script::<()>("element.remove();").await?;
        wait_for_question(stage, false).await
    })
    .await
}
