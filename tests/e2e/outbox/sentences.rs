//! Where each link stands and what happens next, in words.

use anyhow::Result;
use chrono::{DateTime, FixedOffset, TimeDelta, Timelike, Utc};
use serde_json::json;
use xtask::site::questionnaire::{Fault, Reply};

use super::{Seven, WORDS, hand_in_all, recent_posts, refusal, wait};
use crate::delivery::{hand_in, open};
use crate::harness::on_stage;
use crate::setup::{Setup, campaign, rfc3339};
use crate::shown::{shown, watch};
use crate::wait::until;

/// UTC+8, where there is no summer time.
const SHANGHAI: &str = "Asia/Shanghai";

fn in_shanghai(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    (at + TimeDelta::hours(8)).fixed_offset()
}

fn clock(at: DateTime<Utc>) -> String {
    in_shanghai(at).format("%H:%M").to_string()
}

/// The sentence is one of those, in which `{}` is the time of a minute between
/// then and now.
fn assert_timed(sentence: &str, wanted: &str, since: DateTime<Utc>) {
    let times = [since, Utc::now()].map(|at| wanted.replace("{}", &clock(at)));
    assert!(times.iter().any(|wanted| wanted == sentence), "{sentence:?} is none of {times:?}");
}

#[tokio::test]
async fn every_state_is_told_in_chinese_and_in_english() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        stage.move_to(SHANGHAI).await?;
        let card = stage.open_card().await?;
        let since = Utc::now();
        let seven = Seven::hand_in(stage, &card).await?;
        for (id, sentence) in [
            (&seven.queued, "排队中"),
            (&seven.sending, "正在提交……"),
            (&seven.unconfirmed, "已发出，但未获确认。请打开问卷核对，必要时手动提交。"),
            (&seven.refused, &refusal(WORDS)),
        ] {
            assert_eq!(card.sentence(id).await?, *sentence);
        }
        // Asked to wait for two minutes, it waits for up to half as long again.
        let minutes = [2, 3];
        let waiting = minutes.map(|all| format!("问卷暂时不可用，{all} 分钟后自动重试。"));
        assert!(waiting.contains(&card.sentence(&seven.waiting).await?), "{waiting:?}");
        let by_hand = "{} 已打开问卷手动提交，是否收到以问卷为准。";
        assert_timed(&card.sentence(&seven.manual).await?, by_hand, since);
        assert_timed(&card.sentence(&seven.delivered).await?, "已收到 {}", since);

        card.set("lang", "en").await?;
        card.wait_for_sentence(&seven.queued, "Queued").await?;
        for (id, sentence) in [
            (&seven.sending, "Submitting…"),
            (
                &seven.unconfirmed,
                "Sent, but not confirmed. Open the form and check, or submit it yourself.",
            ),
            (
                &seven.refused,
                &format!("The form refused it: “{WORDS}”. Open the form and submit it yourself."),
            ),
        ] {
            assert_eq!(card.sentence(id).await?, *sentence);
        }
        let waiting = minutes.map(|all| format!("The form is unavailable. Retrying in {all} min."));
        assert!(waiting.contains(&card.sentence(&seven.waiting).await?), "{waiting:?}");
        let by_hand = "You opened the form to submit it: {}. Check there that it arrived.";
        assert_timed(&card.sentence(&seven.manual).await?, by_hand, since);
        assert_timed(&card.sentence(&seven.delivered).await?, "Received {}", since);
        seven.wait_for(&card, "manual").await
    })
    .await
}

#[tokio::test]
async fn a_refusal_gives_the_words_of_the_form_as_text_or_else_its_number() -> Result<()> {
    on_stage(open().expect("403").expect("422"), async |stage| {
        let words = "<img src=x onerror=alert(1)> & \"名额\" <b>已满</b>";
        let ids = recent_posts(2);
        let faults = stage.questionnaire.faults();
        faults.push_for(&ids[0], Fault::Answer(Reply::status(422).message(words)));
        faults.push_for(&ids[1], Fault::status(403));
        let card = stage.open_card().await?;
        hand_in_all(&card, &ids).await?;
        let states = [(&*ids[0], "refused"), (&*ids[1], "refused")];
        card.wait_for_entries(&states).await?;
        card.wait_for_sentence(&ids[0], &refusal(words)).await?;
        card.wait_for_sentence(&ids[1], "问卷未接受（403）。请打开问卷手动提交。").await?;
        card.set("lang", "en").await?;
        let english = "The form refused it (403). Open the form and submit it yourself.";
        card.wait_for_sentence(&ids[1], english).await
    })
    .await
}

#[tokio::test]
async fn the_seconds_to_the_next_attempt_count_down() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        stage.questionnaire.faults().push(wait(4));
        let card = stage.open_card().await?;
        watch(&card).await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let seconds: Vec<u32> = shown(&card, &id)
            .await?
            .iter()
            .filter(|shown| shown.state == "waiting")
            .filter_map(|shown| shown.text.split_once("问卷暂时不可用，")?.1.split(' ').next())
            .filter_map(|seconds| seconds.parse().ok())
            .collect();
        assert!(seconds.len() >= 3 && seconds.is_sorted_by(|one, next| one > next), "{seconds:?}");
        // Up to half as long as asked is added, and the clock ticks once a second.
        assert!((3..=7).contains(&seconds[0]), "{seconds:?}");
        Ok(())
    })
    .await
}

/// As a page left open, or opened again: the time of another day has its day.
#[tokio::test]
async fn what_was_received_on_another_day_says_which() -> Result<()> {
    let day = TimeDelta::days(1);
    let now = Utc::now();
    let setup = Setup::new()
        .campaign(&campaign(now - day, now + day * 3))
        .card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        stage.move_to(SHANGHAI).await?;
        let card = stage.open_card().await?;
        let since = Utc::now();
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_timed(&card.sentence(&id).await?, "已收到 {}", since);
        card.set("server-now", &rfc3339(Utc::now() + day)).await?;
        let look = async || card.sentence(&id).await;
        let dated = until("the day", look, |sentence| sentence.contains('月')).await?;
        let at = in_shanghai(since);
        assert!(dated.starts_with(&at.format("已收到 %-m月%-d日").to_string()), "{dated}");
        assert!(dated.contains(&format!("{:02}:", at.hour())) || at.minute() == 59, "{dated}");
        Ok(())
    })
    .await
}

/// What was refused in time would be too late by now; what waits was in time,
/// and is tried for a day more.
#[tokio::test]
async fn once_links_are_no_longer_taken_only_what_waits_is_sent_again_for_a_day() -> Result<()> {
    let now = Utc::now();
    let setup = Setup::new()
        .campaign(&campaign(now - TimeDelta::hours(1), now + TimeDelta::minutes(20)))
        .card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup.expect("422").expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        let faults = stage.questionnaire.faults();
        faults.push_for(&ids[0], Fault::Answer(Reply::status(422).message(WORDS)));
        faults.push_for(&ids[1], wait(3000));
        faults.push_for(&ids[2], wait(3000));
        hand_in_all(&card, &ids).await?;
        let late = (&*ids[2], "waiting");
        card.wait_for_entries(&[(&ids[0], "refused"), (&ids[1], "waiting"), late]).await?;
        card.set("server-now", &rfc3339(now + TimeDelta::minutes(30))).await?;
        card.wait_for_text("提交已截止").await?;
        assert_eq!(card.offers(&ids[0]).await?, ["by-hand", "copy-link", "remove-link"]);
        card.press_of(&ids[1], "retry").await?;
        card.wait_for_entries(&[(&ids[0], "refused"), (&ids[1], "delivered"), late]).await?;

        assert_eq!(card.offers(late.0).await?, ["retry", "by-hand", "copy-link", "remove-link"]);
        card.set("server-now", &rfc3339(now + TimeDelta::minutes(24 * 60 + 21))).await?;
        card.wait_for_sentence(late.0, "未能送达，已停止重试。请打开问卷手动提交。").await?;
        assert_eq!(card.offers(late.0).await?, ["by-hand", "copy-link", "remove-link"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_state_offers_is_what_can_be_done_in_it() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        let form = stage.questionnaire.url("6854");
        for id in [&seven.waiting, &seven.manual, &seven.unconfirmed, &seven.refused] {
            assert_eq!(
                card.offers(id).await?,
                ["retry", "by-hand", "copy-link", "remove-link"],
                "{id}"
            );
        }
        for id in [&seven.queued, &seven.sending, &seven.delivered] {
            assert_eq!(card.offers(id).await?, ["copy-link", "remove-link"], "{id}");
        }
        for part in card.parts("by-hand").await? {
            assert_eq!(part.href.as_deref(), Some(form.as_str()));
        }
        Ok(())
    })
    .await
}

/// The newest is on top, whatever became of it.
#[tokio::test]
async fn the_list_begins_with_what_was_handed_in_last() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        // The oldest post is handed in last.
        hand_in_all(&card, &ids[..2]).await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        hand_in_all(&card, &ids[2..]).await?;
        let wanted = [&ids[2], &ids[0], &ids[1]].map(|id| (id.as_str(), "delivered"));
        card.wait_for_entries(&wanted).await?;
        let card = stage.reload().await?;
        card.wait_for_entries(&wanted).await
    })
    .await
}

#[tokio::test]
async fn a_preview_has_no_list_and_keeps_nothing() -> Result<()> {
    let now = rfc3339(Utc::now());
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let kept = "return JSON.stringify(Object.entries(localStorage)
            .filter(([key]) => key.includes(':outbox')));";
        let before: String = stage.script(kept).await?;

        card.set("preview-at", &now).await?;
        card.part("preview").await?;
        card.wait_for_entries(&[]).await?;
        let posts = recent_posts(2);
        hand_in_all(&card, &posts[1..]).await?;
        card.wait_for_text("这是预览").await?;
        card.wait_for_entries(&[]).await?;
        assert_eq!(stage.script::<String>(kept).await?, before);

        // It was not lost.
        card.unset("preview-at").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let told = ["sending", "delivered"].map(|state| json!({ "postId": id, "state": state }));
        stage.wait_for_events("campaign-link", &told).await
    })
    .await
}
