//! A person who does the main job by keyboard and listens.

use std::time::Duration;

use anyhow::{Result, bail, ensure};

use super::orca::Orca;
use super::script::{Script, lines};
use super::utterance::Utterance;
use crate::card::Card;
use crate::desktop::Desktop;
use crate::wait::until;

/// Who listens, and to what.
pub struct Listener<'a> {
    pub desktop: &'a Desktop,
    pub card: &'a Card,
    pub orca: Orca,
    pub script: Script,
}

impl Listener<'_> {
    /// Does something, and takes down what is spoken then, but for what only repeats what
    /// was written.
    pub async fn hear(
        &mut self,
        heading: &str,
        written: &str,
        act: impl AsyncFnOnce(&Desktop, &Card, &Orca) -> Result<()>,
    ) -> Result<Vec<Utterance>> {
        act(self.desktop, self.card, &self.orca).await?;
        let expected = self.script.next();
        let told = |heard: &[Utterance]| {
            heard.iter().filter(|said| !said.repeats(written)).cloned().collect::<Vec<_>>()
        };
        let is_it =
            |heard: &[Utterance]| expected.is_some_and(|expected| lines(&told(heard)) == expected);
        let heard = told(&self.orca.listen(expected.is_some().then_some(&is_it)).await);
        self.script.note(heading, &heard);
        Ok(heard)
    }

    /// Presses keys, and takes down what is spoken then.
    pub async fn press(&mut self, heading: &str, keys: &[&str]) -> Result<Vec<Utterance>> {
        self.hear(heading, "", async |desktop, _, _| desktop.keys(keys)).await
    }

    /// Puts the focus into a part, as a press of the pointer does.
    pub async fn focus(&mut self, part: &str) -> Result<Vec<Utterance>> {
        let heading = format!("Focus {part}");
        let focus = format!("element.shadowRoot.querySelector('[part~={part}]').focus();");
        self.hear(&heading, "", async |_, card, _| card.script(&focus).await).await
    }

    /// Goes on by Tab until a part has the focus.
    pub async fn tab_to(&mut self, part: &str) -> Result<Vec<Utterance>> {
        let heading = format!("Tab, to {part}");
        self.hear(&heading, "", async |desktop, card, orca| {
            for _ in 0..30 {
                let before = card.script::<Option<usize>>(STOP).await?;
                let spoken = orca.unheard_utterances();
                desktop.keys(&["Tab"])?;
                let moved = async || card.script::<Option<usize>>(STOP).await;
                let now = until("the next stop", moved, |now| *now != before).await?;
                // Who goes on at once does not hear where they are.
                let speaks = async || Ok(orca.unheard_utterances());
                until("a word of this stop", speaks, |now| *now > spoken).await?;
                tokio::time::sleep(AT_A_STOP).await;
                if now.is_some() && card.focused().await? == part {
                    return Ok(());
                }
            }
            bail!("no {part} by Tab")
        })
        .await
    }
}

/// So long does a person stay at a stop, at least.
const AT_A_STOP: Duration = Duration::from_millis(300);

/// The place in the card of what has the focus.
const STOP: &str = "
    const { shadowRoot } = element;
    const at = [...shadowRoot.querySelectorAll('*')].indexOf(shadowRoot.activeElement);
    return at < 0 ? null : at;";

/// Makes sure that these were announced, each once, and nothing else.
///
/// # Errors
///
/// When it was not so: with what was spoken.
pub fn announces(heard: &[Utterance], sentences: &[&str]) -> Result<()> {
    let announced = heard.iter().filter(|utterance| utterance.is_announced);
    ensure!(
        announced.map(|utterance| utterance.text.as_str()).eq(sentences.iter().copied()),
        "not {sentences:?} were announced, but:\n{}",
        lines(heard).join("\n")
    );
    Ok(())
}
