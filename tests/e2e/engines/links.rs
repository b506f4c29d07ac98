//! What is said of a link before it is sent, in every engine with its own parser
//! of URLs.

use anyhow::{Context, Result};
use campaign_widget::campaign::{Platform, Window};
use campaign_widget::link::{Found, UrlParts, find, judge};
use chrono::DateTime;
use reqwest::Url;
use serde_json::json;

use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};

/// Pastes one text after the other, and reads the verdicts on each: the id of a
/// post that is accepted, or why a link is refused.
const PASTE_AND_READ: &str = "
    const [texts, done] = arguments;
    const root = document.querySelector('campaign-widget').shadowRoot;
    const field = root.querySelector(`[part~='link']`);
    const channel = new MessageChannel();
    const shown = () => new Promise((then) => {
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    });
    const say = async (text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await shown();
        return [...root.querySelectorAll(`[part~='link-verdict']`)].map(({ dataset }) =>
            dataset.state === 'refused' ? dataset.reason : `${dataset.state} ${dataset.postId}`);
    };
    const all = async () => {
        field.focus();
        const said = [];
        for (const text of texts) said.push(await say(text));
        return said;
    };
    all().then(done, (error) => done(String(error)));";

#[tokio::test]
async fn verdicts() -> Result<()> {
    let mut campaign = open_campaign();
    let text = |name: &str| campaign["window"][name].as_str().context("a time");
    let start = DateTime::parse_from_rfc3339("2020-01-01T00:00:00+08:00")?;
    let window = Window { start, end: DateTime::parse_from_rfc3339(text("end")?)? };
    campaign["window"]["start"] = json!(start.to_rfc3339());
    let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        stage.open_card().await?;
        let texts = texts();
        let said = stage.browser.execute_async(PASTE_AND_READ, vec![json!(texts)]).await?;
        let said: Vec<Vec<String>> = said.convert()?;
        assert_eq!(said.len(), texts.len());
        let judged = |found: Found| match found.reading.and_then(|post| {
            judge(&post, &window)?;
            let state = if post.may_be_rounded() { "doubtful" } else { "accepted" };
            Ok(format!("{state} {}", post.id))
        }) {
            Ok(read) => read,
            Err(refusal) => refusal.code().to_owned(),
        };
        for (text, said) in texts.iter().zip(said) {
            let expected: Vec<String> =
                find(text, parse, &[Platform::X]).into_iter().map(judged).collect();
            assert_eq!(said, expected, "{text:?}");
        }
        Ok(())
    })
    .await
}

/// The WHATWG parser of the crate `url`.
fn parse(text: &str) -> Option<UrlParts> {
    let url = Url::parse(text).ok()?;
    Some(UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str()?.to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        has_credentials: !url.username().is_empty() || url.password().is_some(),
    })
}

/// What the tests of links read, and URLs that parsers could read otherwise.
fn texts() -> Vec<String> {
    let table = include_str!("../../fixtures/link/links.tsv").lines().skip(1);
    let pasted = table.filter_map(|row| row.split('\t').next());
    pasted.chain(URLS.iter().copied()).map(str::to_owned).collect()
}

#[rustfmt::skip]
const URLS: &[&str] = &[
    "https://x.com:443/a/status/1941067044198711296", "https://x.com:8443/a/status/1941067044198711296",
    "https://X.COM./a/status/1941067044198711296", "https://ｘ.com/a/status/1941067044198711296",
    "https://x。com/a/status/1941067044198711296", "https://x%2Ecom/a/status/1941067044198711296",
    "https://user@x.com/a/status/1941067044198711296", "https:x.com/a/status/1941067044198711296",
    "https:\\\\x.com\\a\\status\\1941067044198711296", "https://xn--x-0ga.com/a/status/1941067044198711296",
    "https://х.com/a/status/1941067044198711296", "https://x.com/a/../b/status/1941067044198711296",
    "https://x.com/a/%73tatus/1941067044198711296", "https://x.com//a//status//1941067044198711296",
    "https://[::1]/a/status/1941067044198711296", "https://x.com/名字/status/1941067044198711296",
    "https://ß.x.com/a/status/1941067044198711296", "https://x.com/a/status/1941067044198711296?x=%zz#ü",
];
