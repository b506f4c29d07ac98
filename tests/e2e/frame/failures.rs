//! Where the card cannot come, the frame says where to go.

use anyhow::Result;
use reqwest::StatusCode;
use thirtyfour::By;
use xtask::site::pages::Extra;

use super::height::has_nothing_to_scroll_to;
use super::{Around, SCRIPT, enter, frame, frame_with, host, settled, src};
use crate::harness::{Stage, on_stage};
use crate::wait::until;

async fn offers_the_form(stage: &Stage) -> Result<()> {
    enter(stage, "#frame").await?;
    let links = "return [...document.querySelectorAll('a')]
        .filter((link) => link.getClientRects().length > 0).map((link) => link.href);";
    let look = async || stage.script::<Vec<String>>(links).await;
    let form = format!("{}/questionnaire/6854", stage.questionnaire.origin());
    let both = [form, "https://www.gate.com/announcements/article/45926".into()];
    until("the form and the details", look, |links| links == &both).await?;
    let text: String = stage.script("return document.body.innerText;").await?;
    assert!(text.contains("请看公告里的规则") && !text.contains("announcement"), "{text}");
    Ok(())
}

#[tokio::test]
async fn without_the_widgets_script_the_form_is_offered() -> Result<()> {
    let gone =
        Extra::new("/campaign-widget.js", "text/plain", "gone").status(StatusCode::NOT_FOUND);
    let setup = host().file(gone).expect("404").expect("卡片加载失败");
    on_stage(setup, async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        offers_the_form(stage).await?;
        assert!(settled(stage, "#frame").await? < 400);
        has_nothing_to_scroll_to(stage).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_wasm_is_forbidden_the_form_is_offered() -> Result<()> {
    let setup = host()
        .policy(
            "default-src 'none'; script-src 'self'; style-src 'self'; \
             connect-src 'self' https://questionnaire.example; frame-ancestors http://127.0.0.1:*",
        )
        .expect("add 'wasm-unsafe-eval' to script-src")
        .allow("Content Security Policy")
        .allow("WebAssembly");
    on_stage(setup, async |stage| {
        let _around = Around::open_scriptless(stage, &frame(stage)).await?;
        offers_the_form(stage).await
    })
    .await
}

#[tokio::test]
async fn where_no_script_may_run_the_frame_says_so() -> Result<()> {
    on_stage(host(), async |stage| {
        let frame = frame_with(
            &src(stage, "src=/campaign.json"),
            "id=\"frame\" height=\"640\" sandbox=\"\"",
        );
        let _around = Around::open_scriptless(stage, &frame).await?;
        enter(stage, "#frame").await?;
        let text = stage.browser.find(By::Tag("body")).await?.text().await?;
        // Who reads it, nobody can tell there.
        for said in ["卡片需要 JavaScript", "The card needs JavaScript", "announcement for rules"]
        {
            assert!(text.contains(said), "{text}");
        }
        Ok(())
    })
    .await
}
