//! Every attribute may change at any time, and takes effect.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::json;

use crate::harness::{Stage, on_stage};
use crate::setup::{Setup, open_campaign, rfc3339};
use crate::wait::until;

fn open(attributes: &str) -> Setup {
    Setup::new().campaign(&open_campaign()).card(&format!("src=\"/campaign.json\" {attributes}"))
}

#[tokio::test]
async fn the_language_changes_every_sentence_and_nothing_else() -> Result<()> {
    on_stage(open("lang=\"zh-CN\""), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("写到一半").await?;
        card.wait_for_text("距活动截止").await?;
        assert_eq!(card.part("copy").await?.text, "复制全文");

        card.set("lang", "en").await?;
        card.wait_for_text("Copy").await?;
        assert!(!card.text().await?.contains("距活动截止"));
        assert_eq!(card.draft().await?, "写到一半");

        // Without its own attribute: the page's language.
        card.unset("lang").await?;
        card.wait_for_text("距活动截止").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_campaign_speaks_the_new_language_unless_the_reader_chose() -> Result<()> {
    on_stage(open("lang=\"zh-CN\""), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_text("#Gate xStocks 交易体验#").await?;
        card.set("lang", "en").await?;
        card.wait_for_text("#Gate xStocks Trading Share#").await?;
        card.choose_language("zh-CN").await?;
        card.wait_for_text("#Gate xStocks 交易体验#").await?;
        // The card, too, stays with what the reader chose.
        card.set("lang", "zh-CN").await?;
        card.set("lang", "en").await?;
        card.wait_for_text("复制").await?;
        card.wait_for_text("#Gate xStocks 交易体验#").await
    })
    .await
}

#[tokio::test]
async fn the_theme_changes_the_colours() -> Result<()> {
    on_stage(open("theme=\"light\""), async |stage| {
        let card = stage.open_card().await?;
        let surface = async || {
            let script = "return getComputedStyle(element.shadowRoot.querySelector('.card'))
                .backgroundColor;";
            card.script::<String>(script).await
        };
        until("a light card", surface, |colour| colour == "rgb(255, 255, 255)").await?;
        card.set("theme", "dark").await?;
        until("a dark card", surface, |colour| colour == "oklch(0.2 0.012 264)").await?;
        for scheme in ["light", "dark"] {
            stage.prefer(&[("prefers-color-scheme", scheme)]).await?;
            card.set("theme", "auto").await?;
            let colour =
                if scheme == "light" { "rgb(255, 255, 255)" } else { "oklch(0.2 0.012 264)" };
            until(scheme, surface, |seen| seen == colour).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_file_shows_another_campaign() -> Result<()> {
    on_stage(open("lang=\"zh-CN\""), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_text("端到端测试").await?;
        card.set("src", "/campaigns/gate-xstocks.json").await?;
        card.wait_for_text("优质创作者 5 名").await?;
        card.wait_for_phase("closed").await?;
        card.set("src", "/campaign.json").await?;
        card.wait_for_text("端到端测试").await?;
        card.wait_for_phase("open").await
    })
    .await
}

#[tokio::test]
async fn a_preview_starts_and_ends() -> Result<()> {
    on_stage(open(""), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_number("preview", 0).await?;
        card.set("preview-at", &rfc3339(Utc::now() + TimeDelta::days(1))).await?;
        card.wait_for_phase("closed").await?;
        card.part("preview").await?;
        card.set("preview-at", &rfc3339(Utc::now() - TimeDelta::days(1))).await?;
        card.wait_for_phase("before").await?;
        card.unset("preview-at").await?;
        card.wait_for_phase("open").await?;
        card.wait_for_number("preview", 0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_time_of_the_server_can_come_later() -> Result<()> {
    on_stage(open(""), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("open").await?;
        card.set("server-now", &rfc3339(Utc::now() - TimeDelta::hours(2))).await?;
        card.wait_for_phase("before").await?;
        card.set("server-now", &rfc3339(Utc::now() + TimeDelta::hours(2))).await?;
        card.wait_for_phase("closed").await
    })
    .await
}

/// The parts that a card has drawn: the countdown, the draft, the field for links.
async fn drawn(stage: &Stage, id: &str) -> Result<[bool; 3]> {
    let drawn = "const { shadowRoot } = document.getElementById('ID');
        return ['countdown', 'draft', 'link'].map((name) =>
            !!shadowRoot.querySelector(`[part=${name}]`));";
    stage.script(&drawn.replace("ID", id)).await
}

#[tokio::test]
async fn a_lazy_card_waits_for_its_reader() -> Result<()> {
    let cards = "<div id=\"top\">Top</div><svg height=\"5000\"></svg>\
        <campaign-widget id=\"lazy\" src=\"/campaign.json\"><p>Fallback</p></campaign-widget>\
        <campaign-widget id=\"eager\" src=\"/campaign.json\" loading=\"eager\"><p>F</p></campaign-widget>";
    let setup = Setup::new().campaign(&open_campaign()).page("/far.html", cards);
    on_stage(setup, async |stage| {
        stage.open("/far.html").await?;
        stage.wait_for_events("campaign-ready", &[json!({})]).await?;
        until("all parts", async || drawn(stage, "eager").await, |drawn| *drawn == [true; 3])
            .await?;
        assert_eq!(drawn(stage, "lazy").await?, [false; 3]);
        stage.card("#lazy").await?;
        Ok(())
    })
    .await
}

/// Of many cards that a page adds, those that it shows are drawn whole, and the
/// others cost next to nothing.
#[tokio::test]
async fn the_forms_of_a_card_are_drawn_where_it_is_seen() -> Result<()> {
    let setup = Setup::new().campaign(&open_campaign()).page("/many.html", "<main></main>");
    on_stage(setup, async |stage| {
        stage.open("/many.html").await?;
        let add = "for (const id of ['near', 'b', 'c', 'd', 'far']) {
                const card = document.createElement('campaign-widget');
                card.id = id;
                card.setAttribute('src', '/campaign.json');
                document.querySelector('main').append(card);
            }";
        stage.script::<()>(add).await?;
        until("all parts", async || drawn(stage, "near").await, |drawn| *drawn == [true; 3])
            .await?;
        // What it would draw, it would have drawn by then. Its countdown may be there:
        // all were near the view while none had its height.
        stage.script::<()>("return new Promise((done) => setTimeout(done, 300));").await?;
        let [_, draft, link] = drawn(stage, "far").await?;
        assert!(!draft && !link, "it drew what nobody sees");
        stage.script::<()>("scrollTo(0, 99999);").await?;
        until("all parts", async || drawn(stage, "far").await, |drawn| *drawn == [true; 3])
            .await
            .map(|_| ())
    })
    .await
}

/// An observer answers after the page's first paint: 50 ms later on a slow device.
#[tokio::test]
async fn a_card_at_the_top_starts_without_an_observer() -> Result<()> {
    let silent = "globalThis.IntersectionObserver = class { observe() {} disconnect() {} };";
    let cards = "<campaign-widget id=\"top\" src=\"/campaign.json\"><p>F</p></campaign-widget>\
        <svg height=\"5000\"></svg>\
        <campaign-widget id=\"far\" src=\"/campaign.json\"><p>F</p></campaign-widget>";
    let setup =
        Setup::new().campaign(&open_campaign()).before_load(silent).page("/top.html", cards);
    on_stage(setup, async |stage| {
        stage.open("/top.html").await?;
        until("the countdown", async || drawn(stage, "top").await, |drawn| drawn[0]).await?;
        assert_eq!(drawn(stage, "far").await?, [false; 3]);
        // Asked to start, it does.
        let ask = "document.getElementById('far').setAttribute('loading', 'eager');";
        stage.script::<()>(ask).await?;
        until("the countdown", async || drawn(stage, "far").await, |drawn| drawn[0]).await?;
        Ok(())
    })
    .await
}

/// A framework that hands over the same campaign at every render took the
/// card from under the writer.
#[tokio::test]
async fn the_same_campaign_again_leaves_the_card_alone() -> Result<()> {
    on_stage(open("lang=\"zh-CN\""), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("写到一半").await?;
        let same: bool = card
            .script(
                "const area = () => element.shadowRoot.querySelector('[part=draft]');
                 const before = area();
                 return fetch(element.getAttribute('src')).then((file) => file.json())
                     .then((campaign) => {
                         element.campaign = campaign;
                         return new Promise((done) => setTimeout(done, 100));
                     })
                     .then(() => area() === before);",
            )
            .await?;
        assert!(same, "the card was drawn anew");
        assert_eq!(card.draft().await?, "写到一半");
        Ok(())
    })
    .await
}

/// Systems and frameworks know languages under other names than pages do.
#[tokio::test]
async fn a_language_is_known_under_the_name_that_systems_give_it() -> Result<()> {
    on_stage(open("lang=\"zh_CN\""), async |stage| {
        let card = stage.open_card().await?;
        let shown = "return [element.shadowRoot.querySelector('.card').lang,
            element.shadowRoot.querySelector('[part=title]').lang].join();";
        for (lang, expected) in [
            ("zh_CN", "zh-CN,zh-CN"),
            ("en_US.UTF-8", "en,en"),
            ("zh_Hans_CN", "zh-CN,zh-CN"),
            ("en_GB", "en,en"),
            ("cmn-Hans-CN", "zh-CN,zh-CN"),
        ] {
            card.set("lang", lang).await?;
            let seen = async || card.script::<String>(shown).await;
            until(lang, seen, |seen| seen == expected).await?;
        }
        Ok(())
    })
    .await
}
