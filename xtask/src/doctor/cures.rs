//! Which line of which server's settings lets a page in.

use std::collections::BTreeMap;

use campaign_widget::campaign::{Credentials, Endpoint};
use serde::Deserialize;

use super::cors::Refusal;
use super::exchange::Reply;

/// A server, how it is recognised, and its line.
#[derive(Deserialize)]
struct Server {
    /// Its preset in the campaign file, or headers of its answers with a part of their
    /// values.
    hint: BTreeMap<String, String>,
    /// The line, in which the page's origin, the method and the headers have names in
    /// braces.
    cure: String,
}

const SERVERS: &str = include_str!("cures.json");

/// Returns what mends a refusal, for the server that has probably given it.
pub(super) fn cure(endpoint: &Endpoint, page: &str, refusal: &Refusal, reply: &Reply) -> String {
    match refusal {
        Refusal::Redirected(to) => {
            return format!("write the address to which it leads, {to}, in the campaign file.");
        }
        Refusal::Credentials => {
            return "let the server send Access-Control-Allow-Credentials: true, or leave \
                    \"credentials\" out of the campaign file."
                .to_owned();
        }
        _ => {}
    }
    // The file's own headers come to the name of each; what is usual is with them.
    let mut headers = vec!["content-type".to_owned()];
    if let campaign_widget::json::Json::Object(own) = &endpoint.headers {
        headers.extend(own.iter().map(|(name, _)| name.to_ascii_lowercase()));
    }
    let quoted: Vec<String> = headers.iter().map(|name| format!("\"{name}\"")).collect();
    let servers: BTreeMap<String, Server> = serde_json::from_str(SERVERS).unwrap_or_default();
    let known = servers.values().find(|server| {
        server.hint.iter().any(|(name, part)| match name.as_str() {
            "preset" => endpoint.preset == Some(part.as_str()),
            header => reply.header(header).is_some_and(|value| value.contains(part.as_str())),
        })
    });
    let line = match known {
        Some(server) => server.cure.clone(),
        None => {
            let credentials = match endpoint.credentials {
                Credentials::Include => "\nAccess-Control-Allow-Credentials: true",
                Credentials::Omit => "",
            };
            format!(
                "let the server answer, OPTIONS and errors too, with\n\
                 Access-Control-Allow-Origin: {{origin}}\n\
                 Access-Control-Allow-Methods: {{method}}\n\
                 Access-Control-Allow-Headers: {{headers}}{credentials}"
            )
        }
    };
    line.replace("{origin}", page)
        .replace("{method}", endpoint.method.name())
        .replace("{headers}", &headers.join(", "))
        .replace("{headers-quoted}", &quoted.join(", "))
}
