//! The pictures of the gallery that are kept, in `tests/e2e/pictures`: the card looks
//! as they show it, so that a change of look is decided.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::gallery::album::{self, Picture};
use crate::gallery::difference::difference;
use crate::gallery::image::Image;
use crate::harness::{Stage, on_stage};

/// How to agree to what has changed.
const ACCEPT: &str = "If that is what you want, `cargo xtask screenshots` takes them anew.";

/// How long a card that looks different may go on changing, on a busy machine too.
const LATE: Duration = Duration::from_secs(2);

/// After so many pictures that differ, the look is another, and no card is late.
const FEW: usize = 5;

#[tokio::test]
async fn every_state_looks_as_it_did() -> Result<()> {
    on_stage(album::setup(), async |stage| {
        album::prepare(stage).await?;
        if !has_same_fonts(stage).await? {
            // Written as it stands: what a test prints is seen only if it fails.
            writeln!(
                std::io::stderr(),
                "\n== PICTURES NOT COMPARED: tests/e2e/pictures was taken with other fonts than \
                 those of this machine. Each card is only brought to its state.\n"
            )?;
            for picture in album::album() {
                album::show(stage, &picture).await.with_context(|| picture.file())?;
            }
            return Ok(());
        }
        // Those of an earlier run would be taken for this one's.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let mut changed = Vec::new();
        for picture in album::album() {
            let patience = if changed.len() < FEW { LATE } else { Duration::ZERO };
            let said = compare(stage, &picture, &folder, patience).await;
            changed.extend(said.with_context(|| picture.file())?);
        }
        ensure!(
            changed.is_empty(),
            "the look has changed:\n{}\nThe new pictures, and what differs, are in target/pictures. {ACCEPT}",
            changed.join("\n")
        );
        Ok(())
    })
    .await
}

/// Whether this machine shows letters as the one did that took the pictures.
async fn has_same_fonts(stage: &Stage) -> Result<bool> {
    let file = album::folder().join(album::FONTS);
    let kept = fs::read_to_string(&file).with_context(|| {
        format!("there is no {}: `cargo xtask screenshots` writes it", file.display())
    })?;
    Ok(kept == album::fonts(stage).await?)
}

/// What is still different, after some `patience`, on a picture from the one that is kept.
/// Both, where that is something, go into `folder`.
async fn compare(
    stage: &Stage,
    picture: &Picture,
    folder: &Path,
    patience: Duration,
) -> Result<Option<String>> {
    let file = picture.file();
    let kept = album::folder().join(&file);
    album::show(stage, picture).await?;
    if !kept.exists() {
        write(&folder.join(&file), &album::take(stage).await?)?;
        return Ok(Some(format!("{file} is not kept yet")));
    }
    let kept = Image::read(&fs::read(kept)?)?;
    let start = Instant::now();
    let (taken, found) = loop {
        let taken = album::take(stage).await?;
        let Some(found) = difference(&kept, &Image::read(&taken)?) else { return Ok(None) };
        if start.elapsed() > patience {
            break (taken, found);
        }
        tokio::time::sleep(LATE / 10).await;
    };
    write(&folder.join(&file), &taken)?;
    let name = file.replace(".png", "-difference.png");
    write(&folder.join(name), &found.picture.to_png(256)?)?;
    Ok(Some(format!("{file} {}", found.said)))
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::create_dir_all(file.parent().context("a folder")?)?;
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

#[test]
fn no_picture_is_kept_that_nobody_compares() -> Result<()> {
    let names: Vec<String> = album::album().iter().map(Picture::file).collect();
    let forgotten: Vec<_> =
        album::kept()?.into_iter().filter(|kept| !names.contains(kept)).collect();
    ensure!(forgotten.is_empty(), "tests/e2e/pictures has {forgotten:?}. {ACCEPT}");
    Ok(())
}
