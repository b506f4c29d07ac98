//! Pages that make a `rem` something else, and a reader who wants larger
//! letters.

use anyhow::Result;
use serde_json::json;

use super::{PLAIN, Page, assert_same_card, figures, open, setup};
use crate::harness::on_stage;

#[tokio::test]
async fn a_page_without_font_size_leaves_the_card_as_it_is() -> Result<()> {
    // Against the gaps between inline blocks.
    let page = Page::styled("html, body, campaign-widget { font-size: 0 } body { margin: 0 }");
    assert_same_card(page, (1000, 900)).await
}

#[tokio::test]
async fn a_page_whose_rem_is_10_px_leaves_the_card_as_it_is() -> Result<()> {
    assert_same_card(Page::styled("html { font-size: 62.5% } body { margin: 0 }"), (360, 900)).await
}

/// lib-flexible and its kin: a `rem` is a tenth of the window, or the 7.5th part.
#[tokio::test]
async fn a_page_whose_rem_follows_the_window_leaves_the_card_as_it_is() -> Result<()> {
    for (style, width) in [
        ("html { font-size: 36px } body { margin: 0; font-size: 12px }", 360),
        ("html { font-size: 100px } body { margin: 0; font-size: 0.24rem }", 750),
    ] {
        assert_same_card(Page::styled(style), (width, 900)).await?;
    }
    Ok(())
}

/// lib-flexible 0.3 shrinks the page on an iPhone and says by how much in
/// `data-dpr`; the page enlarges the card again, as tests/README.md shows.
#[tokio::test]
async fn on_a_page_that_is_shrunk_to_a_third_the_card_can_be_enlarged_again() -> Result<()> {
    let shrunk = Page {
        root: "data-dpr=\"3\"",
        style: "[data-dpr=\"3\"] campaign-widget { zoom: 3 }
            html { scrollbar-width: none } body { margin: 0 }",
        ..PLAIN
    };
    let plain = Page::styled("html { scrollbar-width: none } body { margin: 0 }");
    let sizes = "const size = (part) => {
            const { width, height } = element.shadowRoot.querySelector(part).getBoundingClientRect();
            return [width, height];
        };
        return [size('.card'), size('[part=copy]')].flat();";
    let setup = shrunk.publish(plain.publish(setup(), "plain"), "strange");
    on_stage(setup.viewport(375, 800), async |stage| {
        let plain: Vec<f64> = open(stage, "plain").await?.script(sizes).await?;
        stage.resize(1125, 2400).await?;
        let enlarged: Vec<f64> = open(stage, "strange").await?.script(sizes).await?;
        for (plain, enlarged) in plain.iter().zip(&enlarged) {
            // Borders are whole pixels of the screen.
            assert!((3.0 * plain - enlarged).abs() < 8.0, "{plain} becomes {enlarged}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_card_has_the_letters_that_the_reader_has_chosen() -> Result<()> {
    on_stage(PLAIN.publish(setup(), "plain"), async |stage| {
        let before = figures(&open(stage, "plain").await?).await?;
        let sizes = json!({ "fontSizes": { "standard": 24 } });
        stage.devtools("Page.setFontSizes", sizes).await?;
        let after = figures(&open(stage, "plain").await?).await?;
        let size = |style: &[String]| -> Option<f64> {
            let size = style.iter().find_map(|style| style.strip_prefix("font-size: "))?;
            size.trim_end_matches("px").parse().ok()
        };
        for (before, after) in before.iter().zip(&after) {
            let sizes = size(&before.style).zip(size(&after.style));
            let grown = sizes.is_some_and(|(before, after)| (after / before - 1.5).abs() < 0.01);
            // The digits follow the width of the card as well.
            assert!(grown || after.name == "span.digits", "{}: {sizes:?}", after.name);
        }
        Ok(())
    })
    .await
}
