//! The picture of the window, and what is left of the card after the end.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use xtask::site::pages::Extra;
use xtask::site::questionnaire::{Fault, Reply};

use super::of;
use crate::card::Card;
use crate::draft::{STORY, TAG};
use crate::harness::on_stage;
use crate::links::{link, post_id};
use crate::setup::{Setup, campaign};
use crate::wait::until;

/// How far a place may be off, in percent of the width: some seconds of the last hour.
const EXACT: f64 = 0.2;

/// Where the ends and the middles of what is drawn are, in percent of the width.
const PLACES: &str = "
    const drawing = element.shadowRoot.querySelector('[part=timeline]');
    const { left, width } = drawing.getBoundingClientRect();
    const place = (x) => (x - left) / width * 100;
    const middle = (dot) => {
        const { left, right } = dot.getBoundingClientRect();
        return place((left + right) / 2);
    };
    const all = (name) => [...drawing.querySelectorAll('.' + name)];
    const gone = all('gone').map((line) => place(left + line.x2.baseVal.value));
    return { gone, now: all('now').map(middle), post: all('post').map(middle) };";

type Places = BTreeMap<String, Vec<f64>>;

/// A window that began three days ago and ends in half an hour.
fn window() -> (DateTime<Utc>, DateTime<Utc>) {
    (Utc::now() - TimeDelta::days(3), Utc::now() + TimeDelta::minutes(30))
}

/// Where an instant stands: the last hour takes a fifth of a long window.
fn place((start, end): (DateTime<Utc>, DateTime<Utc>), at: DateTime<Utc>) -> f64 {
    let seconds = |from: DateTime<Utc>, to: DateTime<Utc>| (to - from).num_seconds() as f64;
    let hour = 3_600.0;
    match seconds(at, end) {
        left if left <= hour => 100.0 - 20.0 * left / hour,
        _ => 80.0 * seconds(start, at) / (seconds(start, end) - hour),
    }
}

fn are_at(seen: &[f64], wanted: &[f64]) -> bool {
    let is_at = |(seen, wanted): (&f64, &f64)| (seen - wanted).abs() < EXACT;
    seen.len() == wanted.len() && seen.iter().zip(wanted).all(is_at)
}

async fn wait_for_posts(card: &Card, wanted: &[f64]) -> Result<()> {
    let look = async || card.script::<Places>(PLACES).await;
    until(&format!("posts at {wanted:?}"), look, |seen| are_at(&seen["post"], wanted)).await?;
    Ok(())
}

#[tokio::test]
async fn each_post_is_seen_where_it_was_made() -> Result<()> {
    let window = window();
    on_stage(of(&campaign(window.0, window.1)), async |stage| {
        let card = stage.open_card().await?;
        let look = async || {
            let seen = card.script::<Places>(PLACES).await?;
            Ok((seen, place(window, Utc::now())))
        };
        let fits = |(seen, now): &(Places, f64)| {
            are_at(&seen["gone"], &[*now])
                && are_at(&seen["now"], &[*now])
                && seen["post"].is_empty()
        };
        until("where we are", look, fits).await?;

        let made = Utc::now() - TimeDelta::minutes(10);
        let id = post_id(made);
        card.paste_link(&link(&id)).await?;
        card.wait_for_verdicts(&[&id]).await?;
        wait_for_posts(&card, &[]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        wait_for_posts(&card, &[place(window, made)]).await?;

        let earlier = Utc::now() - TimeDelta::days(1);
        card.paste_link(&link(&post_id(earlier))).await?;
        card.press("submit-link").await?;
        let mut both = [place(window, made), place(window, earlier)];
        both.sort_by(f64::total_cmp);
        wait_for_posts(&card, &both).await?;

        // They come back with the page.
        let card = stage.reload().await?;
        wait_for_posts(&card, &both).await
    })
    .await
}

/// The page of a campaign while it is open, and one where the same has ended a minute ago.
fn before_and_after((start, end): (DateTime<Utc>, DateTime<Utc>)) -> Setup {
    let over = campaign(start, Utc::now() - TimeDelta::minutes(1)).to_string();
    of(&campaign(start, end)).file(Extra::new("/over.json", "application/json", over)).page(
        "/after.html",
        "<campaign-widget src=\"/over.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>",
    )
}

async fn wait_for_summary(card: &Card, summary: &str) -> Result<()> {
    card.wait_for_phase("closed").await?;
    let look = async || card.part("summary").await;
    until(summary, look, |part| part.shown && part.text == summary).await?;
    Ok(())
}

#[tokio::test]
async fn after_the_end_it_is_told_what_was_received() -> Result<()> {
    on_stage(before_and_after(window()), async |stage| {
        let card = stage.open_card().await?;
        let [one, two] = [20, 10].map(|ago| post_id(Utc::now() - TimeDelta::minutes(ago)));
        card.paste_link(&format!("{} {}", link(&one), link(&two))).await?;
        card.wait_for_verdicts(&[&one, &two]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&two, "delivered"), (&one, "delivered")]).await?;
        assert!(!card.part("summary").await?.shown);

        stage.open("/after.html").await?;
        let card = stage.card("campaign-widget").await?;
        wait_for_summary(&card, "已收到 2 条帖子").await?;
        let digits = "return element.shadowRoot.querySelector('.clock').getClientRects().length;";
        assert_eq!(card.script::<u32>(digits).await?, 0);
        let seen: Places = card.script(PLACES).await?;
        assert!(are_at(&seen["gone"], &[100.0]), "{seen:?}");
        // Nothing was written here.
        assert!(!card.part("fold").await?.shown);
        assert!(!card.part("draft").await?.shown);
        assert_eq!(card.parts("entry").await?.iter().filter(|entry| entry.shown).count(), 2);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn after_the_end_a_draft_is_a_line() -> Result<()> {
    on_stage(before_and_after(window()), async |stage| {
        stage.open("/after.html").await?;
        let card = stage.card("campaign-widget").await?;
        wait_for_summary(&card, "此浏览器没有提交过链接。").await?;
        assert!(card.parts("step").await?.iter().all(|step| !step.shown), "nothing is left to do");

        stage.open_card().await?.paste_draft(&format!("{STORY} {TAG}")).await?;
        stage.open("/after.html").await?;
        let card = stage.card("campaign-widget").await?;
        wait_for_summary(&card, "此浏览器没有提交过链接。").await?;
        card.wait_for_draft(&format!("{STORY} {TAG}")).await?;
        let line = card.part("fold").await?;
        assert!(line.shown && line.text.contains(STORY), "{line:?}");
        let is_open = "return element.shadowRoot.querySelector('[data-step=write]').open;";
        assert!(!card.script::<bool>(is_open).await?);
        // To read, and to copy.
        card.press("fold").await?;
        card.press("copy").await
    })
    .await
}

/// What was refused is nothing that was received.
#[tokio::test]
async fn after_the_end_it_is_told_that_nothing_was_received() -> Result<()> {
    on_stage(before_and_after(window()).expect("422"), async |stage| {
        stage.questionnaire.faults().push(Fault::Answer(Reply::status(422)));
        let card = stage.open_card().await?;
        let id = post_id(Utc::now() - TimeDelta::minutes(10));
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;

        stage.open("/after.html").await?;
        let card = stage.card("campaign-widget").await?;
        wait_for_summary(&card, "已收到 0 条帖子").await
    })
    .await
}
