//! The campaign file, as far as it matters here.

use std::fmt::Write;

use anyhow::{Result, anyhow, bail};
use campaign_widget::campaign::{self, Endpoint, Problem, repeated};
use campaign_widget::json::Json;
use campaign_widget::language::{FILES, Language};

/// A campaign whose file is sound.
#[derive(Debug)]
pub struct Campaign {
    /// Its id.
    pub id: String,
    /// Where its links go, if they are delivered.
    pub endpoint: Option<Endpoint>,
}

/// Reads a campaign file.
///
/// # Errors
///
/// With every problem of the file, in the card's words.
pub fn read(text: &str) -> Result<Campaign> {
    let parse = |text: &str| serde_json::from_str(text).ok();
    let file: Json = serde_json::from_str(text).map_err(|error| anyhow!("not JSON: {error}"))?;
    let mut problems = repeated(text);
    let read = campaign::Campaign::read(&file);
    problems.extend(read.as_ref().err().cloned().unwrap_or_default());
    let endpoint = serde_json::to_value(&file)?.pointer("/questionnaire/endpoint").cloned();
    let endpoint = endpoint.map(serde_json::from_value::<Json>).transpose()?;
    let endpoint = endpoint.map(|endpoint| Endpoint::read(&endpoint, &parse)).transpose();
    problems.extend(endpoint.as_ref().err().cloned().unwrap_or_default());
    match (read, endpoint) {
        (Ok(campaign), Ok(endpoint)) if problems.is_empty() => {
            Ok(Campaign { id: campaign.id, endpoint })
        }
        _ => bail!("{}", in_words(&problems)?),
    }
}

fn in_words(problems: &[Problem]) -> Result<String> {
    let file = FILES.iter().find(|file| file.tag == "en");
    let file = file.ok_or_else(|| anyhow!("the widget speaks no English"))?;
    // Of English plurals there are two.
    let plural = |_: &str, count: usize| if count == 1 { "one" } else { "other" }.to_owned();
    let english = Language::read(file.early, plural);
    english.add(file.forms);
    let mut words = english
        .trouble(&campaign::Trouble::Invalid { problems: problems.to_vec(), endpoint: None });
    for problem in problems {
        write!(words, "\n- {}: {}", problem.path, english.flaw(&problem.flaw))?;
    }
    Ok(words)
}
