//! What the author of a page is told about the colours that he chose.

use anyhow::Result;
use serde_json::json;
use xtask::names::CONTRAST;
use xtask::site::pages::Extra;

use super::{in_each_theme, put_on};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::loader::published;
use crate::setup::{SCRIPT, Setup, open_campaign};

/// A page whose card has this style, previewed by its author.
fn page(style: &str) -> Setup {
    page_with(style, "preview-at=\"2026-01-01T00:00:00Z\"")
}

/// A page whose card has this style and this attribute.
fn page_with(style: &str, attribute: &str) -> Setup {
    let body = format!(
        "<campaign-widget src=\"/campaign.json\" lang=\"zh-CN\" {attribute}>\
         <p>Fallback</p></campaign-widget>"
    );
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><title>Page</title>\
         <link rel=\"stylesheet\" href=\"/page.css\">{SCRIPT}</head>\
         <body>{body}</body></html>"
    );
    Setup::new()
        .campaign(&open_campaign())
        .file(Extra::new("/card.html", "text/html; charset=utf-8", html))
        .file(Extra::new("/page.css", "text/css", style))
        .before_load(
            "globalThis.warned = [];
            console.warn = (...all) => warned.push(all.join(' '));",
        )
}

/// Has the module look at the card once more, and gives what it has said: on the
/// console, and on the card. The loader's own look may come at any time, before
/// or after.
async fn check(stage: &Stage, card: &Card) -> Result<(Vec<String>, Vec<String>)> {
    let run = "const [path, done] = arguments;
        import(path).then(({ check }) => {
            warned.length = 0;
            check(document.querySelector('campaign-widget'));
            done([...warned]);
        }).catch((error) => done([String(error)]));";
    let path = json!(format!("/{}", published(CONTRAST)?));
    let warned = stage.browser.execute_async(run, vec![path]).await?.convert()?;
    let shown = card.parts("contrast").await?.into_iter().map(|part| part.text).collect();
    Ok((warned, shown))
}

#[tokio::test]
async fn an_illegible_accent_is_told_with_its_property_and_both_ratios() -> Result<()> {
    let setup = page("campaign-widget { --campaign-widget-accent: #ffe600 }");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let (warned, shown) = check(stage, &card).await?;
        let [warning] = warned.as_slice() else { panic!("{warned:?}") };
        // #ffe600 on white: relative luminance 0.7769 against 1.
        assert!(warning.starts_with("<campaign-widget>: 以下颜色难以看清"), "{warning}");
        assert!(
            warning.contains(
                "浅色：--campaign-widget-accent（#ffe600）在 --campaign-widget-surface（#ffffff）\
                 上的对比度为 1.26:1，至少应为 4.5:1。"
            ),
            "{warning}"
        );
        // It is legible on the dark card, and so is the text on it.
        assert!(!warning.contains("深色") && !warning.contains("on-accent"), "{warning}");
        let [box_text] = shown.as_slice() else { panic!("{shown:?}") };
        assert!(box_text.contains("1.26:1"), "{box_text}");

        card.set("lang", "en").await?;
        card.wait_for_text("Write your post").await?;
        let (warned, _) = check(stage, &card).await?;
        assert!(
            warned[0].contains(
                "light: --campaign-widget-accent (#ffe600) on --campaign-widget-surface (#ffffff) \
                 has a contrast of 1.26:1; it needs 4.5:1."
            ),
            "{warned:?}"
        );
        // It is for the author.
        card.unset("preview-at").await?;
        assert!(!card.part("contrast").await?.shown);
        Ok(())
    })
    .await
}

/// The reader's own colours are no choice of the author's: each pair would have a contrast
/// of 1.
#[tokio::test]
async fn nothing_is_told_where_the_colours_are_the_readers() -> Result<()> {
    let setup = page("campaign-widget { --campaign-widget-accent: #ffe600 }");
    on_stage(setup, async |stage| {
        stage.prefer(&[("forced-colors", "active")]).await?;
        let card = stage.open_card().await?;
        assert_eq!(check(stage, &card).await?, (Vec::new(), Vec::new()));
        Ok(())
    })
    .await
}

/// CSS Color 4 and 5: every syntax, wide gamut, alpha over what is below.
#[tokio::test]
async fn any_colour_is_measured_as_it_comes_to_the_screen() -> Result<()> {
    for (style, told) in [
        ("--campaign-widget-accent: oklch(0.9 0.2 100)", "--campaign-widget-accent（#fedf00）"),
        ("--campaign-widget-accent: hsl(54 100% 50%)", "--campaign-widget-accent（#ffe600）"),
        (
            "--campaign-widget-accent: color(display-p3 1 0.9 0)",
            "--campaign-widget-accent（#ffe400）",
        ),
        // On white, and on the sunken #f2f2f3. Chromium keeps the alpha now in eight
        // bits and now as it is: 40 % is the same in both.
        ("--campaign-widget-quiet: rgb(0 0 0 / 40%)", "--campaign-widget-quiet（#999999）"),
        ("--campaign-widget-quiet: rgb(0 0 0 / 40%)", "--campaign-widget-quiet（#919192）"),
        ("--campaign-widget-text: light-dark(#999, #fff)", "--campaign-widget-text（#999999）"),
        ("--campaign-widget-field-line: lab(80% 0 0)", "--campaign-widget-field-line（#c6c6c6）"),
        ("--campaign-widget-on-accent: silver", "--campaign-widget-on-accent（#c0c0c0）"),
    ] {
        on_stage(page(&format!("campaign-widget {{ {style} }}")), async |stage| {
            let card = stage.open_card().await?;
            let (warned, _) = check(stage, &card).await?;
            assert!(warned.len() == 1 && warned[0].contains(told), "{style}: {warned:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A card that lets the page through is read on the page.
#[tokio::test]
async fn a_card_without_a_surface_is_measured_on_what_is_behind_it() -> Result<()> {
    let setup = page(
        "body { background: #333 } main { background: rgb(255 255 255 / 50%) }
        campaign-widget { --campaign-widget-surface: transparent; --campaign-widget-text: #ccc }",
    );
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let (warned, _) = check(stage, &card).await?;
        assert!(!warned.iter().any(|said| said.contains("widget-text")), "{warned:?}");
        stage
            .script::<()>(
                "const main = document.createElement('main');
            main.append(...document.body.childNodes); document.body.append(main);",
            )
            .await?;
        let card = stage.card("campaign-widget").await?;
        // Half white over #333 is #999.
        let (warned, _) = check(stage, &card).await?;
        assert!(
            warned[0].contains("（#cccccc）在 --campaign-widget-surface（#999999）"),
            "{warned:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_no_colour_is_told() -> Result<()> {
    let setup = page("campaign-widget { --campaign-widget-accent: bleu }");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let (warned, _) = check(stage, &card).await?;
        assert_eq!(warned.len(), 1);
        let lines: Vec<&str> = warned[0].lines().skip(1).collect();
        assert_eq!(lines, ["- --campaign-widget-accent 不是颜色：bleu"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_legible_page_is_told_nothing() -> Result<()> {
    // Brands that set three colours, for both schemes or for one.
    for style in [
        "",
        "--campaign-widget-accent: #0a58ca; --campaign-widget-surface: #fff;
            --campaign-widget-text: #333",
        "--campaign-widget-accent: #f0b90b; --campaign-widget-surface: #1e2329;
            --campaign-widget-text: #eaecef",
        "--campaign-widget-accent: #17e6a1; --campaign-widget-surface: #0d0f12;
            --campaign-widget-text: #d5dae0",
        "--campaign-widget-accent: light-dark(#9a3412, #fdba74);
            --campaign-widget-surface: light-dark(#fff7ed, #1c1410);
            --campaign-widget-text: light-dark(#431407, #ffedd5)",
    ] {
        on_stage(page(&format!("campaign-widget {{ {style} }}")), async |stage| {
            let card = stage.open_card().await?;
            assert_eq!(check(stage, &card).await?, (vec![], vec![]), "{style}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_themes_are_legible_for_the_module_too() -> Result<()> {
    on_stage(page(""), async |stage| {
        let card = stage.open_card().await?;
        in_each_theme(stage, &card, async |theme| {
            assert_eq!(check(stage, &card).await?, (vec![], vec![]), "{theme}");
            Ok(())
        })
        .await?;
        put_on(stage, "").await
    })
    .await
}

/// Nobody has to ask for it, and under the policy that the widget promises.
#[tokio::test]
async fn a_preview_is_looked_at_by_itself_and_said_once() -> Result<()> {
    let setup = page("").promised_policy_only().allow("style-src").before_load(
        "addEventListener('DOMContentLoaded', () => {
            const element = document.querySelector('campaign-widget');
            element.style.setProperty('--campaign-widget-accent', '#ffe600');
        });",
    );
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        assert!(card.part("contrast").await?.text.contains("1.26:1"));
        let warned: Vec<String> = stage.script("return warned;").await?;
        assert_eq!(warned.len(), 1, "{warned:?}");
        // Dressed although the policy allows no style.
        let ground = "return getComputedStyle(
            element.shadowRoot.querySelector('[part=contrast]')).backgroundColor;";
        assert_eq!(card.script::<String>(ground).await?, "rgb(255, 224, 138)");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_card_that_becomes_a_preview_is_looked_at_and_readers_load_nothing_of_it() -> Result<()> {
    let style = "campaign-widget { --campaign-widget-accent: #ffe600 }";
    on_stage(page_with(style, ""), async |stage| {
        let card = stage.open_card().await?;
        assert!(!stage.loaded().await?.iter().any(|path| path.contains("contrast")));
        card.set("preview-at", "2026-01-01T00:00:00Z").await?;
        card.part("contrast").await?;
        Ok(())
    })
    .await
}
