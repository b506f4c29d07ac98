//! A press that writes into the draft while an input method composes, by somebody who
//! types on at once.

use std::cmp::Reverse;

use anyhow::{Result, ensure};
use serde_json::Value;

use super::method::Method;
use super::posts::{campaign, rules};
use super::writer::Writer;
use crate::card::Card;
use crate::desktop::Desktop;
use crate::engine::Engine;
use crate::harness::Stage;
use crate::wait::until;

/// What somebody types, and what becomes of it.
struct Word {
    keys: &'static str,
    shown: &'static str,
    /// The key that chooses; none where the input method does not compose.
    key: Option<&'static str>,
    chosen: &'static str,
}

const fn word(
    keys: &'static str,
    shown: &'static str,
    key: &'static str,
    chosen: &'static str,
) -> Word {
    Word { keys, shown, key: Some(key), chosen }
}

const fn plain(keys: &'static str) -> Word {
    Word { keys, shown: "", key: None, chosen: keys }
}

/// A draft, and a press.
struct Scene {
    method: Method,
    language: &'static str,
    tag: &'static str,
    /// What is written, and stays.
    story: Word,
    /// What is written, and the press replaces by the tag.
    near_miss: Vec<Word>,
    /// What is composed when the press comes.
    open: Word,
    /// The part of the card that is pressed.
    press: &'static str,
    /// What is typed at once after it.
    next: Word,
}

impl Scene {
    async fn play(&self, engine: Engine) -> Result<()> {
        let desktop = self.method.desktop().await?;
        let test = async |stage: &Stage| {
            let card = stage.open_card().await?;
            let rules = rules(self.tag);
            let mut writer = Writer::sit_down(&desktop, &card, self.method, rules).await?;
            for Word { keys, shown, key, chosen } in self.near_miss.iter().chain([&self.story]) {
                match key {
                    Some(key) => writer.word(keys, shown, key, chosen).await?,
                    None => writer.plain(keys, chosen).await?,
                }
            }
            writer.compose(self.open.keys, self.open.shown).await?;
            desktop.press(&card, self.press).await?;
            let is_there = |draft: &String| draft.contains(self.tag);
            until("the tag", async || card.draft().await, is_there).await?;
            desktop.type_keys(self.next.keys)?;
            desktop.keys(self.next.key.as_slice())?;
            let parts = [self.story.chosen, self.open.shown, self.next.chosen, self.tag];
            let fits =
                |draft: &Option<String>| draft.as_ref().is_some_and(|draft| has_once(draft, parts));
            let what = format!("{parts:?}, each once");
            let draft = until(&what, async || writer.chosen().await, fits).await?;
            takes_back(engine, &desktop, &card, &draft.unwrap_or_default()).await
        };
        desktop.play(engine, campaign(self.language, self.tag), test).await
    }
}

/// Whether each of the parts is there once, and nothing else but spaces.
fn has_once(draft: &str, mut parts: [&str; 4]) -> bool {
    parts.sort_by_key(|part| Reverse(part.len()));
    let rest = parts.iter().try_fold(draft.to_owned(), |draft, part| {
        (draft.matches(part).count() == 1).then(|| draft.replacen(part, "", 1))
    });
    rest.is_some_and(|rest| rest.trim().is_empty())
}

/// Undo takes back the last step, and redo brings it again.
async fn takes_back(engine: Engine, desktop: &Desktop, card: &Card, draft: &str) -> Result<()> {
    let step = async |name: &str, keys: &str| match engine {
        // MiniBrowser has no keys for them.
        Engine::WebKit => {
            let command = format!("return document.execCommand('{name}');");
            let done: Value = card.script(&command).await?;
            ensure!(done == true, "{name}: {done}");
            Ok(())
        }
        Engine::Chromium | Engine::Firefox => desktop.keys(&[keys]),
    };
    step("undo", "ctrl+z").await?;
    let is_back = |seen: &String| seen.chars().count() < draft.chars().count();
    until("one step back", async || card.draft().await, is_back).await?;
    step("redo", "ctrl+shift+z").await?;
    card.wait_for_draft(draft).await
}

pub async fn insertion_amid_pinyin(engine: Engine) -> Result<()> {
    let scene = Scene {
        method: Method::Pinyin,
        language: "zh-CN",
        tag: "#Gate xStocks 交易#",
        story: word("diyici", "di yi ci", "space", "第一次"),
        near_miss: Vec::new(),
        open: word("nihao", "ni hao", "space", "你好"),
        press: "insert-tag",
        next: word("tiyan", "ti yan", "space", "体验"),
    };
    scene.play(engine).await
}

pub async fn repair_amid_pinyin(engine: Engine) -> Result<()> {
    let scene = Scene {
        method: Method::Pinyin,
        language: "zh-CN",
        tag: "#Gate 交易#",
        story: word("diyici", "di yi ci", "space", "第一次"),
        near_miss: vec![
            plain("#"),
            word("gate", "ga te", "Return", "gate"),
            plain(" "),
            word("jiaoyi", "jiao yi", "space", "交易"),
            plain("# "),
        ],
        open: word("nihao", "ni hao", "space", "你好"),
        press: "fix",
        next: word("tiyan", "ti yan", "space", "体验"),
    };
    scene.play(engine).await
}

pub async fn insertion_amid_kana(engine: Engine) -> Result<()> {
    let scene = Scene {
        method: Method::Mozc,
        language: "ja",
        tag: "#Gate 取引#",
        story: word("kyou", "きょう", "Return", "きょう"),
        near_miss: Vec::new(),
        open: word("arigatou", "ありがとう", "Return", "ありがとう"),
        press: "insert-tag",
        next: word("tanoshii", "たのしい", "Return", "たのしい"),
    };
    scene.play(engine).await
}

pub async fn insertion_amid_hangul(engine: Engine) -> Result<()> {
    let scene = Scene {
        method: Method::Hangul,
        language: "ko",
        tag: "#게이트 거래#",
        story: plain(". "),
        near_miss: Vec::new(),
        open: word("rk", "가", "space", "가"),
        press: "insert-tag",
        next: word("sk", "나", "space", "나 "),
    };
    scene.play(engine).await
}
