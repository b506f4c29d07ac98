//! Sending once more, at once, because the person asks for it.

use anyhow::Result;
use xtask::site::questionnaire::{Fault, Reply};

use super::{WORDS, wait};
use crate::delivery::{hand_in, open, received};
use crate::harness::on_stage;
use crate::links::link;
use crate::share::STAY;

/// Notes the key of every request.
const NOTE_KEYS: &str = "
    globalThis.keys = [];
    const send = fetch;
    globalThis.fetch = (...what) => {
        const { method, body } = what[1] ?? {};
        if (method === 'POST') keys.push(JSON.parse(body).key);
        return send(...what);
    };";

/// Two attempts under one key, wherever the link stood, and though a double
/// press is one wish. What was left unconfirmed had arrived the first time.
#[tokio::test]
async fn a_retry_is_the_same_submission_in_every_state() -> Result<()> {
    let setup = open().before_load(NOTE_KEYS).before_load(STAY);
    on_stage(setup.expect("422").expect("429"), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let refusal = || Fault::Answer(Reply::status(422).message(WORDS));
        let twice = "const retry = element.shadowRoot
                .querySelector('[part=retry]:not([hidden])');
            retry.click();
            retry.click();";
        let mut ids: Vec<String> = Vec::new();
        for (fault, state) in [
            (wait(120), "waiting"),
            (refusal(), "refused"),
            (Fault::StoreThenAnswer(Reply::login_page()), "unconfirmed"),
            (wait(120), "manual"),
            (refusal(), "pressed twice"),
        ] {
            stage.script::<()>("keys.length = 0;").await?;
            stage.questionnaire.faults().push(fault);
            let id = hand_in(&card).await?;
            let before = ids.clone();
            let wait_for = async |state| {
                let older = before.iter().rev().map(|id| (id.as_str(), "delivered"));
                let all: Vec<_> = [(id.as_str(), state)].into_iter().chain(older).collect();
                card.wait_for_entries(&all).await
            };
            match state {
                "manual" => {
                    wait_for("waiting").await?;
                    card.press_of(&id, "by-hand").await?;
                    wait_for(state).await?;
                    card.press_of(&id, "retry").await?;
                }
                "pressed twice" => {
                    wait_for("refused").await?;
                    card.script::<()>(twice).await?;
                }
                _ => {
                    wait_for(state).await?;
                    card.press_of(&id, "retry").await?;
                }
            }
            wait_for("delivered").await?;
            // Nothing is left of a refusal.
            assert!(!card.text().await?.contains(WORDS), "{state}");
            let keys: Vec<String> = stage.script("return keys;").await?;
            assert!(keys.len() == 2 && keys[0] == keys[1], "{state}: {keys:?}");
            let rows = stage.questionnaire.rows()?;
            let mut of_it = rows.iter().filter(|row| row.link == link(&id));
            let key = of_it.next().and_then(|row| row.key.as_deref());
            assert_eq!(key, Some(keys[0].as_str()), "{state}");
            assert!(of_it.next().is_none(), "{state}");
            ids.push(id);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_retry_that_is_refused_again_says_so_again() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        stage.questionnaire.faults().push(Fault::Answer(Reply::status(422).message(WORDS)));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        let second = "第二次也不行";
        stage.questionnaire.faults().push(Fault::Answer(Reply::status(422).message(second)));
        card.press_of(&id, "retry").await?;
        card.wait_for_sentence(&id, &super::refusal(second)).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}
