//! The card in each of its languages: that everything it says has room on the
//! narrowest phone and on a desktop, and that axe-core finds nothing.

mod directions;
pub mod fit;
mod states;

use anyhow::{Result, ensure};
use campaign_widget::language::FILES;

use self::fit::faults;
use crate::card::Card;
use crate::contrast::axe::{audit, load};
use crate::harness::Stage;
use crate::wait::until;

/// The widths of the page, in CSS pixels: a narrow phone, a common one, a desktop.
const WIDTHS: [u32; 3] = [280, 360, 1280];

/// Of those, the one that axe-core looks at.
const AUDITED: u32 = 360;

/// Gives the card a language, and waits until it speaks it.
async fn speak(card: &Card, tag: &str) -> Result<()> {
    card.set("lang", tag).await?;
    let spoken = "return element.shadowRoot.querySelector('.card, .trouble').lang;";
    let look = async || card.script::<String>(spoken).await;
    until(&format!("the language {tag}"), look, |spoken| spoken == tag).await?;
    Ok(())
}

/// Walks the card as it is through all languages and widths, and fails with all that is
/// the matter with any.
async fn assert_fits(stage: &Stage, card: &Card, state: &str) -> Result<()> {
    let mut found = Vec::new();
    load(stage).await?;
    for file in FILES {
        speak(card, file.tag).await?;
        for width in WIDTHS {
            stage.resize(width, 900).await?;
            let mut faults = faults(card).await?;
            if width == AUDITED {
                let violations = audit(stage, &[]).await?.violations;
                faults.extend(violations.iter().map(|violation| format!("{violation:?}")));
            }
            found.extend(faults.iter().map(|fault| format!("{} {width}: {fault}", file.tag)));
        }
    }
    ensure!(found.is_empty(), "{state}:\n{}", found.join("\n"));
    Ok(())
}
