//! When the widget cannot do its work: the page's own content is there, the
//! console says once what to change, the page is told, and other cards go on.

use std::fs;

use anyhow::{Context, Result};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_SECURITY_POLICY_REPORT_ONLY, HeaderValue};
use serde_json::{Value, json};
use xtask::names::{CORE_JS, CORE_WASM, LOADER};
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::draft::STORY;
use crate::harness::{Heard, Stage, dist, on_stage};
use crate::loader::{hash, published};
use crate::setup::{SCRIPT, Setup, open_campaign};
use crate::wait::until;

/// Two cards, neither of which will come where the widget itself fails.
fn two_cards() -> Setup {
    let card = "src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    let listen = "globalThis.said = [];
        const { error } = console;
        console.error = (...words) => { said.push(words.join(' ')); error(...words); };";
    Setup::new().campaign(&open_campaign()).page("/card.html", &cards).before_load(listen)
}

/// Both cards fail with this code, and the console says this once.
async fn assert_both_fail(stage: &Stage, code: &str, words: &[&str]) -> Result<()> {
    stage.open("/card.html").await?;
    let look = async || stage.heard("campaign-error").await;
    let errors = until("two errors", look, |heard| heard.len() == 2).await?;
    for (error, selector) in errors.iter().zip(["#a", "#b"]) {
        assert_eq!(error["code"], json!(code), "{error}");
        let message = error["message"].as_str().context("no message")?;
        for word in words {
            assert!(message.contains(word), "{message:?} does not say {word:?}");
        }
        assert!(Card::at(&stage.browser, selector).shows_fallback().await?);
    }
    let said: Vec<String> = stage.script("return said;").await?;
    assert_eq!(said.len(), 1, "{said:?}");
    Ok(())
}

/// A policy with which the widget would work but for what it names.
fn policy(script: &'static str) -> Setup {
    two_cards().policy(script).expect("Content Security Policy").expect("campaign-widget>: ")
}

#[tokio::test]
async fn a_page_that_blocks_the_script_keeps_its_content() -> Result<()> {
    let setup = two_cards().policy("script-src 'none'").expect("Content Security Policy");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let shown = "return [...document.querySelectorAll('campaign-widget > p')]
            .filter((content) => content.getClientRects().length > 0).length;";
        assert_eq!(stage.script::<u32>(shown).await?, 2);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_policy_without_wasm_is_named() -> Result<()> {
    let setup = two_cards().policy("script-src 'self'").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        assert_both_fail(stage, "load", &["script-src", "'wasm-unsafe-eval'"]).await
    })
    .await
}

#[tokio::test]
async fn a_policy_that_keeps_the_wasm_file_out_is_named() -> Result<()> {
    on_stage(policy("connect-src 'none'"), async |stage| {
        let origin = stage.site.origin();
        assert_both_fail(stage, "load", &["connect-src", &origin]).await
    })
    .await
}

/// A policy that is only tried out stops nothing, and is not to blame.
#[tokio::test]
async fn a_policy_that_only_reports_is_not_taken_for_the_cause() -> Result<()> {
    let name = published(CORE_WASM)?;
    let gone = Extra::new(&format!("/{name}"), "text/plain", "gone");
    let setup = two_cards()
        .file(gone.status(StatusCode::NOT_FOUND))
        .header(
            CONTENT_SECURITY_POLICY_REPORT_ONLY,
            HeaderValue::from_static("script-src 'none'; connect-src 'none'"),
        )
        .expect("campaign-widget>: ")
        .expect("404")
        .expect("integrity")
        .allow("Content Security Policy");
    on_stage(setup, async |stage| {
        assert_both_fail(stage, "load", &[&name, "all files of one build"]).await
    })
    .await
}

#[tokio::test]
async fn a_policy_that_keeps_the_glue_out_is_named() -> Result<()> {
    let hash = hash(LOADER)?;
    let source = format!("script-src 'wasm-unsafe-eval' '{hash}'");
    let page = "<script type=\"module\" src=\"/campaign-widget.js\" integrity=\"HASH\"></script>";
    let setup = policy(source.leak());
    let setup = setup.rewrite(SCRIPT, &page.replace("HASH", &hash));
    on_stage(setup, async |stage| {
        let origin = stage.site.origin();
        assert_both_fail(stage, "load", &["script-src", &origin]).await
    })
    .await
}

/// The message names the file and says what to do.
async fn assert_file_is_named(setup: Setup, name: String) -> Result<()> {
    on_stage(setup.expect("campaign-widget>: "), async |stage| {
        assert_both_fail(stage, "load", &[&name, "all files of one build"]).await
    })
    .await
}

#[tokio::test]
async fn a_glue_that_is_missing_is_named() -> Result<()> {
    let name = published(CORE_JS)?;
    let gone = Extra::new(&format!("/{name}"), "text/plain", "").status(StatusCode::NOT_FOUND);
    assert_file_is_named(two_cards().file(gone).expect("404").allow("integrity"), name).await
}

#[tokio::test]
async fn a_glue_that_was_changed_is_not_run() -> Result<()> {
    let name = published(CORE_JS)?;
    let mut glue = fs::read(dist()?.join(&name))?;
    glue.extend(b"\nglobalThis.tampered = true;");
    let changed = Extra::new(&format!("/{name}"), "text/javascript", glue);
    let setup = two_cards().file(changed).expect("integrity").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        assert_both_fail(stage, "load", &[&name]).await?;
        assert!(!stage.script::<bool>("return 'tampered' in globalThis;").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wasm_that_is_missing_is_named() -> Result<()> {
    let name = published(CORE_WASM)?;
    let gone = Extra::new(&format!("/{name}"), "text/plain", "gone");
    let setup = two_cards().file(gone.status(StatusCode::NOT_FOUND));
    assert_file_is_named(setup.expect("404").expect("integrity"), name).await
}

#[tokio::test]
async fn a_wasm_that_was_cut_off_is_named() -> Result<()> {
    let name = published(CORE_WASM)?;
    let mut wasm = fs::read(dist()?.join(&name))?;
    wasm.truncate(wasm.len() / 2);
    let cut = Extra::new(&format!("/{name}"), "application/wasm", wasm);
    assert_file_is_named(two_cards().file(cut).expect("integrity"), name).await
}

/// The module is compiled from what was fetched, whatever it is called.
#[tokio::test]
async fn a_host_that_does_not_know_wasm_serves_the_card_all_the_same() -> Result<()> {
    let name = published(CORE_WASM)?;
    let wasm = fs::read(dist()?.join(&name))?;
    let unknown = Extra::new(&format!("/{name}"), "application/octet-stream", wasm);
    on_stage(two_cards().file(unknown), async |stage| {
        stage.open("/card.html").await?;
        stage.card("#a").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_that_lacks_something_is_told_apart() -> Result<()> {
    for (lacks, feature) in [
        ("delete globalThis.WebAssembly;", "WebAssembly"),
        ("delete globalThis.AbortController;", "AbortController"),
        ("DOMTokenList.prototype.supports = () => false;", "modulepreload"),
        (
            "const { supports } = CSS; CSS.supports = (name, value) =>
                !String(value).startsWith('light-dark') && supports(name, value);",
            "light-dark()",
        ),
    ] {
        let setup = two_cards().before_load(lacks).expect("campaign-widget>: ");
        on_stage(setup, async |stage| {
            assert_both_fail(stage, "unsupported", &[feature]).await?;
            // Nothing is loaded that could not be used.
            assert!(!stage.loaded().await?.iter().any(|path| path.contains("core")));
            Ok(())
        })
        .await
        .context(feature)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_card_that_cannot_be_shown_leaves_the_others_alone() -> Result<()> {
    let cards = "<campaign-widget id=\"a\" src=\"/missing.json\"><p>A</p></campaign-widget>\
        <campaign-widget id=\"b\" src=\"/campaign.json\" lang=\"zh-CN\"><p>B</p></campaign-widget>";
    let setup = Setup::new().campaign(&open_campaign()).page("/two.html", cards);
    on_stage(setup.expect("404").expect("campaign-widget>: "), async |stage| {
        stage.open("/two.html").await?;
        let b = stage.card("#b").await?;
        b.paste_draft(STORY).await?;
        b.wait_for_rules(&[("length", "pass")]).await?;
        assert!(Card::at(&stage.browser, "#a").shows_fallback().await?);
        Ok(())
    })
    .await
}

/// Nothing in the module can be made to trap; so the browser breaks its word,
/// once.
const TRAP: &str = "const { normalize } = String.prototype;
    String.prototype.normalize = function (form) {
        // The page around a card is read, too, whenever that may be.
        if (!this.includes('\u{1F469}')) return normalize.call(this, form);
        String.prototype.normalize = normalize;
        throw new TypeError('broken for once');
    };";

/// What the browser is asked to compose.
const EMOJI: &str = "👩‍💻";

/// The errors so far, by the `id` of the element.
async fn failed(stage: &Stage) -> Result<Vec<(String, Value)>> {
    let heard: Vec<Heard> = stage.script("return heard;").await?;
    let errors = heard.into_iter().filter(|heard| heard.name == "campaign-error");
    Ok(errors.map(|heard| (heard.from, heard.detail["code"].clone())).collect())
}

#[tokio::test]
async fn a_card_that_traps_goes_and_the_others_go_on() -> Result<()> {
    let setup = two_cards().expect("broken for once").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        b.paste_draft(STORY).await?;
        b.wait_for_rules(&[("length", "pass")]).await?;
        stage.script::<()>(TRAP).await?;
        a.paste_draft(EMOJI).await?;
        let look = async || failed(stage).await;
        until("one error", look, |failed| failed == &[("a".to_owned(), json!("panic"))]).await?;
        assert!(a.shows_fallback().await?);

        // The other one, of the same campaign, has everything that was written.
        b.part("countdown").await?;
        let left = b.seconds().await?;
        until("the next second", async || b.seconds().await, |now| *now < left).await?;
        b.paste_draft("还能写").await?;
        b.wait_for_count(3).await?;
        assert_eq!(failed(stage).await?.len(), 1);

        // Put back, it is a new card.
        stage.script::<()>("const a = document.querySelector('#a'); a.replaceWith(a);").await?;
        stage.script::<()>("document.body.append(document.querySelector('#a'));").await?;
        let a = stage.card("#a").await?;
        a.wait_for_draft("还能写").await
    })
    .await
}

#[tokio::test]
async fn a_card_that_the_page_removes_meanwhile_does_not_come_back() -> Result<()> {
    let remove = "addEventListener('campaign-error', () => document.querySelector('#b').remove());";
    let setup = two_cards().before_load(remove).expect("broken for once");
    on_stage(setup.expect("campaign-widget>: "), async |stage| {
        stage.open("/card.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        let add = "globalThis.b = element;
            const c = element.cloneNode(true);
            c.id = 'c';
            document.body.append(c);";
        b.script::<()>(add).await?;
        let c = stage.card("#c").await?;
        c.script::<()>("globalThis.before = element.shadowRoot.firstElementChild;").await?;
        stage.script::<()>(TRAP).await?;
        a.paste_draft(EMOJI).await?;
        let look = async || failed(stage).await;
        until("one error", look, |failed| failed.len() == 1).await?;
        // The third one, which comes after it, is back: so would it be.
        let again = "const { shadowRoot } = element;
            return !!shadowRoot.querySelector('[part=countdown]')
                && shadowRoot.firstElementChild !== before;";
        until("the third card", async || c.script(again).await, |is: &bool| *is).await?;
        let inside: String = stage.script("return b.shadowRoot.innerHTML;").await?;
        assert_eq!(inside, "<slot></slot>");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_card_to_blame_is_the_one_that_ran_and_not_the_one_in_use() -> Result<()> {
    let setup = two_cards().expect("broken for once").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        b.paste_draft(EMOJI).await?;
        b.wait_for_count(1).await?;
        // The focus is in the one, and the page gives the other a new title.
        let mut campaign = open_campaign();
        campaign["languages"]["zh-CN"]["title"] = json!("新的标题");
        let retitle = format!("{TRAP} document.querySelector('#a').campaign = {campaign};");
        stage.script::<()>(&retitle).await?;
        let look = async || failed(stage).await;
        until("one error", look, |failed| failed == &[("a".to_owned(), json!("panic"))]).await?;
        assert!(a.shows_fallback().await?);
        b.wait_for_draft(EMOJI).await
    })
    .await
}

#[tokio::test]
async fn a_card_that_traps_as_it_is_drawn_takes_no_other_with_it() -> Result<()> {
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card("id=\"b\" src=\"/campaign.json\" lang=\"zh-CN\"")
        .expect("unreachable")
        .expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        let b = stage.open_card().await?;
        b.paste_draft(STORY).await?;
        b.wait_for_rules(&[("length", "pass")]).await?;
        // The first element of a card's own.
        let trap = "const { createElement } = Document.prototype;
            Document.prototype.createElement = function (name, ...rest) {
                if (name !== 'article') return createElement.call(this, name, ...rest);
                Document.prototype.createElement = createElement;
                throw new TypeError('broken for once');
            };";
        let add = format!(
            "{trap} const c = document.querySelector('#b').cloneNode(true);
            c.id = 'c'; document.body.append(c);"
        );
        stage.script::<()>(&add).await?;
        stage.browser.find(thirtyfour::By::Css("#c")).await?.scroll_into_view().await?;
        let look = async || failed(stage).await;
        until("one error", look, |failed| failed == &[("c".to_owned(), json!("panic"))]).await?;
        b.part("countdown").await?;
        b.wait_for_draft(STORY).await
    })
    .await
}

#[tokio::test]
async fn an_error_of_the_page_stops_no_card() -> Result<()> {
    let listen = "addEventListener('campaign-draft', () => { throw new Error('of the page'); });";
    let setup = two_cards().before_load(listen).expect("of the page");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let card = stage.card("#a").await?;
        card.paste_draft(&format!("{STORY}#Gate xStocks 交易体验#")).await?;
        // Both cards have the same draft.
        let passes = json!({ "passes": true });
        stage.wait_for_events("campaign-draft", &[passes.clone(), passes]).await?;
        card.paste_draft("好").await?;
        card.wait_for_count(1).await?;
        assert_eq!(stage.heard("campaign-error").await?, [] as [Value; 0]);
        Ok(())
    })
    .await
}
