//! "Did you mean …?", for the fields of a file.

use campaign_widget::campaign::Flaw;
use serde_json::{Value, json};

use super::sample::{change, changed, full, problems};

/// A misspelt field is unknown, and names the one that was meant.
#[test]
fn misspellings_at_every_level_name_the_field_that_was_meant() {
    let table = [
        ("", "window", "widnow"),
        ("", "window", "Window"),
        ("", "id", "ID"),
        ("", "languages", "language"),
        ("", "questionnaire", "questionaire"),
        ("", "compose", "composer"),
        ("", "details", "detail"),
        ("", "$schema", "schema"),
        ("window.", "start", "strat"),
        ("window.", "start", "startTime"),
        ("window.", "end", "edn"),
        ("window.", "end", "ends"),
        ("window.", "end", "endDate"),
        ("questionnaire.", "page", "pgae"),
        ("questionnaire.", "endpoint", "end-point"),
        ("questionnaire.", "accepts", "accept"),
        ("questionnaire.endpoint.", "credentials", "credential"),
        ("questionnaire.endpoint.", "encoding", "encodings"),
        ("questionnaire.endpoint.", "headers", "header"),
        ("questionnaire.endpoint.", "answers", "answer"),
        ("questionnaire.", "until", "untill"),
        ("languages.en.", "tag", "tga"),
        ("languages.en.", "tag", "hashtag"),
        ("languages.en.", "minimum", "minimun"),
        ("languages.en.", "title", "titel"),
        ("languages.zh-Hant.", "rewards", "reward"),
        ("languages.zh-Hant.", "prompts", "prompt"),
        ("languages.zh-Hant.", "follow", "folow"),
        ("languages.en.minimum.", "unit", "unti"),
        ("languages.en.minimum.", "count", "cuont"),
    ];
    for (parent, meant, written) in table {
        let mut file = changed(&format!("{parent}{meant}"), None);
        change(&mut file, &format!("{parent}{written}"), Some(Value::Null));
        let found = problems(&file);
        let expected = (format!("{parent}{written}"), Flaw::Unknown { nearest: Some(meant) });
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
}

#[test]
fn a_field_like_no_other_is_unknown_without_a_guess() {
    for path in ["hours", "window.zone", "languages.en.language", "questionnaire.", "quiz.字"] {
        let mut file = full();
        if path.starts_with("quiz") {
            change(&mut file, "quiz", Some(json!({ "字": 1 })));
            assert_eq!(problems(&file), [("quiz".into(), Flaw::Unknown { nearest: None })]);
        } else {
            change(&mut file, path, Some(json!(1)));
            let found = problems(&file);
            assert_eq!(found, [(path.into(), Flaw::Unknown { nearest: None })]);
        }
    }
}
