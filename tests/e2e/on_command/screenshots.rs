//! The pictures in the README, of the card on the announcement page; and those of the
//! gallery that the tests compare.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::album::{self, Picture as InGallery};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::image::Image;
use crate::setup::Setup;
use crate::wait::until;

/// The middle of the first campaign.
const PAGE: &str = "/?preview-at=2025-07-06T12:00:00%2B08:00";

/// Tall enough for the whole card, in CSS pixels.
const HEIGHT: u32 = 2600;

/// The largest picture that the repository takes, in bytes.
const LARGEST: usize = 200_000;

/// The largest picture of the gallery, of which there are many, in bytes.
const LARGEST_IN_GALLERY: usize = 60_000;

/// What comes after a card is in its state has come by then.
const LATE: Duration = Duration::from_secs(1);

/// How many colours one of the gallery keeps. All areas of the card have less than 20.
const COLOURS: usize = 40;

/// One picture, and the reader who sees it.
struct Picture {
    file: &'static str,
    width: u32,
    scheme: &'static str,
    language: &'static str,
    time_zone: &'static str,
    /// Half written: the tag is a near miss, and the text is too short.
    draft: &'static str,
}

const ZH: &str = "第一次买苹果股票，夜里也能成交。#Gate xStocks交易体验#";
const EN: &str = "Bought my first xStock on a Sunday night. #gate xstocks trading share#";

const PICTURES: [Picture; 4] = [
    Picture {
        file: "card-360-light-zh.png",
        width: 360,
        scheme: "light",
        language: "zh-CN",
        time_zone: "Asia/Shanghai",
        draft: ZH,
    },
    Picture {
        file: "card-360-dark-zh.png",
        width: 360,
        scheme: "dark",
        language: "zh-CN",
        time_zone: "Asia/Shanghai",
        draft: ZH,
    },
    Picture {
        file: "card-1280-light-zh.png",
        width: 1280,
        scheme: "light",
        language: "zh-CN",
        time_zone: "Asia/Shanghai",
        draft: ZH,
    },
    Picture {
        file: "card-1280-light-en.png",
        width: 1280,
        scheme: "light",
        language: "en",
        time_zone: "Europe/London",
        draft: EN,
    },
];

/// Takes all pictures anew, into `folder`.
///
/// # Errors
///
/// When the card does not come to look as it should, or a picture is too large.
pub async fn take_all(folder: &Path) -> Result<()> {
    for picture in &PICTURES {
        let setup = Setup::new().viewport(picture.width, HEIGHT);
        on_stage(setup, async |stage| {
            stage.move_to(picture.time_zone).await?;
            stage.prefer(&[("prefers-color-scheme", picture.scheme)]).await?;
            stage.open(PAGE).await?;
            let card = stage.card("#card").await?;
            speak(stage, picture.language).await?;
            write_half(&card, picture.draft).await?;
            take(stage, &folder.join(picture.file)).await
        })
        .await
        .context(picture.file)?;
    }
    Ok(())
}

/// Takes all pictures of the gallery anew, and removes those that nobody takes any more.
///
/// # Errors
///
/// When a card does not come to its state, or a picture is too large.
pub async fn take_gallery() -> Result<()> {
    on_stage(album::setup(), async |stage| {
        album::prepare(stage).await?;
        let folder = album::folder();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(album::FONTS), album::fonts(stage).await?)?;
        let pictures = album::album();
        for picture in &pictures {
            let file = picture.file();
            album::show(stage, picture).await.with_context(|| file.clone())?;
            tokio::time::sleep(LATE).await;
            let taken = album::take(stage).await.with_context(|| file.clone())?;
            let png = Image::read(&taken)?.to_png(COLOURS)?;
            let size = png.len();
            ensure!(size <= LARGEST_IN_GALLERY, "{file} has {size} bytes");
            fs::write(folder.join(file), png)?;
        }
        let names: Vec<String> = pictures.iter().map(InGallery::file).collect();
        for kept in album::kept()?.iter().filter(|kept| !names.contains(kept)) {
            fs::remove_file(folder.join(kept))?;
        }
        Ok(())
    })
    .await
}

/// Gives the card a language, and chooses the campaign's wording in it.
async fn speak(stage: &Stage, language: &str) -> Result<()> {
    let script = "const card = document.querySelector('#card');
        card.lang = arguments[0];
        card.shadowRoot.querySelector(`[data-language=${arguments[0]}]`).click();";
    stage.browser.execute(script, vec![json!(language)]).await?;
    Ok(())
}

async fn write_half(card: &Card, draft: &str) -> Result<()> {
    card.paste_draft(draft).await?;
    let half = |(count, minimum): &(u32, u32)| (1..*minimum).contains(count);
    until("a draft that is too short", async || card.count().await, half).await?;
    Ok(())
}

async fn take(stage: &Stage, file: &Path) -> Result<()> {
    // A caret blinks, and the mark of the focus hides the field's own border.
    let rest = "document.querySelector('#card').shadowRoot.activeElement?.blur();";
    stage.browser.execute(rest, vec![]).await?;
    let picture = stage.browser.find(By::Id("card")).await?.screenshot_as_png().await?;
    let size = picture.len();
    ensure!(size <= LARGEST, "{size} bytes are more than the {LARGEST} that a picture may have");
    fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
}
