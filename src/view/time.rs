//! The widget's clock.

use chrono::{DateTime, Utc};
use gloo_events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::inputs::Inputs;
use crate::browser::device;
use crate::browser::fetch::{self, Cancel};
use crate::browser::ticker::Tick;
use crate::campaign::{Clock, Reading};

/// The true time, as well as the page can know it.
#[derive(Clone, Copy)]
pub struct Time {
    /// Set once a second, and whenever the clock is corrected.
    pub now: RwSignal<DateTime<Utc>>,
    /// Whether the clock shows a moment that the page's author chose.
    pub preview: Signal<bool>,
    clock: StoredValue<Clock>,
}

impl Time {
    /// Starts the clock: from `preview-at`, else from `server-now`, else from
    /// the device until [`Time::synchronise`] corrects it.
    pub fn start(inputs: Inputs) -> Time {
        let clock = Memo::new(move |_| starting_clock(inputs));
        let time = Time {
            now: RwSignal::new(clock.get_untracked().now(device::reading())),
            preview: Signal::derive(move || inputs.preview_at.get().is_some()),
            clock: StoredValue::new(clock.get_untracked()),
        };
        Effect::new(move |_| {
            time.clock.set_value(clock.get());
            time.now.set(time.exactly());
        });

        let tick = Tick::start(move || {
            let now = time.exactly();
            let _ = time.now.try_set(now);
            1000 - now.timestamp_subsec_millis().min(999)
        });
        keep(tick);
        time.resynchronise_on_return(inputs);
        time
    }

    /// The time at this very moment.
    pub fn exactly(&self) -> DateTime<Utc> {
        let reading = device::reading();
        self.clock.try_with_value(|clock| clock.now(reading)).unwrap_or_default()
    }

    /// Corrects the clock by the server's time, unless the page gave one.
    pub fn synchronise(&self, inputs: Inputs, server: DateTime<Utc>) {
        let given = inputs.preview_at.try_get_untracked().flatten().is_some()
            || inputs.server_now.try_get_untracked().flatten().is_some();
        if !given {
            let reading = device::reading();
            let _ = self.clock.try_update_value(|clock| clock.synchronise(server, reading));
            let _ = self.now.try_set(self.exactly());
        }
    }

    /// The device may have slept while the page was out of view.
    fn resynchronise_on_return(self, inputs: Inputs) {
        let Some(window) = web_sys::window() else { return };
        let Some(document) = window.document() else { return };
        let asking = StoredValue::new_local(None);
        let back = move || {
            let woke = self.clock.try_update_value(|clock| clock.wake(device::reading()));
            let source = inputs.src.try_get_untracked().flatten();
            if let (Some(true), Some(source), Some(cancel)) = (woke, source, Cancel::new()) {
                let token = cancel.token();
                let _ = asking.try_set_value(Some(cancel));
                spawn_local(async move {
                    if let Some(server) = fetch::time_of_server(&source, token).await {
                        self.synchronise(inputs, server);
                    }
                });
            }
        };
        let shown = EventListener::new(&window, "pageshow", move |_| back());
        let visible = {
            let document = document.clone();
            EventListener::new(&document.clone(), "visibilitychange", move |_| {
                if !document.hidden() {
                    back();
                }
            })
        };
        keep((shown, visible));
    }
}

fn starting_clock(inputs: Inputs) -> Clock {
    let reading = device::reading();
    if let Some(instant) = inputs.preview_at.get() {
        return Clock::showing(instant, reading);
    }
    let mut clock = Clock::of_device(reading);
    if let Some((server, at)) = inputs.server_now.get() {
        let then = Reading { wall: reading.wall - (reading.monotonic - at), monotonic: at };
        clock.synchronise(Clock::showing(server, then).now(reading), reading);
    }
    clock
}

/// Keeps a timer or a listener until the component that calls this is gone.
pub fn keep<T: 'static>(guard: T) {
    StoredValue::new_local(guard);
}
