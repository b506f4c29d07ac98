//! Pages that are no plain HTML file from a server.

use anyhow::Result;
use thirtyfour::By;
use xtask::site::pages::Extra;

use super::{CARD, assert_works, open};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::SCRIPT;
use crate::wait::until;

/// As promised, but for markup that a script writes, and frames.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     frame-src 'self'; connect-src 'self' https://questionnaire.example";

/// The widget's script and a card, as a string of a script.
fn snippet() -> String {
    serde_json::to_string(&[SCRIPT, CARD].concat()).unwrap_or_default()
}

async fn framed(stage: &Stage) -> Result<Card> {
    stage.browser.find(By::Css("iframe")).await?.enter_frame().await?;
    Card::ready(&stage.browser, "campaign-widget").await
}

/// Chromium runs no `<script type="module">` in such a page.
#[tokio::test]
async fn a_page_that_is_xml_shows_its_own_content_until_a_plain_script_asks() -> Result<()> {
    let page = "<?xml version=\"1.0\" encoding=\"utf-8\"?>
        <html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\">
        <head><title>Card</title><script type=\"module\" src=\"/campaign-widget.js\"/></head>
        <body><campaign-widget src=\"/campaign.json\"><p>Fallback</p></campaign-widget>
        <script async=\"async\" src=\"/plain.js\"/></body></html>";
    let plain = "addEventListener('wanted', () => import('/campaign-widget.js'));";
    let setup = open()
        .file(Extra::new("/page.xhtml", "application/xhtml+xml", page))
        .file(Extra::new("/plain.js", "text/javascript", plain))
        .allow("Module scripts in XML documents are currently not supported");
    on_stage(setup, async |stage| {
        stage.open("/page.xhtml").await?;
        let is_xml = "return document.contentType === 'application/xhtml+xml';";
        assert!(stage.script::<bool>(is_xml).await?);
        let shown = "return document.querySelector('p').getClientRects().length;";
        assert_eq!(stage.script::<u32>(shown).await?, 1);
        stage.script::<()>("dispatchEvent(new Event('wanted'));").await?;
        assert_works(&stage.card("campaign-widget").await?).await
    })
    .await
}

#[tokio::test]
async fn a_frame_whose_document_is_an_attribute() -> Result<()> {
    let setup = open().policy(POLICY).page("/page.html", "");
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        let add = format!(
            "const frame = Object.assign(document.createElement('iframe'),
                {{ srcdoc: {}, width: 600, height: 800 }});
            document.body.append(frame);",
            snippet()
        );
        stage.script::<()>(&add).await?;
        assert_works(&framed(stage).await?).await
    })
    .await
}

#[tokio::test]
async fn a_frame_that_a_script_writes() -> Result<()> {
    let setup = open().policy(POLICY).page("/page.html", "");
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        let add = format!(
            "const frame = Object.assign(document.createElement('iframe'),
                {{ width: 600, height: 800 }});
            document.body.append(frame);
            frame.contentDocument.write({});
            frame.contentDocument.close();",
            snippet()
        );
        stage.script::<()>(&add).await?;
        assert_works(&framed(stage).await?).await
    })
    .await
}

/// Opening a document takes every listener off it and off its window.
#[tokio::test]
async fn a_page_that_is_written_anew_while_a_card_is_there() -> Result<()> {
    on_stage(open().policy(POLICY), async |stage| {
        stage.open_card().await?;
        stage
            .script::<()>("globalThis.before = document.querySelector('campaign-widget');")
            .await?;
        let write = format!(
            "document.open(); document.write('<!doctype html>' + {}); document.close();",
            snippet()
        );
        stage.script::<()>(&write).await?;
        let gone = async || {
            stage.script("return !before.isConnected && before.shadowRoot.innerHTML;").await
        };
        until("the end of the first card", gone, |inside: &serde_json::Value| {
            inside == "<slot></slot>"
        })
        .await?;
        assert_works(&stage.card("campaign-widget").await?).await
    })
    .await
}
