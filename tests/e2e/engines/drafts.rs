//! Every figure and every verdict of a draft.

use std::collections::BTreeMap;

use anyhow::Result;
use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Known, Report, Rules, Verdict, check};
use serde::Deserialize;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::texts;
use crate::engine::Engine;
use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};

/// What the card says of a draft.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Feedback {
    count: usize,
    weight: usize,
    rules: BTreeMap<String, String>,
}

impl From<Report> for Feedback {
    fn from(report: Report) -> Self {
        let line = |verdict: &Verdict| {
            let line = || (verdict.rule.name().into(), verdict.state.name().into());
            verdict.is_shown().then(line)
        };
        let rules = report.verdicts.iter().filter_map(line).collect();
        Feedback { count: report.count, weight: report.x.weight, rules }
    }
}

/// Writes one draft after the other, and reads what the card says of each.
const WRITE_AND_READ: &str = "
    const [texts, done] = arguments;
    const root = document.querySelector('campaign-widget').shadowRoot;
    const part = (name) => root.querySelector(`[part~='${name}']`);
    const field = part('draft');
    // What is shown follows in a microtask.
    const channel = new MessageChannel();
    const shown = () => new Promise((then) => {
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    });
    const say = async (text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await shown();
        const rules = [...root.querySelectorAll(`[part~='rule']`)];
        return {
            count: +part('count').dataset.count,
            weight: +part('x-count').dataset.weight,
            rules: Object.fromEntries(rules.map(({ dataset }) => [dataset.rule, dataset.state])),
        };
    };
    const all = async () => {
        field.focus();
        const said = [];
        for (const text of texts) said.push(await say(text));
        return said;
    };
    all().then(done, (error) => done(String(error)));";

/// Drafts of which an engine says something else, and why.
const DIFFERENT: &[(Engine, &str)] = &[
    // Unicode 16 composes these; WebKitGTK asks an ICU of Unicode 15. Only X's count
    // depends on it.
    (Engine::WebKit, "\u{105D2}\u{307}"),
    (Engine::WebKit, "\u{16D67}\u{16D67}"),
];

#[tokio::test]
async fn characters() -> Result<()> {
    agree("zh-CN", "#Gate xStocks 交易体验#", Unit::Characters).await
}

#[tokio::test]
async fn words() -> Result<()> {
    agree("en", "#Gate xStocks Trading Share#", Unit::Words).await
}

async fn agree(language: &str, tag: &str, unit: Unit) -> Result<()> {
    let card = format!("src=\"/campaign.json\" lang=\"{language}\"");
    let setup = Setup::new().campaign(&open_campaign()).card(&card);
    on_stage(setup, async |stage| {
        stage.open_card().await?;
        let texts = texts::all();
        let mut different = Vec::new();
        for texts in texts.chunks(200) {
            let said = stage.browser.execute_async(WRITE_AND_READ, vec![json!(texts)]).await?;
            let said: Vec<Feedback> = said.convert()?;
            assert_eq!(said.len(), texts.len());
            let rules = Rules { tag, account: "", minimum: Minimum { count: 20, unit } };
            for (text, said) in texts.iter().zip(said) {
                let composed: String = text.nfc().collect();
                let expected = Feedback::from(check(&composed, &rules, &Known::default()));
                if said != expected {
                    different.push((text.as_str(), said, expected));
                }
            }
        }
        let known = DIFFERENT.iter().filter(|(which, _)| *which == stage.engine);
        let known: Vec<&str> = known.map(|&(_, text)| text).collect();
        let seen: Vec<&str> = different.iter().map(|(text, ..)| *text).collect();
        different.truncate(20);
        assert_eq!(seen, known, "{different:#?}");
        Ok(())
    })
    .await
}
