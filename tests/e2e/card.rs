//! The card as a person sees it: a page object over the stable hooks, the
//! `part` and `data-*` of its shadow root.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{TypingData, WebDriver, WebElement};

use crate::scripts::in_the_page;
use crate::wait::until;

/// Everything that a test reads of one part.
#[derive(Debug, Clone, Deserialize)]
pub struct Part {
    /// Its text as it is shown.
    pub text: String,
    /// Its `data-*`, under the names of `dataset`.
    pub data: BTreeMap<String, String>,
    /// The value of a field.
    pub value: Option<String>,
    /// The target of a link.
    pub href: Option<String>,
    /// Whether it is in sight.
    pub shown: bool,
}

impl Part {
    /// One of its `data-*`, which must be there.
    pub fn data(&self, name: &str) -> Result<&str> {
        self.data
            .get(name)
            .map(String::as_str)
            .with_context(|| format!("no data {name} in {self:?}"))
    }
}

/// Reads parts in one step, so that nothing changes in between.
const READ_PARTS: &str = "
    const root = document.querySelector(arguments[0])?.shadowRoot;
    return [...(root?.querySelectorAll(arguments[1]) ?? [])].map((part) => ({
        // A drawing has none.
        text: part.innerText ?? '',
        // Not what the page may have given to every object.
        data: Object.assign(Object.create(null), part.dataset),
        value: typeof part.value === 'string' ? part.value : null,
        href: part.href ?? null,
        shown: part.getClientRects().length > 0,
    }));";

/// As pasting does: an input event, and something that undo takes back.
const REPLACE_TEXT: &str = "
    arguments[0].focus();
    arguments[0].select();
    document.execCommand('insertText', false, arguments[1]);";

/// One card on the open page.
pub struct Card {
    browser: WebDriver,
    selector: String,
}

impl Card {
    /// The card at a selector, once a reader has come to it and its countdown
    /// is there.
    pub async fn ready(browser: &WebDriver, selector: &str) -> Result<Card> {
        let card = Card::at(browser, selector);
        // The page may be on its way, and a card above it may push it out of view again.
        let scroll_to = async || {
            card.script::<()>("element.scrollIntoView({ block: 'center', inline: 'center' });")
                .await?;
            // What comes last.
            card.parts("link").await
        };
        until(&format!("all of {selector}"), scroll_to, |parts| parts.len() == 1).await?;
        Ok(card)
    }

    /// The card at a selector, in whatever state it is.
    pub fn at(browser: &WebDriver, selector: &str) -> Card {
        Card { browser: browser.clone(), selector: selector.into() }
    }

    /// The parts of a name, in the order of the page.
    pub async fn parts(&self, name: &str) -> Result<Vec<Part>> {
        self.parts_at(&inside(name)).await
    }

    async fn parts_at(&self, inside: &str) -> Result<Vec<Part>> {
        let arguments = vec![json!(self.selector), json!(inside)];
        let read = self.browser.execute(READ_PARTS, arguments).await?;
        Ok(read.convert()?)
    }

    /// The one part of a name, once it is there.
    pub async fn part(&self, name: &str) -> Result<Part> {
        self.wait_for_number(name, 1).await?.pop().context("one part")
    }

    /// `data-phase` of the countdown.
    pub async fn phase(&self) -> Result<String> {
        Ok(self.part("countdown").await?.data("phase")?.into())
    }

    /// `data-seconds` of the countdown.
    pub async fn seconds(&self) -> Result<i64> {
        Ok(self.part("countdown").await?.data("seconds")?.parse()?)
    }

    /// Everything that it says.
    pub async fn text(&self) -> Result<String> {
        self.script("return element.shadowRoot.querySelector('.card').innerText;").await
    }

    /// Waits for a text anywhere in it.
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        let look = async || self.text().await;
        until(&format!("the text {text:?}"), look, |seen| seen.contains(text)).await?;
        Ok(())
    }

    /// Sets an attribute of the element.
    pub async fn set(&self, attribute: &str, value: &str) -> Result<()> {
        let script = format!("element.setAttribute({}, {})", json!(attribute), json!(value));
        self.script(&script).await
    }

    /// Takes an attribute of the element away.
    pub async fn unset(&self, attribute: &str) -> Result<()> {
        self.script(&format!("element.removeAttribute({})", json!(attribute))).await
    }

    /// What a script gives that knows the card as `element`.
    pub async fn script<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let script = format!("const element = document.querySelector(arguments[0]); {script}");
        let script = in_the_page(&script);
        Ok(self.browser.execute(script, vec![json!(self.selector)]).await?.convert()?)
    }

    /// Whether the page's own content is what readers see.
    pub async fn shows_fallback(&self) -> Result<bool> {
        let shown =
            "return !element.shadowRoot.querySelector('[part]:not([part=error], [part=problem])')
            && element.querySelector('p').getClientRects().length > 0;";
        self.script(shown).await
    }

    /// Waits until so many parts of a name are there.
    pub async fn wait_for_number(&self, name: &str, number: usize) -> Result<Vec<Part>> {
        let look = async || self.parts(name).await;
        until(&format!("{number} {name}"), look, |parts| parts.len() == number).await
    }

    /// Waits for a phase.
    pub async fn wait_for_phase(&self, phase: &str) -> Result<()> {
        let look = async || self.phase().await;
        until(&format!("phase {phase}"), look, |seen| seen == phase).await?;
        Ok(())
    }

    /// Types into the draft, key by key, after what is there.
    pub async fn type_draft(&self, text: impl Into<TypingData>) -> Result<()> {
        Ok(self.element("draft").await?.send_keys(text).await?)
    }

    /// Pastes a whole draft instead of what is there.
    pub async fn paste_draft(&self, text: &str) -> Result<()> {
        self.paste("draft", text).await
    }

    /// Presses keys wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.browser.action_chain().send_keys(keys).perform().await?)
    }

    /// The part that has the focus.
    pub async fn focused(&self) -> Result<String> {
        let part = "return element.shadowRoot.activeElement?.getAttribute('part') ?? '';";
        self.script(part).await
    }

    /// The text of the draft.
    pub async fn draft(&self) -> Result<String> {
        let draft = self.part("draft").await?;
        draft.value.context("the draft is no field")
    }

    /// Waits for a text in the draft.
    pub async fn wait_for_draft(&self, text: &str) -> Result<()> {
        let look = async || self.draft().await;
        until(&format!("the draft {text:?}"), look, |seen| seen == text).await?;
        Ok(())
    }

    /// What counts towards the minimum, and the minimum.
    pub async fn count(&self) -> Result<(u32, u32)> {
        let part = self.part("count").await?;
        Ok((part.data("count")?.parse()?, part.data("minimum")?.parse()?))
    }

    /// Waits until so much counts.
    pub async fn wait_for_count(&self, count: u32) -> Result<()> {
        let look = async || self.count().await;
        until(&format!("the count {count}"), look, |seen| seen.0 == count).await?;
        Ok(())
    }

    /// Waits until each of these rules has its state.
    pub async fn wait_for_rules(&self, wanted: &[(&str, &str)]) -> Result<()> {
        let look = async || {
            let rules = self.parts("rule").await?;
            let state = |rule: &Part| Ok((rule.data("rule")?.into(), rule.data("state")?.into()));
            rules.iter().map(state).collect()
        };
        let fits = |seen: &BTreeMap<String, String>| {
            wanted.iter().all(|(rule, state)| seen.get(*rule).is_some_and(|now| now == state))
        };
        until(&format!("the rules {wanted:?}"), look, fits).await?;
        Ok(())
    }

    /// Presses the button that repairs a rule's failure.
    pub async fn fix(&self, rule: &str) -> Result<()> {
        let button = format!("{}[data-rule=\"{rule}\"]", inside("fix"));
        Ok(self.element_at(&button).await?.click().await?)
    }

    /// Chooses the language of the campaign.
    pub async fn choose_language(&self, tag: &str) -> Result<()> {
        let button = format!("{}[data-language=\"{tag}\"]", inside("language"));
        Ok(self.element_at(&button).await?.click().await?)
    }

    /// Presses a button or a link.
    pub async fn press(&self, name: &str) -> Result<()> {
        let button = self.element(name).await?;
        button.click().await.with_context(|| format!("cannot press {name}"))
    }

    /// Presses a button or a link of the entry of one post, be it removed.
    pub async fn press_of(&self, post_id: &str, name: &str) -> Result<()> {
        let button = format!("{} {}", entry(post_id), inside(name));
        Ok(self.element_at(&button).await?.click().await?)
    }

    /// What the entry of one post says.
    pub async fn sentence(&self, post_id: &str) -> Result<String> {
        let entries = self.parts("entry").await?;
        let entry = entries.iter().find(|part| part.data("postId").is_ok_and(|id| id == post_id));
        let text = &entry.with_context(|| format!("no entry {post_id}"))?.text;
        Ok(text.lines().next().unwrap_or_default().to_owned())
    }

    /// Waits until the entry of one post says this.
    pub async fn wait_for_sentence(&self, post_id: &str, sentence: &str) -> Result<()> {
        let look = async || self.sentence(post_id).await;
        until(&format!("the sentence {sentence:?}"), look, |seen| seen == sentence).await?;
        Ok(())
    }

    /// Waits until the entry of one post notes that a press did this.
    pub async fn wait_for_note(&self, post_id: &str, note: &str) -> Result<()> {
        let line = format!("{} {}", entry(post_id), inside("entry-feedback"));
        let look = async || {
            let lines = self.parts_at(&line).await?;
            Ok(lines.into_iter().map(|line| line.text).collect::<Vec<_>>())
        };
        until(&format!("{note:?} of {post_id}"), look, |seen| seen == &[note]).await?;
        Ok(())
    }

    /// The buttons and links in sight of the entry of one post, by their part,
    /// be it removed.
    pub async fn offers(&self, post_id: &str) -> Result<Vec<String>> {
        let script = format!(
            "return [...element.shadowRoot.querySelectorAll({})]
                .filter((part) => part.getClientRects().length > 0)
                .map((part) => part.getAttribute('part'));",
            json!(format!("{} :is(a, button)[part]", entry(post_id)))
        );
        self.script(&script).await
    }

    /// Pastes into the link field instead of what is there.
    pub async fn paste_link(&self, text: &str) -> Result<()> {
        self.paste("link", text).await
    }

    /// Waits for the verdicts: the id of each post that is accepted, and the
    /// reason for each link that is refused.
    pub async fn wait_for_verdicts(&self, wanted: &[&str]) -> Result<()> {
        let verdict = |part: &Part| match part.data("state")? {
            "accepted" => Ok(part.data("postId")?.to_owned()),
            _ => Ok(part.data("reason")?.to_owned()),
        };
        let look = async || self.parts("link-verdict").await?.iter().map(verdict).collect();
        let fits = |seen: &Vec<String>| seen == wanted;
        until(&format!("the verdicts {wanted:?}"), look, fits).await?;
        Ok(())
    }

    /// The outbox: the id of the post, and the state, of each.
    pub async fn entries(&self) -> Result<Vec<(String, String)>> {
        let entry = |part: &Part| Ok((part.data("postId")?.into(), part.data("state")?.into()));
        self.parts("entry").await?.iter().map(entry).collect()
    }

    /// Waits for the outbox: the id of the post, and the state, of each.
    pub async fn wait_for_entries(&self, wanted: &[(&str, &str)]) -> Result<()> {
        let look = async || self.entries().await;
        let fits = |seen: &Vec<(String, String)>| {
            seen.iter().map(|(id, state)| (id.as_str(), state.as_str())).eq(wanted.iter().copied())
        };
        until(&format!("the entries {wanted:?}"), look, fits).await?;
        Ok(())
    }

    async fn paste(&self, name: &str, text: &str) -> Result<()> {
        let arguments = vec![self.element(name).await?.to_json()?, json!(text)];
        self.browser.execute(REPLACE_TEXT, arguments).await?;
        Ok(())
    }

    async fn element(&self, name: &str) -> Result<WebElement> {
        self.element_at(&inside(name)).await
    }

    /// The first element in sight at a selector inside the shadow root, once it
    /// can be pressed or filled in.
    async fn element_at(&self, inside: &str) -> Result<WebElement> {
        let find = "const root = document.querySelector(arguments[0])?.shadowRoot;
            return [...(root?.querySelectorAll(arguments[1]) ?? [])].find((part) =>
                !part.disabled && part.getClientRects().length > 0) ?? null;";
        let arguments: Vec<Value> = vec![json!(self.selector), json!(inside)];
        let look = async || {
            let found = self.browser.execute(find, arguments.clone()).await?;
            let found = (!found.json().is_null()).then(|| found.element());
            Ok(found.transpose()?)
        };
        until(&format!("an enabled {inside}"), look, Option::is_some)
            .await?
            .with_context(|| format!("no {inside}"))
    }
}

fn entry(post_id: &str) -> String {
    let either = [inside("entry"), inside("removed-entry")].join(", ");
    format!(":is({either})[data-post-id=\"{post_id}\"]")
}

fn inside(part: &str) -> String {
    format!("[part~=\"{part}\"]")
}
