//! Every answer that a questionnaire may give, and what becomes of the link.

use anyhow::{Result, ensure};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use xtask::site::questionnaire::Fault;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::links::{link, post_id};
use crate::setup::{Setup, open_campaign};
use crate::shown::{Shown, shown, watch};
use crate::table_of_answers::{Row, table};
use crate::wait::until;

#[tokio::test]
async fn every_answer_to_json_means_what_the_table_says() -> Result<()> {
    every_answer_means_what_the_table_says("json").await
}

#[tokio::test]
async fn every_answer_to_a_form_means_what_the_table_says() -> Result<()> {
    every_answer_means_what_the_table_says("form").await
}

async fn every_answer_means_what_the_table_says(encoding: &str) -> Result<()> {
    let mut campaign = open_campaign();
    campaign["questionnaire"]["endpoint"]["encoding"] = json!(encoding);
    let setup = Setup::new()
        .campaign(&campaign)
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .expect("the server responded with a status of")
        .expect("ERR_CONNECTION_RESET")
        .expect("ERR_FAILED")
        .expect("CORS");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        watch(&card).await?;
        let rows = rows_with_links(stage)?;
        hand_in(&card, &rows).await?;
        let all = async || stage.heard("campaign-link").await;
        let over = |heard: &Vec<Value>| {
            rows.iter().all(|(id, row)| states_of(id, heard).starts_with(row.states))
        };
        // What did not come to its end says so below.
        let heard = match until("the end of all", all, over).await {
            Ok(heard) => heard,
            Err(_) => all().await?,
        };
        let mut wrong: Vec<String> = Vec::new();
        for (id, row) in &rows {
            let states = states_of(id, &heard);
            let said = shown(&card, id).await?;
            let says = |shown: &Shown| {
                Some(shown.state.as_str()) == row.states.get(1).copied()
                    && shown.text.contains(&row.says)
            };
            let stored = stored(stage, id, encoding)?;
            // On a slow machine, what waits may have been tried again by now.
            let goes_on = row.states.last() == Some(&"waiting");
            let is_all = states.len() == row.states.len() || goes_on;
            let is_as_told = states.starts_with(row.states) && is_all;
            let is_stored = stored == row.stored() || goes_on && stored == 1;
            if !(is_as_told && said.iter().any(says) && is_stored) {
                let fault = row.fault.as_ref().map_or("nothing".into(), Fault::to_string);
                wrong.push(format!("{fault}: {states:?}, stored {stored}, {said:?}"));
            }
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(stage.questionnaire.faults().pending(), []);
        assert_no_markup(stage, &card).await
    })
    .await
}

/// Each row with a post of its own, whose submission is spoilt.
fn rows_with_links(stage: &Stage) -> Result<Vec<(String, Row)>> {
    let now = Utc::now();
    let mut rows = Vec::new();
    for (ago, row) in (1..).zip(table(&stage.site.origin())?) {
        // All of them within the hour for which the campaign is open.
        let id = post_id(now - TimeDelta::seconds(30 * ago));
        if let Some(fault) = &row.fault {
            stage.questionnaire.faults().push_for(&id, fault.clone());
        }
        rows.push((id, row));
    }
    Ok(rows)
}

async fn hand_in(card: &Card, rows: &[(String, Row)]) -> Result<()> {
    let links: Vec<String> = rows.iter().map(|(id, _)| link(id)).collect();
    let ids: Vec<&str> = rows.iter().map(|(id, _)| id.as_str()).collect();
    card.paste_link(&links.join("\n")).await?;
    card.wait_for_verdicts(&ids).await?;
    card.press("submit-link").await
}

fn states_of<'e>(id: &str, events: &'e [Value]) -> Vec<&'e str> {
    let of_it = events.iter().filter(|detail| detail["postId"] == id);
    of_it.filter_map(|detail| detail["state"].as_str()).collect()
}

/// How often the questionnaire has a post.
fn stored(stage: &Stage, id: &str, encoding: &str) -> Result<usize> {
    let rows = stage.questionnaire.rows()?;
    Ok(rows.iter().filter(|row| row.post_id == id && row.via == encoding).count())
}

/// No element came of the words of the questionnaire.
async fn assert_no_markup(stage: &Stage, card: &Card) -> Result<()> {
    let made = "return element.shadowRoot.querySelectorAll('img, b, h1').length;";
    assert_eq!(card.script::<usize>(made).await?, 0);
    assert!(!stage.script::<bool>("return 'ran' in globalThis;").await?);
    assert!(!card.text().await?.contains("nginx"), "the words of a page");
    Ok(())
}
