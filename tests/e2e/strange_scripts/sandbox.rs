//! A frame that belongs to nobody: its storage, its locks and its cookies throw.

use anyhow::Result;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue};
use thirtyfour::By;

use super::{CARD, assert_works, open};
use crate::card::Card;
use crate::harness::on_stage;

/// The page may hold frames, and everybody may read the widget's files. In WebKit nothing
/// is `'self'` there.
const POLICY: &str = "default-src 'none'; script-src 'self' http://127.0.0.1:* 'wasm-unsafe-eval'; \
     frame-src 'self'; connect-src 'self' http://127.0.0.1:* https://questionnaire.example; \
     require-trusted-types-for 'script'";

#[tokio::test]
async fn a_card_in_a_sandbox_works_from_memory_and_says_so() -> Result<()> {
    let frame = "<iframe sandbox=\"allow-scripts\" src=\"/framed.html\" width=\"600\" \
         height=\"800\"></iframe>";
    let setup = open()
        .policy(POLICY)
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"))
        .page("/framed.html", CARD)
        .page("/page.html", frame);
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        stage.browser.find(By::Css("iframe")).await?.enter_frame().await?;
        let origin: String = stage.script("return origin;").await?;
        assert_eq!(origin, "null");
        let card = Card::ready(&stage.browser, "campaign-widget").await?;
        card.part("storage-notice").await?;
        // In WebKit no script takes the focus into it.
        card.press("draft").await?;
        assert_works(&card).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        Ok(())
    })
    .await
}
