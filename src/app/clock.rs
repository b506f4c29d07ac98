//! The widget's clock.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{DateTime, Utc};

use super::attributes::{Attributes, Times};
use crate::browser::device;
use crate::browser::fetch::{self, Cancel};
use crate::browser::page::{self, Stage};
use crate::browser::ticker::Tick;
use crate::time::{Clock, Reading};
use crate::ui::reactive::{Slot, effect, start};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::stored_value::StoredValue;

/// The true time, as well as the page can know it.
#[derive(Clone, Copy)]
pub struct CardClock {
    /// Set once a second, and whenever the clock is corrected.
    pub now: RwSignal<DateTime<Utc>>,
    /// Whether the clock shows a moment that the page's author chose.
    pub preview: Memo<bool>,
    clock: StoredValue<Clock>,
}

impl CardClock {
    /// Starts the clock: from `preview-at`, else from `server-now`, else from
    /// the device until [`CardClock::synchronise`] corrects it.
    pub fn start(attributes: Attributes) -> CardClock {
        let clock = attributes.times.with_untracked(starting_clock);
        let time = CardClock {
            now: RwSignal::new(clock.now(device::reading())),
            // Other times may be set again without it.
            preview: Memo::new(move |_| {
                attributes.times.with(|times| times.preview_at().is_some())
            }),
            clock: StoredValue::new(clock),
        };
        let mut is_first = true;
        effect(move || {
            attributes.times.track();
            if !std::mem::take(&mut is_first) {
                time.clock.try_set_value(attributes.times.with(starting_clock));
                time.now.set(time.exactly());
            }
        });

        let tick = Tick::start(move || {
            let now = time.exactly();
            time.now.try_set(now);
            1000 - now.timestamp_subsec_millis().min(999)
        });
        Slot::here().keep(tick);
        time.make_up_for_sleep(attributes);
        time
    }

    /// The time at this very moment.
    pub fn exactly(&self) -> DateTime<Utc> {
        let reading = device::reading();
        self.clock.try_with_value(|clock| clock.now(reading)).unwrap_or_default()
    }

    /// Corrects the clock by the server's time, unless the page gave one.
    pub fn synchronise(&self, attributes: Attributes, server: DateTime<Utc>) {
        let is_given = |times: &Times| times.preview_at().is_some() || times.server_now().is_some();
        if attributes.times.try_with_untracked(is_given) == Some(false) {
            let reading = device::reading();
            let _ = self.clock.try_update_value(|clock| clock.synchronise(server, reading));
            self.now.try_set(self.exactly());
        }
    }

    /// The device may have slept. Its wall clock is the best guess of how long,
    /// until the server says; asked again at each return until it has, for a
    /// network takes longer to come back.
    fn make_up_for_sleep(self, attributes: Attributes) {
        let asking = Slot::here();
        let is_guess = Rc::new(Cell::new(false));
        let back = move || {
            if self.clock.try_update_value(|clock| clock.wake(device::reading())) == Some(true) {
                is_guess.set(true);
            }
            let source = attributes.src.try_get_untracked().flatten();
            if let (true, Some(source), Some(cancel)) = (is_guess.get(), source, Cancel::new()) {
                let (token, is_guess) = (cancel.token(), is_guess.clone());
                asking.keep(cancel);
                start(async move {
                    if let Some(server) = fetch::time_of_server(&source, token).await {
                        self.synchronise(attributes, server);
                        is_guess.set(false);
                    }
                });
            }
        };
        Slot::here().keep(page::on(Stage::Clock, back));
    }
}

fn starting_clock(times: &Times) -> Clock {
    let reading = device::reading();
    if let Some(instant) = times.preview_at() {
        return Clock::showing(instant, reading);
    }
    let mut clock = Clock::of_device(reading);
    if let Some((server, at)) = times.server_now() {
        let then = Reading { wall: reading.wall - (reading.monotonic - at), monotonic: at };
        clock.synchronise(Clock::showing(server, then).now(reading), reading);
    }
    clock
}
