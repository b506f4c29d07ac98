//! Requests as a browser sends them, and their answers.

use std::time::Duration;

use ureq::Agent;
use ureq::http::Request;

/// How long an answer may take, as on the card.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How much of an answer is read, in bytes, as on the card.
const LONGEST_ANSWER: u64 = 100_000;

/// How much of an answer is shown, in characters.
const SHOWN: usize = 120;

/// What is sent for one link.
pub struct Message {
    /// Where to.
    pub address: String,
    /// The origin of the page.
    pub origin: String,
    /// The method.
    pub method: &'static str,
    /// Whether a browser would send its cookies.
    pub with_credentials: bool,
    /// The headers, but for those of the browser.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Message {
    /// The headers for which a browser asks permission, as it writes them: in lower case
    /// and in order (Fetch, section 4.9).
    pub fn asked_headers(&self) -> Vec<String> {
        let simple = |(name, value): &&(String, String)| match name.as_str() {
            "accept" => true,
            "content-type" => {
                value.starts_with("text/plain")
                    || value.starts_with("application/x-www-form-urlencoded")
            }
            _ => false,
        };
        let asked = self.headers.iter().filter(|header| !simple(header));
        let mut names: Vec<String> = asked.map(|(name, _)| name.to_ascii_lowercase()).collect();
        names.sort();
        names
    }
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body, up to 100,000 bytes.
    pub body: String,
    /// Whether it came after a redirect.
    pub is_redirected: bool,
}

impl Reply {
    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// How the body begins, on one line.
    pub fn start_of_body(&self) -> String {
        let line = self.body.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
            None if line.is_empty() => "and nothing".to_owned(),
            None => line,
        }
    }
}

/// The way to a server.
pub struct Wire {
    asking: Agent,
    sending: Agent,
}

impl Wire {
    pub fn new() -> Wire {
        let agent = |redirects| {
            let config = Agent::config_builder()
                .http_status_as_error(false)
                .timeout_global(Some(TIMEOUT))
                .max_redirects(redirects)
                .max_redirects_will_error(false);
            config.build().new_agent()
        };
        Wire { asking: agent(0), sending: agent(20) }
    }

    /// Asks whether a message may be sent.
    ///
    /// # Errors
    ///
    /// When no answer comes; the error says why.
    pub fn preflight(&self, message: &Message) -> Result<Reply, String> {
        let mut request = Request::options(&message.address)
            .header("origin", &message.origin)
            .header("access-control-request-method", message.method);
        let names = message.asked_headers();
        if !names.is_empty() {
            request = request.header("access-control-request-headers", names.join(","));
        }
        let request = request.body(()).map_err(|error| error.to_string())?;
        reply(self.asking.run(request))
    }

    /// Sends a message.
    ///
    /// # Errors
    ///
    /// When no answer comes; the error says why.
    pub fn send(&self, message: &Message) -> Result<Reply, String> {
        let mut request = Request::builder()
            .method(message.method)
            .uri(&message.address)
            .header("origin", &message.origin)
            .header("referer", format!("{}/", message.origin));
        for (name, value) in &message.headers {
            request = request.header(name, value);
        }
        let request = request.body(message.body.clone()).map_err(|error| error.to_string())?;
        reply(self.sending.run(request))
    }
}

fn reply(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Reply, String> {
    use ureq::ResponseExt;

    let mut answer = answer.map_err(|error| error.to_string())?;
    let headers = answer.headers().iter().map(|(name, value)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    });
    let headers = headers.collect();
    let is_redirected = answer.get_redirect_history().is_some_and(|history| history.len() > 1);
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER).lossy_utf8(true);
    let body = body.read_to_string().map_err(|error| error.to_string())?;
    Ok(Reply { status: answer.status().as_u16(), headers, body, is_redirected })
}
