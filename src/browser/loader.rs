//! What `element.js` does for a card.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The loader of one card.
    pub type Loader;

    /// Loads the chunks of the module that are missing.
    #[wasm_bindgen(method, js_name = loadChunks)]
    pub fn load_chunks(this: &Loader);

    /// Adds a style sheet to those of the card, unless it is there.
    #[wasm_bindgen(method)]
    pub fn dress(this: &Loader, sheet: &str);
}
