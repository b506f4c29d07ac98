//! What is behind the card: the page, whatever the colours of the system.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::By;

use super::{Around, SCRIPT, card_in, frame_with, host, outside, settled, src};
use crate::harness::{Stage, on_stage};
use crate::wait::until;

/// The colour of the picture's corner, where the card is round.
const CORNER: &str = "const [png, done] = arguments;
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    createImageBitmap(new Blob([bytes])).then((picture) => {
        const paper = new OffscreenCanvas(1, 1).getContext('2d');
        paper.drawImage(picture, 0, 0);
        done([...paper.getImageData(0, 0, 1, 1).data]);
    }, String);";

/// The page's own colour, which is none that a browser would take.
const GREEN: [u8; 4] = [10, 200, 30, 255];

async fn corner(stage: &Stage) -> Result<Value> {
    stage.browser.enter_default_frame().await?;
    let picture = stage.browser.find(By::Id("frame")).await?.screenshot_as_png_base64().await?;
    Ok(stage.browser.execute_async(CORNER, vec![json!(picture)]).await?.json().clone())
}

#[tokio::test]
async fn the_page_shows_through_around_the_card() -> Result<()> {
    on_stage(host(), async |stage| {
        for (scheme, theme) in [("light", ""), ("dark", ""), ("dark", "light"), ("light", "dark")] {
            stage.prefer(&[("prefers-color-scheme", scheme)]).await?;
            let src = src(stage, &format!("src=/campaign.json&amp;theme={theme}"));
            let frame = frame_with(&src, "id=\"frame\" height=\"640\"");
            let _around = Around::open(stage, &[SCRIPT, &frame].concat()).await?;
            card_in(stage, "#frame").await?;
            settled(stage, "#frame").await?;
            let paint = "document.body.style.background = 'rgb(10 200 30)';";
            outside(stage, "#frame", paint).await?;
            let what = format!("the page's colour, system {scheme}, theme {theme:?}");
            until(&what, async || corner(stage).await, |seen| *seen == json!(GREEN)).await?;
        }
        Ok(())
    })
    .await
}
