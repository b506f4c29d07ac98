//! axe-core, in the page.

use std::env;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::Stage;

const RUN: &str = "
    const [include, rules, done] = arguments;
    const only = rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {};
    // The text behind the field repeats it for its marks; nobody sees its letters.
    const behind = { fromShadowDom: ['campaign-widget', '.behind'] };
    axe.run({ include, exclude: [behind] }, { ...only, resultTypes: ['violations', 'incomplete'] }).then(
        ({ violations, incomplete, passes }) => {
            const flat = (results) => results.flatMap(({ id, nodes }) =>
                nodes.map(({ target, any, all, none }) => ({
                    rule: id,
                    target: target.flat().join(' '),
                    message: [...any, ...all, ...none].map(({ message }) => message).join('; '),
                })));
            const passed = passes.map(({ id }) => id);
            done({ violations: flat(violations), unsure: flat(incomplete), passed });
        },
        (error) => done({ violations: [{ rule: 'axe', target: '', message: String(error) }],
            unsure: [], passed: [] }),
    );";

/// What axe-core says of the card, or of the page.
#[derive(Debug, Deserialize)]
pub struct Audit {
    /// What breaks a rule.
    pub violations: Vec<Finding>,
    /// What it cannot decide.
    pub unsure: Vec<Finding>,
    /// The rules of which something keeps.
    pub passed: Vec<String>,
}

/// Something that axe-core found.
#[derive(Debug, Deserialize)]
pub struct Finding {
    /// The rule, by axe's name.
    pub rule: String,
    /// A selector of the element.
    pub target: String,
    /// What is the matter with it.
    pub message: String,
}

/// Brings axe-core into the open page.
pub async fn load(stage: &Stage) -> Result<()> {
    let file = env::var_os("CAMPAIGN_WIDGET_AXE").context(
        "CAMPAIGN_WIDGET_AXE is not set: run `cargo xtask test e2e`, which installs axe-core",
    )?;
    stage.script(&fs::read_to_string(file)?).await
}

/// Holds the card against these rules of axe-core, or all of them.
pub async fn audit(stage: &Stage, rules: &[&str]) -> Result<Audit> {
    let card = json!([{ "fromShadowDom": ["campaign-widget", ".card, .trouble"] }]);
    run(stage, card, rules).await
}

/// Holds the page with its cards against these rules of axe-core, or all of those that
/// it has on.
pub async fn audit_page(stage: &Stage, rules: &[&str]) -> Result<Audit> {
    run(stage, json!([["html"]]), rules).await
}

async fn run(stage: &Stage, include: Value, rules: &[&str]) -> Result<Audit> {
    let said = stage.browser.execute_async(RUN, vec![include, json!(rules)]).await?;
    Ok(said.convert()?)
}
