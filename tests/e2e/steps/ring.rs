//! The ring, which is full at the minimum, and again at what X takes.

use anyhow::Result;

use crate::draft::open;
use crate::harness::on_stage;
use crate::wait::until;

#[tokio::test]
async fn the_ring_tells_how_full_a_draft_is() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        // 20 are the minimum, and X takes 140.
        for (characters, state, percent) in [
            (0, "filling", "0"),
            (10, "filling", "50"),
            (19, "filling", "95"),
            (20, "fits", "14"),
            (25, "fits", "17"),
            (125, "fits", "89"),
            (126, "close", "90"),
            (130, "close", "92"),
            (140, "close", "100"),
            (141, "over", "100"),
            (150, "over", "100"),
        ] {
            card.paste_draft(&"涨".repeat(characters)).await?;
            let look = async || {
                let drawn = "return element.shadowRoot.querySelector('.full')
                    .getAttribute('stroke-dasharray').split(' ')[0];";
                let state = card.part("ring").await?.data("state")?.to_owned();
                Ok((state, card.script::<String>(drawn).await?))
            };
            let fits = |seen: &(String, String)| seen.0 == state && seen.1 == percent;
            until(&format!("{characters}: {state}, {percent} %"), look, fits).await?;
        }
        Ok(())
    })
    .await
}
