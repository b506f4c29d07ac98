//! A press that repairs the draft while an input method composes, by somebody who types
//! on at once.

use anyhow::Result;

use super::method::Method;
use super::posts::{campaign, rules};
use super::writer::Writer;
use crate::engine::Engine;
use crate::wait::until;

/// What somebody types, and what it is then.
struct Typed {
    keys: &'static str,
    shown: &'static str,
    chosen: &'static str,
    key: &'static str,
}

async fn tag_and_letters(
    engine: Engine,
    method: Method,
    language: &str,
    tag: &str,
    words: [Typed; 3],
) -> Result<()> {
    let [before, open, next] = words;
    let desktop = method.desktop().await?;
    desktop
        .play(engine, campaign(language, tag), async |stage| {
            let card = stage.open_card().await?;
            let mut writer = Writer::sit_down(&desktop, &card, method, rules(tag)).await?;
            writer.word(before.keys, before.shown, before.key, before.chosen).await?;
            writer.compose(open.keys, open.shown).await?;
            desktop.press(&card, "insert-tag").await?;
            desktop.type_keys(next.keys)?;
            desktop.keys(&[next.key])?;
            let mut parts = [before.chosen, open.shown, next.chosen, tag];
            parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
            let once = |draft: &String| {
                let rest = parts.iter().try_fold(draft.clone(), |draft, part| {
                    (draft.matches(part).count() == 1).then(|| draft.replacen(part, "", 1))
                });
                rest.is_some_and(|rest| rest.trim().is_empty())
            };
            until(&format!("{parts:?}, each once"), async || card.draft().await, once).await?;
            Ok(())
        })
        .await
}

pub async fn pinyin(engine: Engine) -> Result<()> {
    let words = [
        Typed { keys: "diyici", shown: "di yi ci", key: "space", chosen: "第一次" },
        Typed { keys: "nihao", shown: "ni hao", key: "space", chosen: "你好" },
        Typed { keys: "tiyan", shown: "ti yan", key: "space", chosen: "体验" },
    ];
    tag_and_letters(engine, Method::Pinyin, "zh-CN", "#Gate xStocks 交易#", words).await
}
