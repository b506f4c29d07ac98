//! What `element.js` does for a card.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The loader of one card.
    pub type Loader;

    /// Loads the chunks of the module that are missing.
    #[wasm_bindgen(method, js_name = loadChunks)]
    pub fn load_chunks(this: &Loader);

    /// Prefers a language: the reader has chosen it for the campaign.
    #[wasm_bindgen(method)]
    pub fn prefer(this: &Loader, tag: &str);

    /// Adds a style sheet to those of the card, unless it is there.
    #[wasm_bindgen(method)]
    pub fn dress(this: &Loader, sheet: &str);
}
