//! A keyboard on the screen of a phone, which covers the lower half of the page.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};
use crate::setup::Setup;
use crate::wait::until;

/// What the keyboard leaves, in CSS pixels.
const LEFT: f64 = 430.0;

/// What is in view is all of the window, until `keyboardLeaves` is set.
const VIEWPORT: &str = "
    const inView = Object.assign(new EventTarget(), { offsetLeft: 0, offsetTop: 0, scale: 1 });
    Object.defineProperty(inView, 'width', { get: () => innerWidth });
    Object.defineProperty(inView, 'height', { get: () => globalThis.keyboardLeaves ?? innerHeight });
    Object.defineProperty(globalThis, 'visualViewport', { get: () => inView });";

/// Where the parts are from top to bottom that a person needs while typing.
const PLACES: &str = "
    const find = (part) => element.shadowRoot.querySelector(part);
    const parts = { time: '[part=time-left]', field: '[part=draft-field]', share: '.ways > *' };
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => {
        const { top, bottom, height } = find(part).getBoundingClientRect();
        return [name, [height > 0 ? top : -1, bottom]];
    }));";

fn phone() -> Setup {
    open().viewport(360, 740).before_load(VIEWPORT)
}

/// The keyboard comes up, or goes.
async fn keyboard(stage: &Stage, leaves: &str) -> Result<()> {
    let resize = format!(
        "globalThis.keyboardLeaves = {leaves}; visualViewport.dispatchEvent(new Event('resize'));"
    );
    stage.script(&resize).await
}

async fn wait_for_all_in_view(card: &Card, what: &str) -> Result<()> {
    let look = async || card.script::<BTreeMap<String, [f64; 2]>>(PLACES).await;
    let is_in_view = |places: &BTreeMap<String, [f64; 2]>| {
        places.values().all(|[top, bottom]| *top >= 0.0 && *bottom <= LEFT)
    };
    until(&format!("all in view: {what}"), look, is_in_view).await?;
    Ok(())
}

#[tokio::test]
async fn the_time_the_field_and_the_next_step_stay_above_a_keyboard() -> Result<()> {
    on_stage(phone(), async |stage| {
        let card = stage.open_card().await?;
        let post = format!("{STORY} {TAG}");
        let longer = format!("{STORY}\n\n\n\n\n\n{TAG}");
        for text in ["", STORY, &post, &longer] {
            keyboard(stage, "undefined").await?;
            card.paste_draft(text).await?;
            keyboard(stage, "430").await?;
            wait_for_all_in_view(&card, text).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_keyboard_nothing_is_moved() -> Result<()> {
    on_stage(phone(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        stage.script::<()>("scrollTo(0, 37);").await?;
        let top = async || stage.script::<f64>("return scrollY;").await;
        // The bar of addresses comes and goes.
        for leaves in ["undefined", "innerHeight - 60"] {
            keyboard(stage, leaves).await?;
            assert!((top().await? - 37.0).abs() < 1.0, "{leaves}");
        }
        // Nor is it for a keyboard that belongs to another field.
        card.script::<()>("element.shadowRoot.activeElement?.blur();").await?;
        keyboard(stage, "430").await?;
        assert!((top().await? - 37.0).abs() < 1.0);
        Ok(())
    })
    .await
}
