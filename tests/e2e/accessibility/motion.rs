//! Nothing moves for who wants less motion: WCAG 2.2, success criteria 2.2.2 and 2.3.3.

use anyhow::{Result, ensure};

use super::{ask, open, stage};
use crate::harness::{Stage, on_stage};

/// What moves on a card, or would when it changes.
const MOVING: &str = "
    const moves = (style) => [style.transitionDuration, style.animationDuration]
        .some((time) => time.split(',').some((part) => parseFloat(part) > 0));
    return [...new Set(cards.flatMap((card) => [...card.shadowRoot.querySelectorAll('*')]
        .filter((part) => ['', '::before', '::after'].some((pseudo) =>
            moves(getComputedStyle(part, pseudo))))
        .map(nameOf)))];";

async fn moving(stage: &Stage, motion: &str) -> Result<Vec<String>> {
    stage.prefer(&[("prefers-reduced-motion", motion)]).await?;
    ask(stage, MOVING).await
}

#[tokio::test]
async fn nothing_moves_for_who_wants_less_motion() -> Result<()> {
    on_stage(stage(), async |stage| {
        open(stage, "zh-CN", 360).await?;
        let still = moving(stage, "reduce").await?;
        ensure!(still.is_empty(), "{still:?} move");
        ensure!(!moving(stage, "no-preference").await?.is_empty(), "nothing ever moves");
        Ok(())
    })
    .await
}
