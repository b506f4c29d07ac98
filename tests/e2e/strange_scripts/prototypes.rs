//! Pages that change what every script uses.

use anyhow::Result;
use serde_json::{Value, json};

use super::{assert_works, open};
use crate::harness::on_stage;

/// Old libraries added to prototypes what every loop then meets.
const ADDED: &str = "
    for (const kind of [Object, Array, String, Number, Function, Element, Node, Event, Promise]) {
        kind.prototype.extra = function () { return 'extra'; };
    }";

/// Prototype 1.6 gave these to its kinds, and a list became a text in JSON.
const WRITES_JSON: &str = "
    for (const kind of [Array, String, Number, Date]) {
        kind.prototype.toJSON = function () { return `[${this.join?.(', ') ?? this}]`; };
    }";

/// Prototype and MooTools had methods of these names before browsers did.
const OTHER_METHODS: &str = "
    Element.prototype.remove = function () { return this.parentNode?.removeChild(this) ?? this; };
    Element.prototype.closest = function (selector) {
        for (let at = this; at; at = at.parentElement) if (at.matches(selector)) return at;
        return null;
    };
    Element.prototype.append = function (...all) {
        all.forEach((one) => this.appendChild(
            typeof one === 'string' ? document.createTextNode(one) : one));
        return this;
    };
    const matches = Element.prototype.matches;
    Element.prototype.matches = function (selector) { return matches.call(this, selector); };
    Function.prototype.bind = function (self, ...first) {
        const bound = this;
        return function (...rest) { return bound.apply(self, [...first, ...rest]); };
    };
    Array.from = (list, map) => {
        const made = [];
        for (const one of list) made.push(map ? map(one) : one);
        return made;
    };
    Array.prototype.includes = function (sought) { return this.indexOf(sought) >= 0; };
    Array.prototype.flat = function () { return this; };";

/// Monitoring and consent tools stand between a page and its browser.
const WRAPPED: &str = "
    const seen = globalThis.seen = [];
    const wrap = (owner, name) => {
        const inner = owner[name];
        owner[name] = function (...all) { seen.push(name); return inner.apply(this, all); };
    };
    wrap(globalThis, 'fetch');
    wrap(EventTarget.prototype, 'addEventListener');
    wrap(EventTarget.prototype, 'removeEventListener');
    wrap(EventTarget.prototype, 'dispatchEvent');
    wrap(Element.prototype, 'attachShadow');
    wrap(Storage.prototype, 'setItem');
    wrap(History.prototype, 'pushState');
    wrap(globalThis, 'setTimeout');
    wrap(console, 'error');
    const Own = Promise;
    globalThis.Promise = class Promise extends Own {
        then(...all) { seen.push('then'); return super.then(...all); }
    };";

#[tokio::test]
async fn a_page_that_adds_to_every_prototype() -> Result<()> {
    on_stage(open().before_load(ADDED), async |stage| {
        assert_works(&stage.open_card().await?).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_has_every_value_write_its_own_json() -> Result<()> {
    on_stage(open().before_load(WRITES_JSON), async |stage| {
        let card = stage.open_card().await?;
        assert_works(&card).await?;
        let entries = card.entries().await?;
        let draft = card.draft().await?;
        let card = stage.reload().await?;
        assert_eq!(card.entries().await?, entries);
        card.wait_for_draft(&draft).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_brings_methods_of_its_own() -> Result<()> {
    on_stage(open().before_load(OTHER_METHODS), async |stage| {
        assert_works(&stage.open_card().await?).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_stands_between_the_widget_and_the_browser() -> Result<()> {
    on_stage(open().before_load(WRAPPED), async |stage| {
        let card = stage.open_card().await?;
        assert_works(&card).await?;
        let seen: Vec<String> = stage.script("return [...new Set(seen)];").await?;
        for name in ["fetch", "addEventListener", "dispatchEvent", "setItem"] {
            assert!(seen.iter().any(|seen| seen == name), "{name} is not among {seen:?}");
        }
        assert_eq!(stage.heard("campaign-error").await?, [] as [Value; 0]);
        stage.wait_for_events("campaign-phase", &[json!({ "phase": "open" })]).await
    })
    .await
}
