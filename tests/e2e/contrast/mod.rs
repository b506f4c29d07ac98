//! Whether everything on the card can be read, in every theme: as axe-core
//! measures it, and as the widget tells the author of a page.

pub mod audit;
mod author;
pub mod axe;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::card::Card;
use crate::harness::Stage;

/// The themes that are published, and none.
pub const THEMES: [&str; 4] = ["", "gazette", "confetti", "terminal"];

/// Links the theme of this name, and waits until it is there.
const PUT_ON: &str = "
    const [name, done] = arguments;
    document.querySelector('#theme')?.remove();
    if (name === '') return done(true);
    const link = document.createElement('link');
    Object.assign(link, { id: 'theme', rel: 'stylesheet', href: `/themes/${name}.css` });
    link.onload = () => done(true);
    link.onerror = () => done(false);
    document.head.append(link);";

/// Dresses the page's cards in a theme.
pub async fn put_on(stage: &Stage, theme: &str) -> Result<()> {
    let is_there = stage.browser.execute_async(PUT_ON, vec![json!(theme)]).await?;
    ensure!(is_there.json() == &json!(true), "the site has no theme {theme}");
    Ok(())
}

/// Calls `look` for each theme and scheme, with the name of both.
async fn in_each_theme(
    stage: &Stage,
    card: &Card,
    look: impl AsyncFn(&str) -> Result<()>,
) -> Result<()> {
    for theme in THEMES {
        put_on(stage, theme).await?;
        for scheme in ["light", "dark"] {
            card.set("theme", scheme).await?;
            look(&format!("{theme} {scheme}")).await?;
        }
    }
    Ok(())
}
