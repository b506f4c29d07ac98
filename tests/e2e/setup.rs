//! What is in place before a test's page loads.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use reqwest::StatusCode;
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::{Value, json};
use xtask::site::pages::Extra;

/// Stands for the questionnaire's origin in pages and campaigns, which are
/// written before it is known.
pub const QUESTIONNAIRE: &str = "https://questionnaire.example";

/// The widget's script, as a page embeds it.
pub const SCRIPT: &str = "<script type=\"module\" src=\"/campaign-widget.js\"></script>";

/// The policy under which the widget promises to work, and nothing more.
const PROMISED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     connect-src 'self' https://questionnaire.example; require-trusted-types-for 'script'";

/// What a test needs to be in place before its page loads.
pub struct Setup {
    pub(crate) viewport: (u32, u32),
    pub(crate) scripts: Vec<String>,
    pub(crate) policy: Option<&'static str>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) endpoint: Option<String>,
    pub(crate) host: Option<&'static str>,
    texts: Vec<(String, &'static str, String)>,
    files: Vec<Extra>,
    pub(crate) expected: Vec<&'static str>,
    pub(crate) allowed: Vec<&'static str>,
}

impl Setup {
    /// A desktop window, the machine's clock, no message expected.
    pub fn new() -> Setup {
        Setup {
            viewport: (1000, 900),
            scripts: Vec::new(),
            policy: None,
            headers: Vec::new(),
            endpoint: None,
            host: None,
            texts: Vec::new(),
            files: Vec::new(),
            expected: Vec::new(),
            allowed: Vec::new(),
        }
    }

    /// A page of this size, in CSS pixels.
    pub fn viewport(mut self, width: u32, height: u32) -> Setup {
        self.viewport = (width, height);
        self
    }

    /// The reader's clock is wrong by this much, in milliseconds the variable
    /// `clockError` of the page.
    pub fn clock_error(self, error: TimeDelta) -> Setup {
        self.before_load(&wrong_clock(error))
    }

    /// A script that runs in every page before anything else.
    pub fn before_load(mut self, script: &str) -> Setup {
        self.scripts.push(script.into());
        self
    }

    /// No rights but those that the widget asks for.
    pub fn promised_policy_only(self) -> Setup {
        self.policy(PROMISED_POLICY)
    }

    /// The pages have this policy.
    pub fn policy(mut self, policy: &'static str) -> Setup {
        self.policy = Some(policy);
        self
    }

    /// In every page and campaign so far, this stands for that.
    pub fn rewrite(mut self, this: &str, that: &str) -> Setup {
        for (_, _, text) in &mut self.texts {
            *text = text.replace(this, that);
        }
        self
    }

    /// Every answer of the site has one more header.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Setup {
        self.headers.push((name, value));
        self
    }

    /// Pages and campaigns know this origin instead of the questionnaire's.
    pub fn endpoint(mut self, origin: &str) -> Setup {
        self.endpoint = Some(origin.into());
        self
    }

    /// The site is this page of `tests/hosts`, as its own tools have built it.
    pub fn host(mut self, host: &'static str) -> Setup {
        self.host = Some(host);
        self
    }

    /// One more file on the site, or another one instead of a built file.
    pub fn file(mut self, file: Extra) -> Setup {
        self.files.push(file);
        self
    }

    /// A campaign at `/campaign.json`.
    pub fn campaign(mut self, campaign: &Value) -> Setup {
        self.texts.push(("/campaign.json".into(), "application/json", campaign.to_string()));
        self
    }

    /// A page at `path` with this body and the widget's script.
    pub fn page(mut self, path: &str, body: &str) -> Setup {
        let page = format!(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>Card</title>\
             {SCRIPT}</head>\
             <body>{body}</body></html>"
        );
        self.texts.push((path.into(), "text/html; charset=utf-8", page));
        self
    }

    /// A page `/card.html` with one card that has these attributes.
    pub fn card(self, attributes: &str) -> Setup {
        self.page(
            "/card.html",
            &format!("<campaign-widget {attributes}><p>Fallback</p></campaign-widget>"),
        )
    }

    /// The console will say this, and the test knows why. A message that does
    /// not come is as much a failure as one that nobody expects.
    pub fn expect(mut self, part_of_message: &'static str) -> Setup {
        self.expected.push(part_of_message);
        self
    }

    /// The console may say this: it depends on who comes first.
    pub fn allow(mut self, part_of_message: &'static str) -> Setup {
        self.allowed.push(part_of_message);
        self
    }

    /// All files, now that the questionnaire's origin is known.
    pub(crate) fn files(&self, questionnaire: &str) -> Vec<Extra> {
        let texts = self.texts.iter().map(|(path, content_type, text)| {
            Extra::new(path, content_type, text.replace(QUESTIONNAIRE, questionnaire))
        });
        // Browsers ask for it, and would tell the console that it is missing.
        let icon = Extra::new("/favicon.ico", "image/x-icon", "").status(StatusCode::NO_CONTENT);
        texts.chain(self.files.iter().cloned()).chain([icon]).collect()
    }
}

/// Moves `Date` of the page by `clockError`, and leaves times that are given
/// as they are.
fn wrong_clock(error: TimeDelta) -> String {
    let error = error.num_milliseconds();
    format!(
        "globalThis.clockError = {error};
        globalThis.Date = new Proxy(Date, {{
            construct: (date, given, target) =>
                Reflect.construct(date, given.length ? given : [date.now() + clockError], target),
            apply: (date) => new date(date.now() + clockError).toString(),
            get: (date, name) =>
                name === 'now' ? () => date.now() + clockError : Reflect.get(date, name),
        }});"
    )
}

/// A campaign with the first campaign's rules, another window, and the local
/// questionnaire.
pub fn campaign(start: DateTime<Utc>, end: DateTime<Utc>) -> Value {
    let form = format!("{QUESTIONNAIRE}/questionnaire/6854");
    json!({
        "id": "e2e",
        "window": { "start": rfc3339(start), "end": rfc3339(end) },
        "questionnaire": { "page": form, "endpoint": { "address": form } },
        "details": "https://www.gate.com/announcements/article/45926",
        "compose": "https://www.gate.com/post",
        "languages": {
            "zh-CN": {
                "title": "端到端测试",
                "tag": "#Gate xStocks 交易体验#",
                "minimum": { "count": 20, "unit": "characters" }
            },
            "en": {
                "title": "End to end",
                "tag": "#Gate xStocks Trading Share#",
                "minimum": { "count": 20, "unit": "words" }
            }
        }
    })
}

/// A campaign that began an hour ago and ends in an hour.
pub fn open_campaign() -> Value {
    let now = Utc::now();
    campaign(now - TimeDelta::hours(1), now + TimeDelta::hours(1))
}

/// As the attributes and the campaign file write it.
pub fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
