//! The announcement page as a customer would publish it, in both languages.

use anyhow::Result;
use xtask::site::pages::Extra;

use crate::contrast::axe::{audit_page, load};
use crate::harness::{Stage, on_stage};
use crate::setup::Setup;

/// Each page, and its language.
const PAGES: [(&str, &str); 2] = [("/", "zh-CN"), ("/en.html", "en")];

/// A minute before the end.
const LAST_MINUTE: &str = "?preview-at=2025-07-09T23:59:00%2B08:00";

#[tokio::test]
async fn the_announcement_page_loads_cleanly_on_a_phone() -> Result<()> {
    on_stage(Setup::new().viewport(360, 740), async |stage| {
        for (page, _) in PAGES {
            stage.open(page).await?;
            let over = stage.card("#card").await?;
            assert_eq!((over.phase().await?, over.seconds().await?), ("closed".into(), 0));
            let practice = stage.card("#practice").await?;
            assert_eq!(practice.phase().await?, "open");
            assert!(practice.seconds().await? > 0);
            assert_fits(stage, 360).await?;

            // The form is always one press away.
            let form = practice.part("open-questionnaire").await?;
            let url = stage.questionnaire.url("6854");
            assert_eq!(form.href.as_deref(), Some(url.as_str()));
            assert!(!form.text.is_empty());
        }
        Ok(())
    })
    .await
}

async fn assert_fits(stage: &Stage, view: u32) -> Result<()> {
    let width: u32 = stage.script("return document.documentElement.scrollWidth").await?;
    assert!(width <= view, "the page is {width} px wide and scrolls sideways");
    Ok(())
}

#[tokio::test]
async fn a_moment_of_the_campaign_is_one_press_away() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        for (page, _) in PAGES {
            stage.open(page).await?;
            let press = "document.querySelector(`#moments a[href*='09T23:59']`).click();";
            stage.script::<()>(press).await?;
            let card = stage.card("#card[preview-at]").await?;
            assert_eq!(card.phase().await?, "open");
            assert!(card.seconds().await? <= 60);
            card.part("preview").await?;
            let chosen = "return [...document.querySelectorAll('#moments [aria-current]')]
                .map((link) => link.search);";
            assert_eq!(stage.script::<Vec<String>>(chosen).await?, [LAST_MINUTE]);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_other_language_shows_the_same_moment() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        for ((page, language), (other, _)) in PAGES.into_iter().zip(PAGES.into_iter().rev()) {
            stage.open(&format!("{page}{LAST_MINUTE}")).await?;
            stage.card("#card").await?;
            let said = "return [document.documentElement.lang, document.querySelector('#card')
                .shadowRoot.querySelector('.card').lang];";
            assert_eq!(stage.script::<[String; 2]>(said).await?, [language; 2]);

            let press = "document.querySelector('#other-language').click();";
            stage.script::<()>(press).await?;
            stage.card("#card[preview-at]").await?;
            let at = "return location.pathname + location.search;";
            assert_eq!(stage.script::<String>(at).await?, format!("{other}{LAST_MINUTE}"));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_page_says_what_it_is() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        let mut all = Vec::new();
        for (page, _) in PAGES {
            stage.open(page).await?;
            let said = "return [
                document.title, document.querySelector('meta[name=description]').content,
                document.querySelector('h1').innerText];";
            let said: [String; 3] = stage.script(said).await?;
            assert!(said.iter().all(|text| text.contains("$1,000")), "{said:?}");
            all.extend(said);
        }
        let number = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), number, "no text is that of another page: {all:?}");
        Ok(())
    })
    .await
}

/// With the card, and with what readers see before it.
#[tokio::test]
async fn axe_finds_nothing_on_the_pages() -> Result<()> {
    let without = Extra::new("/campaign-widget.js", "text/javascript", "");
    for (width, height) in [(320, 640), (1280, 800)] {
        let setup = || Setup::new().viewport(width, height);
        for (setup, has_card) in [(setup(), true), (setup().file(without.clone()), false)] {
            on_stage(setup, async |stage| {
                for (page, _) in PAGES {
                    for scheme in ["light", "dark"] {
                        stage.prefer(&[("prefers-color-scheme", scheme)]).await?;
                        stage.open(&format!("{page}{LAST_MINUTE}")).await?;
                        if has_card {
                            stage.card("#card").await?;
                        }
                        assert_fits(stage, width).await?;
                        load(stage).await?;
                        for rules in [&[][..], &["target-size"]] {
                            let found = audit_page(stage, rules).await?.violations;
                            assert!(found.is_empty(), "{page}, {width} px, {scheme}: {found:#?}");
                        }
                    }
                }
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}
