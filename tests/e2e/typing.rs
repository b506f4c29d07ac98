//! Typing is never disturbed: not by an input method, not by a repair.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::{Stage, on_stage};
use crate::wait::until;

#[tokio::test]
async fn an_input_method_is_left_alone() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let watch = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.focus();
            composed = [];
            for (const name of ['compositionstart', 'compositionend'])
                area.addEventListener(name, ({ type, data }) => composed.push(`${type} ${data}`));";
        card.script::<()>(watch).await?;
        let method = InputMethod(stage);
        for text in ["n", "ni", "ni h", "ni hao"] {
            method.compose(text).await?;
            card.wait_for_draft(text).await?;
        }
        // A press that would write waits for the input method to be done.
        let press = "element.shadowRoot.querySelector('[part=insert-tag]').click();";
        card.script::<()>(press).await?;
        card.wait_for_draft("ni hao").await?;
        method.commit("你好").await?;
        card.wait_for_draft(&format!("你好 {TAG}")).await?;
        card.wait_for_count(2).await?;
        let composed: Vec<String> = stage.script("return composed;").await?;
        assert_eq!(composed, ["compositionstart ", "compositionend 你好"]);
        card.wait_for_rules(&[("tag", "pass")]).await
    })
    .await
}

/// What an input method does, by the browser's own commands for one.
pub struct InputMethod<'s>(pub &'s Stage);

impl InputMethod<'_> {
    /// Composes `text` at the caret, as a person sees it before it is chosen.
    pub async fn compose(&self, text: &str) -> Result<()> {
        let length = text.encode_utf16().count();
        let composition = json!({ "text": text, "selectionStart": length, "selectionEnd": length });
        self.0.devtools("Input.imeSetComposition", composition).await
    }

    /// Gives up what is composed.
    pub async fn cancel(&self) -> Result<()> {
        self.compose("").await
    }

    /// Puts the chosen text in the place of what is composed.
    pub async fn commit(&self, text: &str) -> Result<()> {
        self.0.devtools("Input.insertText", json!({ "text": text })).await
    }
}

/// Counts whatever writes to the field but the browser itself.
const WATCH_WRITES: &str = "const area = element.shadowRoot.querySelector('[part=draft]');
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    writes = [];
    Object.defineProperty(area, 'value', {
        get() { return value.get.call(this); },
        set(text) { writes.push(text); value.set.call(this, text); },
    });
    for (const name of ['setRangeText', 'setSelectionRange', 'select']) {
        const real = area[name];
        area[name] = function (...given) { writes.push(name); return real.apply(this, given); };
    }
    const command = document.execCommand;
    document.execCommand = function (...given) {
        writes.push(given[0]);
        return command.apply(this, given);
    };
    area.focus();";

async fn caret_at(card: &Card, place: usize) -> Result<()> {
    let place = format!(
        "element.shadowRoot.querySelector('[part=draft]').setSelectionRange({place}, {place});"
    );
    card.script(&place).await
}

#[tokio::test]
async fn nothing_is_written_while_an_input_method_composes() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        // Another tab, from which drafts could come meanwhile.
        let near = format!("{STORY} ＃Gate xStocks 交易体验# #BTC");
        card.paste_draft(&near).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        // In the middle of the tag that is marked.
        let middle = STORY.chars().count() + " ＃Gate xSto".chars().count();
        caret_at(&card, middle).await?;
        card.script::<()>(WATCH_WRITES).await?;
        let method = InputMethod(stage);
        let (before, after) = near.split_at(near.find("cks").unwrap_or_default());
        for text in ["n", "ni", "ni'h", "ni'hao"] {
            method.compose(text).await?;
            card.wait_for_draft(&format!("{before}{text}{after}")).await?;
        }
        method.cancel().await?;
        card.wait_for_draft(&near).await?;
        for text in ["j", "jiao", "交"] {
            method.compose(text).await?;
        }
        method.commit("交易").await?;
        card.wait_for_draft(&format!("{before}交易{after}")).await?;
        let writes: Vec<String> = stage.script("return writes;").await?;
        assert_eq!(writes, [""; 0], "what is composed belongs to the input method");
        // What was committed is where the caret was, and typing goes on behind it.
        card.keys("x").await?;
        card.wait_for_draft(&format!("{before}交易x{after}")).await
    })
    .await
}

/// What waits for the input method finds its place anew, for the text is another
/// one by then.
#[tokio::test]
async fn a_press_that_waits_removes_the_tag_that_was_meant() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("很好 #BTC 结尾很重要的话").await?;
        card.wait_for_rules(&[("only-tag", "fail")]).await?;
        let press = "element.shadowRoot.querySelector('[part=remove-tag]').click();";
        let method = InputMethod(stage);
        caret_at(&card, 0).await?;
        card.script::<()>("element.shadowRoot.querySelector('[part=draft]').focus();").await?;
        method.compose("nihao").await?;
        card.wait_for_draft("nihao很好 #BTC 结尾很重要的话").await?;
        card.script::<()>(press).await?;
        method.commit("你好").await?;
        card.wait_for_draft("你好很好 结尾很重要的话").await?;

        // What is no such tag any more is left alone.
        card.paste_draft("头 #BTC 尾").await?;
        card.wait_for_rules(&[("only-tag", "fail")]).await?;
        caret_at(&card, "头 #B".chars().count()).await?;
        method.compose("ni").await?;
        card.wait_for_draft("头 #BniTC 尾").await?;
        card.script::<()>(press).await?;
        method.commit("你").await?;
        card.wait_for_draft("头 #B你TC 尾").await
    })
    .await
}

#[tokio::test]
async fn another_note_waits_for_the_input_method() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft("第一篇").await?;
        let method = InputMethod(stage);
        method.compose("ni").await?;
        card.wait_for_draft("第一篇ni").await?;
        card.script::<()>("element.shadowRoot.querySelector('[part~=new-draft]').click();").await?;
        method.commit("你").await?;
        card.wait_for_draft("").await?;
        let first = card.part("draft-entry").await?;
        let text = "return element.shadowRoot.querySelector('[part=draft-entry]').textContent;";
        let listed: String = card.script(text).await?;
        assert!(listed.contains("第一篇你"), "{first:?}: {listed}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn enter_chooses_and_sends_nothing() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft("").await?;
        let method = InputMethod(stage);
        method.compose("gate").await?;
        // As browsers report the key that an input method takes for itself.
        for kind in ["rawKeyDown", "keyUp"] {
            let enter = json!({
                "type": kind, "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229,
            });
            stage.devtools("Input.dispatchKeyEvent", enter).await?;
        }
        method.commit("gate").await?;
        card.wait_for_draft("gate").await?;
        // A plain one is a line break, and nothing else.
        card.keys(Key::Enter + "好").await?;
        card.wait_for_draft("gate\n好").await?;
        let heard: Vec<Value> = stage.script("return heard.map(({ name }) => name);").await?;
        assert_eq!(heard, ["campaign-ready", "campaign-phase"].map(Value::from));
        Ok(())
    })
    .await
}

/// Longer than the card waits for the next key of somebody who types.
const NO_LONGER_TYPING: Duration = Duration::from_millis(2_500);

/// Long enough to hear of what another card wrote.
const HEARD: Duration = Duration::from_millis(1_000);

/// Another card of the page does what another tab does: it has the same note, and
/// tells of it on the same channel.
#[tokio::test]
async fn a_draft_from_another_tab_waits_for_the_input_method() -> Result<()> {
    let card = "src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    on_stage(open().page("/two.html", &cards), async |stage| {
        stage.open("/two.html").await?;
        let (other, card) = (stage.card("#b").await?, stage.card("#a").await?);
        card.type_draft("好").await?;
        other.wait_for_draft("好").await?;
        let method = InputMethod(stage);
        method.compose("hen").await?;
        card.wait_for_draft("好hen").await?;
        other.wait_for_draft("好hen").await?;
        tokio::time::sleep(NO_LONGER_TYPING).await;
        // Without the focus, which would end what is composed.
        let write = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.value = 'from another tab';
            area.dispatchEvent(new InputEvent('input'));";
        other.script::<()>(write).await?;
        tokio::time::sleep(HEARD).await;
        assert_eq!(card.draft().await?, "好hen");
        method.compose("heng").await?;
        card.wait_for_draft("好heng").await?;
        method.commit("很").await?;
        card.wait_for_draft("好很").await?;
        card.wait_for_text("两份都已保留").await?;
        let texts: Vec<String> = stage
            .script(
                "return Object.entries(localStorage).filter(([key]) => key.includes(':draft:'))
                    .map(([, note]) => JSON.parse(note).text).sort();",
            )
            .await?;
        assert_eq!(texts, ["from another tab", "好很"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_huge_paste_is_taken_whole() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let huge = format!("{}{}", "今天的行情真不错，".repeat(11_111), TAG);
        assert!(huge.chars().count() > 100_000);
        card.paste_draft(&huge).await?;
        // The commas count as well.
        card.wait_for_count(99_999).await?;
        card.wait_for_rules(&[("tag", "pass"), ("x-length", "advice"), ("original", "advice")])
            .await?;
        card.type_draft("完").await?;
        card.wait_for_count(100_000).await?;
        let card = stage.reload().await?;
        card.wait_for_count(100_000).await
    })
    .await
}

#[tokio::test]
async fn what_is_pasted_comes_as_plain_text() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        let copy = format!(
            "const done = arguments[0];
            const html = '<b>第一行</b><br>第二行 <a href=\"#x\">{TAG}</a>';
            const text = '第一行\\r\\n第二行 {TAG}';
            navigator.clipboard.write([new ClipboardItem({{
                'text/html': new Blob([html], {{ type: 'text/html' }}),
                'text/plain': new Blob([text], {{ type: 'text/plain' }}),
            }})]).then(() => done('written'), (error) => done(String(error)));"
        );
        // Once the window has the focus, which takes a while on a busy machine. There
        // is no script in it: Chromium reads it to clean it, and complains of that.
        let write = async || Ok(stage.browser.execute_async(&copy, vec![]).await?.convert()?);
        until("the copied page", write, |written: &String| written == "written").await?;
        card.type_draft(Key::Control + "v").await?;
        // Windows ends its lines with two characters, a field with one.
        card.wait_for_draft(&format!("第一行\n第二行 {TAG}")).await?;
        card.wait_for_count(6).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        stage.allow_clipboard(true).await?;
        card.press("copy").await?;
        card.wait_for_text("这样发不算数").await?;
        stage.wait_for_clipboard(&format!("第一行\n第二行 {TAG}")).await
    })
    .await
}

#[tokio::test]
async fn one_undo_takes_back_a_repair_of_several_places() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let near = format!("＃Gate xStocks 交易体验# {STORY} #gate xstocks 交易体验 好");
        card.paste_draft(&near).await?;
        card.fix("tag").await?;
        card.wait_for_draft(&format!("{TAG} {STORY} {TAG} 好")).await?;
        card.type_draft(Key::Control + "z").await?;
        card.wait_for_draft(&near).await
    })
    .await
}

#[tokio::test]
async fn undo_takes_back_what_a_press_has_written() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.type_draft(STORY).await?;
        card.press("insert-tag").await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        // Once it is there, nothing can insert it again.
        card.wait_for_number("insert-tag", 0).await?;
        let draft = card.draft().await?;
        assert_eq!(draft.matches(TAG).count(), 1, "{draft}");
        card.type_draft(Key::Control + "z").await?;
        card.wait_for_draft(STORY).await?;
        card.wait_for_rules(&[("tag", "fail")]).await?;

        let near = format!("{STORY} #gate xstocks 交易体验# 好");
        card.paste_draft(&near).await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.type_draft(Key::Control + "z").await?;
        card.wait_for_draft(&near).await
    })
    .await
}

#[tokio::test]
async fn a_repair_leaves_the_caret_where_the_person_was() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("很好 #Gate xStocks 交易体验# #BTC 结尾").await?;
        let place = "const area = element.shadowRoot.querySelector('[part=draft]');
            area.setSelectionRange(2, 2);";
        card.script::<()>(place).await?;
        card.fix("only-tag").await?;
        card.wait_for_rules(&[("only-tag", "pass")]).await?;
        card.keys("用").await?;
        let draft = card.draft().await?;
        assert!(draft.starts_with("很好用 #Gate") && draft.ends_with("结尾"), "{draft}");
        Ok(())
    })
    .await
}
