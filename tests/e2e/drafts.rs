//! Several drafts, and the posts that they became.

use anyhow::Result;
use serde_json::{Value, json};

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::on_stage;
use crate::wait::until;

/// Another honest post.
const OTHER: &str = "今天挂了限价单买英伟达等了半小时省下一点钱下次还这么买";

/// Waits for the states of the other drafts, the newest first.
async fn wait_for_drafts(card: &Card, states: &[&str]) -> Result<()> {
    let look = async || {
        let drafts = card.parts("draft-entry").await?;
        drafts.iter().map(|draft| Ok(draft.data("state")?.to_owned())).collect::<Result<Vec<_>>>()
    };
    until(&format!("the drafts {states:?}"), look, |seen| seen == states).await?;
    Ok(())
}

/// Opens the list of the other drafts.
async fn unfold(card: &Card) -> Result<()> {
    card.script("element.shadowRoot.querySelector('[part=drafts]').open = true;").await
}

#[tokio::test]
async fn a_second_post_is_a_note_of_its_own_and_both_come_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let first = format!("{STORY} {TAG}");
        card.paste_draft(&first).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("copy").await?;
        card.wait_for_text("已复制").await?;
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        wait_for_drafts(&card, &["copy"]).await?;
        card.paste_draft(OTHER).await?;

        let card = stage.reload().await?;
        card.wait_for_draft(OTHER).await?;
        wait_for_drafts(&card, &["copy"]).await?;
        unfold(&card).await?;
        card.press("open-draft").await?;
        card.wait_for_draft(&first).await?;
        wait_for_drafts(&card, &["draft"]).await?;
        // What was opened last comes back.
        let card = stage.reload().await?;
        card.wait_for_draft(&first).await?;
        wait_for_drafts(&card, &["draft"]).await
    })
    .await
}

/// A key is stored a quarter of a second later, and at once by who leaves.
#[tokio::test]
async fn the_last_key_before_a_reload_is_kept() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(STORY).await?;
        let leave = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.focus();
            document.execCommand('insertText', false, '！');
            const kept = Object.values(localStorage).join().includes('！');
            location.reload();
            return kept;";
        assert!(!card.script::<bool>(leave).await?, "the key waited for the storage");
        let card = stage.reload().await?;
        card.wait_for_draft(&format!("{STORY}！")).await
    })
    .await
}

#[tokio::test]
async fn a_post_like_an_earlier_one_gets_advice_and_passes() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("copy").await?;
        card.wait_for_text("已复制").await?;
        // It is no repetition of itself.
        assert!(!has_doubt(&card).await?);
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        card.paste_draft(&format!("早！{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("original", "advice"), ("tag", "pass"), ("length", "pass")]).await?;
        card.paste_draft(&format!("{OTHER} {TAG}")).await?;
        until("no doubt", async || has_doubt(&card).await, |doubt| !doubt).await?;
        let passes = json!({ "passes": true });
        let heard: Vec<Value> = stage.heard("campaign-draft").await?;
        assert_eq!(heard.last(), Some(&passes), "advice never blocks: {heard:?}");
        Ok(())
    })
    .await
}

async fn has_doubt(card: &Card) -> Result<bool> {
    let rules = card.parts("rule").await?;
    Ok(rules.iter().any(|rule| rule.data("rule").is_ok_and(|rule| rule == "original")))
}

#[tokio::test]
async fn the_announcement_around_the_card_is_no_post() -> Result<()> {
    let page = "<main><p>每一条体验,都有机会赢取大奖!快在Gate广场show出你的操作吧!</p>\
        <campaign-widget src=\"/campaign.json\" lang=\"zh-CN\">\
        <p>把你的真实体验写成一篇原创帖子，发到广场，再同步到 X，一起瓜分奖池。</p>\
        </campaign-widget></main>";
    let setup = open().page("/page.html", page);
    on_stage(setup, async |stage| {
        stage.open("/page.html").await?;
        let card = stage.card("campaign-widget").await?;
        for copied in [
            "每一条体验，都有机会赢取大奖！快在Gate广场show出你的操作吧！",
            "把你的真实体验写成一篇原创帖子，发到广场，再同步到 X",
        ] {
            card.paste_draft(copied).await?;
            card.wait_for_rules(&[("length", "pass"), ("original", "advice")]).await?;
            card.paste_draft(STORY).await?;
            until("no doubt", async || has_doubt(&card).await, |doubt| !doubt).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_cleared_or_deleted_comes_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        card.press("clear").await?;
        card.wait_for_draft("").await?;
        card.press("undo").await?;
        card.wait_for_draft(STORY).await?;
        card.wait_for_count(20).await?;

        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        unfold(&card).await?;
        card.press("delete-draft").await?;
        wait_for_drafts(&card, &[]).await?;
        card.press("undo").await?;
        wait_for_drafts(&card, &["draft"]).await?;
        card.press("delete-draft").await?;
        wait_for_drafts(&card, &[]).await?;
        let card = stage.reload().await?;
        card.wait_for_draft("").await?;
        let kept: usize = stage
            .script(
                "return Object.entries(localStorage)
                    .filter(([key, json]) => key.includes(':draft:') && JSON.parse(json).text).length;",
            )
            .await?;
        assert_eq!(kept, 0, "what is deleted is gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_on_one_note_lose_nothing() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.open_card().await?.paste_draft(STORY).await?;
        let second = stage.reload().await?;
        second.wait_for_draft(STORY).await?;
        // Another tab writes, and this one hears nothing of it in time, as if it
        // had been frozen.
        let write = "for (const [key, note] of Object.entries(localStorage))
                if (key.includes(':draft:'))
                    localStorage[key] = note.replace('方便', '方便第一页');
            const area = element.shadowRoot.querySelector('[part=draft]');
            area.value += '第二页';
            area.dispatchEvent(new InputEvent('input'));";
        second.script::<()>(write).await?;
        second.wait_for_text("两份都已保留").await?;
        second.wait_for_draft(&format!("{STORY}第二页")).await?;
        let texts: Vec<String> = stage
            .script(
                "return Object.entries(localStorage).filter(([key]) => key.includes(':draft:'))
                    .map(([, note]) => JSON.parse(note).text).sort();",
            )
            .await?;
        assert_eq!(texts, [format!("{STORY}第一页"), format!("{STORY}第二页")]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn drafts_outlive_a_crash() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        let tab = stage.browser.window().await?;
        let other = stage.new_tab().await?;
        stage.go_to(&tab).await?;
        // The page gets no chance to say good-bye.
        assert!(stage.browser.goto("chrome://crash").await.is_err(), "the page lives");
        stage.go_to(&other).await?;
        let card = stage.open_card().await?;
        card.wait_for_draft(STORY).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_gone_back_to_shows_what_was_written_since() -> Result<()> {
    on_stage(open().page("/elsewhere.html", "Elsewhere"), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        stage.open("/elsewhere.html").await?;
        // Written on, in another tab of the site.
        let write = "for (const [key, note] of Object.entries(localStorage))
            if (key.includes(':draft:')) localStorage[key] = note.replace('方便', '方便！');";
        stage.script::<()>(write).await?;
        stage.browser.back().await?;
        let card = stage.card("campaign-widget").await?;
        card.wait_for_draft(&format!("{STORY}！")).await
    })
    .await
}

/// A blank page that was asked for is not filled with an old post when the page
/// comes back into view, or another part of the site writes something.
#[tokio::test]
async fn a_blank_note_stays_blank() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(STORY).await?;
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        let stir = "element.shadowRoot.querySelector('[part=draft]').blur();
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            dispatchEvent(new StorageEvent('storage', { key: 'of-the-page' }));
            dispatchEvent(new StorageEvent('storage'));";
        card.script::<()>(stir).await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        assert_eq!(card.draft().await?, "");
        wait_for_drafts(&card, &["draft"]).await
    })
    .await
}

#[tokio::test]
async fn an_undo_never_mixes_two_notes() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(OTHER).await?;
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        card.type_draft("要清空的").await?;
        card.press("clear").await?;
        card.wait_for_text("已删除").await?;
        unfold(&card).await?;
        card.press("open-draft").await?;
        card.wait_for_draft(OTHER).await?;
        let gone = "return element.shadowRoot.querySelector('[part~=undo]').hidden;";
        assert!(card.script::<bool>(gone).await?, "what was cleared belongs to another note");

        // A deletion can be undone in another language, and while one types on.
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        card.press("delete-draft").await?;
        wait_for_drafts(&card, &[]).await?;
        card.type_draft("好").await?;
        card.choose_language("en").await?;
        card.wait_for_draft("").await?;
        card.press("undo").await?;
        wait_for_drafts(&card, &[]).await?;
        card.choose_language("zh-CN").await?;
        wait_for_drafts(&card, &["draft"]).await
    })
    .await
}

#[tokio::test]
async fn the_focus_is_not_lost_with_a_button() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(STORY).await?;
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        unfold(&card).await?;
        let focused = async || card.focused().await;
        for (press, next) in [("delete-draft", "undo"), ("undo", "open-draft")] {
            card.press(press).await?;
            until(&format!("the focus on {next}"), focused, |part| part == next).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_goes_to_the_draft_that_came_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        for text in [STORY, OTHER] {
            card.paste_draft(text).await?;
            card.press("new-draft").await?;
            card.wait_for_draft("").await?;
        }
        unfold(&card).await?;
        // The older one, which is the second of the list.
        let delete = "element.shadowRoot.querySelectorAll('[part=delete-draft]')[1].click();";
        card.script::<()>(delete).await?;
        wait_for_drafts(&card, &["draft"]).await?;
        card.press("undo").await?;
        wait_for_drafts(&card, &["draft", "draft"]).await?;
        let focused = "return element.shadowRoot.activeElement
            ?.closest('[part=draft-entry]')?.textContent ?? '';";
        let look = async || card.script::<String>(focused).await;
        until("the focus on what came back", look, |entry| entry.contains(STORY)).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_post_in_the_same_field_leaves_the_first_in_the_list() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.paste_draft(STORY).await?;
        card.press("copy").await?;
        card.wait_for_text("这样发不算数").await?;
        card.paste_draft(OTHER).await?;
        wait_for_drafts(&card, &["copy"]).await?;
        unfold(&card).await?;
        let listed = card.part("draft-entry").await?.text;
        assert!(listed.contains(STORY) && !listed.contains(OTHER), "{listed}");
        Ok(())
    })
    .await
}
