//! Attributes and the property `campaign`, whenever a page sets them and to
//! whatever: the card follows, and what is put right is right again.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::json;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign, rfc3339};
use crate::wait::until;

/// The module is held back until the page lets it through.
const GATE: &str = "
    const gate = new Promise((open) => { globalThis.letThrough = open; });
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...all) => { await gate; return make.apply(WebAssembly, all); };
    }";

fn closed() -> String {
    format!("preview-at=\"{}\"", rfc3339(Utc::now() + TimeDelta::days(1)))
}

async fn wait_for_error(stage: &Stage, number: usize, code: &str) -> Result<()> {
    let look = async || stage.heard("campaign-error").await;
    let heard = until(code, look, |heard| heard.len() == number).await?;
    assert_eq!(heard[number - 1]["code"], json!(code));
    Ok(())
}

/// Waits until the core has begun to come.
async fn wait_for_loading(stage: &Stage) -> Result<()> {
    let is_coming = |paths: &Vec<String>| paths.iter().any(|path| path.ends_with(".wasm"));
    until("the loading", async || stage.loaded().await, is_coming).await?;
    Ok(())
}

#[tokio::test]
async fn what_is_set_while_the_card_is_loaded_counts() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card(&format!("src=\"/nowhere.json\" lang=\"zh-CN\" {}", closed()))
        .before_load(GATE)
        .expect("404");
    on_stage(setup, async |stage| {
        let card = stage.open_without_card().await?;
        wait_for_loading(stage).await?;
        card.set("src", "/campaign.json").await?;
        card.set("lang", "en").await?;
        card.set("theme", "dark").await?;
        card.unset("preview-at").await?;
        // Removed and put back on the way.
        card.script::<()>("element.remove(); document.body.append(element);").await?;
        stage.script::<()>("letThrough();").await?;
        card.wait_for_phase("open").await?;
        card.wait_for_text("Copy").await?;
        let countdowns = "return element.shadowRoot.querySelectorAll('[part=countdown]').length;";
        assert_eq!(card.script::<u32>(countdowns).await?, 1);
        stage.wait_for_events("campaign-ready", &[json!({})]).await
    })
    .await
}

#[tokio::test]
async fn an_element_that_is_removed_while_it_is_loaded_stays_as_it_was() -> Result<()> {
    let card = "src=\"/campaign.json\" loading=\"eager\"><p>F</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    let setup = Setup::new().campaign(&open_campaign()).page("/two.html", &cards).before_load(GATE);
    on_stage(setup, async |stage| {
        stage.open("/two.html").await?;
        wait_for_loading(stage).await?;
        let remove = "globalThis.gone = document.querySelector('#a'); gone.remove(); letThrough();";
        stage.script::<()>(remove).await?;
        // The other one, which began later, is there: so would this one be.
        stage.card("#b").await?;
        let inside: String = stage.script("return gone.shadowRoot.innerHTML;").await?;
        assert_eq!(inside, "<slot></slot>");
        stage.script::<()>("document.body.append(gone);").await?;
        stage.card("#a").await?.wait_for_phase("open").await
    })
    .await
}

#[tokio::test]
async fn what_is_set_while_the_element_is_away_counts_when_it_is_back() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card(&format!("src=\"/campaign.json\" lang=\"zh-CN\" {}", closed()));
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("closed").await?;
        let away = "element.remove();
            element.setAttribute('lang', 'en');
            element.removeAttribute('preview-at');
            element.setAttribute('loading', 'eager');
            document.body.append(element);";
        card.script::<()>(away).await?;
        card.wait_for_phase("open").await?;
        card.wait_for_text("Copy").await
    })
    .await
}

#[tokio::test]
async fn nonsense_is_said_and_what_is_put_right_is_right_again() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .expect("404")
        .expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_phase("open").await?;
        // These have a meaning whatever they say.
        for (attribute, nonsense) in
            [("lang", "-"), ("lang", "x-klingon-𝄞"), ("theme", "pink"), ("loading", "never")]
        {
            card.set(attribute, nonsense).await?;
            card.wait_for_phase("open").await?;
        }
        card.wait_for_text("Copy").await?;
        card.set("lang", "zh-CN").await?;
        card.wait_for_text("复制全文").await?;
        // These have not.
        let now = rfc3339(Utc::now());
        let wrong = [
            ("src", "/nowhere.json", "status", "/campaign.json"),
            ("server-now", "yesterday", "attribute", now.as_str()),
            ("preview-at", "2025-13-45T99:00:00+08:00", "attribute", now.as_str()),
            ("src", "http://[", "unreachable", "/campaign.json"),
        ];
        for (at, (attribute, nonsense, code, right)) in wrong.into_iter().enumerate() {
            card.set(attribute, nonsense).await?;
            wait_for_error(stage, at + 1, code).await?;
            assert!(card.shows_fallback().await?, "{attribute}");
            card.set(attribute, right).await?;
            card.wait_for_phase("open").await?;
        }
        Ok(())
    })
    .await
}

/// A page's own script may hand over anything.
#[tokio::test]
async fn a_property_that_is_no_campaign_is_said_and_gone_when_it_is_taken_back() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card("src=\"/campaign.json\" lang=\"zh-CN\"")
        .expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let garbage = [
            ("'text'", "invalid"),
            ("42", "invalid"),
            ("NaN", "invalid"),
            ("[]", "invalid"),
            ("new Date()", "invalid"),
            ("document.body", "invalid"),
            ("Object.create(null)", "invalid"),
            ("new Proxy({}, { get: (target, name, proxy) => proxy })", "invalid"),
            ("() => {}", "not-json"),
            ("Symbol('campaign')", "not-json"),
            ("12345678901234567890n", "not-json"),
            ("window", "not-json"),
            ("(() => { const own = {}; own.a = own.b = own; return own; })()", "not-json"),
            ("({ get id() { throw new Error('of the page'); } })", "not-json"),
            ("({ toJSON() { throw 'of the page'; } })", "not-json"),
            ("new Proxy({}, { ownKeys() { throw new Error('of the page'); } })", "not-json"),
        ];
        for (at, (value, code)) in garbage.into_iter().enumerate() {
            card.script::<()>(&format!("element.campaign = {value};")).await?;
            wait_for_error(stage, at + 1, code).await.map_err(|error| error.context(value))?;
            assert!(card.shows_fallback().await?, "{value}");
            for nothing in ["undefined", "null"] {
                card.script::<()>(&format!("element.campaign = {nothing};")).await?;
                card.wait_for_phase("open").await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_property_counts_before_the_element_is_in_the_page() -> Result<()> {
    let setup = Setup::new().page("/page.html", "<main></main>");
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        let campaign = open_campaign().to_string();
        let campaign = campaign.replace(QUESTIONNAIRE, &stage.questionnaire.origin());
        let put = format!(
            "return customElements.whenDefined('campaign-widget').then(() => {{
                const element = document.createElement('campaign-widget');
                element.campaign = {campaign};
                document.querySelector('main').append(element);
            }});"
        );
        stage.script::<()>(&put).await?;
        Card::ready(&stage.browser, "campaign-widget").await?.wait_for_phase("open").await
    })
    .await
}
