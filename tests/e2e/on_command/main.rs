//! What uses the stage of the end-to-end tests and tests nothing: it measures
//! or takes pictures, on the command of `cargo xtask bench` or
//! `cargo xtask screenshots`.
//!
//! The environment variables are those of the tests.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "helpers of tests are tests, too")]
#![expect(dead_code, reason = "the tests use the rest of the stage")]

#[path = "../gallery/album.rs"]
mod album;
#[path = "../browsers.rs"]
mod browsers;
#[path = "../card.rs"]
mod card;
#[path = "../desktop/mod.rs"]
mod desktop;
#[path = "../engine.rs"]
mod engine;
#[path = "../harness.rs"]
mod harness;
#[path = "../gallery/image.rs"]
mod image;
mod press;
mod race;
#[path = "../reader.rs"]
mod reader;
mod screenshots;
#[path = "../scripts.rs"]
mod scripts;
#[path = "../setup.rs"]
mod setup;
mod speed;
#[path = "../surface.rs"]
mod surface;
#[path = "../wait.rs"]
mod wait;
#[path = "../window.rs"]
mod window;

use std::env;
use std::path::Path;

use anyhow::{Result, bail};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["speed"] => speed::measure().await,
        ["race", peers] => race::measure(Path::new(peers)).await,
        ["screenshots", folder] => {
            screenshots::take_all(Path::new(folder)).await?;
            screenshots::take_gallery().await
        }
        _ => bail!("usage: on-command speed | race <folder> | screenshots <folder>"),
    }
}
