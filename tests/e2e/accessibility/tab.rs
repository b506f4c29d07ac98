//! Tab alone, without any arrow key: it comes to everything, in the order in which one
//! reads, and leaves each card again; and one sees where it is.

use anyhow::{Result, ensure};
use serde::Deserialize;
use thirtyfour::Key;

use super::ring::{self, RING};
use super::{LANGUAGES, ask, open, stage};
use crate::contrast::{THEMES, put_on};
use crate::harness::{Stage, on_stage};

/// More stops than there are on the page.
const ENOUGH: usize = 700;

/// How far two lines may overlap, or what is beside a line may be above it, in CSS
/// pixels.
const SLACK: f64 = 8.0;

/// A place where Tab stops on a card.
#[derive(Debug, Deserialize)]
struct Stop {
    card: String,
    name: String,
    /// Where its box begins and ends: along a line, as one reads it, and from top to
    /// bottom; from the corner of the card, in CSS pixels.
    line: (f64, f64),
    height: (f64, f64),
    /// What is wrong with how one sees it.
    faults: Vec<String>,
}

impl Stop {
    /// Whether one reads it after another one: below, or further on in its line.
    fn follows(&self, other: &Stop) -> bool {
        let is_below = self.height.0 >= other.height.1 - SLACK;
        let is_beside = self.height.1 > other.height.0 - SLACK;
        is_below || (is_beside && self.line.0 >= other.line.1 - SLACK)
    }
}

/// The way that Tab goes.
#[derive(Clone, Copy)]
enum Way {
    On,
    /// With Shift.
    Back,
}

/// What has the focus, if that is on a card. WebKit scrolls to a field some frames after it
/// has the focus.
const STOP: &str = "
    const at = focused();
    const card = cards.find(({ shadowRoot }) => shadowRoot === at.getRootNode());
    if (!card) return null;
    (globalThis.visited ??= new Set()).add(at);
    const stop = () => {
        const box = card.shadowRoot.querySelector('.card, .trouble');
        const frame = box.getBoundingClientRect();
        const { left, right, top, bottom } = at.getBoundingClientRect();
        const isReversed = getComputedStyle(box).direction === 'rtl';
        return {
            card: card.id, name: nameOf(at), height: [top - frame.top, bottom - frame.top],
            line: isReversed ? [frame.right - right, frame.right - left]
                : [left - frame.left, right - frame.left],
            faults: [...faultsOfRing(at), ...faultsOfView(at)],
        };
    };
    return (async () => {
        for (let frames = 0; frames < 30 && stop().faults.length > 0; frames++) {
            await new Promise(requestAnimationFrame);
        }
        return stop();
    })();";

/// What Tab has not come to, though it can have the focus.
const MISSED: &str = "return cards.flatMap((card) => controlsOf(card)
    .filter((control) => !control.disabled && control.tabIndex >= 0 && !visited.has(control))
    .map(nameOf));";

/// Goes through the page until the focus has left its last card. Gives the stops on cards.
async fn walk(stage: &Stage, way: Way, last: &str) -> Result<Vec<Stop>> {
    let mut stops: Vec<Stop> = Vec::new();
    let script = format!("{RING}{STOP}");
    for _ in 0..ENOUGH {
        let keys = stage.browser.action_chain();
        let keys = match way {
            Way::On => keys.send_keys(Key::Tab + ""),
            Way::Back => keys.key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift),
        };
        keys.perform().await?;
        match ask::<Option<Stop>>(stage, &script).await? {
            Some(stop) => stops.push(stop),
            None if stops.last().is_some_and(|stop| stop.card == last) => return Ok(stops),
            None => {}
        }
    }
    anyhow::bail!("after {ENOUGH} keys the focus is still before the end: {:?}", stops.last())
}

#[tokio::test]
async fn tab_comes_to_everything_in_the_order_of_reading_and_is_seen() -> Result<()> {
    on_stage(stage().viewport(400, 700), async |stage| {
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            let stops = walk(stage, Way::On, "card-bar").await?;
            let missed: Vec<String> = ask(stage, MISSED).await?;
            ensure!(missed.is_empty(), "{language}: Tab does not come to {missed:?}");

            let mut wrong = Vec::new();
            for stop in &stops {
                let faults = stop.faults.iter();
                wrong.extend(faults.map(|fault| format!("{language}: {}: {fault}", stop.name)));
            }
            for pair in stops.windows(2) {
                let [before, after] = pair else { continue };
                if before.card == after.card && !after.follows(before) {
                    wrong.push(format!("{language}: {before:?}, then {after:?}"));
                }
            }
            ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
        Ok(())
    })
    .await
}

/// The way back is the same, and leads out of each card, too.
#[tokio::test]
async fn shift_and_tab_go_the_same_way_back() -> Result<()> {
    on_stage(stage().viewport(400, 700), async |stage| {
        open(stage, "zh-CN", 360).await?;
        let there = walk(stage, Way::On, "card-before").await?;
        let back = walk(stage, Way::Back, "card-hero").await?;
        let names = |stops: &[Stop]| stops.iter().map(|stop| stop.name.clone()).collect::<Vec<_>>();
        let (mut there, back) = (names(&there), names(&back));
        there.reverse();
        assert_eq!(back, there);
        Ok(())
    })
    .await
}

/// The colours of a focus ring differ from theme to theme, and so does what is beside it.
#[tokio::test]
async fn the_focus_is_seen_in_every_theme_and_scheme() -> Result<()> {
    on_stage(stage(), async |stage| {
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            for theme in THEMES {
                put_on(stage, theme).await?;
                for scheme in ["light", "dark"] {
                    let faults = ring::faults(stage, scheme).await?;
                    let when = format!("{language}, {theme} {scheme}");
                    ensure!(faults.is_empty(), "{when}:\n{}", faults.join("\n"));
                }
            }
        }
        Ok(())
    })
    .await
}
