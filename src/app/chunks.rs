//! The chunks of the module that come after the countdown.

use crate::browser::loader::Loader;
use crate::browser::style;
use crate::ui::signal::{RwSignal, Signal};
use crate::ui::stored_value::StoredValue;

/// A chunk, in the order in which they come.
#[derive(Clone, Copy)]
pub enum Chunk {
    /// Writing and sharing a post.
    Composer,
    /// Submitting its link.
    Links,
}

/// What has come of the chunks.
#[derive(Clone, Copy)]
pub struct Chunks {
    loaded: RwSignal<u32>,
    /// Whether the card is or was near the view.
    is_near: RwSignal<bool>,
    is_missing: RwSignal<bool>,
    loader: StoredValue<Loader>,
}

impl Chunks {
    /// None has come yet.
    pub fn new(loader: Loader) -> Chunks {
        Chunks {
            loaded: RwSignal::new(0),
            is_near: RwSignal::new(false),
            is_missing: RwSignal::new(false),
            loader: StoredValue::new(loader),
        }
    }

    /// Notes that so many have come.
    pub fn note_loaded(&self, loaded: u32) {
        self.loaded.set(loaded);
    }

    /// Notes that the card is near the view, where its forms are drawn.
    pub fn note_near(&self) {
        self.is_near.set(true);
    }

    /// Notes that the next one cannot be loaded.
    pub fn note_missing(&self) {
        self.is_missing.set(true);
    }

    /// Whether this one has come.
    pub fn has(self, chunk: Chunk) -> Signal<bool> {
        Signal::derive(move || self.loaded.get() > chunk as u32)
    }

    /// Whether this one has come, and what it is for is to be drawn.
    pub fn draws(self, chunk: Chunk) -> Signal<bool> {
        let has = self.has(chunk);
        Signal::derive(move || self.is_near.get() && has.get())
    }

    /// Whether room is to be kept for this one.
    pub fn awaits(self, chunk: Chunk) -> Signal<bool> {
        let draws = self.draws(chunk);
        Signal::derive(move || !draws.get() && !self.is_missing.get())
    }

    /// Whether some cannot be loaded.
    pub fn are_missing(self) -> Signal<bool> {
        self.is_missing.into()
    }

    /// Loads those that are missing.
    pub fn load_missing(&self) {
        if self.is_missing.try_get_untracked() == Some(true) {
            self.is_missing.set(false);
            self.loader.try_with_value(Loader::load_chunks);
        }
    }

    /// Has the card speak the language that the reader chose for the campaign, if it can.
    pub fn prefer(&self, tag: &str) {
        self.loader.try_with_value(|loader| loader.prefer(tag));
    }

    /// Adds the style of what comes after the countdown.
    pub fn dress(&self) {
        self.loader.try_with_value(|loader| loader.dress(style::FORMS));
    }
}
