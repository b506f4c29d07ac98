//! The browser's URL parser gives what the native suites assume.

use campaign_widget::browser::address;
use campaign_widget::campaign::Platform;
use campaign_widget::link::{UrlParts, find};
use wasm_bindgen_test::wasm_bindgen_test;

/// As the native suites read addresses.
fn natively(text: &str) -> Option<UrlParts> {
    let url = url::Url::parse(text).ok()?;
    Some(UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str()?.to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        has_credentials: !url.username().is_empty() || url.password().is_some(),
    })
}

#[wasm_bindgen_test]
fn an_address_reads_as_it_does_natively() {
    for address in [
        "https://x.com/gate_user/status/1941067044198711296",
        "HTTPS://WWW.X.COM/Gate_User/status/1?s=20#top",
        "http://x.com:80/a",
        "https://x.com:8443/a",
        "https://x.com:443/a",
        "https://user:pass@x.com/a",
        "https://user@x.com/a",
        "https://:pass@x.com/a",
        "https://x.com@example.com/a",
        "https://x.com\\@example.com/a",
        "https://xn--fiqs8s.com/a",
        "https://ẍ.com/a",
        "https://x。com/a",
        "https://X.com/a",
        "https://x.com./a",
        "https://x.com/a/../b/./c",
        "https://x.com/%61/中文 b",
        "https:x.com/a",
        "https://x.com",
        "https://192.168.1/a",
        "https://0x7f.1/a",
        "https://[::1]:3000/a",
        "https://x.com:99999/a",
        "https://",
        "x.com/a",
        "",
        "  https://x.com/a\n",
        "ht\ttps://x.com/a",
    ] {
        assert_eq!(address::parse(address), natively(address), "{address:?}");
    }
}

#[wasm_bindgen_test]
fn every_link_of_the_table_reads_as_it_does_natively() {
    let platforms = [Platform::X, Platform::Gate];
    for row in include_str!("../fixtures/link/links.tsv").lines().skip(1) {
        let pasted = row.split('\t').next().unwrap_or_default();
        let here = find(pasted, address::parse, &platforms);
        assert_eq!(here, find(pasted, natively, &platforms), "{pasted:?}");
    }
}

#[wasm_bindgen_test]
fn text_is_encoded_for_a_query() {
    assert_eq!(address::encode("#一 a&b+c%\n"), "%23%E4%B8%80%20a%26b%2Bc%25%0A");
}
