//! Scripts of the tests in the page.

use anyhow::Result;
use serde_json::Value;
use xtask::surface::Element;

use crate::setup::Setup;

/// Notes what the widget tells the page (EVENTS, as the manifest lists them), and
/// which windows it opens instead of opening them.
const WATCH: &str = "
    globalThis.heard = [];
    for (const name of EVENTS) {
        addEventListener(name, ({ type, target, detail }) =>
            heard.push({ name: type, from: target.id, detail }));
    }
    globalThis.opened = [];
    globalThis.open = (address) => { opened.push(String(address)); return null; };";

/// Notes what the page complains of, where no log of the console can be had.
pub const COMPLAIN: &str = "
    globalThis.complaints = [];
    const say = console.error;
    console.error = (...said) => { complaints.push(said.join(' ')); say.apply(console, said); };
    addEventListener('error', ({ message }) => complaints.push(message ?? 'a file'));
    addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        complaints.push(`Content Security Policy: ${effectiveDirective} ${blockedURI}`));";

/// What runs in every page of a test before anything else.
pub fn before_load(setup: &Setup) -> Result<Vec<String>> {
    let events = Element::read()?.events.into_iter().map(|event| event.name);
    let watch = WATCH.replace("EVENTS", &events.collect::<Value>().to_string());
    Ok([&[watch], &*setup.scripts].concat())
}

/// The body of a script of a test, which shares its variables with the page: Firefox gives
/// each one a global object of its own, in front of the page's.
pub fn in_the_page(script: &str) -> String {
    format!("with (window) {{ const globalThis = window; {script} }}")
}
