//! Which language the card speaks: `src/choose.js`, which runs before the module is there,
//! against what readers want, and against the choice among a campaign's languages.

use anyhow::Result;
use campaign_widget::campaign::choose;
use campaign_widget::language::FILES;
use serde_json::json;

use crate::harness::on_stage;
use crate::setup::Setup;

const SCRIPT: &str = include_str!("../../src/choose.js");

/// Languages that readers want, and the one that they get.
#[rustfmt::skip]
const WANTED: &[(&[&str], &str)] = &[
    (&["zh"], "zh-CN"), (&["zh-CN"], "zh-CN"), (&["zh-SG"], "zh-CN"), (&["zh-MY"], "zh-CN"),
    (&["zh-Hans"], "zh-CN"), (&["zh-Hans-HK"], "zh-CN"), (&["zh-Hans-TW"], "zh-CN"), (&["zh-Latn"], "zh-CN"),
    (&["zh-TW"], "zh-TW"), (&["zh-HK"], "zh-TW"), (&["zh-MO"], "zh-TW"), (&["zh-Hant"], "zh-TW"),
    (&["zh-Hant-CN"], "zh-TW"), (&["ZH-HANT-hk"], "zh-TW"), (&["zh-tw"], "zh-TW"), (&["ZH-cn"], "zh-CN"),
    // Kinds of Chinese.
    (&["cmn"], "zh-CN"), (&["cmn-Hans-CN"], "zh-CN"), (&["cmn-TW"], "zh-TW"), (&["zh-cmn-Hant"], "zh-TW"),
    (&["yue"], "zh-TW"), (&["yue-HK"], "zh-TW"), (&["yue-Hans"], "zh-CN"), (&["yue-CN"], "zh-CN"),
    (&["zh-yue"], "zh-TW"), (&["wuu"], "zh-CN"), (&["nan-TW"], "zh-TW"), (&["hak-Hant-TW"], "zh-TW"),
    // As systems write it, and headers.
    (&["zh_CN.UTF-8"], "zh-CN"), (&["zh_TW"], "zh-TW"), (&["zh_TW.Big5@stroke"], "zh-TW"),
    (&["zh_HK_#Hans"], "zh-CN"), (&["zh__#Hant"], "zh-TW"), (&[" ja \n"], "ja"),
    (&["zh-HK,zh-CN;q=0.9"], "zh-TW"), (&["ru,en;q=0.9"], "ru"), (&["in_ID"], "id"),
    // Other regions of the languages.
    (&["en-GB"], "en"), (&["ja-JP"], "ja"), (&["ko-KR"], "ko"), (&["vi-VN"], "vi"), (&["ru-UA"], "ru"),
    (&["es-419"], "es"), (&["es-MX"], "es"), (&["pt"], "pt-BR"), (&["pt-PT"], "pt-BR"), (&["pt-BR"], "pt-BR"),
    (&["pt-MO"], "pt-BR"), (&["tr-CY"], "tr"), (&["id"], "id"), (&["in"], "id"), (&["in-ID"], "id"),
    (&["ar-EG"], "ar"), (&["ar-SA-u-nu-arab"], "ar"), (&["en-IN"], "en"), (&["en-HK"], "en"),
    // The next one that is spoken.
    (&["fr", "vi"], "vi"), (&["fr-FR", "zh-HK", "en"], "zh-TW"), (&["mo", "ko"], "ko"),
    (&["uk", "ru", "en"], "ru"), (&["ja", "en"], "ja"), (&["en", "ja"], "en"),
    (&["x-klingon", "tr"], "tr"), (&["", "es"], "es"), (&["*", "ar"], "ar"), (&["C", "POSIX", "id"], "id"),
    // None of them.
    (&[], "en"), (&["fr"], "en"), (&[""], "en"), (&["-"], "en"), (&["x-klingon"], "en"), (&["*"], "en"),
    (&["C"], "en"), (&["C.UTF-8"], "en"), (&["POSIX"], "en"), (&["constructor"], "en"), (&["-ja"], "en"),
    (&["jap"], "en"), (&["x-ja"], "en"),
];

/// What only a campaign's languages are compared with, as other systems may have written
/// them there: codes of three letters, which no browser has for these languages.
const CAMPAIGNS_ONLY: [&str; 3] = ["zho", "zho-TW", "chi"];

/// Values of `navigator.languages` and `navigator.language`, and what is read of them.
const TOLD: &[(&str, &str, &[&str])] = &[
    ("['zh-CN', 'en']", "'zh-CN'", &["zh-CN", "en", "zh-CN"]),
    ("Object.freeze(['fr'])", "'fr'", &["fr", "fr"]),
    ("undefined", "'zh-TW'", &["zh-TW"]),
    ("null", "'zh-TW'", &["zh-TW"]),
    ("[]", "'zh-TW'", &["zh-TW"]),
    ("['C']", "'C'", &["C", "C"]),
    ("[undefined, null, 7]", "null", &[]),
    ("['']", "''", &[]),
    ("undefined", "undefined", &[]),
    ("{ throw new TypeError(); }", "'ja'", &["ja"]),
    ("['ja']", "{ throw new TypeError(); }", &["ja"]),
    ("{ throw new TypeError(); }", "{ throw new TypeError(); }", &[]),
];

/// Tags of every form, with and without what tells the characters of Chinese.
fn every_form() -> impl Iterator<Item = String> {
    let codes = ["zh", "cmn", "yue", "nan", "zh-cmn", "zh-yue", "en", "pt", "in", "ar", "fr", "mo"];
    let scripts = ["", "-Hans", "-Hant", "-Latn"];
    let regions = ["", "-CN", "-TW", "-HK", "-MO", "-SG", "-BR", "-IN", "-ID", "-001"];
    let tags = codes.into_iter().flat_map(move |code| {
        scripts.into_iter().flat_map(move |script| regions.map(|region| [code, script, region]))
    });
    tags.map(|parts| parts.concat()).flat_map(|tag| {
        [tag.to_uppercase(), tag.replace('-', "_") + ".UTF-8", tag.clone() + "-x-private", tag]
    })
}

#[tokio::test]
async fn the_card_speaks_the_language_that_its_reader_wants() -> Result<()> {
    let spoken: Vec<_> = FILES.iter().map(|file| file.tag).collect();
    let campaigns = |wanted: &[&str]| choose(wanted, &spoken).map_or("en", |index| spoken[index]);
    on_stage(Setup::new(), async |stage| {
        let chosen = async |wanted: &[&[&str]]| -> Result<Vec<String>> {
            let ask = format!(
                "{SCRIPT} return arguments[1].map((wanted) => chooseLanguage(arguments[0], wanted));"
            );
            let given = vec![json!(spoken), json!(wanted)];
            Ok(stage.browser.execute(ask, given).await?.convert()?)
        };
        let wanted: Vec<_> = WANTED.iter().map(|&(wanted, _)| wanted).collect();
        for ((wanted, expected), chosen) in WANTED.iter().zip(chosen(&wanted).await?) {
            assert_eq!(chosen, *expected, "{wanted:?}");
            assert_eq!(campaigns(wanted), *expected, "{wanted:?} of a campaign");
        }
        let tags: Vec<String> = every_form().collect();
        let lists: Vec<[&str; 2]> = tags.iter().map(|tag| [tag.as_str(), "ko"]).collect();
        let lists: Vec<&[&str]> = lists.iter().map(<[&str; 2]>::as_slice).collect();
        for (wanted, chosen) in lists.iter().zip(chosen(&lists).await?) {
            assert_eq!(chosen, campaigns(wanted), "{wanted:?}");
        }
        for tag in CAMPAIGNS_ONLY {
            assert_eq!(chosen(&[&[tag, "ja"]]).await?, ["ja"], "{tag}");
            assert_ne!(campaigns(&[tag, "ja"]), "ja", "{tag}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_languages_of_the_reader_are_those_that_the_browser_tells() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        for (languages, language, expected) in TOLD {
            let getter = |value: &str| match value.starts_with('{') {
                true => value.to_owned(),
                false => format!("{{ return {value}; }}"),
            };
            let ask = format!(
                "{SCRIPT} Object.defineProperties(navigator, {{
                    languages: {{ configurable: true, get() {} }},
                    language: {{ configurable: true, get() {} }},
                }});
                return browserLanguages();",
                getter(languages),
                getter(language),
            );
            let told: Vec<String> = stage.script(&ask).await?;
            assert_eq!(told, *expected, "{languages}, {language}");
        }
        Ok(())
    })
    .await
}
