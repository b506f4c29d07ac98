//! Posts that are typed by an input method: fcitx5, by real keys, in a window of each
//! engine.
//!
//! `cargo xtask test ime` runs these by themselves.

mod method;

use anyhow::Result;

use self::method::Method;
use crate::draft::open;
use crate::engine::Engine;

async fn greeting(engine: Engine) -> Result<()> {
    let method = Method::Pinyin;
    let desktop = method.desktop().await?;
    desktop
        .play(engine, open(), async |stage| {
            let card = stage.open_card().await?;
            desktop.press(&card, "draft").await?;
            method.wait_until_on(&desktop).await?;
            desktop.type_keys("nihao")?;
            card.wait_for_draft("ni hao").await?;
            desktop.keys(&["space"])?;
            card.wait_for_draft("你好").await
        })
        .await
}

#[tokio::test]
async fn chromium() -> Result<()> {
    greeting(Engine::Chromium).await
}

#[tokio::test]
async fn firefox() -> Result<()> {
    greeting(Engine::Firefox).await
}

#[tokio::test]
async fn webkit() -> Result<()> {
    greeting(Engine::WebKit).await
}
