//! The question before the page is left, only while something is undelivered.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use xtask::site::questionnaire::{Fault, Reply};

use super::{hand_in_all, recent_posts, wait};
use crate::delivery::{hand_in, open};
use crate::harness::{Stage, on_stage};
use crate::setup::rfc3339;
use crate::share::STAY;
use crate::wait::{HELD, until};

/// Waits until the page would be left with a question, or without one.
async fn wait_for_question(stage: &Stage, is_asked: bool) -> Result<()> {
    let leave = "const leaving = new Event('beforeunload', { cancelable: true });
        dispatchEvent(leaving);
        return leaving.defaultPrevented;";
    let look = async || stage.script::<bool>(leave).await;
    until("the question before leaving", look, |asked| *asked == is_asked).await?;
    Ok(())
}

#[tokio::test]
async fn whoever_leaves_is_asked_until_the_link_is_delivered() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(Fault::Delay(HELD));
        let card = stage.open_card().await?;
        wait_for_question(stage, false).await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
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
        stage.questionnaire.faults().push(wait(120));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        wait_for_question(stage, true).await?;
        card.press_of(&id, "remove-link").await?;
        wait_for_question(stage, false).await?;
        card.press_of(&id, "undo-remove").await?;
        wait_for_question(stage, true).await?;
        // Asked anew by a page that was opened later.
        let card = stage.reload().await?;
        wait_for_question(stage, true).await?;
        card.press_of(&id, "by-hand").await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        wait_for_question(stage, false).await
    })
    .await
}

#[tokio::test]
async fn nobody_is_asked_about_what_the_card_can_do_nothing_for() -> Result<()> {
    on_stage(open().expect("422").expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        let faults = stage.questionnaire.faults();
        faults.push_for(&ids[0], wait(120));
        faults.push_for(&ids[1], Fault::Answer(Reply::login_page()));
        faults.push_for(&ids[2], Fault::Answer(Reply::status(422)));
        let states = [(&*ids[0], "waiting"), (&*ids[1], "unconfirmed"), (&*ids[2], "refused")];
        hand_in_all(&card, &ids[1..]).await?;
        card.wait_for_entries(&states[1..]).await?;
        wait_for_question(stage, false).await?;

        hand_in_all(&card, &ids[..1]).await?;
        card.wait_for_entries(&states).await?;
        wait_for_question(stage, true).await?;
        card.set("server-now", &rfc3339(Utc::now() + TimeDelta::hours(26))).await?;
        wait_for_question(stage, false).await?;

        // Nor by a card that is gone.
        card.set("server-now", &rfc3339(Utc::now())).await?;
        wait_for_question(stage, true).await?;
        card.script::<()>("element.remove();").await?;
        wait_for_question(stage, false).await
    })
    .await
}
