//! A campaign file that uses every field, and ways to change it.

use campaign_widget::campaign::{Campaign, Endpoint, Flaw, Problem};
use campaign_widget::json::Json;
use serde::Deserialize;
use serde_json::{Value, json};

/// A sound file with every field there is.
pub fn full() -> Value {
    json!({
        "$schema": "campaign.schema.json",
        "id": "share-2026.spring_1",
        "window": { "start": "2026-04-01T18:00:00+08:00", "end": "2026-04-15T24:00:00+08:00" },
        "questionnaire": {
            "page": "https://forms.example/1",
            "endpoint": {
                "address": "http://localhost:8787/questionnaire/{campaign}",
                "preset": "strapi",
                "method": "PATCH",
                "encoding": "json",
                "headers": { "Idempotency-Key": "{key}" },
                "body": { "data": { "url": "{link}", "at": "{postedAt}", "of": [1, true, "x {key}"] } },
                "credentials": "include",
                "answers": [
                    { "status": 400, "at": "errors.0.code", "says": "UNIQUE", "means": "already-received" }
                ]
            },
            "accepts": ["x", "gate"],
            "until": "2026-04-16T12:00:00+08:00"
        },
        "details": "https://www.example/announcement?id=1#rules",
        "compose": "https://www.example/post",
        "languages": {
            "zh-Hant": {
                "title": "分享",
                "tag": "#春季 分享#",
                "minimum": { "count": 20, "unit": "characters" },
                "follow": "@廣場",
                "followPage": "https://www.example/square/1",
                "rewards": ["五名", "十名"],
                "prompts": ["為什麼？"]
            },
            "en": {
                "title": "Share",
                "tag": "#SpringShare",
                "minimum": { "count": 20, "unit": "words" }
            }
        }
    })
}

pub fn read(file: &Value) -> Result<Campaign, Vec<Problem>> {
    Campaign::read(&tree(file))
}

/// The endpoint of a file.
pub fn endpoint(file: &Value) -> Option<Result<Endpoint, Vec<Problem>>> {
    let parse = |text: &str| serde_json::from_str(text).ok();
    file.pointer("/questionnaire/endpoint").map(|endpoint| Endpoint::read(&tree(endpoint), &parse))
}

/// The same value, as the reader takes it.
pub fn tree(value: &Value) -> Json {
    Json::deserialize(value).expect("any JSON is a tree")
}

/// The problems of a file, as (path, flaw).
pub fn problems(file: &Value) -> Vec<(String, Flaw)> {
    let mut problems = read(file).err().unwrap_or_default();
    problems.extend(endpoint(file).and_then(Result::err).unwrap_or_default());
    problems.into_iter().map(|problem| (problem.path, problem.flaw)).collect()
}

/// The full file with `value` at `path`, or without `path` if there is none.
pub fn changed(path: &str, value: Option<Value>) -> Value {
    let mut file = full();
    change(&mut file, path, value);
    file
}

pub fn change(file: &mut Value, path: &str, value: Option<Value>) {
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    let parent = if parent.is_empty() { "".into() } else { format!("/{parent}") };
    let parent = file.pointer_mut(&parent.replace('.', "/")).expect("a parent");
    match (parent, value) {
        (Value::Object(fields), Some(value)) => {
            fields.insert(name.into(), value);
        }
        (Value::Object(fields), None) => {
            fields.shift_remove(name).expect("a field");
        }
        (Value::Array(items), Some(value)) => {
            items[name.parse::<usize>().expect("an index")] = value
        }
        (parent, value) => panic!("{path}: {value:?} cannot be put into {parent}"),
    }
}
