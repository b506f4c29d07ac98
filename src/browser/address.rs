//! Web addresses, parsed by the browser.

use web_sys::Url;

use crate::link::UrlParts;

/// Parses an address by the URL Standard.
pub fn parse(address: &str) -> Option<UrlParts> {
    let url = Url::new(address).ok()?;
    Some(UrlParts {
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        host: url.hostname(),
        port: url.port().parse().ok().and_then(|port: u32| port.try_into().ok()),
        path: url.pathname(),
        has_credentials: !url.username().is_empty() || !url.password().is_empty(),
    })
}

/// Opens an address in a new tab without access to this page.
pub fn open(address: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.open_with_url_and_target_and_features(address, "_blank", "noopener");
    }
}

/// Percent-encodes text for a query, as `encodeURIComponent` does.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
