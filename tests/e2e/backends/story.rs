//! What every server has to go through with the card.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::site::pages::Extra;

use super::lossy::Lossy;
use super::server::{Rows, Server};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};

/// A server, and what it says to a body that it does not want.
pub struct Backend {
    /// Its folder in `tests/backends`.
    pub name: &'static str,
    /// Lines that are added to one of its files.
    pub adds: Option<(&'static str, &'static str)>,
    /// Where it keeps what it has stored.
    pub rows: Rows,
    /// Options of the endpoint that it refuses, and a part of its words. None for one that
    /// takes anything.
    pub refuses: Option<(Value, &'static str)>,
}

/// Starts the server and plays all that happens to it.
pub async fn play(backend: Backend) -> Result<()> {
    let Backend { name, adds, rows, refuses } = backend;
    let server = Server::start(name, adds, rows).await?;
    let way = Lossy::to(server.port).await?;
    let mut campaign = open_campaign();
    campaign["questionnaire"]["endpoint"] = server.endpoint(QUESTIONNAIRE)?;
    let mut setup = Setup::new()
        .campaign(&campaign)
        .card("src=\"/campaign.json\" lang=\"en\"")
        .page("/blank.html", "");
    if let Some((options, _)) = &refuses {
        let page = "<campaign-widget src=\"/wrong.json\" lang=\"en\"></campaign-widget>";
        setup = setup.file(wrong(campaign, &server, &way, options)?).page("/wrong.html", page);
    }
    // Refusals and lost answers, after which the card asks by a `HEAD` whether the server can
    // be reached; Node-RED answers that without a CORS header.
    let setup = setup
        .endpoint(&way.origin)
        .promised_policy_only()
        .allow("Failed to load resource")
        .allow("blocked by CORS policy");
    on_stage(setup, async |stage| {
        let id = a_link_is_stored(stage, &server).await.context("a link is stored")?;
        a_lost_answer_stores_one_row(stage, &server, &way).await.context("a lost answer")?;
        another_reader_has_the_same_post(stage, &server, &id).await.context("another reader")?;
        if let Some((_, words)) = &refuses {
            a_refusal_is_told(stage, &server, words).await.context("a refusal")?;
        }
        Ok(())
    })
    .await
    .with_context(|| server.log())
}

/// The same campaign with options that the server does not want.
fn wrong(mut campaign: Value, server: &Server, way: &Lossy, options: &Value) -> Result<Extra> {
    let endpoint = &mut campaign["questionnaire"]["endpoint"];
    *endpoint = server.endpoint(&way.origin)?;
    for (name, option) in options.as_object().context("options")? {
        endpoint[name] = option.clone();
    }
    campaign["id"] = json!("wrong");
    Ok(Extra::new("/wrong.json", "application/json", campaign.to_string()))
}

async fn hand_in(card: &Card, id: &str) -> Result<()> {
    card.paste_link(&link(id)).await?;
    card.press("submit-link").await
}

async fn assert_one_row(server: &Server, id: &str) -> Result<()> {
    let rows = server.rows_of(&link(id)).await?;
    ensure!(rows == 1, "it has {rows} rows of the link");
    Ok(())
}

async fn a_link_is_stored(stage: &Stage, server: &Server) -> Result<String> {
    let card = stage.open_card().await?;
    let id = recent_post();
    hand_in(&card, &id).await?;
    card.wait_for_entries(&[(&id, "delivered")]).await?;
    assert_one_row(server, &id).await?;
    let states = ["sending", "delivered"].map(|state| json!({ "postId": id, "state": state }));
    stage.wait_for_events("campaign-link", &states).await?;
    Ok(id)
}

/// The card sends the link again, for it cannot know that it is there.
async fn a_lost_answer_stores_one_row(stage: &Stage, server: &Server, way: &Lossy) -> Result<()> {
    let card = as_another_reader(stage).await?;
    let id = recent_post();
    way.lose_answers(true);
    hand_in(&card, &id).await?;
    card.wait_for_entries(&[(&id, "waiting")]).await?;
    assert_one_row(server, &id).await?;
    way.lose_answers(false);
    card.wait_for_entries(&[(&id, "delivered")]).await?;
    assert_one_row(server, &id).await
}

/// Another key comes with the post.
async fn another_reader_has_the_same_post(stage: &Stage, server: &Server, id: &str) -> Result<()> {
    let card = as_another_reader(stage).await?;
    hand_in(&card, id).await?;
    card.wait_for_entries(&[(id, "delivered")]).await?;
    assert_one_row(server, id).await
}

async fn a_refusal_is_told(stage: &Stage, server: &Server, words: &str) -> Result<()> {
    stage.open("/wrong.html").await?;
    let card = stage.card("campaign-widget").await?;
    let id = recent_post();
    hand_in(&card, &id).await?;
    card.wait_for_entries(&[(&id, "refused")]).await?;
    let entry = card.part("entry").await?;
    ensure!(entry.text.contains(words), "{}", entry.text);
    ensure!(server.rows_of(&link(&id)).await? == 0, "it is stored");
    Ok(())
}

/// In the same browser, which knows nothing of what was handed in.
async fn as_another_reader(stage: &Stage) -> Result<Card> {
    stage.open("/blank.html").await?;
    stage.script::<()>("localStorage.clear();").await?;
    let card = stage.open_card().await?;
    ensure!(card.entries().await?.is_empty(), "the card knows of earlier links");
    Ok(card)
}
