//! Pages that are there before their reader is, and pages to which a reader
//! comes back.

use std::time::Duration;

use anyhow::Result;
use reqwest::header::{self, HeaderValue};
use serde_json::{Value, json};
use thirtyfour::By;
use xtask::site::questionnaire::{Fault, Reply};

use super::{assert_works, open};
use crate::card::Card;
use crate::delivery::hand_in;
use crate::harness::{Stage, on_stage};
use crate::wait::until;

/// As promised, and the page may ask for another to be made ready.
const POLICY: &str = "default-src 'none'; \
     script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'; \
     connect-src 'self' https://questionnaire.example; require-trusted-types-for 'script'";

/// A page that asks for the page of a card to be made ready at once.
const START: &str = "<script type=\"speculationrules\">{\"prerender\": [{\"source\": \"list\", \
     \"urls\": [\"/card.html\"], \"eagerness\": \"immediate\"}]}</script>\
     <a href=\"/card.html\">On</a>";

/// Notes whether the page is out of the browser's cache of pages.
const NOTE: &str = "
    globalThis.shows = [];
    addEventListener('pageshow', ({ persisted }) => shows.push(persisted));";

/// Longer than a link waits that the endpoint asks to send again in five seconds:
/// half as long again.
const UNTIL_DUE: Duration = Duration::from_secs(8);

/// Hands in such a link.
async fn hand_in_what_waits(stage: &Stage, card: &Card) -> Result<String> {
    let soon = HeaderValue::from_static("5");
    let busy = Reply::status(503).header(header::RETRY_AFTER, soon);
    stage.questionnaire.faults().push(Fault::Answer(busy));
    let id = hand_in(card).await?;
    card.wait_for_entries(&[(&id, "waiting")]).await?;
    Ok(id)
}

#[tokio::test]
async fn a_card_that_was_made_ready_sends_nothing_before_its_reader_is_there() -> Result<()> {
    let setup = open().policy(POLICY).page("/start.html", START).expect("503");
    on_stage(setup, async |stage| {
        let id = hand_in_what_waits(stage, &stage.open_card().await?).await?;
        stage.open("/start.html").await?;
        tokio::time::sleep(UNTIL_DUE).await;
        assert_eq!(stage.questionnaire.rows()?.len(), 0);

        stage.browser.find(By::Css("a")).await?.click().await?;
        let ahead = "return performance.getEntriesByType('navigation')[0].activationStart;";
        let ahead = async || stage.script::<f64>(ahead).await;
        until("a page that was there before", ahead, |at| *at > 0.0).await?;
        let card = stage.card("campaign-widget").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        let left = card.seconds().await?;
        until("the next second", async || card.seconds().await, |now| *now < left).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_to_which_a_reader_comes_back_is_as_it_was_and_goes_on() -> Result<()> {
    let setup = open().before_load(NOTE).page("/elsewhere.html", "<p>Elsewhere</p>").expect("503");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("写到一半").await?;
        let id = hand_in_what_waits(stage, &card).await?;
        let left = card.seconds().await?;
        stage.open("/elsewhere.html").await?;
        tokio::time::sleep(UNTIL_DUE).await;
        assert_eq!(stage.questionnaire.rows()?.len(), 0);

        stage.browser.back().await?;
        let came = "return { shows, why: performance.getEntriesByType('navigation')[0]
            .notRestoredReasons };";
        let came: Value = stage.script(came).await?;
        assert_eq!(came["shows"], json!([false, true]), "{came}");
        let now = card.seconds().await?;
        assert!(now <= left - 4, "{now} s are left, {left} before");
        assert_eq!(card.draft().await?, "写到一半");
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn a_card_without_links_can_be_left_and_found_again_and_again() -> Result<()> {
    let setup = open().before_load(NOTE).page("/elsewhere.html", "<p>Elsewhere</p>");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        for _ in 0..3 {
            card.wait_for_phase("open").await?;
            stage.open("/elsewhere.html").await?;
            stage.browser.back().await?;
        }
        let shows: Vec<bool> = stage.script("return shows;").await?;
        assert_eq!(shows, [false, true, true, true]);
        assert_works(&card).await
    })
    .await
}
