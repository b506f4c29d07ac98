//! A page object: an element with a card in its shadow root.

use campaign_widget::browser::loader::Loader;
use campaign_widget::campaign::choose;
use campaign_widget::element::{Card, mount};
use campaign_widget::language::{FILES, File, PSEUDO};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/tests/web/browser.js")]
extern "C" {
    fn make(file: &str, language: &str) -> HtmlElement;
    fn loader() -> Loader;
    fn count(element: &HtmlElement, name: &str) -> u32;
    fn text(element: &HtmlElement, name: &str) -> Option<String>;
    fn data(element: &HtmlElement, name: &str, key: &str) -> Option<String>;
    fn rule(element: &HtmlElement, rule: &str) -> Option<String>;
    fn inside(element: &HtmlElement) -> String;
    fn heard(element: &HtmlElement) -> String;
    fn untranslated(element: &HtmlElement) -> String;
    fn press(element: &HtmlElement, name: &str, index: u32);
    #[wasm_bindgen(js_name = "type")]
    fn type_into(element: &HtmlElement, name: &str, text: &str);
    fn write(element: &HtmlElement, name: &str, text: &str);
    fn attribute(element: &HtmlElement, name: &str, key: &str) -> Option<String>;
    fn value(element: &HtmlElement, name: &str) -> Option<String>;
    fn remove(element: &HtmlElement);
}

/// How often a condition is looked at, in milliseconds, and how often at most.
const BETWEEN_LOOKS: u32 = 20;
const LOOKS: u32 = 1_000;

/// An element with a card, taken off the page when dropped.
pub struct Page {
    element: HtmlElement,
    card: Option<Card>,
}

impl Page {
    /// Mounts a card of an inline campaign file near the view, and waits for its
    /// countdown.
    pub async fn with(file: &str, language: &str) -> Page {
        let element = make(file, language);
        let early = files(language).early.to_owned();
        let card = mount(element.clone(), 0.0, 1, None, loader(), language, early);
        assert!(card.is_some(), "no card was mounted");
        // The module of the tests is in one piece.
        card.iter().for_each(|card| speak(card, language));
        card.iter().for_each(|card| card.chunks_loaded(2));
        card.iter().for_each(Card::near_view);
        let page = Page { element, card };
        page.until("a countdown", || page.count("countdown") == 1).await;
        page
    }

    /// The element that carries the card.
    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    /// Waits for something that happens by itself.
    pub async fn until(&self, what: &str, met: impl Fn() -> bool) {
        for _ in 0..LOOKS {
            if met() {
                return;
            }
            TimeoutFuture::new(BETWEEN_LOOKS).await;
        }
        panic!("waited for {what}, and saw: {}", self.inside());
    }

    /// How many parts have a name.
    pub fn count(&self, part: &str) -> u32 {
        count(&self.element, part)
    }

    /// The text of the first part of a name.
    pub fn text(&self, part: &str) -> String {
        text(&self.element, part).unwrap_or_default()
    }

    /// A `data-*` of the first part of a name, by its name in `dataset`.
    pub fn data(&self, part: &str, name: &str) -> String {
        data(&self.element, part, name).unwrap_or_default()
    }

    /// The state of a rule.
    pub fn rule(&self, name: &str) -> String {
        rule(&self.element, name).unwrap_or_default()
    }

    /// All text in the shadow root.
    pub fn inside(&self) -> String {
        inside(&self.element)
    }

    /// What the card says in no language, if its own is the one that nobody speaks.
    pub fn untranslated(&self) -> String {
        untranslated(&self.element)
    }

    /// The events so far, one a line, each with its details.
    pub fn heard(&self) -> String {
        heard(&self.element)
    }

    /// Presses one of the parts of a name.
    pub fn press(&self, part: &str, index: u32) {
        press(&self.element, part, index);
    }

    /// Puts a text into a field as typing does.
    pub fn type_into(&self, part: &str, text: &str) {
        type_into(&self.element, part, text);
    }

    /// Puts a text into a field without a word, as dictation, password managers,
    /// extensions and scripts do.
    pub fn write_into(&self, part: &str, text: &str) {
        write(&self.element, part, text);
    }

    /// An attribute of the first part of a name.
    pub fn attribute(&self, part: &str, name: &str) -> String {
        attribute(&self.element, part, name).unwrap_or_default()
    }

    /// The text of a field.
    pub fn value(&self, part: &str) -> String {
        value(&self.element, part).unwrap_or_default()
    }

    /// Changes an attribute, and tells the card as the custom element does.
    pub fn set(&self, attribute: &str, value: &str) {
        self.element.set_attribute(attribute, value).unwrap();
        if let Some(card) = &self.card {
            match attribute {
                "lang" => speak(card, value),
                _ => card.attribute_changed(attribute, 0.0),
            }
        }
    }

    /// Takes the card down; the element stays.
    pub fn unmount(&mut self) {
        self.card = None;
    }
}

/// The files of the language that a card speaks where this one is wanted.
fn files(wanted: &str) -> &'static File {
    let all: Vec<&File> = FILES.iter().chain([&PSEUDO]).collect();
    let tags: Vec<&str> = all.iter().map(|file| file.tag).collect();
    let best = choose(&[wanted, "en"], &tags).unwrap();
    all.into_iter().nth(best).unwrap()
}

fn speak(card: &Card, language: &str) {
    let File { early, forms, .. } = *files(language);
    card.speak(language, early.to_owned(), forms.to_owned());
}

impl Drop for Page {
    fn drop(&mut self) {
        self.card = None;
        remove(&self.element);
    }
}
