//! A page that dies at any point of a delivery, and is opened again.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WindowHandle;

use super::{
    assert_nothing_claimed_too_soon, assert_received_once, close, end_at, hand_in_all,
    submit_everywhere, times_sent, wait_for_all_delivered, wait_for_end, watched, write_down,
};
use crate::harness::{Stage, on_stage};
use crate::links::recent_post;
use crate::setup::open_campaign;
use crate::wait::until;

/// A point of a delivery.
struct Point {
    /// As the witness names it.
    name: &'static str,
    /// Whether the link is kept by then.
    is_kept: bool,
    /// How often the link is sent in all.
    sent: usize,
}

/// Every point, in the order of a delivery.
const POINTS: [Point; 9] = [
    Point { name: "keeping queued", is_kept: false, sent: 1 },
    Point { name: "kept queued", is_kept: true, sent: 1 },
    Point { name: "keeping sending", is_kept: true, sent: 1 },
    Point { name: "kept sending", is_kept: true, sent: 1 },
    Point { name: "sending", is_kept: true, sent: 1 },
    Point { name: "sent", is_kept: true, sent: 2 },
    Point { name: "answered", is_kept: true, sent: 2 },
    Point { name: "keeping delivered", is_kept: true, sent: 2 },
    Point { name: "kept delivered", is_kept: true, sent: 1 },
];

#[tokio::test]
async fn a_link_outlives_its_page_at_every_point_of_a_delivery() -> Result<()> {
    let of_a_form = ["kept queued", "kept sending", "sent", "keeping delivered"];
    let (json, form) =
        tokio::join!(deaths("json", |_| true), deaths("form", |name| of_a_form.contains(&name)));
    json.and(form)
}

async fn deaths(encoding: &str, is_tried: impl Fn(&str) -> bool) -> Result<()> {
    let mut campaign = open_campaign();
    campaign["questionnaire"]["endpoint"]["encoding"] = json!(encoding);
    on_stage(watched(&campaign), async |stage| {
        stage.open("/elsewhere.html").await?;
        let elsewhere = stage.browser.window().await?;
        let mut ids = Vec::new();
        for point in POINTS.iter().filter(|point| is_tried(point.name)) {
            let Point { name, .. } = point;
            death(stage, &elsewhere, point, &mut ids)
                .await
                .with_context(|| format!("{encoding}, {name}"))?;
        }
        Ok(())
    })
    .await
}

/// Lets a page die at this point, opens another one, and adds the post to
/// those that are delivered.
async fn death(
    stage: &Stage,
    elsewhere: &WindowHandle,
    point: &Point,
    ids: &mut Vec<String>,
) -> Result<()> {
    let tab = stage.new_tab().await?;
    let card = stage.open_card().await?;
    wait_for_all_delivered(&card, ids).await?;
    let id = recent_post();
    end_at(stage, point.name).await?;
    write_down(&card, &[&id]).await?;
    stage.go_to(elsewhere).await?;
    submit_everywhere(stage).await?;
    wait_for_end(stage).await?;
    if point.name == "sent" {
        let rows = async || Ok(stage.questionnaire.rows()?.len());
        until("the link", rows, |rows| *rows == ids.len() + 1).await?;
    }
    close(stage, &tab).await?;
    assert_nothing_claimed_too_soon(stage).await?;
    ensure!(is_kept(stage, &id).await? == point.is_kept, "whether it was kept");

    let tab = stage.new_tab().await?;
    let card = stage.open_card().await?;
    if !point.is_kept {
        wait_for_all_delivered(&card, ids).await?;
        hand_in_all(&card, &[&id]).await?;
    }
    ids.push(id.clone());
    wait_for_all_delivered(&card, ids).await?;
    assert_received_once(stage, ids)?;
    assert_nothing_claimed_too_soon(stage).await?;
    let sent = times_sent(stage, &[id]).await?;
    ensure!(sent == [point.sent], "sent {sent:?} times");
    stage.go_to(elsewhere).await?;
    close(stage, &tab).await
}

async fn is_kept(stage: &Stage, id: &str) -> Result<bool> {
    stage.script(&format!("return 'campaign-widget:e2e:outbox:{id}' in localStorage;")).await
}
