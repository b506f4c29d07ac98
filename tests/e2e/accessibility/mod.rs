//! WCAG 2.2, levels A and AA: every state of the card, in every theme and scheme and from
//! either direction, as axe-core sees it; and what axe-core cannot see.
//!
//! The states are those of the gallery, which are all on one page. What is looked at is
//! asked of the page by scripts, so that it is the same in each engine.

mod audit;
mod kept_focus;
mod motion;
mod ring;
mod room;
mod tab;
mod targets;
mod trapped;

use anyhow::Result;
use serde::de::DeserializeOwned;

use crate::gallery;
use crate::harness::Stage;
use crate::setup::Setup;

/// A language from left to right, and one from right to left.
const LANGUAGES: [&str; 2] = ["zh-CN", "ar"];

/// What scripts say of the cards of a page: which there are, what can be pressed or filled
/// in on one, whether that is in sight, and what it is called in a report.
const CARDS: &str = "
    const cards = [...document.querySelectorAll('campaign-widget')];
    const isSeen = (part) => part.checkVisibility({ checkVisibilityCSS: true });
    const controlsOf = (card) => [...card.shadowRoot.querySelectorAll(
        'a[href], button, input, textarea, summary, [tabindex]')].filter(isSeen);
    const nameOf = (part) => {
        const { host } = part.getRootNode();
        return `${host?.id} ${part.getAttribute('part') ?? part.localName}`;
    };";

/// A stage whose console may tell of the state with a broken campaign file.
fn stage() -> Setup {
    Setup::new().allow("campaign-widget>: ")
}

/// Opens the page with the card in every state, in a language and at a width in CSS pixels.
async fn open(stage: &Stage, language: &str, width: u32) -> Result<()> {
    gallery::open(stage, &format!("?lang={language}&width={width}")).await
}

/// What a script gives that knows what [`CARDS`] says.
async fn ask<T: DeserializeOwned>(stage: &Stage, script: &str) -> Result<T> {
    stage.script(&format!("{CARDS}{script}")).await
}
