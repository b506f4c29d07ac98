//! Nothing on the announcement page moves while its card comes, on a slow line.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::Setup;
use crate::wait::until;

/// Bytes in a second, both ways: 1.6 Mbit/s, as on a phone far from a mast.
const LINE: u32 = 200_000;

/// What each request waits, in milliseconds.
const LATENCY: u32 = 150;

/// How the card may stand: in the middle of the campaign, and, today, after it.
const MOMENTS: [&str; 2] = ["?preview-at=2025-07-06T12:00:00%2B08:00", ""];

/// All layout shifts since the page began, by the browser's own account. It names no
/// node inside a card, which is found by where it is now.
const SHIFTS: &str = "
    const [done] = arguments;
    const inside = [...document.querySelectorAll('campaign-widget')]
        .flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')]);
    const at = ({ x, y, width }) => inside.find((element) => {
        const now = element.getBoundingClientRect();
        return [now.x - x, now.y - y, now.width - width].every((apart) => Math.abs(apart) < 2);
    });
    const name = (node, place) => {
        const found = node ?? at(place);
        if (!found) return 'in the card: something';
        const element = found.nodeType === Node.ELEMENT_NODE ? found : found.parentElement;
        const { localName, id, className } = element;
        const part = element.getAttribute('part');
        return (node ? '' : 'in the card: ') + localName + (id && `#${id}`)
            + (part ? `[part=${part}]` : className && `.${className}`);
    };
    const text = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    const told = (list) => list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)
        .map(({ value, startTime, sources }) => ({
            value,
            moved: sources.map(({ node, previousRect, currentRect }) =>
                `${name(node, currentRect)} from ${text(previousRect)} to ${text(currentRect)}`
                + ` at ${Math.round(startTime)} ms`),
        }));
    const observer = new PerformanceObserver((list) => done(told(list)));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What has happened so far is told at once, if there is something.
    setTimeout(() => done([]), 500);";

#[derive(Debug, Deserialize)]
struct Shift {
    /// How much of the view moved how far, from 0 to 1.
    value: f64,
    /// What moved, and its place before and after: left, top, width, height.
    moved: Vec<String>,
}

async fn shifts_of_a_load(stage: &Stage, page: &str) -> Result<Vec<Shift>> {
    stage.devtools("Network.enable", json!({})).await?;
    let network = json!({
        "offline": false, "latency": LATENCY,
        "downloadThroughput": LINE, "uploadThroughput": LINE,
    });
    stage.devtools("Network.emulateNetworkConditions", network).await?;
    stage.open(page).await?;
    // Without a look at the card, which would scroll to it.
    Card::at(&stage.browser, "#card").part("link").await?;
    // Its last pieces are in place.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let scrolled: f64 = stage.script("return scrollY;").await?;
    assert_eq!(scrolled, 0.0, "the page is where the reader left it");
    shifts(stage).await
}

async fn shifts(stage: &Stage) -> Result<Vec<Shift>> {
    Ok(stage.browser.execute_async(SHIFTS, vec![]).await?.convert()?)
}

async fn stays_in_place(width: u32, height: u32) -> Result<()> {
    let mut moved = Vec::new();
    for page in ["/", "/en.html"] {
        for moment in MOMENTS {
            on_stage(Setup::new().viewport(width, height), async |stage| {
                let page = format!("{page}{moment}");
                for Shift { value, moved: nodes } in shifts_of_a_load(stage, &page).await? {
                    moved.push(format!("{page}: {value:.4}: {}", nodes.join("; ")));
                }
                Ok(())
            })
            .await?;
        }
    }
    assert!(moved.is_empty(), "{}", moved.join("\n"));
    Ok(())
}

#[tokio::test]
async fn nothing_moves_on_a_phone_while_the_card_comes() -> Result<()> {
    stays_in_place(360, 740).await
}

#[tokio::test]
async fn nothing_moves_on_a_wide_page_while_the_card_comes() -> Result<()> {
    stays_in_place(1280, 800).await
}

#[tokio::test]
async fn what_moves_is_told() -> Result<()> {
    on_stage(Setup::new().viewport(360, 740), async |stage| {
        stage.open(&format!("/{}", MOMENTS[0])).await?;
        Card::at(&stage.browser, "#card").part("link").await?;
        for (place, moved) in [("body", "main"), ("#card", "in the card: ")] {
            let push = "const place = document.querySelector(arguments[0]);
                const paragraph = document.createElement('p');
                paragraph.textContent = 'This pushes all else down.';
                (place.shadowRoot?.querySelector('.card') ?? place).prepend(paragraph);";
            stage.browser.execute(push, vec![json!(place)]).await?;
            let told = async || {
                let shifts = shifts(stage).await?;
                Ok(shifts.into_iter().flat_map(|shift| shift.moved).collect::<Vec<_>>())
            };
            until(moved, told, |told| told.iter().any(|node| node.starts_with(moved))).await?;
        }
        Ok(())
    })
    .await
}
