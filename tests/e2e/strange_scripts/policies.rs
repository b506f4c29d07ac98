//! Pages whose policy lets scripts do little.

use anyhow::Result;
use xtask::site::pages::Extra;

use super::{CARD, assert_works};
use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};

/// No policy that would make a string into markup or a script can be made.
const NO_TYPES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     connect-src 'self' https://questionnaire.example; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// Scripts are told by a nonce, and not by where they come from.
const NONCE: &str = "default-src 'none'; script-src 'nonce-bm9uY2U' 'wasm-unsafe-eval'; \
     connect-src 'self' https://questionnaire.example; require-trusted-types-for 'script'";

/// The same, and whom such a script loads is trusted, too.
const STRICT_DYNAMIC: &str = "default-src 'none'; \
     script-src 'nonce-bm9uY2U' 'strict-dynamic' 'wasm-unsafe-eval'; \
     connect-src 'self' https://questionnaire.example; require-trusted-types-for 'script'";

#[tokio::test]
async fn a_page_that_allows_no_trusted_type() -> Result<()> {
    let setup = Setup::new().campaign(&open_campaign()).page("/card.html", CARD).policy(NO_TYPES);
    on_stage(setup, async |stage| assert_works(&stage.open_card().await?).await).await
}

#[tokio::test]
async fn a_page_that_tells_its_scripts_by_a_nonce() -> Result<()> {
    on_stage(with_nonce(NONCE), async |stage| assert_works(&stage.open_card().await?).await).await
}

#[tokio::test]
async fn a_page_that_trusts_what_its_scripts_load() -> Result<()> {
    let setup = with_nonce(STRICT_DYNAMIC);
    on_stage(setup, async |stage| assert_works(&stage.open_card().await?).await).await
}

fn with_nonce(policy: &'static str) -> Setup {
    let page = format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>Card</title>\
         <script type=\"module\" nonce=\"bm9uY2U\" src=\"/campaign-widget.js\"></script></head>\
         <body>{CARD}</body></html>"
    );
    Setup::new().campaign(&open_campaign()).policy(policy).file(Extra::new(
        "/card.html",
        "text/html; charset=utf-8",
        page,
    ))
}
