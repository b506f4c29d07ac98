//! Nothing lost and nothing doubled, whatever becomes of the page, of its
//! storage and of its clock: every link that was handed in is at the
//! questionnaire once, and no entry ever claimed more than was known.

mod absences;
mod clocks;
mod deaths;
mod frozen;
mod memory;
mod tabs;

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use xtask::site::questionnaire::{Fault, Reply};

use crate::card::Card;
use crate::harness::Stage;
use crate::links::{link, post_id};
use crate::setup::Setup;
use crate::wait::until;

/// Notes what is kept, told and sent of a post, where every tab can read it
/// and a page that dies leaves it. Where `end` says, the page waits for an answer
/// that never comes, until its process is ended.
const WITNESS: &str = "
    const keep = Storage.prototype.setItem;
    const note = (what, postId) => keep.call(localStorage, `witness:${crypto.randomUUID()}`,
        JSON.stringify({ what, postId, at: Date.now() }));
    const reach = (point) => {
        if (globalThis.end?.at !== point) return;
        const stop = new XMLHttpRequest();
        stop.open('POST', end.endpoint, false);
        stop.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
        try { stop.send(end.body); } finally { for (;;); }
    };
    Storage.prototype.setItem = function (key, value) {
        const [, postId] = /:outbox:(\\d+)$/.exec(key) ?? [];
        const state = postId && JSON.parse(value).state;
        reach(`keeping ${state}`);
        if (postId) note(state, postId);
        keep.call(this, key, value);
        reach(`kept ${state}`);
    };
    const send = fetch;
    globalThis.fetch = (url, request) => {
        const isLink = request?.method === 'POST';
        if (isLink) {
            reach('sending');
            const { body } = request;
            note('sent', body.get?.('postId') ?? JSON.parse(body).postId);
        }
        const answer = send(url, request);
        if (isLink) reach('sent');
        return answer;
    };
    const read = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function () {
        const bytes = await read.call(this);
        reach('answered');
        return bytes;
    };
    addEventListener('campaign-link', ({ detail }) => note(detail.state, detail.postId));";

/// A browser without locks.
const NO_LOCKS: &str = "delete Navigator.prototype.locks;";

/// Stands for a page that is to stop, among the posts that faults are for.
const STOPPED: &str = "1";

/// The ids of so many posts, each older than the one before.
fn posts(number: i64) -> Vec<String> {
    let now = Utc::now();
    (1..=number).map(|seconds| post_id(now - TimeDelta::seconds(seconds))).collect()
}

/// Something that the witness noted.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Noted {
    /// The state that was kept or told; `sent` for a request.
    what: String,
    post_id: String,
    /// Milliseconds since 1970.
    at: i64,
}

/// All that was noted in all tabs.
async fn noted(stage: &Stage) -> Result<Vec<Noted>> {
    let notes = "return Object.entries(localStorage)
        .filter(([key]) => key.startsWith('witness:')).map(([, note]) => JSON.parse(note));";
    stage.script(notes).await
}

/// How often each of these posts was sent.
async fn times_sent(stage: &Stage, ids: &[String]) -> Result<Vec<usize>> {
    let noted = noted(stage).await?;
    let is_sent = |id: &String, note: &&Noted| note.what == "sent" && note.post_id == *id;
    Ok(ids.iter().map(|id| noted.iter().filter(|note| is_sent(id, note)).count()).collect())
}

/// A card of this campaign, under the eyes of the witness, and a page
/// `/elsewhere.html` without one.
fn watched(campaign: &Value) -> Setup {
    Setup::new()
        .campaign(campaign)
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .page("/elsewhere.html", "<p>Elsewhere</p>")
        .before_load(WITNESS)
}

/// Has the page stop for good once it comes to this point.
async fn end_at(stage: &Stage, point: &str) -> Result<()> {
    let end = json!({
        "at": point,
        "endpoint": stage.questionnaire.url("6854"),
        "body": format!("key=stopped&link={}", link(STOPPED)),
    });
    stage.questionnaire.faults().push_for(STOPPED, Fault::Hang);
    stage.script(&format!("globalThis.end = {end};")).await
}

/// Waits until the page has stopped.
async fn wait_for_end(stage: &Stage) -> Result<()> {
    let left = async || Ok(stage.questionnaire.faults().pending());
    until("the end of the page", left, Vec::is_empty).await?;
    Ok(())
}

/// Closes another tab. One that has stopped cannot take leave of anything, and
/// the browser ends its process.
async fn close(stage: &Stage, tab: &WindowHandle) -> Result<()> {
    stage.devtools("Target.closeTarget", json!({ "targetId": tab.to_string() })).await?;
    let is_open = async || Ok(stage.browser.windows().await?.contains(tab));
    until("the end of the tab", is_open, |is_open| !is_open).await?;
    Ok(())
}

/// Has one submission of this post answered by a wish to wait.
fn ask_to_wait(stage: &Stage, id: &str, seconds: &'static str) {
    let seconds = HeaderValue::from_static(seconds);
    let busy = Reply::status(503).header(header::RETRY_AFTER, seconds);
    stage.questionnaire.faults().push_for(id, Fault::Answer(busy));
}

/// Hands in these posts at once.
async fn hand_in_all(card: &Card, ids: &[&str]) -> Result<()> {
    write_down(card, ids).await?;
    card.press("submit-link").await
}

/// Pastes the links of these posts, which are handed in by
/// [`submit_everywhere`].
async fn write_down(card: &Card, ids: &[&str]) -> Result<()> {
    let links: Vec<String> = ids.iter().map(|id| link(id)).collect();
    card.paste_link(&links.join("\n")).await?;
    card.wait_for_verdicts(ids).await?;
    let listen = "new BroadcastChannel('submit').onmessage = () =>
        element.shadowRoot.querySelector('[part~=submit-link]').click();";
    card.script(listen).await
}

/// Presses the button in all other tabs at the same moment. Nobody waits for
/// them to be done with it.
async fn submit_everywhere(stage: &Stage) -> Result<()> {
    stage.script("new BroadcastChannel('submit').postMessage(null);").await
}

/// Waits until each of these posts is in its state on the card, whatever else
/// is.
async fn wait_for_states(card: &Card, wanted: &[(&str, &str)]) -> Result<()> {
    let look = async || Ok(card.entries().await?.into_iter().collect());
    let fits = |seen: &BTreeMap<String, String>| {
        wanted.iter().all(|(id, state)| seen.get(*id).is_some_and(|now| now == state))
    };
    until(&format!("the states {wanted:?}"), look, fits).await?;
    Ok(())
}

/// Waits until these posts, and no others, are on the card and delivered.
async fn wait_for_all_delivered(card: &Card, ids: &[String]) -> Result<()> {
    let look = async || {
        let mut entries = card.entries().await?;
        entries.sort();
        Ok(entries)
    };
    let mut wanted: Vec<(String, String)> =
        ids.iter().map(|id| (id.clone(), "delivered".into())).collect();
    wanted.sort();
    until(&format!("{wanted:?}"), look, |seen| *seen == wanted).await?;
    Ok(())
}

/// Holds the questionnaire's rows against what was handed in: one for each,
/// nothing else.
fn assert_received_once(stage: &Stage, ids: &[String]) -> Result<()> {
    let mut rows: Vec<String> =
        stage.questionnaire.rows()?.into_iter().map(|row| row.post_id).collect();
    rows.sort();
    let mut wanted = ids.to_vec();
    wanted.sort();
    ensure!(rows == wanted, "the questionnaire has {rows:?} and not {wanted:?}");
    Ok(())
}

/// Holds every claim of a delivery against the questionnaire: none was made
/// before it had the link. Page and questionnaire go by the same clock.
async fn assert_nothing_claimed_too_soon(stage: &Stage) -> Result<()> {
    let rows = stage.questionnaire.rows()?;
    for claim in noted(stage).await?.into_iter().filter(|note| note.what == "delivered") {
        let row = rows.iter().find(|row| row.post_id == claim.post_id);
        let row = row.with_context(|| format!("{claim:?}, and there is no such row"))?;
        let received = DateTime::parse_from_rfc3339(&row.received_at)?.to_utc();
        let at = DateTime::<Utc>::from_timestamp_millis(claim.at).context("a time")?;
        ensure!(received <= at, "{claim:?}, and it was received at {received}");
    }
    Ok(())
}
