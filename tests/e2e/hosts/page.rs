//! What the host pages have in common: buttons that change what they bind to
//! the element, and lists of what they heard from it.

use anyhow::Result;
use thirtyfour::By;

use crate::card::Card;
use crate::harness::Stage;
use crate::wait::until;

/// An open host page.
pub struct Page<'a> {
    stage: &'a Stage,
    /// Its card.
    pub card: Card,
}

impl Page<'_> {
    /// The page that is open, once its card is there.
    pub async fn ready(stage: &Stage) -> Result<Page<'_>> {
        let card = async || Ok(stage.browser.find(By::Css("campaign-widget")).await.is_ok());
        until("the element", card, |is_there| *is_there).await?;
        Ok(Page { stage, card: stage.card("campaign-widget").await? })
    }

    /// Presses the page's own button of this id.
    pub async fn press(&self, id: &str) -> Result<()> {
        self.stage.script(&format!("document.getElementById('{id}').click();")).await
    }

    /// Waits until the page has been drawn so many times more.
    pub async fn wait_for_renders(&self, times: u32) -> Result<()> {
        let count = "return Number(document.getElementById('renders').textContent);";
        let look = async || self.stage.script::<u32>(count).await;
        let wanted = look().await? + times;
        until(&format!("{wanted} renders"), look, |renders| *renders >= wanted).await?;
        Ok(())
    }

    /// Waits until the element is on the page, or is not.
    pub async fn wait_for_card(&self, wanted: bool) -> Result<()> {
        let there = "return document.querySelector('campaign-widget') !== null;";
        let look = async || self.stage.script::<bool>(there).await;
        until("the element", look, |is_there| *is_there == wanted).await?;
        Ok(())
    }

    /// Waits until the page's own listeners have heard all of these events.
    pub async fn wait_to_hear(&self, names: &[&str]) -> Result<()> {
        let list =
            "return [...document.querySelectorAll('#heard li')].map((li) => li.textContent);";
        let look = async || self.stage.script::<Vec<String>>(list).await;
        let all = |heard: &Vec<String>| names.iter().all(|name| heard.iter().any(|h| h == name));
        until(&format!("{names:?}"), look, all).await?;
        Ok(())
    }

    /// Waits until the page's own list has these posts, in the same state.
    pub async fn wait_for_links(&self, posts: &[String], state: &str) -> Result<()> {
        let list = "return [...document.querySelectorAll('#links li')]
            .map(({ dataset }) => [dataset.postId, dataset.state]);";
        let look = async || self.stage.script::<Vec<(String, String)>>(list).await;
        let mut wanted: Vec<_> =
            posts.iter().map(|post| (post.clone(), state.to_owned())).collect();
        wanted.sort();
        let same = |seen: &Vec<(String, String)>| {
            let mut seen = seen.clone();
            seen.sort();
            seen == wanted
        };
        until(&format!("{wanted:?}"), look, same).await?;
        Ok(())
    }
}
