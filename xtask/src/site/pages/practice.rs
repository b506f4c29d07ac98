//! The announcement page with a place to practise, in each language: a campaign that
//! is open today, and whose links go to the local questionnaire.

use std::path::Path;

use anyhow::{Context, bail};
use chrono::{DateTime, Days, FixedOffset, NaiveDate, Utc};
use serde_json::{Value, json};

use super::files::{self, File};

/// In the announcement page: where the place to practise goes.
const MARKER: &str = "<!-- practice -->";

/// An announcement page.
pub(super) struct Page {
    /// Where it is served.
    path: &'static str,
    /// Its file in `dist`.
    file: &'static str,
    /// The place to practise, in its language.
    section: &'static str,
}

const PAGES: [Page; 2] = [
    Page { path: "/", file: "index.html", section: include_str!("practice.html") },
    Page { path: "/en.html", file: "en.html", section: include_str!("practice.en.html") },
];

/// The announcement page that is served at a path.
pub(super) fn page_at(path: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.path == path)
}

/// The questionnaire of the first campaign.
const QUESTIONNAIRE: u32 = 6854;

/// Milliseconds from 1970 to the first instant of X's post ids.
const FIRST_INSTANT_OF_IDS: i64 = 1_288_834_974_657;

/// The announcement page. Without the marker it is as it was built.
pub(super) fn announcement(
    dist: &Path,
    page: &Page,
    questionnaire: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<File> {
    let mut file = built(dist, page.file)?;
    let html = String::from_utf8(file.body).context("the announcement is not UTF-8")?;
    let section = page
        .section
        .replace("{{questionnaire}}", &form(questionnaire))
        .replace("{{sample}}", &sample_link(now));
    file.body = html.replacen(MARKER, &section, 1).into_bytes();
    Ok(file)
}

/// The campaign to practise on: the first campaign, open from yesterday to
/// the day after tomorrow, both in full, as the days are in UTC+8.
pub(super) fn campaign(
    dist: &Path,
    questionnaire: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<File> {
    let mut file = built(dist, "campaigns/gate-xstocks.json")?;
    let mut campaign: Value =
        serde_json::from_slice(&file.body).context("gate-xstocks.json is not JSON")?;
    let (Some(campaign_fields), form) = (campaign.as_object_mut(), form(questionnaire)) else {
        bail!("gate-xstocks.json is not an object");
    };
    let (start, end) = window(now)?;
    campaign_fields.insert("id".into(), json!("gate-xstocks-practice"));
    campaign_fields.insert("window".into(), json!({ "start": start, "end": end }));
    let asks = campaign_fields
        .get_mut("questionnaire")
        .and_then(Value::as_object_mut)
        .context("gate-xstocks.json has no questionnaire")?;
    asks.insert("page".into(), json!(form));
    asks.insert("endpoint".into(), json!({ "address": form }));
    asks.remove("until");
    file.body = serde_json::to_vec_pretty(&campaign)?;
    Ok(file)
}

fn built(dist: &Path, path: &str) -> anyhow::Result<File> {
    files::read(dist, path)?.with_context(|| format!("{path} has not been built"))
}

fn form(questionnaire: &str) -> String {
    format!("{questionnaire}/questionnaire/{QUESTIONNAIRE}")
}

/// A link to a post that would have been made at `now`, with an odd number, which
/// nothing has rounded.
fn sample_link(now: DateTime<Utc>) -> String {
    let id = ((now.timestamp_millis() - FIRST_INSTANT_OF_IDS) << 22) + 1;
    format!("https://x.com/gate_user/status/{id}")
}

/// The first and last instant, as a campaign file writes them.
fn window(now: DateTime<Utc>) -> anyhow::Result<(String, String)> {
    let zone = FixedOffset::east_opt(8 * 3600).context("UTC+8 is an offset")?;
    let today = now.with_timezone(&zone).date_naive();
    let day = |date: Option<NaiveDate>| date.context("the calendar has ended");
    let first = day(today.checked_sub_days(Days::new(1)))?;
    let last = day(today.checked_add_days(Days::new(2)))?;
    Ok((format!("{first}T00:00:00+08:00"), format!("{last}T24:00:00+08:00")))
}
