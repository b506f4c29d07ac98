//! Sending once more, at once, because the person asks for it.

use anyhow::Result;
use xtask::site::questionnaire::{Fault, Reply};

use super::{WORDS, wait};
use crate::card::Card;
use crate::delivery::{hand_in, open, received};
use crate::hand_over::STAY;
use crate::harness::{Stage, on_stage};
use crate::links::link;

/// Notes the key of every request.
const NOTE_KEYS: &str = "
    globalThis.keys = [];
    const send = fetch;
    globalThis.fetch = (...what) => {
        const key = new Request(...what).headers.get('idempotency-key');
        if (key) keys.push(key);
        return send(...what);
    };";

/// Two attempts were made, under one key, and the post is there once.
async fn assert_one_submission(stage: &Stage, id: &str) -> Result<()> {
    let keys: Vec<String> = stage.script("return keys;").await?;
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert_eq!(keys[0], keys[1]);
    let rows = stage.questionnaire.rows()?;
    assert_eq!(rows[0].key.as_deref(), Some(keys[0].as_str()));
    assert_eq!(received(stage)?, [(link(id), "json".into())]);
    Ok(())
}

async fn retried(fault: Fault, state: &str, stage: &Stage) -> Result<(Card, String)> {
    stage.questionnaire.faults().push(fault);
    let card = stage.open_card().await?;
    let id = hand_in(&card).await?;
    card.wait_for_entries(&[(&id, state)]).await?;
    Ok((card, id))
}

#[tokio::test]
async fn what_waits_is_sent_at_once() -> Result<()> {
    on_stage(open().before_load(NOTE_KEYS).expect("429"), async |stage| {
        let (card, id) = retried(wait(120), "waiting", stage).await?;
        card.press_of(&id, "retry").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_one_submission(stage, &id).await
    })
    .await
}

#[tokio::test]
async fn what_was_refused_is_sent_again() -> Result<()> {
    on_stage(open().before_load(NOTE_KEYS).expect("422"), async |stage| {
        let refusal = Fault::Answer(Reply::status(422).message(WORDS));
        let (card, id) = retried(refusal, "refused", stage).await?;
        card.press_of(&id, "retry").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        // Nothing is left of the refusal.
        assert!(!card.text().await?.contains(WORDS));
        assert_one_submission(stage, &id).await
    })
    .await
}

/// It had arrived the first time.
#[tokio::test]
async fn what_was_left_unconfirmed_is_sent_again_and_arrives_once() -> Result<()> {
    on_stage(open().before_load(NOTE_KEYS), async |stage| {
        let page = Fault::StoreThenAnswer(Reply::login_page());
        let (card, id) = retried(page, "unconfirmed", stage).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        card.press_of(&id, "retry").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_one_submission(stage, &id).await
    })
    .await
}

#[tokio::test]
async fn what_was_handed_over_is_sent_after_all() -> Result<()> {
    on_stage(open().before_load(NOTE_KEYS).before_load(STAY).expect("429"), async |stage| {
        stage.allow_clipboard(true).await?;
        let (card, id) = retried(wait(120), "waiting", stage).await?;
        card.press_of(&id, "by-hand").await?;
        card.wait_for_entries(&[(&id, "handed-over")]).await?;
        card.press_of(&id, "retry").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_one_submission(stage, &id).await
    })
    .await
}

#[tokio::test]
async fn a_retry_that_is_refused_again_says_so_again() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        let refusal = || Fault::Answer(Reply::status(422).message(WORDS));
        let (card, id) = retried(refusal(), "refused", stage).await?;
        let second = "第二次也不行";
        stage.questionnaire.faults().push(Fault::Answer(Reply::status(422).message(second)));
        card.press_of(&id, "retry").await?;
        let sentence = format!("问卷没有接受：“{second}”。请打开问卷手动提交。");
        card.wait_for_sentence(&id, &sentence).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}

/// Two presses are one wish.
#[tokio::test]
async fn a_double_press_sends_once() -> Result<()> {
    on_stage(open().before_load(NOTE_KEYS).expect("422"), async |stage| {
        let refusal = Fault::Answer(Reply::status(422).message(WORDS));
        let (card, id) = retried(refusal, "refused", stage).await?;
        let twice = "const retry = element.shadowRoot.querySelector('[part=retry]');
            retry.click();
            retry.click();";
        card.script::<()>(twice).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_one_submission(stage, &id).await
    })
    .await
}
