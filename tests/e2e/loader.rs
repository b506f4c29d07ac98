//! The one script: what it loads and when, under which names, and how often.

use std::fs;

use anyhow::{Context, Result};
use reqwest::StatusCode;
use serde_json::{Value, json};
use xtask::integrity::short_of;
use xtask::names::{
    CHUNKS, CORE_JS, CORE_WASM, HASHED, Hashed, INTEGRITY, LANGUAGES, LOADER, LOADER_OF_VERSION,
    VERSION,
};
use xtask::site::pages::Extra;

use crate::harness::{dist, on_stage};
use crate::setup::{SCRIPT, Setup, open_campaign};
use crate::wait::until;

fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

/// The hash of a file, as `integrity.json` says it.
pub fn hash(name: &str) -> Result<String> {
    let list: Value = serde_json::from_slice(&fs::read(dist()?.join(INTEGRITY))?)?;
    let hash = list["files"][name].as_str();
    Ok(hash.with_context(|| format!("no hash of {name}"))?.to_owned())
}

/// The name of a file in the build.
pub fn published(file: Hashed) -> Result<String> {
    file.find(&dist()?)
}

#[tokio::test]
async fn a_page_loads_the_script_the_core_and_the_campaign_and_nothing_else() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.open_card().await?;
        let mut paths = stage.loaded().await?;
        paths.sort();
        let mut expected = vec![format!("/{LOADER}"), "/campaign.json".to_owned()];
        let chinese = LANGUAGES.iter().find(|language| language.tag == "zh-CN");
        let chinese =
            chinese.map(|language| [language.early, language.forms]).into_iter().flatten();
        let chunks = CHUNKS.map(|(_, file)| file);
        for file in chunks.into_iter().chain([CORE_JS, CORE_WASM]).chain(chinese) {
            expected.push(format!("/{}", published(file)?));
        }
        expected.sort();
        assert_eq!(paths, expected);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn glue_and_wasm_come_side_by_side_and_not_before_a_card_is_near() -> Result<()> {
    let page = "<p>Top</p><svg height=\"5000\"></svg>\
        <campaign-widget src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>";
    // What has begun, of which the browser gives an account only once it is over.
    let note = "globalThis.asked = [];
        const { fetch } = globalThis;
        globalThis.fetch = (address, ...more) => {
            asked.push(String(address));
            return fetch(address, ...more);
        };";
    let setup = Setup::new().campaign(&open_campaign()).page("/far.html", page).before_load(note);
    on_stage(setup, async |stage| {
        stage.open("/far.html").await?;
        // The browser tells its observers in the order in which they began: the
        // element knows by then that it is out of view.
        let observed = "return customElements.whenDefined('campaign-widget').then(() =>
            new Promise((told) => new IntersectionObserver(told)
                .observe(document.querySelector('campaign-widget')))).then(() => asked);";
        assert_eq!(stage.script::<Vec<String>>(observed).await?, [""; 0]);
        assert_eq!(stage.loaded().await?, [format!("/{LOADER}")]);

        stage.card("campaign-widget").await?;
        let apart = "const [glue, wasm] = ['.js', '.wasm'].map((end) =>
                performance.getEntriesByType('resource')
                    .find(({ name }) => name.includes('core') && name.endsWith(end)));
            return wasm.startTime < glue.responseEnd && glue.startTime < wasm.responseEnd;";
        assert!(stage.script::<bool>(apart).await?, "one waited for the other");
        Ok(())
    })
    .await
}

/// Seen without the module, for both come too fast to tell which one came first.
#[tokio::test]
async fn the_campaign_does_not_wait_for_the_module() -> Result<()> {
    let gone = Extra::new(&format!("/{}", published(CORE_WASM)?), "text/plain", "gone");
    let setup = open().file(gone.status(StatusCode::NOT_FOUND));
    let setup = setup.expect("404").expect("integrity").expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        stage.open_without_card().await?;
        let is_asked_for = |paths: &Vec<String>| paths.iter().any(|path| path == "/campaign.json");
        until("the campaign", async || stage.loaded().await, is_asked_for).await?;
        Ok(())
    })
    .await
}

/// What a page with a card at its top may say in its head.
#[tokio::test]
async fn the_hints_of_the_readme_are_used_and_load_nothing_twice() -> Result<()> {
    let readme = fs::read_to_string(dist()?.join("README.md"))?;
    let (_, hints) = readme.split_once("<link rel=\"modulepreload\"").context("no hints")?;
    let (hints, _) = hints.split_once("```").context("no end")?;
    let hints = format!("<link rel=\"modulepreload\"{hints}")
        .replace("/campaign-widget/", "/")
        .replacen("sha384-…", &hash(&published(CORE_JS)?)?, 1);
    assert!(!hints.contains('…'), "{hints}");
    on_stage(open().rewrite(SCRIPT, &format!("{hints}{SCRIPT}")), async |stage| {
        stage.open_card().await?;
        let paths = stage.loaded().await?;
        for name in [published(CORE_JS)?, published(CORE_WASM)?] {
            let times = paths.iter().filter(|path| **path == format!("/{name}")).count();
            assert_eq!(times, 1, "{name} in {paths:?}");
        }
        // A hint that is not used is told after some seconds.
        tokio::time::sleep(std::time::Duration::from_secs(6)).await;
        let log = stage.browser.browser_log().await?;
        assert!(!log.iter().any(|entry| entry.message.contains("preload")), "{log:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_may_hold_the_script_to_its_hash() -> Result<()> {
    let script = format!(
        "<script type=\"module\" src=\"/{LOADER_OF_VERSION}\" integrity=\"{}\" \
         crossorigin=\"anonymous\"></script>",
        hash(LOADER_OF_VERSION)?
    );
    on_stage(open().promised_policy_only().rewrite(SCRIPT, &script), async |stage| {
        stage.open_card().await?;
        Ok(())
    })
    .await
}

/// It is for browsers that do not look at the hash of a `modulepreload`; Chromium
/// does, so it shows only that the map names the glue and does no harm.
#[tokio::test]
async fn the_import_map_of_the_readme_names_the_glue_and_lets_it_in() -> Result<()> {
    let readme = fs::read_to_string(dist()?.join("README.md"))?;
    let (_, map) = readme.split_once("<script type=\"importmap\">").context("no map")?;
    let (map, _) = map.split_once("</script>").context("no end")?;
    let names: Value = serde_json::from_str(map)?;
    let core = published(CORE_JS)?;
    let glue = format!("/campaign-widget/{core}");
    assert_eq!(names, json!({ "integrity": { glue: "sha384-…" } }));

    let map = map.replace("/campaign-widget/", "/").replace("sha384-…", &hash(&core)?);
    let head = format!("<script type=\"importmap\">{map}</script>{SCRIPT}");
    let policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    on_stage(open().policy(policy).rewrite(SCRIPT, &head), async |stage| {
        stage.open_card().await?;
        Ok(())
    })
    .await
}

/// A name that says what is in the file can be cached without end, also by those who
/// build the same version with changes of their own.
#[test]
fn the_files_that_the_loader_asks_for_are_named_by_their_hash() -> Result<()> {
    let loader = fs::read_to_string(dist()?.join(LOADER))?;
    for file in HASHED {
        let name = published(file)?;
        assert_eq!(name, file.published(&hash(&name)?));
        assert!(loader.contains(&name), "the loader does not ask for {name}");
    }
    for language in LANGUAGES {
        let early = published(language.early)?;
        let forms = published(language.forms)?;
        let text = fs::read_to_string(dist()?.join(&early))?;
        for (asker, file, name) in
            [(&loader, language.early, early), (&text, language.forms, forms)]
        {
            let hash = short_of(&fs::read(dist()?.join(&name))?);
            assert_eq!(name, file.published(&hash));
            assert!(asker.contains(&name) && asker.contains(&hash), "nothing asks for {name}");
        }
    }
    Ok(())
}

#[test]
fn the_list_of_hashes_names_every_file_and_is_true() -> Result<()> {
    let list: Value = serde_json::from_slice(&fs::read(dist()?.join(INTEGRITY))?)?;
    assert_eq!(list, xtask::integrity::of_folder(&dist()?)?);
    assert_eq!(list["version"], json!(VERSION));
    assert_eq!(hash(LOADER)?, hash(LOADER_OF_VERSION)?);
    Ok(())
}

/// The same widget in another folder, as another version would be.
fn other_version(setup: Setup) -> Result<Setup> {
    let script = |name: &str| -> Result<Extra> {
        let content = fs::read(dist()?.join(name))?;
        Ok(Extra::new(&format!("/other/{name}"), "text/javascript", content))
    };
    let mut setup = setup.file(script(LOADER)?).file(script(&published(CORE_JS)?)?);
    for file in CHUNKS.map(|(_, file)| file).into_iter().chain([CORE_WASM]) {
        let name = published(file)?;
        let content = fs::read(dist()?.join(&name))?;
        setup = setup.file(Extra::new(&format!("/other/{name}"), "application/wasm", content));
    }
    for file in LANGUAGES.into_iter().flat_map(|language| [language.early, language.forms]) {
        let name = published(file)?;
        let content = fs::read(dist()?.join(&name))?;
        setup = setup.file(Extra::new(&format!("/other/{name}"), "text/plain", content));
    }
    Ok(setup)
}

#[tokio::test]
async fn of_two_versions_the_first_one_stays() -> Result<()> {
    let other = "<script type=\"module\" src=\"/other/campaign-widget.js\"></script>";
    for (scripts, of_the_other) in [
        ([SCRIPT, other].concat(), 0),
        ([other, SCRIPT].concat(), 2),
        ([SCRIPT, SCRIPT].concat(), 0),
    ] {
        let setup = other_version(open())?.rewrite(SCRIPT, &scripts);
        on_stage(setup, async |stage| {
            let card = stage.open_card().await?;
            card.paste_draft("一张卡片").await?;
            card.wait_for_count(4).await?;
            let cores: Vec<String> = stage.loaded().await?;
            let cores = cores.iter().filter(|path| path.contains("core"));
            let (others, own): (Vec<_>, Vec<_>) = cores.partition(|path| path.contains("other"));
            assert_eq!((others.len(), own.len()), (of_the_other, 2 - of_the_other));
            Ok(())
        })
        .await?;
    }
    Ok(())
}
