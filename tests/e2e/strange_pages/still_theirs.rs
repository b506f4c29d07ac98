//! What stays the page's own: whether the card is seen, where it is and how
//! wide, and what stands inside the element.

use anyhow::Result;
use serde_json::json;

use super::{Page, open, setup};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::Setup;

/// Whether a pointer, or anybody, gets to the card's first button.
async fn is_reached(card: &Card) -> Result<bool> {
    let read = "const button = element.shadowRoot.querySelector('[part=copy]');
        button.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button.getBoundingClientRect();
        const point = [x + width / 2, y + height / 2];
        return getComputedStyle(button).visibility === 'visible'
            && element.shadowRoot.elementFromPoint(...point) === button;";
    card.script(read).await
}

#[tokio::test]
async fn a_page_hides_the_card_or_makes_it_idle() -> Result<()> {
    let page = Page::styled(
        ".hidden { visibility: hidden } .idle { pointer-events: none } .gone { display: none }",
    );
    on_stage(page.publish(setup(), "page"), async |stage| {
        let card = open(stage, "page").await?;
        assert!(is_reached(&card).await?);
        for class in ["hidden", "idle", "gone"] {
            card.set("class", class).await?;
            assert!(!is_reached(&card).await?, "{class}");
        }
        card.unset("class").await?;
        for attribute in ["hidden", "inert"] {
            card.set(attribute, "").await?;
            assert!(!is_reached(&card).await?, "{attribute}");
            card.unset(attribute).await?;
        }
        assert!(is_reached(&card).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_gives_the_card_its_place_and_its_width() -> Result<()> {
    let page = Page::styled(
        "body { margin: 0 } campaign-widget { margin: 30px 0 0 50px; max-width: 400px }",
    );
    on_stage(page.publish(setup(), "page"), async |stage| {
        let card = open(stage, "page").await?;
        let read = "const { x, y, width } =
                element.shadowRoot.querySelector('.card').getBoundingClientRect();
            return [x, y, width];";
        assert_eq!(card.script::<[f64; 3]>(read).await?, [50.0, 30.0, 400.0]);
        Ok(())
    })
    .await
}

/// The card has no width of its own: where its content would say how wide a
/// place is, it takes what there is.
#[tokio::test]
async fn where_a_place_is_as_wide_as_its_content_the_card_takes_the_room_there_is() -> Result<()> {
    let page = Page::styled(
        "body { margin: 0; width: 500px } .flex { display: flex } .grid { display: grid }
        .float campaign-widget { float: left } .block campaign-widget { display: inline-block }
        .narrow { display: flex; width: 300px }",
    );
    on_stage(page.publish(setup(), "page"), async |stage| {
        let card = open(stage, "page").await?;
        for (class, width) in [
            ("flex", 500.0),
            ("grid", 500.0),
            ("float", 500.0),
            ("block", 500.0),
            ("narrow", 300.0),
        ] {
            let read = format!(
                "document.body.className = '{class}';
                return element.shadowRoot.querySelector('.card').getBoundingClientRect().width;"
            );
            assert_eq!(card.script::<f64>(&read).await?, width, "{class}");
        }
        Ok(())
    })
    .await
}

/// Before, and without, the card.
#[tokio::test]
async fn the_content_of_the_element_has_the_style_of_the_page() -> Result<()> {
    const STYLE: &str = "body { font: 30px/2 serif; color: rgb(1, 2, 3); direction: rtl }";
    let setup = Page::styled(STYLE).publish(Setup::new(), "page").expect("404");
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        let card = Card::at(&stage.browser, "campaign-widget");
        let before = style_of_content(stage).await?;
        card.part("error").await?;
        assert!(card.shows_fallback().await?);
        assert_eq!(style_of_content(stage).await?, before);
        assert_eq!(before, json!(["30px", "60px", "rgb(1, 2, 3)", "rtl", "normal"]));
        Ok(())
    })
    .await
}

async fn style_of_content(stage: &Stage) -> Result<serde_json::Value> {
    let read = "const style = getComputedStyle(document.querySelector('campaign-widget p'));
        return [style.fontSize, style.lineHeight, style.color, style.direction,
            style.colorScheme];";
    stage.script(read).await
}
