//! axe-core on every state, in every theme and scheme, from either direction.

use anyhow::Result;

use super::{LANGUAGES, ask, open, stage};
use crate::contrast::audit::{RULES, assert_clean};
use crate::contrast::axe::{audit, load};
use crate::contrast::{THEMES, put_on};
use crate::harness::on_stage;

const DRESS_ALL: &str = "for (const card of cards) card.setAttribute('theme', SCHEME);";

#[tokio::test]
async fn axe_finds_nothing_in_any_state_theme_scheme_and_direction() -> Result<()> {
    on_stage(stage(), async |stage| {
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            load(stage).await?;
            assert_clean(&audit(stage, &[]).await?, language);
            for theme in THEMES {
                put_on(stage, theme).await?;
                for scheme in ["'light'", "'dark'"] {
                    ask::<()>(stage, &DRESS_ALL.replace("SCHEME", scheme)).await?;
                    // Everything else is the same.
                    let found = audit(stage, &RULES).await?;
                    assert_clean(&found, &format!("{language}, {theme} {scheme}"));
                }
            }
        }
        // Every card was looked at.
        let spoil = "for (const card of cards) {
            card.style.setProperty('--campaign-widget-text', '#777');
            card.style.setProperty('--campaign-widget-surface', '#888');
        }
        return cards.map(({ id }) => id);";
        let cards: Vec<String> = ask(stage, spoil).await?;
        let found = audit(stage, &["color-contrast"]).await?;
        for card in cards {
            let is_of_card = |target: &str| target.starts_with(&format!("#{card} "));
            assert!(found.violations.iter().any(|found| is_of_card(&found.target)), "{card}");
        }
        Ok(())
    })
    .await
}
