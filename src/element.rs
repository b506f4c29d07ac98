//! What `element.js` calls.

use any_spawner::Executor;
use js_sys::JsString;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::attributes::Attributes;
use crate::app::chunks::Chunks;
use crate::app::language;
use crate::browser::fetch::EarlyFile;
use crate::browser::host::Host;
use crate::browser::loader::Loader;
use crate::browser::{active_card, style};
use crate::view::widget;

/// One mounted card; freeing it takes the card down with its timers,
/// listeners and requests.
#[wasm_bindgen]
pub struct Card {
    number: u32,
    attributes: Attributes,
    _scope: Owner,
}

/// Draws a card into the element's shadow root. `server_now_at` is the
/// monotonic time, in milliseconds, at which the attribute `server-now` was
/// true; `number` is what [`active_card()`] calls this card. `campaign` is the
/// campaign file that is on its way already; `languages` are the tags that are asked for,
/// by spaces, and `early` is the file of the best of them with the sentences of the
/// countdown.
#[wasm_bindgen]
pub fn mount(
    element: HtmlElement,
    server_now_at: f64,
    number: u32,
    campaign: Option<EarlyFile>,
    loader: Loader,
    languages: &str,
    early: String,
) -> Option<Card> {
    // It is there already from the second card on.
    let _ = Executor::init_wasm_bindgen();
    active_card::run_as(number);
    let language = language::read(early, None);
    let host = Host::new(element);
    let root = host.root()?;
    // Leptos replaces views in elements alone, which a shadow root is not. Those
    // that another document makes, such as that of a frame, are of another kind.
    let parent = web_sys::window()?.document()?.create_element("div").ok()?;
    let parent: HtmlElement = parent.dyn_into().ok()?;
    root.append_child(&parent).ok()?;
    let scope = Owner::new();
    let attributes =
        scope.with(|| Attributes::of(host, server_now_at, campaign, language, Chunks::new(loader)));
    attributes.languages_changed(languages, language);
    scope.with(|| widget::draw(attributes, parent));
    Some(Card { number, attributes, _scope: scope })
}

/// The style sheet that the shadow root of each card adopts.
#[wasm_bindgen(js_name = styleSheet)]
pub fn style_sheet() -> JsString {
    style::CARD.into()
}

/// The number of the card whose code runs, or ran last. After a trap, this is
/// the one call that still means something.
#[wasm_bindgen]
pub fn active_card() -> u32 {
    active_card::running()
}

#[wasm_bindgen]
impl Card {
    /// Tells that an attribute of the element changed.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str, server_now_at: f64) {
        self.run(|attributes| attributes.attribute_changed(name, server_now_at));
    }

    /// Tells which languages are asked for now, and gives the files of the best of them.
    pub fn speak(&self, languages: &str, early: String, forms: String) {
        let language = language::read(early, Some(forms));
        self.run(|attributes| attributes.languages_changed(languages, language));
    }

    /// Tells that the element's property `campaign` changed.
    #[wasm_bindgen(js_name = campaignChanged)]
    pub fn campaign_changed(&self) {
        self.run(|attributes| attributes.campaign.set(()));
    }

    /// Tells how many chunks of the module have been loaded.
    #[wasm_bindgen(js_name = chunksLoaded)]
    pub fn chunks_loaded(&self, loaded: u32) {
        self.run(|attributes| attributes.chunks.note_loaded(loaded));
    }

    /// Tells that the card is near the view.
    #[wasm_bindgen(js_name = nearView)]
    pub fn near_view(&self) {
        self.run(|attributes| attributes.chunks.note_near());
    }

    /// Tells that the next chunk cannot be loaded.
    #[wasm_bindgen(js_name = chunkMissing)]
    pub fn chunk_missing(&self) {
        self.run(|attributes| attributes.chunks.note_missing());
    }

    /// A page may change one card while the code of another one runs.
    fn run(&self, change: impl FnOnce(&Attributes)) {
        let running = active_card::running();
        active_card::run_as(self.number);
        change(&self.attributes);
        active_card::run_as(running);
    }
}
