//! How long a key takes in the browser: from the press until the card is laid
//! out anew.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::card::Card;
use crate::harness::on_stage;
use crate::press::PRESS;
use crate::setup::{Setup, open_campaign};

/// What is repeated up to a size.
const TEXTS: [(&str, &str); 3] = [
    ("Chinese", "今天第一次在Gate买了TSLAx，成交很快，手续费也低。夜里也能交易，真的很方便！\n"),
    ("English", "I bought my first xStock on Gate today; it's quick, and the fee is low (0.1%).\n"),
    ("emoji", "👍🏽很快！👨‍👩‍👧‍👦🇨🇳 1️⃣ 成交了❤️\n"),
];

const SIZES: [usize; 4] = [280, 2_500, 25_000, 100_000];

/// How many keys are pressed for a figure.
const KEYS: usize = 40;

/// A field that nobody listens to, for what the browser itself takes.
const PLAIN_FIELD: &str = "
    const plain = document.createElement('textarea');
    plain.id = 'plain';
    plain.rows = 5;
    plain.style.width = '100%';
    document.body.append(plain);";

/// Presses keys at the end of the draft, or behind a space in its middle.
const PRESS_THERE: &str = "
    const root = plain ? document : element.shadowRoot;
    const area = root.querySelector(plain ? '#plain' : '[part=draft]');
    const { length } = area.value;
    const half = Math.floor(length / 2);
    const toSpace = () => area.value.slice(half).search(/\\s/) + 1;
    const at = inTheMiddle ? half + toSpace() : length;
    return press(area, plain ? area : element, at, keys);";

/// Prints a table of how long a key takes.
///
/// # Errors
///
/// When a key is lost.
pub async fn measure() -> Result<()> {
    println!("Milliseconds from a key to the next layout, and in a field without a card:\n");
    println!(
        "{:<10}{:>10}  {:<8}{:>8}{:>8}{:>14}{:>8}",
        "text", "characters", "typed", "median", "95 %", "field: median", "95 %"
    );
    let setup =
        Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup.viewport(360, 800), async |stage| {
        let card = stage.open_card().await?;
        card.script::<()>(PLAIN_FIELD).await?;
        for (name, part) in TEXTS {
            for size in SIZES {
                let text: String = part.chars().cycle().take(size).collect();
                for (place, in_the_middle) in [("end", false), ("middle", true)] {
                    fill(&card, &text).await?;
                    let [median, most] = pressed(&card, in_the_middle, false).await?;
                    let [plain_median, plain_most] = pressed(&card, in_the_middle, true).await?;
                    println!(
                        "{name:<10}{size:>10}  {place:<8}{median:>8.1}{most:>8.1}{plain_median:>14.1}{plain_most:>8.1}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

/// Puts `text` into both fields. As a command it would take the browser minutes
/// to insert so many lines.
async fn fill(card: &Card, text: &str) -> Result<()> {
    let fill = format!(
        "const draft = element.shadowRoot.querySelector('[part=draft]');
        document.querySelector('#plain').value = draft.value = {};
        draft.dispatchEvent(new Event('input', {{ bubbles: true }}));",
        json!(text)
    );
    card.script(&fill).await
}

/// The median and the 95th percentile of the milliseconds that a key takes.
async fn pressed(card: &Card, in_the_middle: bool, plain: bool) -> Result<[f64; 2]> {
    let before = card.draft().await?.len();
    let press = format!(
        "const plain = {}, inTheMiddle = {}, keys = {}; {PRESS} {PRESS_THERE}",
        json!(plain),
        json!(in_the_middle),
        json!(KEYS)
    );
    let mut times: Vec<f64> = card.script(&press).await?;
    let written = card.draft().await?.len() - before;
    ensure!(times.len() == KEYS && written == if plain { 0 } else { KEYS }, "a key is lost");
    times.sort_by(f64::total_cmp);
    Ok([times[KEYS / 2], times[KEYS * 95 / 100]])
}
