//! Somebody who writes a draft by an input method, and sees what the card says.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use campaign_widget::draft::{Known, Rules, Verdict, check};
use serde::Deserialize;

use super::method::Method;
use crate::card::Card;
use crate::desktop::Desktop;
use crate::wait::until;

/// Longer than the card waits before it says a count aloud.
const SAID: Duration = Duration::from_millis(1_500);

/// What the card says of the draft.
const FEEDBACK: &str = "
    const root = element.shadowRoot;
    const area = root.querySelector('[part=draft]');
    const feedback = () => ({
        count: +root.querySelector('[part=count]').dataset.count,
        rules: Object.fromEntries([...root.querySelectorAll('[part=rule]')]
            .map(({ dataset }) => [dataset.rule, dataset.state])),
    });";

/// Notes, from now on, what is composed, which is at the end of the draft, and each
/// change of what the card says: of which text, without what is composed.
const WATCH: &str = "
    const watch = window.watch = { composed: null, said: [], told: [], aloud: [] };
    area.addEventListener('compositionstart', () => { watch.composed = ''; });
    area.addEventListener('compositionupdate', ({ data }) => { watch.composed = data; });
    area.addEventListener('compositionend', () => { watch.composed = null; });
    element.addEventListener('campaign-draft', ({ detail }) => watch.told.push(detail.passes));
    const aloud = () => [...root.querySelectorAll('[role=status]')]
        .map(({ textContent }) => textContent).join();
    let last = JSON.stringify(feedback());
    let heard = aloud();
    new MutationObserver(() => {
        if (last !== (last = JSON.stringify(feedback())) && watch.composed !== null) {
            const end = area.value.length - watch.composed.length;
            watch.said.push([area.value.slice(0, end), area.value, feedback()]);
        }
        if (heard !== (heard = aloud())) watch.aloud.push(heard);
    }).observe(root, { attributes: true, childList: true, characterData: true, subtree: true });";

/// Everything at one moment.
const SEE: &str = "
    return {
        draft: area.value,
        behind: root.querySelector('.behind').textContent.trimEnd(),
        caret: area.selectionStart === area.selectionEnd ? area.selectionEnd : null,
        composed: window.watch.composed,
        feedback: feedback(),
    };";

/// What the card says of a draft.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Feedback {
    /// What counts towards the minimum.
    count: usize,
    /// The state of each rule.
    rules: BTreeMap<String, String>,
}

/// What is seen at one moment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Seen {
    /// The text of the field.
    draft: String,
    /// The text that carries the marks.
    behind: String,
    /// In UTF-16 units; none while something is selected.
    caret: Option<usize>,
    /// What the input method shows and nobody has chosen yet.
    composed: Option<String>,
    feedback: Feedback,
}

/// Somebody who writes, at the end of the draft.
pub struct Writer<'a> {
    desktop: &'a Desktop,
    card: &'a Card,
    method: Method,
    rules: Rules<'a>,
    /// What is written so far.
    pub text: String,
}

impl<'a> Writer<'a> {
    /// Goes to the field, by a press.
    ///
    /// # Errors
    ///
    /// When the input method does not come with the focus.
    pub async fn sit_down(
        desktop: &'a Desktop,
        card: &'a Card,
        method: Method,
        rules: Rules<'a>,
    ) -> Result<Writer<'a>> {
        desktop.press(card, "draft").await?;
        method.wait_until_on(desktop).await?;
        card.script::<()>(&format!("{FEEDBACK}{WATCH}")).await?;
        Ok(Writer { desktop, card, method, rules, text: card.draft().await? })
    }

    /// Types letters, for which the input method shows this; the card goes on to say
    /// what it has said.
    ///
    /// # Errors
    ///
    /// When something else is seen, be it only for a moment.
    pub async fn compose(&self, keys: &str, shown: &str) -> Result<()> {
        self.desktop.type_keys(keys)?;
        self.shows(shown).await
    }

    /// Waits until the input method shows this.
    ///
    /// # Errors
    ///
    /// When something else is seen, be it only for a moment.
    pub async fn shows(&self, shown: &str) -> Result<()> {
        let draft = format!("{}{shown}", self.text);
        let judged = if self.counts_at_once() { &draft } else { &self.text };
        let wanted = |seen: &Seen| {
            seen.draft == draft
                && seen.composed.as_deref() == Some(shown)
                && seen.feedback == self.feedback(judged)
        };
        let seen =
            until(&format!("{shown:?} behind {:?}", self.text), async || self.see().await, wanted)
                .await?;
        ensure!(seen.behind == draft.trim_end(), "the marks are on {:?}", seen.behind);
        let said: Vec<(String, String, Feedback)> =
            self.card.script("return window.watch.said.splice(0);").await?;
        for (chosen, with_composed, feedback) in said {
            let is_right = feedback == self.feedback(&chosen)
                || self.counts_at_once() && feedback == self.feedback(&with_composed);
            ensure!(is_right, "said of {with_composed:?}: {feedback:?}");
        }
        Ok(())
    }

    /// Presses a key that chooses: this is written now.
    ///
    /// # Errors
    ///
    /// When something else is written, or judged.
    pub async fn choose(&mut self, key: &str, chosen: &str) -> Result<()> {
        self.desktop.keys(&[key])?;
        self.wrote(chosen).await
    }

    /// Types keys that the input method does not compose with.
    ///
    /// # Errors
    ///
    /// When something else is written, or judged.
    pub async fn plain(&mut self, keys: &str, written: &str) -> Result<()> {
        self.desktop.type_keys(keys)?;
        self.wrote(written).await
    }

    /// Types letters of which the input method writes the first at once, and shows the
    /// rest.
    ///
    /// # Errors
    ///
    /// When something else is seen, be it only for a moment.
    pub async fn go_on(&mut self, keys: &str, written: &str, shown: &str) -> Result<()> {
        self.text.push_str(written);
        self.compose(keys, shown).await
    }

    /// Composes and chooses.
    ///
    /// # Errors
    ///
    /// As [`compose`](Self::compose) and [`choose`](Self::choose).
    pub async fn word(&mut self, keys: &str, shown: &str, key: &str, chosen: &str) -> Result<()> {
        self.compose(keys, shown).await?;
        self.choose(key, chosen).await
    }

    /// Gives up what is composed.
    ///
    /// # Errors
    ///
    /// When not all is as before.
    pub async fn escape(&mut self) -> Result<()> {
        self.choose("Escape", "").await
    }

    /// Looks at the candidates for a while, in which nothing is said aloud.
    ///
    /// # Errors
    ///
    /// When something is.
    pub async fn hesitate(&self) -> Result<()> {
        // What is still to be said of the text before.
        tokio::time::sleep(SAID).await;
        self.card.script::<()>("window.watch.aloud.length = 0;").await?;
        self.desktop.keys(&["BackSpace"])?;
        tokio::time::sleep(SAID).await;
        let aloud: Vec<String> = self.card.script("return window.watch.aloud;").await?;
        ensure!(aloud.is_empty(), "said of letters that nobody has chosen: {aloud:?}");
        Ok(())
    }

    /// What the page was told so far.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn told(&self) -> Result<Vec<bool>> {
        self.card.script("return window.watch.told;").await
    }

    /// What counts towards the minimum.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn count(&self) -> Result<usize> {
        Ok(self.see().await?.feedback.count)
    }

    /// The draft, once nothing is composed.
    ///
    /// # Errors
    ///
    /// When the page does not answer.
    pub async fn chosen(&self) -> Result<Option<String>> {
        let seen = self.see().await?;
        Ok(seen.composed.is_none().then_some(seen.draft))
    }

    async fn see(&self) -> Result<Seen> {
        self.card.script(&format!("{FEEDBACK}{SEE}")).await
    }

    /// Waits until all of what is written is seen and judged.
    ///
    /// # Errors
    ///
    /// When something else is.
    pub async fn wrote(&mut self, written: &str) -> Result<()> {
        self.text.push_str(written);
        let text = &self.text;
        let caret = text.encode_utf16().count();
        let wanted = |seen: &Seen| {
            seen.draft == *text
                && seen.behind == text.trim_end()
                && seen.composed.is_none()
                && seen.caret == Some(caret)
                && seen.feedback == self.feedback(text)
        };
        until(&format!("{text:?}"), async || self.see().await, wanted)
            .await
            .with_context(|| format!("of it is to be said: {:?}", self.feedback(text)))?;
        Ok(())
    }

    /// Whether a syllable that is composed counts.
    fn counts_at_once(&self) -> bool {
        self.method == Method::Hangul
    }

    /// What is to be said of a text, by the rules compiled for this machine.
    fn feedback(&self, text: &str) -> Feedback {
        let report = check(text, &self.rules, &Known::default());
        let shown = report.verdicts.iter().filter(|verdict| verdict.is_shown());
        let state = |verdict: &Verdict| (verdict.rule.name().into(), verdict.state.name().into());
        Feedback { count: report.count, rules: shown.map(state).collect() }
    }
}
