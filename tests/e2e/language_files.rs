//! The files of the card's languages: which of them travel, and what stands for one that
//! does not come.

use std::fs;

use anyhow::{Context, Result};
use reqwest::StatusCode;
use serde_json::json;
use xtask::names::{Hashed, LANGUAGES, Language};
use xtask::site::pages::Extra;

use crate::harness::{Stage, dist, on_stage};
use crate::loader::published;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

fn language(tag: &str) -> Result<Language> {
    LANGUAGES.into_iter().find(|language| language.tag == tag).context("no such language")
}

/// Two cards of one language. The console is heard.
fn two_cards(lang: &str) -> Setup {
    let card = format!("src=\"/campaign.json\" lang=\"{lang}\"><p>Fallback</p></campaign-widget>");
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    let listen = "globalThis.said = [];
        for (const level of ['warn', 'error']) {
            const { [level]: say } = console;
            console[level] = (...words) => { said.push(words.join(' ')); say(...words); };
        }";
    Setup::new().campaign(&open_campaign()).page("/card.html", &cards).before_load(listen)
}

fn gone(file: Hashed) -> Result<Extra> {
    let gone = Extra::new(&format!("/{}", published(file)?), "text/plain", "gone");
    Ok(gone.status(StatusCode::NOT_FOUND))
}

/// Both cards speak English from the first word to the last, and the console says why,
/// once.
async fn assert_english(stage: &Stage, name: &str) -> Result<()> {
    stage.open("/card.html").await?;
    for selector in ["#a", "#b"] {
        let card = stage.card(selector).await?;
        for text in ["Ends in", "Copy text", "Submit your link"] {
            card.wait_for_text(text).await?;
        }
        let lang = "return element.shadowRoot.querySelector('article').lang;";
        assert_eq!(card.script::<String>(lang).await?, "en");
        assert!(!card.text().await?.contains('复'), "a sentence of the other language");
    }
    let said: Vec<String> = stage.script("return said;").await?;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains(name) && said[0].contains("English instead"), "{said:?}");
    assert_eq!(stage.heard("campaign-error").await?.len(), 0);
    Ok(())
}

#[tokio::test]
async fn only_the_language_in_use_travels_and_another_when_it_is_wanted() -> Result<()> {
    let setup = Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"ja\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let files = async || {
            let mut loaded = stage.loaded().await?;
            loaded.retain(|path| path.ends_with(".txt"));
            loaded.sort();
            anyhow::Ok(loaded)
        };
        let of = |tags: &[&str]| -> Result<Vec<String>> {
            let mut names = Vec::new();
            for tag in tags {
                let language = language(tag)?;
                for file in [language.early, language.forms] {
                    names.push(format!("/{}", published(file)?));
                }
            }
            names.sort();
            Ok(names)
        };
        card.wait_for_text("リンク").await?;
        assert_eq!(files().await?, of(&["ja"])?);
        let speaks = "const { lang, dir } = element.shadowRoot.querySelector('article');
            return [lang, dir];";
        assert_eq!(card.script::<[String; 2]>(speaks).await?, ["ja", "ltr"]);

        card.type_draft("一つ目").await?;
        card.set("lang", "ar-EG").await?;
        card.wait_for_text("رابط").await?;
        assert_eq!(card.script::<[String; 2]>(speaks).await?, ["ar", "rtl"]);
        assert_eq!(card.draft().await?, "一つ目", "nothing is lost");
        assert_eq!(files().await?, of(&["ja", "ar"])?);
        // It was there before.
        card.set("lang", "ja").await?;
        card.wait_for_text("リンク").await?;
        assert_eq!(files().await?, of(&["ja", "ar"])?);
        Ok(())
    })
    .await
}

/// A reader who asks for English would not understand a card in Chinese around it.
#[tokio::test]
async fn the_card_speaks_the_language_that_its_reader_chooses_for_the_campaign() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["languages"]["fr"] = campaign["languages"]["en"].clone();
    let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_text("复制全文").await?;
        card.choose_language("en").await?;
        card.wait_for_text("Copy text").await?;
        // The next visit; and what the page wants gives way to it.
        let card = stage.open_card().await?;
        card.wait_for_text("Copy text").await?;
        card.set("lang", "ja").await?;
        card.choose_language("zh-CN").await?;
        card.wait_for_text("复制全文").await?;
        // What the card does not speak is left to the campaign, and the page has its way.
        card.choose_language("fr").await?;
        card.wait_for_text("リンク").await?;
        let lang = "return element.shadowRoot.querySelector('[part=title]').lang;";
        assert_eq!(card.script::<String>(lang).await?, "fr");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_two_changes_of_the_language_the_later_one_stays() -> Result<()> {
    let setup = Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"en\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_text("Copy text").await?;
        // The first one has to be fetched, the second one is there.
        card.script::<()>("element.lang = 'ru'; element.lang = 'en';").await?;
        let loaded = async || stage.loaded().await;
        let russian = published(language("ru")?.forms)?;
        let has_come = |loaded: &Vec<String>| loaded.iter().any(|path| path.ends_with(&russian));
        // It may not be fetched any more at all.
        let _ = until("Russian", loaded, has_come).await;
        assert!(card.text().await?.contains("Copy text"));
        Ok(())
    })
    .await
}

async fn assert_english_without(file: Hashed) -> Result<()> {
    let setup = two_cards("zh-CN").file(gone(file)?);
    let setup = setup.expect("404").expect("integrity");
    on_stage(setup, async |stage| assert_english(stage, &published(file)?).await).await
}

#[tokio::test]
async fn english_stays_where_a_language_does_not_come() -> Result<()> {
    assert_english_without(language("zh-CN")?.early).await
}

/// No card speaks two languages.
#[tokio::test]
async fn english_stays_where_only_half_of_a_language_comes() -> Result<()> {
    assert_english_without(language("zh-CN")?.forms).await
}

#[tokio::test]
async fn english_stays_where_a_language_is_of_another_build() -> Result<()> {
    let file = language("zh-CN")?.early;
    let name = published(file)?;
    let text = fs::read_to_string(dist()?.join(&name))?.replacen('天', "日", 1);
    let other = Extra::new(&format!("/{name}"), "text/plain", text);
    let setup = two_cards("zh-CN").file(other).expect("integrity");
    on_stage(setup, async |stage| assert_english(stage, &name).await).await
}

#[tokio::test]
async fn without_any_language_the_page_keeps_its_content_and_is_told() -> Result<()> {
    let english = language("en")?.early;
    let setup = two_cards("en").file(gone(english)?);
    let setup = setup.expect("404").expect("integrity").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let look = async || stage.heard("campaign-error").await;
        let errors = until("two errors", look, |heard| heard.len() == 2).await?;
        for error in errors {
            assert_eq!(error["code"], json!("load"));
            assert!(error["message"].to_string().contains(&published(english)?), "{error}");
        }
        Ok(())
    })
    .await
}

/// What the browser says of its languages kept the card from starting. `chosen_language`
/// has more of what browsers may say.
#[tokio::test]
async fn a_browser_without_languages_has_a_card() -> Result<()> {
    for (languages, language, text) in [
        ("['tr-TR', 'en']", "'tr-TR'", "Metni"),
        ("[undefined, null, 7]", "null", "Copy text"),
        ("undefined", "undefined", "Copy text"),
        ("(() => { throw new TypeError(); })()", "'id'", "Salin"),
    ] {
        let script = format!(
            "for (const [name, get] of [['languages', () => {languages}], ['language', () => {language}]])
                Object.defineProperty(navigator, name, {{ get }});"
        );
        let page =
            "<div lang=\"\"><campaign-widget src=\"/campaign.json\"></campaign-widget></div>";
        let setup = Setup::new().campaign(&open_campaign()).page("/card.html", page);
        on_stage(setup.before_load(&script), async |stage| {
            let card = stage.open_card().await?;
            card.wait_for_text(text).await.context(languages)
        })
        .await?;
    }
    Ok(())
}
