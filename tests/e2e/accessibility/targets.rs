//! The size of what can be pressed or filled in: WCAG 2.2, success criteria 2.5.8 and,
//! for a finger, 2.5.5.

use anyhow::{Result, ensure};

use super::{LANGUAGES, ask, open, stage};
use crate::contrast::audit::fail;
use crate::harness::{Stage, on_stage};
use crate::outbox::Seven;

/// The least of a target, in CSS pixels.
const LEAST: u32 = 24;
/// The least where the pointer is a finger, and of the one strong button.
const LEAST_OF_A_FINGER: u32 = 44;

/// Each target that is too small, with its size. A box to tick is as large as its label,
/// which ticks it, too.
const SMALL: &str = "
    for (const { shadowRoot } of cards) {
        for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
    }
    return [...new Set(cards.flatMap((card) => controlsOf(card).flatMap((control) => {
        const { width, height } = (control.labels?.length && control.type === 'checkbox'
            ? control.labels[0] : control).getBoundingClientRect();
        const least = control.matches('.primary') ? Math.max(LEAST, STRONG) : LEAST;
        // Layout rounds to a 64th of a pixel.
        if (Math.min(width, height) + 1 / 32 >= least) return [];
        return `${nameOf(control)} ${width.toFixed(1)} × ${height.toFixed(1)}`;
    })))];";

async fn assert_large(stage: &Stage, least: u32, when: &str) -> Result<()> {
    let script = SMALL
        .replace("LEAST", &least.to_string())
        .replace("STRONG", &LEAST_OF_A_FINGER.to_string());
    let small: Vec<String> = ask(stage, &script).await?;
    ensure!(small.is_empty(), "{when}:\n{}", small.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_target_of_every_state_is_large_enough() -> Result<()> {
    on_stage(stage().viewport(400, 800), async |stage| {
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            assert_large(stage, LEAST, language).await?;
        }
        stage.touch().await?;
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            assert_large(stage, LEAST_OF_A_FINGER, &format!("{language}, a finger")).await?;
        }
        Ok(())
    })
    .await
}

/// What is wrong, doubtful or refused has more to press than the gallery shows.
#[tokio::test]
async fn every_target_of_what_went_wrong_is_large_enough() -> Result<()> {
    for least in [LEAST, LEAST_OF_A_FINGER] {
        on_stage(Seven::setup().viewport(320, 800), async |stage| {
            if least == LEAST_OF_A_FINGER {
                stage.touch().await?;
            }
            let card = stage.open_card().await?;
            fail(&card).await?;
            assert_large(stage, least, "failing").await?;
            Seven::hand_in(stage, &card).await?;
            for language in ["zh-CN", "en"] {
                card.set("lang", language).await?;
                assert_large(stage, least, &format!("handed in, {language}")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
