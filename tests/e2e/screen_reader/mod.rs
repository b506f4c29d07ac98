//! What a screen reader says of the card: Orca, in a window of Firefox and of Chromium, in
//! Chinese and in English.
//!
//! `cargo xtask test screen-reader` runs these by themselves. The scripts in `scripts` are
//! what is spoken.

mod listener;
mod orca;
mod script;
mod story;
mod utterance;

mod chromium {
    use anyhow::Result;

    use super::story::{CHINESE, ENGLISH, main_job};
    use crate::engine::Engine;

    #[tokio::test]
    async fn speaks_chinese() -> Result<()> {
        main_job(Engine::Chromium, "chromium-zh-CN", &CHINESE).await
    }

    #[tokio::test]
    async fn speaks_english() -> Result<()> {
        main_job(Engine::Chromium, "chromium-en", &ENGLISH).await
    }
}

mod firefox {
    use anyhow::Result;

    use super::story::{CHINESE, ENGLISH, main_job};
    use crate::engine::Engine;

    #[tokio::test]
    async fn speaks_chinese() -> Result<()> {
        main_job(Engine::Firefox, "firefox-zh-CN", &CHINESE).await
    }

    #[tokio::test]
    async fn speaks_english() -> Result<()> {
        main_job(Engine::Firefox, "firefox-en", &ENGLISH).await
    }
}
