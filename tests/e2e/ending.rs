//! The window and its end, as their readers see them: in their own zone and words, at
//! their milestones, and in their calendars.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// The first campaign, which ends on 9 July at 24:00, UTC+8.
fn at(moment: &str, lang: &str) -> Setup {
    let attributes =
        format!("src=\"/campaigns/gate-xstocks.json\" lang=\"{lang}\" preview-at=\"{moment}\"");
    Setup::new().card(&attributes)
}

/// Waits until a part reads so.
async fn wait_for_words(card: &Card, part: &str, words: &str) -> Result<()> {
    let look = async || Ok(card.part(part).await?.text);
    until(words, look, |text| text == words).await?;
    Ok(())
}

/// The dates of the window, a line each.
async fn dates(card: &Card) -> Result<Vec<String>> {
    card.script(
        "return [...element.shadowRoot.querySelectorAll('.times > div')]
            .map((line) => line.innerText.replace(/\\s+/g, ' '));",
    )
    .await
}

#[tokio::test]
async fn the_zone_may_change_while_the_page_is_open() -> Result<()> {
    on_stage(at("2025-07-09T22:31:00+08:00", "en"), async |stage| {
        stage.move_to("Asia/Shanghai").await?;
        let card = stage.open_card().await?;
        wait_for_words(&card, "deadline", "Ends today at 24:00 (UTC+8), in 89 minutes").await?;
        let own = ["Campaign July 3, 16:00 – July 9, 24:00 UTC+8, also your time"];
        assert_eq!(dates(&card).await?, own);

        for (zone, deadline, line) in [
            (
                "Asia/Seoul",
                "Ends tomorrow at 01:00 (UTC+9), in",
                "Your time July 3, 17:00 – July 10, 01:00 UTC+9",
            ),
            (
                "Pacific/Kiritimati",
                "Ends today at 06:00 (UTC+14), in",
                "Your time July 3, 22:00 – July 10, 06:00 UTC+14",
            ),
            (
                "Pacific/Pago_Pago",
                "Ends today at 05:00 (UTC-11), in",
                "Your time July 2, 21:00 – July 9, 05:00 UTC-11",
            ),
        ] {
            stage.move_to(zone).await?;
            let look = async || dates(&card).await;
            until(line, look, |dates| dates.last().is_some_and(|last| last == line)).await?;
            let look = async || Ok(card.part("deadline").await?.text);
            until(deadline, look, |text| text.starts_with(deadline)).await?;
        }
        stage.move_to("Asia/Shanghai").await?;
        until("one line", async || dates(&card).await, |dates| dates == own.as_slice()).await?;
        Ok(())
    })
    .await
}

/// Clocks are changed on 30 March: both ends are in summer or winter time, each in its own.
#[tokio::test]
async fn daylight_saving_begins_inside_the_window() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["window"] =
        json!({ "start": "2025-03-28T16:00:00+08:00", "end": "2025-04-02T24:00:00+08:00" });
    campaign["questionnaire"]["until"] = Value::Null;
    campaign["questionnaire"].as_object_mut().context("an object")?.remove("until");
    let setup = Setup::new()
        .campaign(&campaign)
        .card("src=\"/campaign.json\" lang=\"en\" preview-at=\"2025-04-01T12:00:00+08:00\"");
    on_stage(setup, async |stage| {
        stage.move_to("Europe/Berlin").await?;
        let card = stage.open_card().await?;
        let line = "Your time March 28, 09:00 UTC+1 – April 2, 18:00 UTC+2";
        let look = async || dates(&card).await;
        until(line, look, |dates| dates.get(1).is_some_and(|own| own == line)).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_milestone_is_said_once_and_seen_for_a_while() -> Result<()> {
    on_stage(at("2025-07-09T22:59:57+08:00", "zh-CN"), async |stage| {
        let card = stage.open_card().await?;
        let note = "globalThis.milestones = [];
            const part = element.shadowRoot.querySelector('[part=milestone]');
            const note = () => part.textContent !== milestones.at(-1) && milestones.push(part.textContent);
            new MutationObserver(note).observe(part, { subtree: true, characterData: true, childList: true });";
        card.part("milestone").await?;
        card.script::<()>(note).await?;
        let class = "return element.shadowRoot.querySelector('[part=milestone]').className;";
        wait_for_words(&card, "milestone", "距活动截止不到一小时").await?;
        assert_eq!(card.script::<String>(class).await?, "milestone");
        // The page sleeps over ten minutes, and wakes in the last one.
        card.set("preview-at", "2025-07-09T23:59:30+08:00").await?;
        wait_for_words(&card, "milestone", "距活动截止不到一分钟").await?;
        card.set("preview-at", "2025-07-09T23:59:58+08:00").await?;
        wait_for_words(&card, "milestone", "活动已结束").await?;
        assert_eq!(card.script::<String>(class).await?, "unseen", "the heading says so");
        let heard: Vec<String> = stage.script("return milestones;").await?;
        let once = ["距活动截止不到一小时", "距活动截止不到一分钟", "活动已结束"];
        assert_eq!(heard, once);
        Ok(())
    })
    .await
}

/// Presses the button, and gives the file of this name, unfolded.
async fn calendar(stage: &Stage, card: &Card, folder: &Path, name: &str) -> Result<String> {
    stage.keep_downloads(folder).await?;
    card.press("add-to-calendar").await?;
    let file = folder.join(name);
    let read = async || Ok(std::fs::read_to_string(&file)?);
    let text = until("the file", read, |text| text.ends_with("END:VCALENDAR\r\n")).await?;
    std::fs::remove_file(&file)?;
    Ok(text.replace("\r\n ", ""))
}

/// The value of a property.
fn property<'t>(file: &'t str, name: &str) -> Result<&'t str> {
    let value = file.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    value.with_context(|| format!("no {name} in {file}"))
}

#[tokio::test]
async fn the_end_goes_into_the_calendar_in_the_readers_language() -> Result<()> {
    let setup = Setup::new().promised_policy_only().card(
        "src=\"/campaigns/gate-xstocks.json\" lang=\"zh-CN\" preview-at=\"2025-07-05T12:00:00+08:00\"",
    );
    on_stage(setup, async |stage| {
        let folder = tempfile::tempdir()?;
        let card = stage.open_card().await?;
        card.part("add-to-calendar").await?;
        let name = "gate-xstocks-2025-07.ics";
        let chinese = calendar(stage, &card, folder.path(), name).await?;
        assert_eq!(property(&chinese, "DTEND")?, "20250709T160000Z");
        let summary = property(&chinese, "SUMMARY")?;
        assert!(summary.starts_with("截止：") && summary.contains("24:00（UTC+8）"), "{summary}");
        assert!(property(&chinese, "DESCRIPTION")?.contains("#Gate xStocks 交易体验#"));
        assert_eq!(chinese.matches("BEGIN:VALARM").count(), 2);

        card.set("lang", "ar").await?;
        card.wait_for_text("رابط").await?;
        card.set("preview-at", "2025-07-09T12:00:00+08:00").await?;
        let arabic = calendar(stage, &card, folder.path(), name).await?;
        assert_eq!(property(&arabic, "UID")?, property(&chinese, "UID")?, "the same entry");
        let sequence = |file| -> Result<u32> { Ok(property(file, "SEQUENCE")?.parse()?) };
        assert!(sequence(&arabic)? > sequence(&chinese)?, "a later one replaces it");
        // Less than a day is left.
        assert_eq!(arabic.matches("BEGIN:VALARM").count(), 1);

        card.set("preview-at", "2025-07-10T12:00:00+08:00").await?;
        card.wait_for_phase("closed").await?;
        assert!(!card.part("add-to-calendar").await?.shown, "it is over");
        Ok(())
    })
    .await
}
