//! What the card says while an input method composes, and what a press does that
//! ends it.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};
use crate::share::STAY;
use crate::typing::InputMethod;

/// 16 characters, with the tag behind.
const BEFORE: &str = "第一次用现货买苹果股票夜里也能成";

/// Longer than the card waits before it says a count aloud.
const SAID: Duration = Duration::from_millis(1_500);

async fn caret_behind(card: &Card, characters: usize) -> Result<()> {
    let place = format!(
        "const area = element.shadowRoot.querySelector('[part=draft]');
        area.focus();
        area.setSelectionRange({characters}, {characters});"
    );
    card.script(&place).await
}

/// What a screen reader was told last of the count.
async fn aloud(card: &Card) -> Result<String> {
    let said =
        "return element.shadowRoot.querySelector('.composer .unseen[aria-live]').textContent;";
    card.script(said).await
}

#[tokio::test]
async fn letters_of_a_pinyin_are_neither_counted_nor_told() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{BEFORE}{TAG}")).await?;
        card.wait_for_count(16).await?;
        tokio::time::sleep(SAID).await;
        let before = aloud(&card).await?;
        let rules = card.parts("rule").await?.into_iter().map(|rule| rule.text);
        let rules: Vec<String> = rules.collect();
        let weight = card.part("x-count").await?.data("weight")?.to_owned();
        assert!(before.contains("16"), "{before}");

        let method = InputMethod(stage);
        caret_behind(&card, 16).await?;
        for text in ["n", "ni", "ni h", "ni ha", "ni hao"] {
            method.compose(text).await?;
            card.wait_for_draft(&format!("{BEFORE}{text}{TAG}")).await?;
        }
        tokio::time::sleep(SAID).await;
        assert_eq!(card.count().await?, (16, 20));
        assert_eq!(aloud(&card).await?, before);
        let now: Vec<String> =
            card.parts("rule").await?.into_iter().map(|rule| rule.text).collect();
        assert_eq!(now, rules);
        assert_eq!(card.part("x-count").await?.data("weight")?, weight);
        assert_eq!(stage.heard("campaign-draft").await?, [] as [Value; 0]);
        // The text behind the field follows, or its marks would be elsewhere.
        let behind = "return element.shadowRoot.querySelector('.behind').textContent.trimEnd();";
        assert_eq!(card.script::<String>(behind).await?, format!("{BEFORE}ni hao{TAG}"));
        // And a crash loses nothing.
        let kept: String = stage.script("return JSON.stringify({ ...localStorage });").await?;
        assert!(kept.contains("ni hao"), "{kept}");

        method.commit("你好").await?;
        card.wait_for_count(18).await?;
        caret_behind(&card, 18).await?;
        method.compose("hao de").await?;
        card.wait_for_draft(&format!("{BEFORE}你好hao de{TAG}")).await?;
        method.cancel().await?;
        card.wait_for_draft(&format!("{BEFORE}你好{TAG}")).await?;
        card.wait_for_count(18).await?;
        assert_eq!(stage.heard("campaign-draft").await?, [] as [Value; 0]);
        method.compose("hao").await?;
        method.commit("好的").await?;
        card.wait_for_count(20).await?;
        stage.wait_for_events("campaign-draft", &[json!({ "passes": true })]).await
    })
    .await
}

/// A mouse, as a browser reports it.
struct Mouse<'s>(&'s Stage);

impl Mouse<'_> {
    async fn tell(&self, kind: &str, place: (f64, f64)) -> Result<()> {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({
            "type": kind, "x": place.0, "y": place.1, "button": button, "clickCount": 1,
        });
        self.0.devtools("Input.dispatchMouseEvent", event).await
    }
}

/// Where the middle of a part is in the window.
async fn middle(card: &Card, part: &str) -> Result<(f64, f64)> {
    card.script(&format!(
        "const box = element.shadowRoot.querySelector('[part~={part}]').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];"
    ))
    .await
}

/// Once something is composed to the end, no time passes for the card: on a busy
/// machine the driver takes longer than a press.
const STOP_THE_CLOCK: &str = "
    const now = performance.now.bind(performance);
    performance.now = () => globalThis.stopped ?? now();
    addEventListener('compositionend', () => { globalThis.stopped ??= now(); }, true);";

#[tokio::test]
async fn a_press_that_lands_elsewhere_since_the_page_jumped_does_nothing() -> Result<()> {
    let setup = open().viewport(1000, 500).before_load(STOP_THE_CLOCK).before_load(STAY);
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY}{TAG}")).await?;
        card.wait_for_count(20).await?;
        let method = InputMethod(stage);
        let mouse = Mouse(stage);
        caret_behind(&card, 20).await?;
        method.compose("niha").await?;
        // The reader scrolls until the field is out of sight, and aims.
        let away = "element.shadowRoot.querySelector('[part~=new-draft]').scrollIntoView(true);
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            return element.shadowRoot.querySelector('[part=draft]').getBoundingClientRect().bottom;";
        let script = format!(
            "const done = arguments[0]; const element = document.querySelector('campaign-widget');
            (async () => {{ {away} }})().then(done);"
        );
        let bottom: f64 = stage.browser.execute_async(&script, vec![]).await?.convert()?;
        assert!(bottom < 0.0, "the field ends at {bottom}");
        let aimed = middle(&card, "new-draft").await?;
        mouse.tell("mouseMoved", aimed).await?;
        // What the press does in Chromium and WebKit before the page hears of it.
        method.commit("你好").await?;
        let up = "const top = (part) =>
                element.shadowRoot.querySelector(`[part~=${part}]`).getBoundingClientRect().top;
            scrollBy(0, top('open-compose') - top('new-draft'));";
        card.script::<()>(up).await?;
        for kind in ["mousePressed", "mouseReleased"] {
            mouse.tell(kind, aimed).await?;
        }
        let hit = format!(
            "return element.shadowRoot.elementFromPoint({}, {}).getAttribute('part');",
            aimed.0, aimed.1
        );
        assert_eq!(card.script::<String>(&hit).await?, "open-compose", "another button is there now");
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(stage.heard("campaign-share").await?, [] as [Value; 0]);
        assert_eq!(card.draft().await?, format!("{STORY}你好{TAG}"));
        // Whoever aims anew is heard.
        mouse.tell("mouseMoved", (aimed.0 + 1.0, aimed.1)).await?;
        for kind in ["mousePressed", "mouseReleased"] {
            mouse.tell(kind, aimed).await?;
        }
        stage.wait_for_events("campaign-share", &[json!({ "to": "compose" })]).await
    })
    .await
}

/// The rules change once a composition is over; the button under the press stays
/// where it is until then.
#[tokio::test]
async fn a_press_that_ends_a_composition_in_sight_arrives() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{BEFORE} ＃Gate xStocks 交易体验# #BTC")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        let method = InputMethod(stage);
        caret_behind(&card, 16).await?;
        method.compose("tai bang le").await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "fail")]).await?;
        card.wait_for_draft(&format!("{BEFORE}tai bang le {TAG} #BTC")).await
    })
    .await
}
