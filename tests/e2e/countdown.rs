//! The countdown: its phases, and that no reader's clock or zone moves it.

use anyhow::Result;
use chrono::{TimeDelta, Utc};

use crate::harness::{Setup, campaign, on_stage};

/// How late a reading of the clock may be, in seconds.
const LATE: i64 = 10;

fn preview(at: &str) -> Setup {
    Setup::new()
        .card(&format!("src=\"/campaigns/gate-xstocks.json\" lang=\"zh-CN\" preview-at=\"{at}\""))
}

#[tokio::test]
async fn every_phase_counts_to_its_own_boundary() -> Result<()> {
    for (at, phase, seconds) in [
        ("2025-07-02T16:00:00+08:00", "before", 86_400),
        ("2025-07-03T16:00:00+08:00", "open", 6 * 86_400 + 8 * 3_600),
        ("2025-07-09T23:00:00+08:00", "open", 3_600),
        ("2025-07-10T00:00:00+08:00", "closed", 0),
    ] {
        let setup = preview(at).time_zone("America/New_York");
        on_stage(setup, async |stage| {
            let card = stage.open_card().await?;
            assert_eq!(card.phase().await?, phase, "at {at}");
            let left = card.seconds().await?;
            let earliest = (seconds - LATE).max(0);
            assert!(
                (earliest..=seconds).contains(&left),
                "{left} s are left at {at}, not {seconds}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_phase_changes_by_itself_at_each_boundary() -> Result<()> {
    for (at, first, then) in [
        ("2025-07-03T15:59:55+08:00", "before", "open"),
        ("2025-07-09T23:59:55+08:00", "open", "closed"),
    ] {
        on_stage(preview(at), async |stage| {
            let card = stage.open_card().await?;
            assert_eq!(card.phase().await?, first, "at {at}");
            card.wait_for_phase(then).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_wrong_clock_does_not_move_the_deadline() -> Result<()> {
    for hours in [-30, 5] {
        let now = Utc::now();
        let window = campaign(now - TimeDelta::hours(1), now + TimeDelta::hours(1));
        let setup = Setup::new()
            .card("src=\"/campaign.json\"")
            .file(window)
            .clock_error(TimeDelta::hours(hours))
            .time_zone("Pacific/Kiritimati");
        on_stage(setup, async |stage| {
            let card = stage.open_card().await?;
            card.wait_for_phase("open").await?;
            let left = card.seconds().await?;
            // The browser's clock is off by hours, the header by a second.
            assert!(
                (3_600 - LATE..=3_602).contains(&left),
                "{left} s are left by a clock that is {hours} h off"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}
