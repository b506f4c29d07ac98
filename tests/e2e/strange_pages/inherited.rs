//! What a page gives to all that is in it.

use anyhow::Result;

use super::{Page, assert_same_card};

#[tokio::test]
async fn a_page_that_spoils_all_of_its_text_leaves_the_card_as_it_is() -> Result<()> {
    let page = Page::styled(
        "body {
            margin: 0;
            color: lime;
            cursor: none;
            font: italic small-caps 900 40px/0 cursive;
            font-feature-settings: 'smcp';
            font-stretch: condensed;
            font-variant-ligatures: none;
            hyphens: auto;
            letter-spacing: 0.5em;
            line-break: anywhere;
            list-style: square inside;
            quotes: none;
            tab-size: 1;
            text-align: justify;
            text-align-last: center;
            text-indent: 5em;
            text-shadow: 2px 2px red;
            text-transform: uppercase;
            text-underline-position: under;
            text-wrap: nowrap;
            white-space: pre;
            word-break: break-all;
            word-spacing: 1em;
            -webkit-text-fill-color: transparent;
            -webkit-text-stroke: 1px red;
            -webkit-user-select: none;
            user-select: none;
        }",
    );
    for width in [360, 1000] {
        assert_same_card(page, (width, 900)).await?;
    }
    Ok(())
}

/// What page builders and resets give to elements by name does not reach the
/// elements of the card.
#[tokio::test]
async fn a_page_that_styles_every_button_and_heading_leaves_the_card_as_it_is() -> Result<()> {
    let page = Page::styled(
        "body { margin: 0 }
        button, textarea, a, h2, h3, p, ul, li, header, footer, article, section, div:not(#x) {
            display: none !important; margin: 9px !important; padding: 9px !important;
            float: left !important; color: red !important; zoom: 3 !important;
        }
        .card, .row, .quiet, .small, .button, .link, .note { display: none !important }",
    );
    assert_same_card(page, (1000, 900)).await
}
