//! Elements that come, move, go and come back.

use anyhow::Result;
use serde_json::json;
use xtask::site::pages::Extra;
use xtask::site::questionnaire::Fault;

use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

/// Takes the element off the page; the variable `gone` keeps it.
async fn remove(stage: &Stage) -> Result<()> {
    stage
        .script("globalThis.gone = document.querySelector('campaign-widget'); gone.remove();")
        .await
}

async fn put_back(stage: &Stage) -> Result<()> {
    stage.script("document.body.append(gone);").await
}

#[tokio::test]
async fn two_cards_on_a_page_mind_their_own_business() -> Result<()> {
    let cards = "<campaign-widget id=\"a\" src=\"/campaign.json\"><p>A</p></campaign-widget>\
        <campaign-widget id=\"b\" src=\"/campaigns/practice.json\" lang=\"en\"><p>B</p></campaign-widget>";
    let setup = Setup::new().campaign(&open_campaign()).page("/two.html", cards);
    on_stage(setup, async |stage| {
        stage.open("/two.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        a.wait_for_text("端到端测试").await?;
        b.wait_for_text("Gate xStocks Trading Share").await?;

        a.paste_draft("只在这里").await?;
        a.wait_for_rules(&[("tag", "fail")]).await?;
        assert_eq!((a.count().await?.0, b.count().await?.0), (4, 0));
        let id = recent_post();
        b.paste_link(&link(&id)).await?;
        b.press("submit-link").await?;
        b.wait_for_entries(&[(&id, "delivered")]).await?;
        a.wait_for_entries(&[]).await?;

        stage.script::<()>("document.querySelector('#a').remove();").await?;
        let left = b.seconds().await?;
        until("the next second of the other card", async || b.seconds().await, |now| *now < left)
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_cards_of_one_campaign_share_the_outbox() -> Result<()> {
    let card = "src=\"/campaign.json\"><p>Fallback</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    let setup = Setup::new().campaign(&open_campaign()).page("/two.html", &cards);
    on_stage(setup, async |stage| {
        stage.open("/two.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        let id = recent_post();
        a.paste_link(&link(&id)).await?;
        a.press("submit-link").await?;
        b.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_element_can_come_from_a_script_and_move() -> Result<()> {
    let setup =
        Setup::new().campaign(&open_campaign()).page("/empty.html", "<main></main><aside></aside>");
    on_stage(setup, async |stage| {
        stage.open("/empty.html").await?;
        let make = "const made = document.createElement('campaign-widget');
            made.setAttribute('src', '/campaign.json');
            document.querySelector('main').append(made);";
        stage.script::<()>(make).await?;
        let card = stage.card("main > campaign-widget").await?;
        card.paste_draft("搬家之前").await?;

        let before = "document.querySelector('aside').append(document.querySelector('main > *'));";
        stage.script::<()>(before).await?;
        let card = stage.card("aside > campaign-widget").await?;
        card.wait_for_draft("搬家之前").await?;
        card.wait_for_number("countdown", 1).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_removed_element_is_silent_until_it_is_put_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.wait_for_events("campaign-phase", &[json!({ "phase": "open" })]).await?;
        remove(stage).await?;
        let inside: String = stage.script("return gone.shadowRoot.innerHTML;").await?;
        assert_eq!(inside, "<slot></slot>");

        // Nothing that happens to the page may wake it.
        let listen = "const { setTimeout } = globalThis;
            const begun = [];
            globalThis.setTimeout = (...all) => { begun.push(all[1]); return setTimeout(...all); };
            gone.setAttribute('server-now', '2020-01-01T00:00:00Z');
            gone.setAttribute('lang', 'en');
            dispatchEvent(new Event('online'));
            document.dispatchEvent(new Event('visibilitychange'));
            return new Promise((passed) => setTimeout(() => passed(begun), 1500));";
        let begun: Vec<f64> = stage.script(listen).await?;
        assert!(begun.is_empty(), "timers of {begun:?} ms were set");
        stage.wait_for_events("campaign-phase", &[json!({ "phase": "open" })]).await?;

        put_back(stage).await?;
        card.wait_for_phase("before").await?;
        card.wait_for_text("Copy").await
    })
    .await
}

#[tokio::test]
async fn removing_an_element_ends_its_request_and_loses_nothing() -> Result<()> {
    let watch = "globalThis.aborted = 0;
        const { fetch } = globalThis;
        globalThis.fetch = (address, request) => {
            request?.signal?.addEventListener('abort', () => request.method && aborted++);
            return fetch(address, request);
        };";
    on_stage(open().before_load(watch), async |stage| {
        stage.questionnaire.faults().push(Fault::Hang);
        let card = stage.open_card().await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        let taken = async || Ok(stage.questionnaire.faults().pending().len());
        until("the request", taken, |left| *left == 0).await?;
        remove(stage).await?;
        let aborted = async || stage.script("return aborted;").await;
        until("the end of the request", aborted, |count: &u32| *count == 1).await?;
        put_back(stage).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 1);
        Ok(())
    })
    .await
}

/// HTML takes `<campaign-widget … />` for a start tag. Before, what followed went
/// out of sight with the card, and nothing said so.
#[tokio::test]
async fn what_a_tag_without_an_end_takes_in_stays_in_sight() -> Result<()> {
    let tag = "<campaign-widget src=\"/campaign.json\" lang=\"zh-CN\" />";
    let rest = "<p class=\"rest\">The rest of the page</p>";
    let pages = [
        format!("<h1>Spring</h1>\n{tag}\n{rest}\n<footer>Imprint</footer>\n"),
        format!("<nav>Menu</nav>{tag}<main>{rest}</main>"),
        format!("<div>{tag}{tag}{rest}</div>"),
        // What is at the end of many pages.
        format!("{tag}{rest}<script src=\"/campaign-widget.js\" type=\"module\"></script>"),
        format!("{tag}\n{rest}\n<script src=\"/app.js\"></script>\n"),
        // An article, as most sources lay it out.
        format!("<article>\n  <h1>Spring</h1>\n  {tag}\n  {rest}\n  <p>More</p>\n</article>"),
        format!("<ul>\n\t<li>Spring</li>\n\t{tag}\n\t{rest}\n</ul>"),
    ];
    assert_holds_more(&pages, true).await
}

#[tokio::test]
async fn what_stands_in_for_a_card_is_taken_for_nothing_else() -> Result<()> {
    let tag = "<campaign-widget src=\"/campaign.json\" lang=\"zh-CN\">";
    let end = "</campaign-widget>";
    let rules = "<h2>参与方式</h2>\n<p class=\"rest\">The rules</p>";
    let pages = [
        // The README's, by itself, with the page around it, and out of a CMS.
        format!("{tag}\n  <h2>参与方式</h2>\n  <p class=\"rest\">The rules</p>\n{end}\n"),
        format!(
            "<main>\n  {tag}\n    <p class=\"rest\">The rules</p>\n  {end}\n</main>\n<footer>Imprint</footer>"
        ),
        format!("<div class=\"html\">{tag}\n  <p class=\"rest\">The rules</p>\n{end}</div>"),
        format!("<div>\n<p>Before</p>\n{tag}\n{rules}\n{end}</div>"),
        // WordPress: a block of HTML, and the classic editor's paragraphs.
        format!(
            "<div class=\"entry-content\">\n\n{tag}\n{rules}\n{end}\n\n\n\n<p>After</p>\n</div>"
        ),
        format!(
            "<div class=\"entry-content\">\n\t\t<p>Before</p>\n{tag}\n{rules}\n<p></p>{end}\n\t</div>"
        ),
        // Minified, and out of a framework.
        format!(
            "<main><h1>Spring</h1>{tag}<p class=\"rest\">The rules</p>{end}</main><footer>F</footer>"
        ),
        format!("<div>{tag}<!----><p class=\"rest\">The rules</p><!--]-->{end}</div>"),
        // With what others let a page embed, a section of its own, data.
        format!(
            "<div>{tag}<blockquote class=\"rest\">Post</blockquote><script async src=\"/app.js\"></script>{end}</div>"
        ),
        format!(
            "<div>{tag}<section class=\"rest\"><header>Rules</header><form></form></section>{end}</div>"
        ),
        format!(
            "<div>{tag}<p class=\"rest\">The rules</p><script type=\"application/ld+json\">{{}}</script>{end}</div>"
        ),
        // One line of its own in the source, with what follows.
        format!("<article>\n  {tag}\n  <p class=\"rest\">The rules</p>\n  {end}\n</article>"),
        format!("<article>\n  {tag}<p class=\"rest\">The rules</p>{end}</article>"),
    ];
    assert_holds_more(&pages, false).await
}

/// Whether, on each of these pages, the content of the card's element stays.
async fn assert_holds_more(pages: &[String], expected: bool) -> Result<()> {
    let script = Extra::new("/app.js", "text/javascript", "");
    let mut setup = Setup::new().campaign(&open_campaign()).file(script);
    if expected {
        setup = setup.expect("元素里有页面的其他内容");
    }
    for (index, page) in pages.iter().enumerate() {
        setup = setup.page(&format!("/{index}.html"), page);
    }
    on_stage(setup, async |stage| {
        for (index, page) in pages.iter().enumerate() {
            stage.open(&format!("/{index}.html")).await?;
            stage.card("campaign-widget").await?;
            let shown = "const rest = document.querySelector('.rest');
                return rest.getClientRects().length > 0;";
            assert_eq!(stage.script::<bool>(shown).await?, expected, "{page}");
        }
        Ok(())
    })
    .await
}
