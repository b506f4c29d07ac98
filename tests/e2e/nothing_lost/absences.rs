//! A person who leaves and comes back, and a questionnaire that does.

use std::time::Duration;

use anyhow::Result;
use xtask::site::listen;
use xtask::site::questionnaire::{Database, Fault, Questionnaire};

use super::{
    ask_to_wait, assert_nothing_claimed_too_soon, assert_received_once, hand_in_all, posts,
    times_sent, wait_for_all_delivered, wait_for_states, watched,
};
use crate::harness::on_stage;
use crate::links::link;
use crate::setup::open_campaign;
use crate::wait::until;

/// The page is in the browser's cache meanwhile, where nothing runs.
#[tokio::test]
async fn a_link_that_waits_is_delivered_when_the_person_comes_back() -> Result<()> {
    on_stage(watched(&open_campaign()).expect("503"), async |stage| {
        let card = stage.open_card().await?;
        let ids = posts(2);
        ids.iter().for_each(|id| ask_to_wait(stage, id, "5"));
        hand_in_all(&card, &[&ids[0], &ids[1]]).await?;
        wait_for_states(&card, &[(&ids[0], "waiting"), (&ids[1], "waiting")]).await?;
        let note = "addEventListener('pageshow', (event) => cached = event.persisted);";
        stage.script::<()>(&format!("globalThis.cached = false; {note}")).await?;
        stage.open("/elsewhere.html").await?;
        // As long as asked, and half as long again.
        tokio::time::sleep(Duration::from_secs(8)).await;
        assert_eq!(stage.questionnaire.rows()?, []);
        stage.browser.back().await?;
        assert!(stage.script::<bool>("return cached;").await?);
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_nothing_claimed_too_soon(stage).await
    })
    .await
}

#[tokio::test]
async fn a_page_from_the_cache_learns_what_another_tab_has_delivered() -> Result<()> {
    on_stage(watched(&open_campaign()).expect("503"), async |stage| {
        let tab = stage.browser.window().await?;
        let card = stage.open_card().await?;
        let ids = posts(1);
        ask_to_wait(stage, &ids[0], "2");
        hand_in_all(&card, &[&ids[0]]).await?;
        wait_for_states(&card, &[(&ids[0], "waiting")]).await?;
        stage.open("/elsewhere.html").await?;
        stage.new_tab().await?;
        let other = stage.open_card().await?;
        wait_for_all_delivered(&other, &ids).await?;
        stage.go_to(&tab).await?;
        stage.browser.back().await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_eq!(times_sent(stage, &ids).await?, [2]);
        assert_nothing_claimed_too_soon(stage).await
    })
    .await
}

#[tokio::test]
async fn a_questionnaire_that_restarts_has_each_link_once() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let database = Database::File(folder.path().join("answers.sqlite"));
    let first = Questionnaire::start(listen(0)?, &database)?;
    let port = first.address().port();
    let setup = watched(&open_campaign()).endpoint(&first.origin());
    let setup = setup.allow("ERR_CONNECTION").allow("ERR_EMPTY_RESPONSE").allow("ERR_INCOMPLETE");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let ids = posts(4);
        // Stored, but not answered before it goes down.
        first.faults().push_for(&ids[1], Fault::Drip(Duration::from_secs(60)));
        hand_in_all(&card, &[&ids[3]]).await?;
        wait_for_all_delivered(&card, &ids[3..]).await?;
        hand_in_all(&card, &[&ids[0], &ids[1], &ids[2]]).await?;
        let rows = async || Ok(first.rows()?.len());
        until("the slow link", rows, |rows| *rows == 3).await?;
        drop(first);
        wait_for_states(&card, &[(&ids[1], "waiting"), (&ids[0], "waiting")]).await?;
        let up = Questionnaire::start(listen(port)?, &database)?;
        wait_for_all_delivered(&card, &ids).await?;
        let mut received: Vec<String> = up.rows()?.into_iter().map(|row| row.link).collect();
        let mut wanted: Vec<String> = ids.iter().map(|id| link(id)).collect();
        received.sort();
        wanted.sort();
        assert_eq!(received, wanted);
        Ok(())
    })
    .await
}
