//! A style sheet that takes everything from everything.

use anyhow::Result;

use super::{PLAIN, Page, assert_same_card, open, setup};
use crate::harness::on_stage;

/// The names in the second rule are those that the card uses for itself.
const UNSET: Page = Page::styled(
    "* { all: unset !important }
    * { --accent: red; --surface: red; --text: red; --quiet: red; --line: red; --radius: 0px }
    body { display: block !important }",
);

#[tokio::test]
async fn a_page_that_unsets_everything_leaves_the_card_as_it_is() -> Result<()> {
    for width in [360, 1280] {
        assert_same_card(UNSET, (width, 900)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn themes_and_hidden_work_on_a_page_that_unsets_everything() -> Result<()> {
    let read = "const card = element.shadowRoot.querySelector('.card');
        const { colorScheme, backgroundColor } = getComputedStyle(card);
        return [colorScheme, backgroundColor];";
    let setup = UNSET.publish(PLAIN.publish(setup(), "plain"), "strange");
    on_stage(setup, async |stage| {
        let mut seen = Vec::new();
        for name in ["plain", "strange"] {
            let card = open(stage, name).await?;
            for theme in ["auto", "light", "dark"] {
                card.set("theme", theme).await?;
                let [scheme, surface]: [String; 2] = card.script(read).await?;
                seen.push((name, theme, scheme, surface));
            }
            card.set("hidden", "").await?;
            assert!(!card.part("countdown").await?.shown, "{name}");
        }
        let (plain, strange) = seen.split_at(3);
        for ((_, theme, scheme, surface), other) in plain.iter().zip(strange) {
            assert_eq!((scheme, surface), (&other.2, &other.3), "{theme}");
        }
        assert_eq!(plain[1].2, "light");
        assert_eq!(plain[2].2, "dark");
        assert_ne!(plain[1].3, plain[2].3);
        Ok(())
    })
    .await
}
