//! The element wherever a page may have it: made by a script, cloned, in trees
//! inside trees, in a template, out of sight, in another document.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};
use crate::wait::until;

/// Makes an element of a campaign file.
const MAKE: &str = "
    globalThis.make = (id, more = {}) => {
        const element = document.createElement('campaign-widget');
        element.id = id;
        element.setAttribute('src', '/campaign.json');
        element.append(Object.assign(document.createElement('p'), { textContent: 'Fallback' }));
        return Object.assign(element, more);
    };
    globalThis.html = trustedTypes.createPolicy('html', { createHTML: String });
    globalThis.drawn = (element) =>
        !!element.shadowRoot?.querySelector('[part=countdown]');";

/// A page with this body.
fn page(body: &str) -> Setup {
    Setup::new().campaign(&open_campaign()).page("/page.html", body).before_load(MAKE)
}

/// Waits until what a script gives is true.
async fn wait_for(stage: &Stage, what: &str, script: &str) -> Result<()> {
    until(what, async || stage.script::<bool>(script).await, |it| *it).await?;
    Ok(())
}

/// Long enough for a card that starts though it should not.
async fn wait_a_moment() {
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
}

#[tokio::test]
async fn elements_are_taken_up_when_the_script_comes_late() -> Result<()> {
    // A page without the script, and the script's address.
    let late = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
        <title>Late</title></head><body><main></main></body></html>";
    let setup = page("").file(xtask::site::pages::Extra::new(
        "/late.html",
        "text/html; charset=utf-8",
        late,
    ));
    on_stage(setup, async |stage| {
        stage.open("/late.html").await?;
        let origin = stage.questionnaire.origin();
        let campaign = open_campaign().to_string().replace(QUESTIONNAIRE, &origin);
        let before = format!(
            "const main = document.querySelector('main');
            main.append(make('attribute'));
            const property = make('property', {{ campaign: {campaign} }});
            property.removeAttribute('src');
            main.append(property);
            main.insertAdjacentHTML('beforeend', html.createHTML(
                '<campaign-widget id=parsed src=/campaign.json><p>F</p></campaign-widget>'));
            globalThis.gone = make('gone');
            main.append(gone);
            gone.remove();"
        );
        stage.script::<()>(&before).await?;
        let load = "const script = document.createElement('script');
            script.type = 'module';
            script.src = trustedTypes.createPolicy('url', { createScriptURL: String })
                .createScriptURL('/campaign-widget.js');
            document.head.append(script);";
        stage.script::<()>(load).await?;
        for id in ["#attribute", "#property", "#parsed"] {
            stage.card(id).await?.wait_for_phase("open").await?;
        }
        // What was made before the script and comes after it.
        stage.script::<()>("document.querySelector('main').append(gone);").await?;
        stage.card("#gone").await?.wait_for_phase("open").await?;
        let after = "const after = new (customElements.get('campaign-widget'))();
            after.id = 'after';
            after.setAttribute('src', '/campaign.json');
            document.querySelector('main').append(after);";
        stage.script::<()>(after).await?;
        stage.card("#after").await?.wait_for_phase("open").await
    })
    .await
}

#[tokio::test]
async fn a_clone_of_a_card_is_a_card_of_its_own() -> Result<()> {
    on_stage(page("<main></main>"), async |stage| {
        stage.open("/page.html").await?;
        stage.script::<()>("document.querySelector('main').append(make('a'));").await?;
        let first = stage.card("#a").await?;
        first.paste_draft("写到一半").await?;
        let clone = "const clone = document.querySelector('#a').cloneNode(true);
            clone.id = 'b';
            document.querySelector('main').append(clone);";
        stage.script::<()>(clone).await?;
        let second = stage.card("#b").await?;
        second.wait_for_draft("写到一半").await?;
        stage.script::<()>("document.querySelector('#a').remove();").await?;
        let left = second.seconds().await?;
        until("the next second", async || second.seconds().await, |now| *now < left).await?;
        let id = recent_post();
        second.paste_link(&link(&id)).await?;
        second.press("submit-link").await?;
        second.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn a_card_works_in_a_closed_tree() -> Result<()> {
    on_stage(page("<div id=\"host\" lang=\"en\"></div>"), async |stage| {
        stage.open("/page.html").await?;
        let put =
            "globalThis.tree = document.querySelector('#host').attachShadow({ mode: 'closed' });
            tree.append(make('inside', { loading: 'eager' }));
            globalThis.card = tree.querySelector('campaign-widget');
            globalThis.path = null;
            addEventListener('campaign-draft', (event) => path = event.composedPath().length);
            card.setAttribute('loading', 'eager');";
        stage.script::<()>(put).await?;
        wait_for(stage, "the card", "return drawn(card);").await?;
        // Its language is that of the host, and its events come out of the tree.
        let says = async || stage.script::<String>("return card.shadowRoot.textContent;").await;
        until("English", says, |text| text.contains("Copy")).await?;
        stage.wait_for_events("campaign-ready", &[json!({})]).await?;
        let write = "const field = card.shadowRoot.querySelector('[part=draft]');
            field.value = '#Gate xStocks Trading Share# ' + 'word and another '.repeat(12);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        stage.script::<()>(write).await?;
        stage.wait_for_events("campaign-draft", &[json!({ "passes": true })]).await?;
        let from: Vec<String> = stage.script("return heard.map(({ from }) => from);").await?;
        assert!(from.iter().all(|from| from == "host"), "{from:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_card_works_two_trees_deep_and_speaks_their_language() -> Result<()> {
    on_stage(page("<div id=\"outer\" lang=\"en\"></div>"), async |stage| {
        stage.open("/page.html").await?;
        let put = "const tree = (host) => host.attachShadow({ mode: 'open' });
            const inner = document.createElement('section');
            tree(document.querySelector('#outer')).append(inner);
            globalThis.card = make('inside');
            tree(inner).append(card);";
        stage.script::<()>(put).await?;
        wait_for(stage, "the card", "return drawn(card);").await?;
        let says = "return card.shadowRoot.textContent.includes('Copy');";
        wait_for(stage, "English", says).await?;
        stage.wait_for_events("campaign-ready", &[json!({})]).await?;
        // The focus is found through all of them: a copy the old way gives it back.
        let focus = "card.shadowRoot.querySelector('[part=draft]').focus();
            return card.shadowRoot.activeElement?.getAttribute('part');";
        assert_eq!(stage.script::<String>(focus).await?, "draft");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_template_nothing_happens_until_its_content_is_in_the_page() -> Result<()> {
    let template = "<template><campaign-widget src=\"/campaign.json\" loading=\"eager\">\
        <p>F</p></campaign-widget></template><main></main>";
    on_stage(page(template), async |stage| {
        stage.open("/page.html").await?;
        wait_for(stage, "the element", "return !!customElements.get('campaign-widget');").await?;
        wait_a_moment().await;
        let loaded = stage.loaded().await?;
        let asked = |path: &String| path.contains("core") || path.contains("campaign.json");
        assert!(!loaded.iter().any(asked), "loaded for a template: {loaded:?}");
        let clone = "document.querySelector('main').append(
            document.querySelector('template').content.cloneNode(true));";
        stage.script::<()>(clone).await?;
        stage.card("main > campaign-widget").await?.wait_for_phase("open").await
    })
    .await
}

#[tokio::test]
async fn what_is_out_of_sight_starts_when_it_is_shown() -> Result<()> {
    let card = "<campaign-widget src=\"/campaign.json\"><p>F</p></campaign-widget>";
    let places = [
        ("#none", format!("<div id=\"none\" hidden>{card}</div>"), "none.hidden = false;"),
        (
            "#more",
            format!("<details id=\"more\"><summary>More</summary>{card}</details>"),
            "more.open = true;",
        ),
        ("#ask", format!("<dialog id=\"ask\">{card}</dialog>"), "ask.showModal();"),
        ("#pop", format!("<div id=\"pop\" popover>{card}</div>"), "pop.showPopover();"),
        (
            "#skip",
            format!("<div id=\"skip\">{card}</div>"),
            "skip.style.contentVisibility = 'visible';",
        ),
    ];
    let body: String = places.iter().map(|(_, markup, _)| markup.as_str()).collect();
    // Before modules run.
    let hide = "document.addEventListener('readystatechange', () => {
        document.getElementById('skip').style.contentVisibility = 'hidden'; }, { once: true });";
    on_stage(page(&body).before_load(hide), async |stage| {
        stage.open("/page.html").await?;
        wait_for(stage, "the element", "return !!customElements.get('campaign-widget');").await?;
        wait_a_moment().await;
        for (place, _, show) in &places {
            let is_drawn =
                format!("return drawn(document.querySelector('{place} campaign-widget'));");
            assert!(!stage.script::<bool>(&is_drawn).await?, "{place} started out of sight");
            stage.script::<()>(show).await?;
            let card = stage.card(&format!("{place} campaign-widget")).await?;
            card.wait_for_phase("open").await?;
            card.paste_draft("看得见").await?;
            card.wait_for_count(3).await?;
            card.paste_draft("").await?;
            stage.script::<()>(&format!("document.querySelector('{place}').remove();")).await?;
        }
        Ok(())
    })
    .await
}

/// What a browser does to a page that nobody looks at.
#[tokio::test]
async fn in_a_hidden_tab_nothing_ticks_until_it_is_shown() -> Result<()> {
    let watch = "globalThis.begun = 0;
        const { setTimeout } = globalThis;
        globalThis.setTimeout = (...all) => { begun += 1; return setTimeout(...all); };";
    let body = "<main></main>";
    on_stage(page(body).before_load(watch), async |stage| {
        let tab = stage.browser.window().await?;
        stage.open("/page.html").await?;
        stage.script::<()>("document.querySelector('main').append(make('a'));").await?;
        let card = stage.card("#a").await?;
        card.wait_for_phase("open").await?;
        hide(stage, true).await?;
        wait_for(stage, "a hidden page", "return document.hidden;").await?;
        let left = card.seconds().await?;
        wait_a_moment().await;
        stage.script::<()>("begun = 0;").await?;
        tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
        assert_eq!(stage.script::<u32>("return begun;").await?, 0);
        assert!(left - card.seconds().await? <= 1, "it went on while nobody looked");
        // A card that comes meanwhile waits for its reader.
        stage
            .script::<()>(
                "const late = make('b'); late.setAttribute('loading', 'eager');
            document.querySelector('main').append(late);",
            )
            .await?;
        let is_drawn = "return drawn(document.querySelector('#b'));";
        wait_for(stage, "the other card", is_drawn).await?;
        hide(stage, false).await?;
        stage.go_to(&tab).await?;
        for id in ["#a", "#b"] {
            let card = Card::at(&stage.browser, id);
            let seconds = async || card.seconds().await;
            until("the true time", seconds, |now| *now <= left - 2).await?;
        }
        Ok(())
    })
    .await
}

/// Minimizes the window, or brings it back.
pub async fn hide(stage: &Stage, hidden: bool) -> Result<()> {
    let window = stage.ask_devtools("Browser.getWindowForTarget", json!({})).await?;
    let state = if hidden { "minimized" } else { "normal" };
    let bounds = json!({ "windowId": window["windowId"], "bounds": { "windowState": state } });
    stage.devtools("Browser.setWindowBounds", bounds).await
}

#[tokio::test]
async fn a_card_goes_into_a_frame_and_comes_back() -> Result<()> {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
        connect-src 'self' https://questionnaire.example; require-trusted-types-for 'script'";
    on_stage(page("<main></main>").policy(policy), async |stage| {
        stage.open("/page.html").await?;
        let make = "document.querySelector('main').append(make('a', { lang: 'zh-CN' }));";
        stage.script::<()>(make).await?;
        let card = stage.card("#a").await?;
        card.paste_draft("写到一半").await?;
        let height = "return element.shadowRoot.querySelector('[part=copy]').offsetHeight;";
        let styled: u32 = card.script(height).await?;
        let go = "const frame = Object.assign(document.createElement('iframe'),
                { id: 'frame', width: 900, height: 900 });
            document.body.append(frame);
            frame.contentDocument.body.append(document.querySelector('#a'));";
        stage.script::<()>(go).await?;
        stage.browser.find(By::Css("#frame")).await?.enter_frame().await?;
        let inside = stage.card("#a").await?;
        inside.wait_for_draft("写到一半").await?;
        assert_eq!(inside.script::<u32>(height).await?, styled);
        // No driver finds what is in an element that has come from another document.
        let write = |part: &str, text: &str| {
            format!(
                "const field = element.shadowRoot.querySelector('[part={part}]');
                field.value = {};
                field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
                json!(text)
            )
        };
        inside.script::<()>(&write("draft", "＃Gate xStocks 交易体验#写在框里")).await?;
        inside.part("fix").await?;
        let press =
            |part: &str| format!("element.shadowRoot.querySelector('[part={part}]').click();");
        inside.script::<()>(&press("fix")).await?;
        inside.wait_for_rules(&[("tag", "pass")]).await?;
        inside.wait_for_count(4).await?;
        let id = recent_post();
        inside.script::<()>(&write("link", &link(&id))).await?;
        inside.wait_for_verdicts(&[&id]).await?;
        inside.script::<()>(&press("submit-link")).await?;
        inside.wait_for_entries(&[(&id, "delivered")]).await?;
        stage.browser.enter_parent_frame().await?;
        let back = "const frame = document.querySelector('#frame');
            document.querySelector('main').append(frame.contentDocument.querySelector('#a'));
            frame.remove();";
        stage.script::<()>(back).await?;
        let card = stage.card("#a").await?;
        card.wait_for_count(4).await?;
        assert_eq!(card.script::<u32>(height).await?, styled);
        assert_eq!(stage.heard("campaign-error").await?, [] as [Value; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_move_that_keeps_the_state_keeps_the_caret_and_the_undo() -> Result<()> {
    on_stage(page("<main></main><aside lang=\"en\"></aside>"), async |stage| {
        stage.open("/page.html").await?;
        stage.script::<()>("document.querySelector('main').append(make('a'));").await?;
        let card = stage.card("#a").await?;
        card.wait_for_text("复制全文").await?;
        card.type_draft("abc").await?;
        let move_it = "globalThis.before = element.shadowRoot.querySelector('[part=draft]');
            document.querySelector('aside').moveBefore(element, null);
            return before === element.shadowRoot.querySelector('[part=draft]');";
        assert!(card.script::<bool>(move_it).await?, "the card was drawn anew");
        assert_eq!(card.focused().await?, "draft");
        // Another language is around it now.
        card.wait_for_text("Copy").await?;
        card.type_draft("d").await?;
        card.wait_for_draft("abcd").await?;
        let left = card.seconds().await?;
        until("the next second", async || card.seconds().await, |now| *now < left).await?;
        Ok(())
    })
    .await
}
