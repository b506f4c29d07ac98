//! The product's page, and the gallery on it.

pub mod album;
pub mod difference;
pub mod image;

use std::time::Duration;

use anyhow::Result;
use serde_json::json;
use xtask::names::LANGUAGES;

use crate::card::Card;
use crate::contrast::axe;
use crate::harness::{Stage, on_stage};
use crate::setup::Setup;
use crate::wait::until;

/// What the console says of the card whose file is broken, in English.
const TROUBLE: &str = "The campaign file has 5 errors";

/// Opens the page, and waits until every card is in its state.
pub async fn open(stage: &Stage, query: &str) -> Result<()> {
    stage.open(&format!("/gallery.html{query}")).await?;
    let look = async || {
        let is = "return document.documentElement.dataset.is ?? '';";
        stage.script::<String>(is).await
    };
    until("the cards", look, |is| is == "there").await?;
    Ok(())
}

#[tokio::test]
async fn every_state_is_there_on_a_phone() -> Result<()> {
    let setup = Setup::new().viewport(360, 740).expect(album::TROUBLE);
    on_stage(setup, async |stage| {
        open(stage, "?lang=zh-CN").await?;
        let is = "return [...document.querySelectorAll('[data-card]')].map(({ dataset }) => dataset.is);";
        let shown: Vec<Option<String>> = stage.script(is).await?;
        let states = ["hero"].iter().chain(&album::STATES);
        let expected: Vec<_> = states.map(|state| Some((*state).to_owned())).collect();
        assert_eq!(shown, expected);
        let width: u32 = stage.script("return document.documentElement.scrollWidth").await?;
        assert!(width <= 360, "the page is {width} px wide and scrolls sideways");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_is_chosen_for_all_cards_and_stands_in_the_address() -> Result<()> {
    on_stage(Setup::new().allow(TROUBLE).allow("errores"), async |stage| {
        open(stage, "?lang=en").await?;
        let languages: Vec<String> = stage
            .script("return [...document.querySelector('[name=lang]').options].map(({ value }) => value);")
            .await?;
        assert_eq!(languages, LANGUAGES.map(|language| language.tag));
        for (name, value) in
            [("theme", "gazette"), ("scheme", "dark"), ("width", "768"), ("lang", "es")]
        {
            let choose = "const [name, value] = arguments;
                const choice = document.querySelector(`[name=${name}]`);
                choice.value = value;
                choice.dispatchEvent(new Event('change', { bubbles: true }));";
            stage.browser.execute(choose, vec![json!(name), json!(value)]).await?;
        }
        let look = async || {
            let seen = "const cards = [...document.querySelectorAll('.state campaign-widget')];
                const seen = (of) => [...new Set(cards.map(of))].join();
                return [location.search, document.querySelector('#theme')?.getAttribute('href'),
                    seen(({ lang }) => lang), seen((card) => card.getAttribute('theme')),
                    seen(({ offsetWidth }) => offsetWidth), document.documentElement.dataset.is]
                    .join(' ');";
            stage.script::<String>(seen).await
        };
        let wanted =
            "?theme=gazette&scheme=dark&lang=es&width=768 themes/gazette.css es dark 768 there";
        until("what is chosen", look, |seen| seen == wanted).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_card_alone_stands_still() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        open(stage, "?state=empty&lang=en").await?;
        let card = Card::at(&stage.browser, "campaign-widget");
        // From noon of the 6th to the end of the 9th.
        assert_eq!(card.seconds().await?, 84 * 60 * 60);
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(card.seconds().await?, 84 * 60 * 60);
        let beside = "return document.body.innerText.trim();";
        assert_eq!(stage.script::<String>(beside).await?, "");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_snippet_is_copied_and_the_button_says_so() -> Result<()> {
    on_stage(Setup::new().allow(TROUBLE), async |stage| {
        stage.allow_clipboard(true).await?;
        open(stage, "?lang=en").await?;
        let press = "document.querySelector('.snippet .copy').click();";
        stage.script::<()>(press).await?;
        let look = async || {
            let said = "return document.querySelector('.snippet .copy').innerText;";
            stage.script::<String>(said).await
        };
        until("the button", look, |said| said == "Copied").await?;
        let code = "return document.querySelector('.snippet code').textContent;";
        stage.wait_for_clipboard(&stage.script::<String>(code).await?).await?;
        until("the button", look, |said| said == "Copy").await?;

        // The code of a card is what its element is.
        let code: String =
            stage.script("return document.querySelector('#typing code').textContent;").await?;
        assert!(code.starts_with("<campaign-widget lang=\"en\" server-now="), "{code}");
        assert!(code.contains("\"id\": \"gallery-typing\",\n"), "{code}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_and_its_cards_can_be_read_in_both_languages_and_schemes() -> Result<()> {
    on_stage(Setup::new().allow(TROUBLE).allow(album::TROUBLE), async |stage| {
        for query in ["?lang=en&scheme=light", "?lang=zh-CN&scheme=dark"] {
            open(stage, query).await?;
            axe::load(stage).await?;
            let audit = axe::audit_page(stage, &[]).await?;
            assert!(audit.violations.is_empty(), "{query}: {:#?}", audit.violations);
            for rule in ["color-contrast", "label", "heading-order"] {
                assert!(audit.passed.iter().any(|passed| passed == rule), "{query}: no {rule}");
            }
        }
        Ok(())
    })
    .await
}
