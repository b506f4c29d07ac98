//! What a browser makes of a server's headers: the CORS protocol (Fetch, section 3.3).

use std::fmt;

use super::exchange::{Message, Reply};

/// Why a browser does not let the page send, or read the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The preflight has another status than 2xx.
    Status(u16),
    /// The preflight is redirected, which browsers do not follow.
    Redirected(String),
    /// Pages of this origin are not let in; what the server says instead.
    Origin {
        /// The page's origin.
        page: String,
        /// `Access-Control-Allow-Origin`.
        allowed: Option<String>,
    },
    /// Cookies are sent, and the server does not allow that.
    Credentials,
    /// The method is not allowed.
    Method(&'static str),
    /// These headers are not allowed.
    Headers(Vec<String>),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Status(status) => {
                write!(
                    f,
                    "The server answers the browser's preflight with {status}, not with 2xx"
                )?;
            }
            Refusal::Redirected(to) => {
                write!(f, "The server redirects the browser's preflight to {to}")?;
            }
            Refusal::Origin { page, allowed: Some(allowed) } => {
                write!(f, "The server lets pages of {allowed} in, and not those of {page}")?;
            }
            Refusal::Origin { page, allowed: None } => write!(
                f,
                "The server does not let pages of {page} in: its answer has no \
                 Access-Control-Allow-Origin"
            )?,
            Refusal::Credentials => write!(
                f,
                "The campaign file sends cookies, and the server's answer has no \
                 Access-Control-Allow-Credentials: true"
            )?,
            Refusal::Method(method) => write!(f, "The server does not allow the method {method}")?,
            Refusal::Headers(headers) => {
                write!(f, "The server does not allow the headers {}", headers.join(", "))?;
            }
        }
        f.write_str(": readers' links wait, and the card sends them to the form.")
    }
}

/// What a browser finds wrong with the answer to its preflight; nothing, if it goes on.
pub fn of_preflight(sent: &Message, reply: &Reply) -> Vec<Refusal> {
    if let Some(to) = reply.header("location").filter(|_| matches!(reply.status, 300..=399)) {
        return vec![Refusal::Redirected(to.to_owned())];
    }
    let mut refusals = of_answer(sent, reply);
    // The rest is for those who are let in.
    if !refusals.is_empty() {
        return refusals;
    }
    if !matches!(reply.status, 200..=299) {
        refusals.push(Refusal::Status(reply.status));
    }
    // These three need no permission (section 4.9).
    let is_simple = matches!(sent.method, "GET" | "HEAD" | "POST");
    let methods = list(reply.header("access-control-allow-methods"));
    let allows = |list: &[String], name: &str| {
        list.iter().any(|one| one.eq_ignore_ascii_case(name))
            || (!sent.with_credentials && list.iter().any(|one| one == "*"))
    };
    if !is_simple && !allows(&methods, sent.method) {
        refusals.push(Refusal::Method(sent.method));
    }
    let headers = list(reply.header("access-control-allow-headers"));
    let forbidden = |name: &String| {
        // A star does not stand for it.
        let by_name = headers.iter().any(|one| one.eq_ignore_ascii_case(name));
        if name == "authorization" { !by_name } else { !allows(&headers, name) }
    };
    let forbidden: Vec<String> = sent.asked_headers().into_iter().filter(forbidden).collect();
    if !forbidden.is_empty() {
        refusals.push(Refusal::Headers(forbidden));
    }
    refusals
}

/// What keeps the page from reading an answer.
pub fn of_answer(sent: &Message, reply: &Reply) -> Vec<Refusal> {
    let allowed = reply.header("access-control-allow-origin");
    let is_open = allowed == Some("*") && !sent.with_credentials;
    let mut refusals = Vec::new();
    if !is_open && allowed != Some(sent.origin.as_str()) {
        let (page, allowed) = (sent.origin.clone(), allowed.map(str::to_owned));
        refusals.push(Refusal::Origin { page, allowed });
    }
    if sent.with_credentials && reply.header("access-control-allow-credentials") != Some("true") {
        refusals.push(Refusal::Credentials);
    }
    refusals
}

fn list(header: Option<&str>) -> Vec<String> {
    header.unwrap_or_default().split(',').map(|one| one.trim().to_owned()).collect()
}
