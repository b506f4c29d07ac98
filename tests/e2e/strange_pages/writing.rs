//! Pages that are written in another direction, or for another age.

use anyhow::Result;
use serde::Deserialize;

use super::{PLAIN, Page, assert_same_card, open, setup};
use crate::harness::on_stage;

const RIGHT_TO_LEFT: Page = Page { root: "dir=\"rtl\"", ..PLAIN };

#[tokio::test]
async fn on_a_page_from_right_to_left_the_card_reads_from_left_to_right() -> Result<()> {
    for width in [360, 1280] {
        assert_same_card(RIGHT_TO_LEFT, (width, 900)).await?;
    }
    let forced = Page::styled(
        "body { margin: 0 } * { direction: rtl !important; unicode-bidi: bidi-override !important }",
    );
    assert_same_card(forced, (900, 900)).await
}

/// A paragraph of the draft takes its side from what is written in it.
#[tokio::test]
async fn each_paragraph_of_the_draft_keeps_its_own_direction() -> Result<()> {
    /// How far the letters of a line are from the edges of the field.
    #[derive(Debug, Deserialize)]
    struct Line {
        left: f64,
        right: f64,
    }
    let read = "const behind = element.shadowRoot.querySelector('.behind');
        const field = behind.getBoundingClientRect();
        return ['مرحبا بالعالم', 'and the rest'].map((words) => {
            const line = [...behind.children].find((line) => line.textContent.includes(words));
            const text = line.lastChild;
            const range = document.createRange();
            const start = text.data.indexOf(words);
            range.setStart(text, start);
            range.setEnd(text, start + words.length);
            const { left, right } = range.getBoundingClientRect();
            return { left: left - field.left, right: field.right - right };
        });";
    for page in [PLAIN, RIGHT_TO_LEFT] {
        on_stage(page.publish(setup(), "page"), async |stage| {
            let lines: Vec<Line> = open(stage, "page").await?.script(read).await?;
            let [arabic, english] = lines.as_slice() else { panic!("{lines:?}") };
            assert!(arabic.right < 24.0 && arabic.left > 100.0, "{arabic:?}");
            assert!(english.left < 24.0 && english.right > 100.0, "{english:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_a_page_that_is_written_downwards_the_card_is_not() -> Result<()> {
    let page =
        Page::styled("body { margin: 0; writing-mode: vertical-rl; text-orientation: upright }");
    assert_same_card(page, (900, 900)).await
}

/// Without a doctype.
#[tokio::test]
async fn in_quirks_mode_the_card_is_as_it_is() -> Result<()> {
    let page = Page { doctype: "", ..PLAIN };
    for width in [360, 1000] {
        assert_same_card(page, (width, 900)).await?;
    }
    on_stage(page.publish(setup(), "page"), async |stage| {
        stage.open("/page.html").await?;
        assert_eq!(stage.script::<String>("return document.compatMode;").await?, "BackCompat");
        Ok(())
    })
    .await
}
