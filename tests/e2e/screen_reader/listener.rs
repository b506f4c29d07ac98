//! A person who does the main job by keyboard and listens.

use anyhow::{Result, ensure};

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
    /// Does something, and takes down what is spoken then.
    pub async fn hear(
        &mut self,
        heading: &str,
        act: impl AsyncFnOnce(&Desktop, &Card) -> Result<()>,
    ) -> Result<Vec<Utterance>> {
        act(self.desktop, self.card).await?;
        let expected = self.script.next();
        let is_it = |heard: &[Utterance]| expected.is_some_and(|expected| lines(heard) == expected);
        let wanted: &dyn Fn(&[Utterance]) -> bool = &is_it;
        let heard = self.orca.listen(expected.is_some().then_some(wanted)).await;
        self.script.note(heading, &heard);
        Ok(heard)
    }

    /// Presses keys, and takes down what is spoken then.
    pub async fn press(&mut self, heading: &str, keys: &[&str]) -> Result<Vec<Utterance>> {
        self.hear(heading, async |desktop, _| desktop.keys(keys)).await
    }

    /// Puts the focus into a part, as a press of the pointer does.
    pub async fn focus(&mut self, part: &str) -> Result<Vec<Utterance>> {
        let heading = format!("Focus {part}");
        let focus = format!("element.shadowRoot.querySelector('[part~={part}]').focus();");
        self.hear(&heading, async |_, card| card.script(&focus).await).await
    }

    /// Goes on by Tab until a part has the focus.
    pub async fn tab_to(&mut self, part: &str) -> Result<Vec<Utterance>> {
        let heading = format!("Tab, to {part}");
        self.hear(&heading, async |desktop, card| {
            for _ in 0..30 {
                let before = card.script::<Option<usize>>(STOP).await?;
                desktop.keys(&["Tab"])?;
                let moved = async || card.script::<Option<usize>>(STOP).await;
                let now = until("the next stop", moved, |now| *now != before).await?;
                if now.is_some() && card.focused().await? == part {
                    return Ok(());
                }
            }
            ensure!(false, "no {part} by Tab");
            Ok(())
        })
        .await
    }
}

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
