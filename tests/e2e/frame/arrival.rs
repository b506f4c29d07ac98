//! Who comes first, the frame or the script, and what comes after them.

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;
use xtask::site::pages::Extra;

use super::height::{changed, settles_at};
use super::{Around, SCRIPT, card_in, frame, frame_with, host, outside, settled, src};
use crate::harness::on_stage;
use crate::setup::open_campaign;

/// Adds the script to a page that has been there without it.
pub const COME_LATER: &str = "const script = document.createElement('script');
    Object.assign(script, { type: 'module', src: '/campaign-widget-frame.js' });
    document.head.append(script);";

#[tokio::test]
async fn a_script_that_comes_later_finds_the_frames_that_are_there() -> Result<()> {
    on_stage(host(), async |stage| {
        // The last has nothing to show until somebody scrolls to it.
        let far = frame_with(
            &src(stage, "src=/campaign.json"),
            "id=\"far\" height=\"640\" loading=\"lazy\"",
        );
        let body = [&frame(stage), "<pre>", &"\n".repeat(2000), "</pre>", &far].concat();
        let _around = Around::open(stage, &body).await?;
        card_in(stage, "#frame").await?;
        assert_eq!(outside(stage, "#frame", "return frame.clientHeight;").await?, 640);
        outside(stage, "#frame", COME_LATER).await?;
        settled(stage, "#frame").await?;
        let touched = "return frame.style.height + frame.style.colorScheme;";
        let touched = outside(stage, "#far", touched).await?;
        assert_eq!(touched, "", "it was greeted, but shows nothing yet");
        stage.browser.enter_default_frame().await?;
        stage.browser.find(By::Id("far")).await?.scroll_into_view().await?;
        card_in(stage, "#far").await?;
        settled(stage, "#far").await?;
        Ok(())
    })
    .await
}

/// Whose document the script could look into, so that it tells in another way
/// whether there is anything.
#[tokio::test]
async fn a_script_that_comes_later_finds_a_frame_of_its_own_origin() -> Result<()> {
    on_stage(host(), async |stage| {
        let policy = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
            frame-src 'self'";
        let frame = frame_with(
            "/frame.html?src=/campaigns/gate-xstocks.json",
            "id=\"frame\" height=\"640\"",
        );
        let _around = Around::open_under(stage, policy, &frame).await?;
        card_in(stage, "#frame").await?;
        outside(stage, "#frame", COME_LATER).await?;
        assert_ne!(settled(stage, "#frame").await?, 640);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_that_is_added_or_loads_something_else_is_followed_too() -> Result<()> {
    let mut other = open_campaign();
    other["id"] = json!("other");
    other["languages"]["zh-CN"]["rewards"] = json!(vec!["一"; 40]);
    let file = Extra::new("/other.json", "application/json", other.to_string());
    on_stage(host().file(file), async |stage| {
        let _around = Around::open(stage, SCRIPT).await?;
        let src = src(stage, "src=/campaign.json&lang=zh-CN");
        let add = format!(
            "const frame = document.createElement('iframe');
            Object.assign(frame, {{ id: 'frame', className: 'campaign-widget', src: '{src}' }});
            document.body.append(frame);"
        );
        stage.script::<()>(&add).await?;
        card_in(stage, "#frame").await?;
        let first = settled(stage, "#frame").await?;

        outside(stage, "#frame", "frame.src = frame.src.replace('campaign.json', 'other.json');")
            .await?;
        card_in(stage, "#frame").await?;
        let other = changed(stage, "#frame", first).await?;
        assert!(other > first, "the rewards need room");
        let back = "frame.src = frame.src.replace('other.json', 'campaign.json');";
        outside(stage, "#frame", back).await?;
        card_in(stage, "#frame").await?;
        settles_at(stage, "#frame", first).await?;

        // The frame's own reload, and a move to another place, which reloads it.
        outside(stage, "#frame", "frame.style.height = '1px';").await?;
        stage.script::<()>("location.reload();").await?;
        card_in(stage, "#frame").await?;
        settles_at(stage, "#frame", first).await?;
        outside(stage, "#frame", "frame.style.height = '1px'; document.body.prepend(frame);")
            .await?;
        card_in(stage, "#frame").await?;
        settles_at(stage, "#frame", first).await?;
        Ok(())
    })
    .await
}
