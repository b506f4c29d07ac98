//! A hundred cards on one page cost it the loading of one, and one timer.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::harness::{SCRIPTS, Stage, on_stage};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// Notes what asks the browser for a call later, and which of it is still to
/// come, except what the widget gives up again at once, and timers of the driver.
const WATCH: &str = "
    globalThis.begun = [];
    globalThis.timers = new Map();
    for (const [start, end] of [
        ['setTimeout', 'clearTimeout'],
        ['setInterval', 'clearInterval'],
        ['requestAnimationFrame', 'cancelAnimationFrame'],
        ['requestIdleCallback', 'cancelIdleCallback'],
    ]) {
        const [begin, stop] = [globalThis[start], globalThis[end]];
        globalThis[start] = (run, ...rest) => {
            if (rest[0] === OF_THE_DRIVER) return begin(run, ...rest);
            begun.push(start);
            const timer = begin((...all) => {
                if (start !== 'setInterval') timers.delete(timer);
                run(...all);
            }, ...rest);
            timers.set(timer, start);
            return timer;
        };
        globalThis[end] = (timer) => { timers.delete(timer); stop(timer); };
    }";

/// What the page's timers did while its countdowns went on.
#[derive(Debug, Deserialize)]
struct Ticking {
    /// The seconds that each card counted down.
    counted: Vec<i64>,
    /// The timers that were set meanwhile.
    begun: Vec<String>,
    /// The timers that are still to come.
    left: Vec<String>,
}

impl Ticking {
    /// Whether all cards counted the same seconds, with a timer for each tick and
    /// one to come. A tick that is late on a busy machine counts two seconds, and one
    /// that is early by a millisecond counts none and comes again.
    fn is_of_one_timer(&self) -> bool {
        let together = self.counted.windows(2).all(|two| two[0] == two[1]);
        let counted = usize::try_from(self.counted[0]).unwrap_or(0);
        let ticks = self.begun.iter().all(|begun| begun == "setTimeout");
        together
            && counted > 0
            && ticks
            && self.begun.len() <= 2 * counted
            && self.left == ["setTimeout"]
    }
}

/// Watches the cards for three seconds, from the middle of a second.
async fn ticking(stage: &Stage) -> Result<Ticking> {
    let watch = "
        const wait = (ms) => new Promise((resolve) => later(resolve, ms));
        const read = () => [...document.querySelectorAll('campaign-widget')].map((card) =>
            +card.shadowRoot.querySelector('[part=countdown]').dataset.seconds);
        return (async () => {
            await wait((1500 - Date.now() % 1000) % 1000);
            begun.length = 0;
            const before = read();
            await wait(3000);
            const now = read();
            return {
                counted: before.map((seconds, at) => seconds - now[at]),
                begun: begun.splice(0),
                left: [...timers.values()],
            };
        })();";
    stage.script(watch).await
}

#[tokio::test]
async fn a_hundred_cards_share_one_timer_and_one_loading() -> Result<()> {
    // In the page itself: the answers for a file, each with its own time, can put
    // the clocks of a hundred cards at odds where the machine is slow.
    let card = format!(
        "<campaign-widget loading=\"eager\"><script type=\"application/json\">{}</script>\
         <p>Fallback</p></campaign-widget>",
        open_campaign()
    );
    let setup = Setup::new()
        .page("/crowd.html", &card.repeat(100))
        .before_load("globalThis.later = setTimeout.bind(globalThis);")
        .before_load(&WATCH.replace("OF_THE_DRIVER", &SCRIPTS.as_millis().to_string()));
    on_stage(setup, async |stage| {
        stage.open("/crowd.html").await?;
        stage.wait_for_events("campaign-ready", &vec![json!({}); 100]).await?;
        // Each has looked at the page around it once, a moment after it was there.
        let watch = async || ticking(stage).await;
        until("a page with one timer a second", watch, Ticking::is_of_one_timer).await?;

        let mut loaded = stage.loaded().await?;
        loaded.retain(|path| path.starts_with("/campaign-widget"));
        assert_eq!(loaded.len(), 8, "{loaded:?}");

        let leave_one =
            "for (const card of [...document.querySelectorAll('campaign-widget')].slice(1))
            card.remove();";
        stage.script::<()>(leave_one).await?;
        until("one card with one timer", watch, Ticking::is_of_one_timer).await?;
        stage.script::<()>("document.querySelector('campaign-widget').remove();").await?;
        let none = ticking(stage).await?;
        assert_eq!(none.left, [] as [&str; 0], "{none:?}");
        Ok(())
    })
    .await
}
