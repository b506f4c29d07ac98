//! What the browser knows about text.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::campaign::Unit;

/// Unicode Normalization Form C, UAX #15.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { JsString::from(text).normalize("NFC").into() }
}

/// A language's name for itself: `中文（中国）` for `zh-CN`; the tag where the
/// browser knows none.
pub fn language_name(tag: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(&Array::of1(&tag.into()), &options)
        .and_then(|names| names.of(tag))
        .ok()
        .and_then(|name| name.dyn_into::<JsString>().ok())
        .map_or_else(|| tag.to_owned(), String::from)
}

/// The parts of `text` by UAX #29, as a [`Segmenter`](crate::draft::Segmenter)
/// returns them. The browser also knows the words of scripts that are written
/// without spaces, such as Thai.
pub fn segments(text: &str, unit: Unit) -> Vec<usize> {
    let segments = match unit {
        Unit::Characters => CLUSTERS.with(|clusters| clusters.segment(text)),
        Unit::Words => {
            // Browsers part words at a colon, where UAX #29 does not (CLDR takes
            // it out of MidLetter, for Finnish and Swedish have it there).
            let plain = |c| if matches!(c, ':' | '﹕' | '：') { '·' } else { c };
            let text_for_it: String = text.chars().map(plain).collect();
            WORDS.with(|words| words.segment(&text_for_it))
        }
    };
    lengths(text, &Array::from(&segments))
}

/// The lengths in bytes of `segments`, which make up `text`.
fn lengths(text: &str, segments: &Array) -> Vec<usize> {
    let mut rest = text.chars();
    let length = |segment: JsValue| {
        let mut units = segment.unchecked_into::<SegmentData>().segment().length() as usize;
        let before = rest.as_str().len();
        while units > 0 {
            units = rest.next().map_or(0, |c| units.saturating_sub(c.len_utf16()));
        }
        before - rest.as_str().len()
    };
    segments.iter().map(length).collect()
}

thread_local! {
    static CLUSTERS: Segmenter = Segmenter::by("grapheme");
    static WORDS: Segmenter = Segmenter::by("word");
}

impl Segmenter {
    /// In English, so that a text is counted alike wherever it is written.
    fn by(granularity: &str) -> Self {
        let options = Object::new();
        let _ = Reflect::set(&options, &"granularity".into(), &granularity.into());
        Segmenter::new("en", &options)
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Segmenter;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;

    type SegmentData;
    #[wasm_bindgen(method, getter)]
    fn segment(this: &SegmentData) -> JsString;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}
