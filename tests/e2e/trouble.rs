//! What cannot be shown leaves the page's own content in place, says why to
//! the page's author, and tells the page.

use anyhow::{Context, Result};
use serde_json::json;
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// Waits for the report with this code, and checks all three promises.
async fn assert_trouble(stage: &Stage, card: &Card, code: &str) -> Result<()> {
    let look = async || stage.heard("campaign-error").await;
    let errors = until(&format!("trouble {code}"), look, |heard| heard.len() == 1).await?;
    assert_eq!(errors[0]["code"], json!(code));
    assert!(errors[0]["message"].as_str().is_some_and(|message| !message.is_empty()));
    assert!(card.shows_fallback().await?, "the fallback is gone");
    Ok(())
}

/// A card whose campaign file is this text; the console will name the cause.
fn broken(file: &str) -> Setup {
    Setup::new()
        .file(Extra::new("/broken.json", "application/json", file))
        .card("src=\"/broken.json\" lang=\"zh-CN\"")
        .expect("campaign-widget>: ")
}

#[tokio::test]
async fn a_file_that_is_not_there() -> Result<()> {
    let missing = Setup::new().card("src=\"/missing.json\"").expect("404");
    on_stage(missing.expect("campaign-widget>: "), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "status").await?;
        let report = card.part("error").await?;
        assert!(report.text.contains("/missing.json") && report.text.contains("404"), "{report:?}");

        // It is put right while the page is open.
        card.set("src", "/campaigns/practice.json").await?;
        card.wait_for_phase("open").await?;
        card.wait_for_number("error", 0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_file_that_is_not_json() -> Result<()> {
    on_stage(broken("{ \"id\": \"e2e\", }"), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "not-json").await
    })
    .await
}

/// Before, it showed `��` where its Chinese was.
#[tokio::test]
async fn a_file_in_another_encoding_than_it_says() -> Result<()> {
    let title = b"{\"title\":\"\xb2\xe2\xca\xd4\"}";
    let setup = Setup::new()
        .file(Extra::new("/broken.json", "application/json; charset=utf-8", title))
        .card("src=\"/broken.json\" lang=\"zh-CN\"")
        .expect("campaign-widget>: 活动文件 /broken.json 不是 UTF-8 编码");
    on_stage(setup, async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "encoding").await?;
        let report = card.part("error").await?;
        assert!(report.text.contains("不是 UTF-8"), "{}", report.text);
        card.set("src", "/campaigns/practice.json").await?;
        card.wait_for_phase("open").await
    })
    .await
}

/// A browser's parser takes the last one and says nothing.
#[tokio::test]
async fn a_field_that_is_there_twice() -> Result<()> {
    let campaign = open_campaign().to_string();
    let tag = "\"tag\":\"#Gate xStocks Trading Share#\"";
    let twice = campaign.replace(tag, &format!("\"tag\":\"#Gate#\",{tag}"));
    let twice = twice.replacen("{\"id\"", "{\"id\":\"e2e\",\"id\"", 1);
    let inline = format!(
        "<campaign-widget id=\"inline\" lang=\"en\"><p>F</p>\
        <script type=\"application/json\">{twice}</script></campaign-widget>"
    );
    let setup = broken(&twice).page("/inline.html", &inline);
    on_stage(setup, async |stage| {
        let paths = async |card: &Card| -> Result<()> {
            let problems = card.wait_for_number("problem", 2).await?;
            assert_eq!(problems[0].data("path")?, "id");
            assert_eq!(problems[1].data("path")?, "languages.en.tag");
            Ok(())
        };
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "invalid").await?;
        paths(&card).await?;
        stage.open("/inline.html").await?;
        let card = Card::at(&stage.browser, "#inline");
        paths(&card).await?;
        assert!(card.part("error").await?.text.contains("appears twice"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn all_mistakes_of_a_file_at_once() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["windows"] = json!({});
    campaign["details"] = json!("http://www.gate.com/");
    campaign["questionnaire"]["endpoint"]["encoding"] = json!("xml");
    campaign["languages"]["en"]["minimum"]["count"] = json!("20");
    campaign["languages"]["zh-CN"]["tag"] = json!("Gate");
    on_stage(broken(&campaign.to_string()), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "invalid").await?;
        let problems = card.wait_for_number("problem", 5).await?;
        let mut paths: Vec<&str> =
            problems.iter().map(|problem| problem.data("path")).collect::<Result<_>>()?;
        paths.sort_unstable();
        let wrong = [
            "details",
            "languages.en.minimum.count",
            "languages.zh-CN.tag",
            "questionnaire.endpoint.encoding",
            "windows",
        ];
        assert_eq!(paths, wrong);
        let message = stage.heard("campaign-error").await?;
        let message = message[0]["message"].as_str().context("no message")?;
        assert!(wrong.iter().all(|path| message.contains(path)), "{message}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_window_that_ends_before_it_starts() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["window"] =
        json!({ "start": "2025-07-09T16:00:00+08:00", "end": "2025-07-03T24:00:00+08:00" });
    on_stage(broken(&campaign.to_string()), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "invalid").await?;
        let problem = card.part("problem").await?;
        assert_eq!(problem.data("path")?, "window.end");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_element_without_a_campaign() -> Result<()> {
    on_stage(Setup::new().card("").expect("campaign-widget>: "), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "no-source").await?;
        assert!(card.part("error").await?.text.contains("src"));
        Ok(())
    })
    .await
}

/// A file that nobody would write must not cost the page its own content.
#[tokio::test]
async fn a_file_that_is_nested_without_end() -> Result<()> {
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    on_stage(broken(&deep), async |stage| {
        let card = stage.open_without_card().await?;
        assert_trouble(stage, &card, "invalid").await
    })
    .await
}
