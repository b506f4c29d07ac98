//! The fields of the campaign file, and how it is read.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;

use super::address::is_address;
use super::endpoint::Endpoint;
use super::locale::is_language;
use super::options::{Minimum, Platform, Unit};
use super::problem::{Flaw, Problem};
use super::reader::{Node, Problems};
use super::schema_parts;
use super::tag::is_tag;
use super::window::Window;
use crate::json::Json;
use crate::time::read_moment;

/// A campaign, as its file describes it.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub struct Campaign {
    /// A short id of your own for the campaign: letters, digits, `-`, `_` and
    /// `.`, at most 64. Readers' drafts and links are stored under it, so give
    /// every campaign its own and never change it once published.
    #[schemars(schema_with = "schema_parts::id")]
    pub id: String,
    /// When the campaign is open.
    pub window: Window,
    /// Where readers submit the link to their post.
    pub questionnaire: Questionnaire,
    /// The page of the full announcement. Starts with `https://`.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::address")]
    pub details: Option<String>,
    /// The page where the post is written, for example Gate Square's
    /// composer. Starts with `https://`.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::address")]
    pub compose: Option<String>,
    /// The texts and rules of the campaign, by language, such as `zh-CN` or
    /// `en`. Readers of no listed language see the first.
    #[schemars(with = "BTreeMap<String, Wording>", extend("minProperties" = 1))]
    pub languages: Vec<(String, Wording)>,
}

/// The texts and rules of the campaign in one language.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub struct Wording {
    /// The name of the campaign, as readers see it.
    #[schemars(schema_with = "schema_parts::text")]
    pub title: String,
    /// The hashtag that a post must include, exactly as announced and with its
    /// signs: `#one` or `#two words#`.
    #[schemars(schema_with = "schema_parts::tag")]
    pub tag: String,
    /// The minimum length of a post. The hashtag, links, mentions and spaces do
    /// not count.
    pub minimum: Minimum,
    /// The account to follow, such as `@Gate广场_Official`.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::text")]
    pub follow: Option<String>,
    /// The page of that account, on which readers follow it. Without it, a name
    /// that X would take leads to X. Starts with `https://`.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::address")]
    pub follow_page: Option<String>,
    /// The rewards, one line each.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::texts")]
    pub rewards: Vec<String>,
    /// Questions that help readers to start writing, one line each. They are
    /// shown and never inserted into the post.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::texts")]
    pub prompts: Vec<String>,
}

/// Where and how links are submitted.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub struct Questionnaire {
    /// The page of the form that people fill in. Starts with `https://`.
    #[schemars(schema_with = "schema_parts::address")]
    pub page: String,
    /// Where and how the widget submits links. Without it, the widget copies the
    /// link and opens the page instead.
    #[serde(default)]
    #[schemars(with = "Endpoint")]
    pub endpoint: Option<Json>,
    /// The platforms whose posts are accepted; only X if left out.
    #[serde(default = "x_alone")]
    #[schemars(schema_with = "schema_parts::platforms")]
    pub accepts: Vec<Platform>,
    /// Until when links are accepted, not before the end of the window; if left
    /// out, until the window ends. With an offset: `2025-07-10T24:00:00+08:00`.
    #[serde(default)]
    #[schemars(schema_with = "schema_parts::moment")]
    pub until: Option<DateTime<FixedOffset>>,
}

fn x_alone() -> Vec<Platform> {
    vec![Platform::X]
}

impl Campaign {
    /// Reads a campaign file, but for its endpoint: [`Endpoint::read`] does that where
    /// links are delivered, since the countdown need not wait for it.
    ///
    /// # Errors
    /// Returns every problem of the file, in the order of its fields.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::campaign::{Campaign, Flaw};
    /// use campaign_widget::json::Json;
    ///
    /// let file = r##"{
    ///     "id": "spring-2026",
    ///     "window": { "start": "2026-03-01T10:00:00+08:00", "end": "2026-03-07T24:00:00+08:00" },
    ///     "questionnaire": { "page": "https://forms.example/spring" },
    ///     "languages": {
    ///         "en": { "title": "Spring", "tag": "#MySpring", "minimum": { "count": 20, "unit": "words" } }
    ///     }
    /// }"##;
    /// let campaign = Campaign::read(&serde_json::from_str(file)?).expect("nothing is wrong with it");
    /// assert_eq!(campaign.window.end.to_rfc3339(), "2026-03-08T00:00:00+08:00");
    ///
    /// // A slip of the pen does not hide what is missing.
    /// let slip: Json = serde_json::from_str(&file.replace("\"id\"", "\"ident\""))?;
    /// let problems = Campaign::read(&slip).expect_err("two things are wrong with it");
    /// assert_eq!((problems[0].path.as_str(), &problems[0].flaw), ("id", &Flaw::Missing));
    /// assert_eq!(problems[1].path, "ident");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn read(file: &Json) -> Result<Campaign, Vec<Problem>> {
        let mut problems = Problems::new();
        let root = Node { value: file, path: String::new() };
        match campaign(root, &mut problems) {
            Some(campaign) if problems.is_empty() => Ok(campaign),
            _ => Err(problems),
        }
    }

    /// Returns the first instant at which links are no longer accepted.
    pub fn links_until(&self) -> DateTime<FixedOffset> {
        self.questionnaire.until.unwrap_or(self.window.end)
    }
}

fn campaign(root: Node<'_>, problems: &mut Problems) -> Option<Campaign> {
    let mut object = root.object(problems)?;
    // Editors find the schema by it; nothing here depends on it.
    object.optional("$schema").and_then(|node| node.text(problems));
    let id = object
        .required("id", problems)
        .and_then(|node| node.text_that(is_id, Flaw::NotAnId, problems));
    let window = object.required("window", problems).and_then(|node| window(node, problems));
    let end = window.as_ref().map(|window| window.end);
    let questionnaire = object
        .required("questionnaire", problems)
        .and_then(|node| questionnaire(node, end, problems));
    let details = address(object.optional("details"), problems);
    let compose = address(object.optional("compose"), problems);
    let languages =
        object.required("languages", problems).and_then(|node| languages(&node, problems));
    object.finish(problems);
    Some(Campaign {
        id: id?,
        window: window?,
        questionnaire: questionnaire?,
        details,
        compose,
        languages: languages?,
    })
}

fn window(node: Node<'_>, problems: &mut Problems) -> Option<Window> {
    let mut object = node.object(problems)?;
    let start = moment(object.required("start", problems), problems);
    let end = object.required("end", problems);
    let end_path = end.as_ref().map(|node| node.path.clone()).unwrap_or_default();
    let end = moment(end, problems);
    object.finish(problems);
    let window = Window { start: start?, end: end? };
    if window.end <= window.start {
        problems.push(Problem { path: end_path, flaw: Flaw::EndsBeforeItStarts });
    }
    Some(window)
}

fn questionnaire(
    node: Node<'_>,
    window_end: Option<DateTime<FixedOffset>>,
    problems: &mut Problems,
) -> Option<Questionnaire> {
    let mut object = node.object(problems)?;
    let page = object.required("page", problems);
    let page = address(page, problems);
    let endpoint = object.optional("endpoint").map(|node| node.value.clone());
    let accepts = object.optional("accepts").and_then(|node| accepts(&node, problems));
    let until = object.optional("until");
    let until_path = until.as_ref().map(|node| node.path.clone()).unwrap_or_default();
    let until = moment(until, problems);
    if until.zip(window_end).is_some_and(|(until, end)| until < end) {
        problems.push(Problem { path: until_path, flaw: Flaw::UntilBeforeEnd });
    }
    object.finish(problems);
    Some(Questionnaire { page: page?, endpoint, accepts: accepts.unwrap_or_else(x_alone), until })
}

fn accepts(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<Platform>> {
    let items = node.list(problems)?;
    if items.is_empty() {
        return node.fault(Flaw::Empty, problems);
    }
    let mut platforms = Vec::new();
    for item in items {
        match item.one_of(&["x", "gate"], problems) {
            Some(0) => platforms.push(Platform::X),
            Some(_) => platforms.push(Platform::Gate),
            None => {}
        }
    }
    Some(platforms)
}

fn languages(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<(String, Wording)>> {
    let entries = node.entries(problems)?;
    if entries.is_empty() {
        return node.fault(Flaw::Empty, problems);
    }
    let mut languages = Vec::new();
    for (language, node) in entries {
        if !is_language(language) {
            node.fault::<()>(Flaw::NotALanguage, problems);
        }
        if let Some(wording) = wording(node, problems) {
            languages.push((language.to_owned(), wording));
        }
    }
    Some(languages)
}

fn wording(node: Node<'_>, problems: &mut Problems) -> Option<Wording> {
    let mut object = node.object(problems)?;
    let title = object.required("title", problems).and_then(|node| node.text(problems));
    let tag = object
        .required("tag", problems)
        .and_then(|node| node.text_that(is_tag, Flaw::NotATag, problems));
    let minimum = object.required("minimum", problems).and_then(|node| minimum(node, problems));
    let follow = object.optional("follow").and_then(|node| node.text(problems));
    let follow_page = address(object.optional("followPage"), problems);
    let rewards = texts(object.optional("rewards"), problems);
    let prompts = texts(object.optional("prompts"), problems);
    object.finish(problems);
    Some(Wording {
        title: title?.to_owned(),
        tag: tag?,
        minimum: minimum?,
        follow: follow.map(str::to_owned),
        follow_page,
        rewards,
        prompts,
    })
}

fn minimum(node: Node<'_>, problems: &mut Problems) -> Option<Minimum> {
    let mut object = node.object(problems)?;
    let count = object.required("count", problems).and_then(|node| node.count(problems));
    let unit = object
        .required("unit", problems)
        .and_then(|node| node.one_of(&["characters", "words"], problems));
    object.finish(problems);
    let unit = if unit? == 0 { Unit::Characters } else { Unit::Words };
    Some(Minimum { count: count?, unit })
}

fn moment(node: Option<Node<'_>>, problems: &mut Problems) -> Option<DateTime<FixedOffset>> {
    let node = node?;
    match read_moment(node.text(problems)?) {
        Ok(moment) => Some(moment),
        Err(error) => node.fault(Flaw::NotAMoment(error), problems),
    }
}

fn address(node: Option<Node<'_>>, problems: &mut Problems) -> Option<String> {
    node?.text_that(is_address, Flaw::NotAnAddress, problems)
}

fn texts(node: Option<Node<'_>>, problems: &mut Problems) -> Vec<String> {
    let items = node.and_then(|node| node.list(problems)).unwrap_or_default();
    items.iter().filter_map(|item| item.text(problems)).map(str::to_owned).collect()
}

fn is_id(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}
