//! Reads an endpoint from the campaign file.

use super::header;
use super::preset;
use super::template::{PLACEHOLDERS, placeholders, value_of};
use super::{AnswerRule, Credentials, Encoding, Endpoint, Meaning, Method};
use crate::campaign::address::is_address;
use crate::campaign::problem::{Flaw, Problem};
use crate::campaign::reader::{Node, Object, Problems};
use crate::json::Json;
use crate::unicode::is_blank;

impl Endpoint {
    /// Reads the `questionnaire.endpoint` of a campaign file. `parse` parses the JSON of
    /// a preset.
    ///
    /// # Errors
    /// Returns every problem of the endpoint, with its path in the file.
    pub fn read(
        endpoint: &Json,
        parse: &dyn Fn(&str) -> Option<Json>,
    ) -> Result<Endpoint, Vec<Problem>> {
        let mut problems = Problems::new();
        let node = Node { value: endpoint, path: "questionnaire.endpoint".to_owned() };
        match read(node, parse, &mut problems) {
            Some(endpoint) if problems.is_empty() => Ok(endpoint),
            _ => Err(problems),
        }
    }
}

fn read(
    node: Node<'_>,
    parse: &dyn Fn(&str) -> Option<Json>,
    problems: &mut Problems,
) -> Option<Endpoint> {
    let (own, path) = (node.value, node.path.clone());
    let mut object = node.object(problems)?;
    let preset = object.choice("preset", preset::NAMES, problems);
    let filled = preset.and_then(|index| preset::fill_in(own, index, parse));
    if let Some(filled) = &filled {
        object = Node { value: filled, path: path.clone() }.object(problems)?;
        object.optional("preset");
    }
    let mut sent = Vec::new();
    let address = object.required("address", problems);
    let address = address.and_then(|node| {
        template(&node, &mut sent, problems)?;
        node.text_that(is_address, Flaw::NotAnAddress, problems)
    });
    let is_in_address = tells_apart(&sent);
    let method = object.choice("method", &Method::NAMES, problems);
    let method = method.and_then(|index| Method::ALL.get(index).copied()).unwrap_or_default();
    let encoding = match object.choice("encoding", &["json", "form", "text"], problems) {
        Some(1) => Encoding::Form,
        Some(2) => Encoding::Text,
        _ => Encoding::Json,
    };
    let headers = object.optional("headers");
    let headers = headers.and_then(|node| headers_of(node, &mut sent, problems));
    let body = object.optional("body");
    let known = problems.len();
    let body = body.and_then(|node| body_of(node, encoding, &mut sent, problems));
    let body_is_wrong = problems.len() > known;
    let credentials = match object.choice("credentials", &["omit", "include"], problems) {
        Some(1) => Credentials::Include,
        _ => Credentials::Omit,
    };
    let answers = answers(object.optional("answers"), problems);
    object.finish(problems);
    if method == Method::Put && !is_in_address {
        problems.push(Problem { path: [&path, ".address"].concat(), flaw: Flaw::NoKey });
    }
    // The usual body has everything, and a wrong one may mean to.
    if body.is_some() && !body_is_wrong {
        let path = [&path, ".body"].concat();
        if !sent.iter().any(|name| matches!(name.as_str(), "link" | "postId")) {
            problems.push(Problem { path, flaw: Flaw::NoPost });
        } else if !tells_apart(&sent) {
            problems.push(Problem { path, flaw: Flaw::NoKey });
        }
    }
    Some(Endpoint {
        address: address?,
        preset: preset.and_then(|index| preset::NAMES.get(index).copied()),
        method,
        encoding,
        headers: headers.unwrap_or_default(),
        body: body.unwrap_or_else(usual_body),
        credentials,
        answers,
    })
}

/// Whether the endpoint can tell a repetition by these values.
fn tells_apart(sent: &[String]) -> bool {
    sent.iter().any(|name| matches!(name.as_str(), "key" | "postId"))
}

fn usual_body() -> Json {
    let field = |text: &str| Some((value_of(text)?.to_owned(), Json::Text(text.to_owned())));
    Json::Object(PLACEHOLDERS.into_iter().filter_map(field).collect())
}

/// Reads a template that is not blank, and adds what it sends.
fn template<'v>(
    node: &Node<'v>,
    sent: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<&'v str> {
    let text = node.text(problems)?;
    for name in placeholders(text) {
        if value_of(&["{", name, "}"].concat()).is_none() {
            return node.fault(Flaw::NotAPlaceholder { name: name.to_owned() }, problems);
        }
        sent.push(name.to_owned());
    }
    Some(text)
}

fn headers_of(node: Node<'_>, sent: &mut Vec<String>, problems: &mut Problems) -> Option<Json> {
    for (name, field) in node.entries(problems)? {
        let Some(value) = template(&field, sent, problems) else { continue };
        if !header::is_name(name) || !header::is_value(value) {
            field.fault::<()>(Flaw::NotAHeader, problems);
        }
    }
    Some(node.value.clone())
}

fn body_of(
    node: Node<'_>,
    encoding: Encoding,
    sent: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<Json> {
    for (_, field) in node.entries(problems)? {
        templates(&field, encoding, sent, problems);
    }
    Some(node.value.clone())
}

fn templates(node: &Node<'_>, encoding: Encoding, sent: &mut Vec<String>, problems: &mut Problems) {
    match node.value {
        // What a server expects may be empty.
        Json::Text(text) if text.chars().all(is_blank) => {}
        Json::Text(_) => drop(template(node, sent, problems)),
        // A form has texts alone.
        _ if encoding == Encoding::Form => drop(node.text(problems)),
        Json::List(_) => {
            let items = node.list(problems).unwrap_or_default();
            items.iter().for_each(|item| templates(item, encoding, sent, problems));
        }
        Json::Object(_) => {
            let fields = node.entries(problems).unwrap_or_default();
            fields.iter().for_each(|(_, field)| templates(field, encoding, sent, problems));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn answers(node: Option<Node<'_>>, problems: &mut Problems) -> Vec<AnswerRule> {
    let items = node.and_then(|node| node.list(problems)).unwrap_or_default();
    items.into_iter().filter_map(|item| answer(item, problems)).collect()
}

fn answer(node: Node<'_>, problems: &mut Problems) -> Option<AnswerRule> {
    let path = node.path.clone();
    let mut object = node.object(problems)?;
    let code = object.optional("status");
    let has_status = code.is_some();
    let status = code.and_then(|node| status(&node, problems));
    let at = text(&mut object, "at", problems);
    let says = text(&mut object, "says", problems);
    let means = object.required("means", problems);
    let means = means.and_then(|node| node.one_of(&Meaning::NAMES, problems));
    object.finish(problems);
    let means = *Meaning::ALL.get(means?)?;
    let is_proof = match means {
        Meaning::Received => false,
        // What was to be created, or not to be there, is there.
        Meaning::AlreadyReceived => has_status && matches!(status, None | Some(409 | 412)),
        Meaning::Refused | Meaning::TryAgain => has_status,
    };
    if !is_proof && at.is_none() && says.is_none() {
        problems.push(Problem { path: path + ".says", flaw: Flaw::Missing });
    }
    Some(AnswerRule { status, at, says, means })
}

fn text(object: &mut Object<'_>, name: &'static str, problems: &mut Problems) -> Option<String> {
    object.optional(name)?.text(problems).map(str::to_owned)
}

fn status(node: &Node<'_>, problems: &mut Problems) -> Option<u16> {
    let status = node.count(problems)?;
    match u16::try_from(status) {
        Ok(status @ 200..=599) => Some(status),
        _ => node.fault(Flaw::NotAStatus, problems),
    }
}
