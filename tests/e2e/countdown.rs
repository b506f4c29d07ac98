//! The countdown: its phases, and that no reader's clock or zone moves it.

use std::time::Instant;

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{DATE, HeaderValue};
use serde_json::json;
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::harness::on_stage;
use crate::links::{link, post_id};
use crate::setup::{Setup, campaign, rfc3339};
use crate::wait::until;

/// How far a countdown may be off, in seconds.
const EXACT: i64 = 2;

/// Waits until the countdown shows the time left in truth. A page that is held up
/// is late with its digits; a clock that is wrong stays so.
async fn assert_exact(card: &Card, end: DateTime<Utc>, what: &str) -> Result<()> {
    let look = async || {
        let before = Utc::now();
        let left = card.seconds().await?;
        let most = (end - before).num_seconds() + EXACT;
        let least = (end - Utc::now()).num_seconds() - EXACT;
        Ok((left, least, most))
    };
    until(what, look, |(left, least, most)| (least..=most).contains(&left)).await?;
    Ok(())
}

#[tokio::test]
async fn every_phase_counts_to_its_own_boundary() -> Result<()> {
    let setup = Setup::new().card("src=\"/campaigns/gate-xstocks.json\"");
    on_stage(setup, async |stage| {
        stage.move_to("America/New_York").await?;
        let card = stage.open_card().await?;
        for (at, phase, seconds) in [
            ("2025-07-02T16:00:00+08:00", "before", 86_400),
            ("2025-07-03T16:00:00+08:00", "open", 6 * 86_400 + 8 * 3_600),
            ("2025-07-09T23:00:00+08:00", "open", 3_600),
            ("2025-07-10T00:00:00+08:00", "closed", 0),
        ] {
            let set = Instant::now();
            card.set("preview-at", at).await?;
            card.wait_for_phase(phase).await?;
            let left = card.seconds().await?;
            let passed = i64::try_from(set.elapsed().as_secs())? + EXACT;
            let earliest = (seconds - passed).max(0);
            assert!((earliest..=seconds).contains(&left), "{left} s are left at {at}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_phase_changes_by_itself_at_each_boundary() -> Result<()> {
    let setup = Setup::new()
        .card("src=\"/campaigns/gate-xstocks.json\" preview-at=\"2025-07-01T00:00:00+08:00\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("before").await?;
        card.set("preview-at", "2025-07-03T15:59:58+08:00").await?;
        card.wait_for_phase("open").await?;
        card.set("preview-at", "2025-07-09T23:59:58+08:00").await?;
        card.wait_for_phase("closed").await?;
        assert_eq!(card.seconds().await?, 0);
        let phases = ["before", "open", "closed"].map(|phase| json!({ "phase": phase }));
        stage.wait_for_events("campaign-phase", &phases).await
    })
    .await
}

#[tokio::test]
async fn links_are_taken_from_the_first_instant_to_the_last() -> Result<()> {
    let start = Utc::now() - TimeDelta::hours(2);
    let end = start + TimeDelta::hours(4);
    let setup =
        Setup::new().campaign(&campaign(start, end)).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let (first, last) = (post_id(start), post_id(end - TimeDelta::milliseconds(1)));

        card.set("server-now", &rfc3339(start - TimeDelta::hours(1))).await?;
        card.paste_link(&link(&first)).await?;
        card.press("submit-link").await?;
        card.wait_for_text("开始后才能提交").await?;
        card.set("server-now", &rfc3339(start - TimeDelta::seconds(2))).await?;
        card.wait_for_phase("open").await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&first, "delivered")]).await?;

        card.set("server-now", &rfc3339(end - TimeDelta::seconds(4))).await?;
        card.paste_link(&link(&last)).await?;
        card.wait_for_verdicts(&[&last]).await?;
        card.wait_for_phase("closed").await?;
        card.press("submit-link").await?;
        card.wait_for_text("提交已截止").await?;
        card.wait_for_entries(&[(&first, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn no_clock_and_no_zone_moves_the_deadline() -> Result<()> {
    for hours in [-5, 5] {
        let now = Utc::now();
        let (start, end) = (now - TimeDelta::hours(1), now + TimeDelta::hours(1));
        let campaign = campaign(start, end);
        // Its own header is wrong by a day: only `server-now` can be right.
        let yesterday = HeaderValue::from_str(&http_date(now - TimeDelta::days(1)))?;
        let mut other = campaign.clone();
        other["languages"]["zh-CN"]["title"] = json!("日期不对的文件");
        let misdated = Extra::new("/misdated.json", "application/json", other.to_string())
            .header(DATE, yesterday);
        let setup = Setup::new()
            .campaign(&campaign)
            .card("src=\"/campaign.json\" lang=\"zh-CN\"")
            .file(misdated)
            .clock_error(TimeDelta::hours(hours));
        on_stage(setup, async |stage| {
            for (zone, offset) in [
                ("Asia/Shanghai", "UTC+8"),
                ("Asia/Kolkata", "UTC+5:30"),
                ("America/New_York", "UTC-"),
            ] {
                stage.move_to(zone).await?;
                let card = stage.open_card().await?;
                card.wait_for_phase("open").await?;
                let what = format!("{hours} h off in {zone}");
                assert_exact(&card, end, &format!("{what}, by the header")).await?;
                card.wait_for_text(offset).await?;

                card.set("server-now", &Utc::now().timestamp_millis().to_string()).await?;
                card.set("src", "/misdated.json").await?;
                card.wait_for_text("日期不对的文件").await?;
                assert_exact(&card, end, &format!("{what}, by server-now")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_clock_that_is_set_back_meanwhile_moves_nothing() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    on_stage(counting(end), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("open").await?;
        let before = card.seconds().await?;
        stage.script::<()>("clockError = -7200000;").await?;
        until("the next second", async || card.seconds().await, |now| *now < before - 1).await?;
        assert_exact(&card, end, "set back").await
    })
    .await
}

/// As far as a page can tell, the device has slept; the server knows better.
#[tokio::test]
async fn a_clock_that_is_set_forward_is_put_right_by_the_server() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    let watch = "const { fetch } = globalThis;
        globalThis.answers = 0;
        globalThis.fetch = async (...all) => {
            const answer = await fetch(...all);
            if (all[1]?.method === 'HEAD') answers += 1;
            return answer;
        };";
    on_stage(counting(end).before_load(watch), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("open").await?;
        stage.script::<()>("clockError = 7200000;").await?;
        let answers = async || stage.script::<u32>("return answers;").await;
        until("the server's time", answers, |answers| *answers == 1).await?;
        card.wait_for_phase("open").await?;
        let before = card.seconds().await?;
        until("the next second", async || card.seconds().await, |now| *now < before).await?;
        assert_exact(&card, end, "set forward").await?;
        assert_eq!(answers().await?, 1);
        Ok(())
    })
    .await
}

/// An open campaign, on a device whose clock can be set.
fn counting(end: DateTime<Utc>) -> Setup {
    Setup::new()
        .campaign(&campaign(end - TimeDelta::hours(2), end))
        .card("src=\"/campaign.json\"")
        .clock_error(TimeDelta::zero())
}

#[tokio::test]
async fn links_may_be_taken_longer_than_posts() -> Result<()> {
    let end = Utc::now() - TimeDelta::hours(1);
    let mut campaign = campaign(end - TimeDelta::hours(1), end);
    campaign["questionnaire"]["until"] = json!(rfc3339(end + TimeDelta::hours(2)));
    let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("closed").await?;
        let (good, late) = (post_id(end - TimeDelta::milliseconds(1)), post_id(end));
        card.paste_link(&format!("{} {}", link(&good), link(&late))).await?;
        card.wait_for_verdicts(&[&good, "too-late"]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&good, "delivered")]).await
    })
    .await
}

/// RFC 9110, section 5.6.7.
fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The page was late to read the answer, and took the time in it for the present.
#[tokio::test]
async fn a_page_that_is_busy_when_the_answer_comes_does_not_set_the_clock_late() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    let busy = "const { fetch } = globalThis;
        globalThis.fetch = (address, ...more) => {
            const answer = fetch(address, ...more);
            if (String(address).endsWith('/campaign.json')) {
                setTimeout(() => {
                    const start = performance.now();
                    while (performance.now() < start + 4000);
                });
            }
            return answer;
        };";
    let setup = Setup::new()
        .campaign(&campaign(end - TimeDelta::days(1), end))
        .card("src=\"/campaign.json\"")
        .before_load(busy);
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        assert_exact(&card, end, "after four busy seconds").await
    })
    .await
}

/// The age of the page was taken for that of the answer.
#[tokio::test]
async fn an_answer_that_the_browser_keeps_no_times_of_was_read_at_once() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    let late = "performance.setResourceTimingBufferSize(0);
        setTimeout(() => {
            const card = document.createElement('campaign-widget');
            card.setAttribute('src', '/campaign.json');
            document.body.append(card);
        }, 5000);";
    let setup = Setup::new()
        .campaign(&campaign(end - TimeDelta::days(1), end))
        .page("/card.html", "<p>Later</p>")
        .before_load(late);
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let is_there = "return !!document.querySelector('campaign-widget');";
        until("the element", async || stage.script(is_there).await, |is: &bool| *is).await?;
        let card = stage.card("campaign-widget").await?;
        assert_exact(&card, end, "five seconds into the page").await
    })
    .await
}
