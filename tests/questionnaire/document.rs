//! `src/outbox/endpoint.openapi.json`, made to be asked: is this request, is
//! this answer, as it says?

use jsonschema::Validator;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

/// The published document.
pub struct Document(pub Value);

/// A request or an answer, as it came.
#[derive(Debug, Clone)]
pub struct Message {
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Message {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Without what may follow: `; charset=utf-8`.
    fn media_type(&self) -> &str {
        let said = self.header("content-type").unwrap_or_default();
        said.split(';').next().unwrap_or_default().trim()
    }

    /// The body as a value that a schema speaks of.
    fn value(&self) -> Result<Value, String> {
        match self.media_type() {
            "application/x-www-form-urlencoded" => {
                serde_urlencoded::from_bytes::<Vec<(String, String)>>(&self.body)
                    .map(|fields| fields.into_iter().collect())
                    .map_err(|error| error.to_string())
            }
            media_type if media_type.ends_with("json") => {
                serde_json::from_slice(&self.body).map_err(|error| error.to_string())
            }
            _ => String::from_utf8(self.body.clone())
                .map(Value::from)
                .map_err(|error| error.to_string()),
        }
    }
}

impl Document {
    pub fn published() -> Document {
        let text = include_str!("../../src/outbox/endpoint.openapi.json");
        Document(serde_json::from_str(text).unwrap())
    }

    /// One of its operations, by the method in lower case.
    pub fn operation(&self, method: &str) -> &Value {
        &self.0["paths"]["/{form}"][method]
    }

    /// The names of the fields of a submission.
    pub fn fields(&self) -> impl Iterator<Item = &String> {
        self.0["components"]["schemas"]["Submission"]["properties"].as_object().unwrap().keys()
    }

    /// The value itself, or what its reference leads to.
    pub fn resolve<'d>(&'d self, value: &'d Value) -> &'d Value {
        match value["$ref"].as_str() {
            Some(reference) => {
                let pointer = reference.strip_prefix('#').expect("a reference into the document");
                self.resolve(self.0.pointer(pointer).unwrap_or_else(|| panic!("no {reference}")))
            }
            None => value,
        }
    }

    /// What is wrong with a value under one of the document's schemas.
    pub fn against(&self, schema: &Value, value: &Value) -> Vec<String> {
        let validator = self.validator(schema);
        validator.iter_errors(value).map(|error| format!("{error}: {value}")).collect()
    }

    fn validator(&self, schema: &Value) -> Validator {
        // References lead to `#/components/…`, from wherever they stand.
        let root = json!({ "allOf": [schema], "components": self.0["components"] });
        jsonschema::draft202012::options().should_validate_formats(true).build(&root).unwrap()
    }

    /// What is wrong with a request.
    pub fn request(&self, method: &str, request: &Message) -> Vec<String> {
        let operation = self.operation(method);
        let mut wrong = Vec::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert_eq!(parameter["in"], "header");
            wrong.extend(self.header(parameter["name"].as_str().unwrap(), parameter, request));
        }
        if let Some(body) = operation.get("requestBody") {
            wrong.extend(self.content(&body["content"], request));
        }
        wrong
    }

    /// Under which of an operation's responses a status falls: its own, else
    /// that of its hundred.
    pub fn response_to(&self, method: &str, status: u16) -> Option<(String, &Value)> {
        let responses = &self.operation(method)["responses"];
        [status.to_string(), format!("{}XX", status / 100)].into_iter().find_map(|key| {
            let response = responses.get(&key)?;
            Some((key, self.resolve(response)))
        })
    }

    /// What is wrong with an answer.
    pub fn answer(&self, method: &str, status: u16, answer: &Message) -> Vec<String> {
        let Some((_, response)) = self.response_to(method, status) else {
            return vec![format!("the status {status} is not documented")];
        };
        let mut wrong = Vec::new();
        for (name, header) in response["headers"].as_object().into_iter().flatten() {
            wrong.extend(self.header(name, self.resolve(header), answer));
        }
        if let Some(content) = response.get("content") {
            wrong.extend(self.content(content, answer));
        }
        wrong
    }

    fn header(&self, name: &str, documented: &Value, message: &Message) -> Vec<String> {
        match message.header(name) {
            Some(value) => self.against(&documented["schema"], &value.into()),
            None if documented["required"] == true => vec![format!("no header {name}")],
            None => Vec::new(),
        }
    }

    fn content(&self, documented: &Value, message: &Message) -> Vec<String> {
        let media_type = message.media_type();
        let Some(media) = documented.get(media_type) else {
            return vec![format!("the media type {media_type:?} is not documented")];
        };
        match message.value() {
            Ok(value) => self.against(&media["schema"], &value),
            Err(error) => vec![error],
        }
    }
}
