//! `cargo xtask doctor`: examines the endpoint of a campaign file.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use xtask::doctor::{Examination, Finding, read};

/// Examine the endpoint of a campaign file.
#[derive(Debug, Parser)]
#[command(name = "doctor")]
struct Order {
    /// The campaign file.
    file: PathBuf,
    /// The origin of the page with the card.
    #[arg(long)]
    page: String,
    /// Hand in links to a test post.
    #[arg(long = "send")]
    sends: bool,
}

fn main() -> ExitCode {
    match run(&Order::parse()) {
        Ok(0) => {
            println!("Nothing is wrong.");
            ExitCode::SUCCESS
        }
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what is found, and returns how much of it is wrong.
fn run(order: &Order) -> Result<usize> {
    let path = order.file.display();
    let text = fs::read_to_string(&order.file).with_context(|| format!("cannot read {path}"))?;
    let campaign = read(&text).with_context(|| path.to_string())?;
    let mut wrong = 0;
    let mut tell = |finding: Finding| {
        println!("{finding}");
        wrong += usize::from(matches!(finding, Finding::Ill { .. }));
    };
    tell(Finding::Sound(format!("{path} is a sound campaign file.")));
    Examination { campaign: &campaign, page: &order.page, sends: order.sends }.run(&mut tell)?;
    Ok(wrong)
}
