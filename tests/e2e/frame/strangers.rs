//! Messages of others, which neither the page nor the frame may believe.

use anyhow::Result;
use serde_json::{Value, json};

use super::{Around, SCRIPT, card_in, frame, host, outside, settled};
use crate::harness::on_stage;
use crate::wait::until;

/// Hands the page's script a message from `frame` with what `change` makes of
/// it, and gives the frame's height and how many events were heard.
fn told(change: &str) -> String {
    format!(
        "const {{ source, origin, data }} = globalThis.genuine;
        const message = {{ source, origin, data: {{ ...data, height: 777 }} }};
        {change}
        dispatchEvent(new MessageEvent('message', message));
        return [frame.clientHeight, heard.length + clicks];"
    )
}

/// Keeps the first height that the frame told, and counts what the frame may
/// not fire.
const KEEP: &str = "globalThis.clicks = 0;
addEventListener('click', () => clicks++);
addEventListener('message', ({ source, origin, data }) => {
    if (data?.type === 'campaign-widget:height') globalThis.genuine ??= { source, origin, data };
});";

#[tokio::test]
async fn the_page_believes_only_the_frame_itself() -> Result<()> {
    on_stage(host().before_load(KEEP), async |stage| {
        let body = [SCRIPT, &frame(stage), "<iframe id=\"stranger\" src=\"/stranger.html\"></iframe>"];
        let _around = Around::open(stage, &body.concat()).await?;
        card_in(stage, "#frame").await?;
        let height = settled(stage, "#frame").await?;
        let heard = outside(stage, "#frame", "return heard.length;").await?;
        for forged in [
            "message.source = document.querySelector('#stranger').contentWindow;",
            "message.source = self;",
            "message.source = null;",
            "message.origin = location.origin;",
            "message.origin = 'null';",
            "message.origin = message.origin.replace('http:', 'https:');",
            "message.data.id = 'guessed';",
            "delete message.data.id;",
            "message.data.type = 'height';",
            "message.data.height = '777';",
            "message.data.height = 0;",
            "message.data.height = -777;",
            "message.data.height = 777.5;",
            "message.data.height = 1e9;",
            "message.data.height = Infinity;",
            "message.data.height = NaN;",
            "message.data = null;",
            "message.data = 'campaign-widget:height';",
            "Object.assign(message.data, { type: 'campaign-widget:event', name: 'click' });",
            "Object.assign(message.data, { type: 'campaign-widget:event', name: 'campaign-ready', id: 'guessed' });",
            "message.source = self;
             Object.assign(message.data, { type: 'campaign-widget:event', name: 'campaign-ready' });",
        ] {
            let seen = outside(stage, "#frame", &told(forged)).await?;
            assert_eq!(seen, json!([height, heard]), "{forged}");
        }
        // The same message as it is does have an effect, and so does an event.
        let seen = outside(stage, "#frame", &told("")).await?;
        assert_eq!(seen, json!([777, heard]));
        let event = "Object.assign(message.data, { type: 'campaign-widget:event', name: 'campaign-ready' });";
        let seen = outside(stage, "#frame", &told(event)).await?;
        assert_eq!(seen[1], json!(heard.as_u64().unwrap_or_default() + 1));
        Ok(())
    })
    .await
}

/// A name that nobody has given yet is no name.
#[tokio::test]
async fn the_page_takes_no_height_from_a_frame_that_it_has_not_greeted() -> Result<()> {
    on_stage(host(), async |stage| {
        let body = [
            SCRIPT,
            "<iframe id=\"frame\" class=\"campaign-widget\" src=\"/stranger.html\"></iframe>",
        ];
        let _around = Around::open(stage, &body.concat()).await?;
        let script = "const fake = { type: 'campaign-widget:height', height: 777 };
            const message = { source: frame.contentWindow, origin: location.origin, data: fake };
            const add = document.createElement('iframe');
            Object.assign(add, { className: 'campaign-widget', src: '/stranger.html' });
            document.body.append(add);
            message.source = add.contentWindow;
            dispatchEvent(new MessageEvent('message', message));
            return add.style.height;";
        assert_eq!(outside(stage, "#frame", script).await?, "");
        Ok(())
    })
    .await
}

/// Gives the frame a hello with what `change` makes of it, and gives the view
/// that it takes its measure from.
fn greeted(change: &str) -> String {
    format!(
        "const hello = {{ type: 'campaign-widget:hello', id: 'theirs', viewport: 111 }};
        const message = {{ source: parent, origin: messages[0].origin, data: hello }};
        {change}
        dispatchEvent(new MessageEvent('message', message));
        return document.documentElement.style.getPropertyValue('--campaign-widget-view-height');"
    )
}

#[tokio::test]
async fn the_frame_believes_only_the_page_around_it() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        card_in(stage, "#frame").await?;
        settled(stage, "#frame").await?;
        for forged in [
            "message.source = self;",
            "message.source = null;",
            "message.origin = location.origin;",
            "message.origin = 'https://elsewhere.example';",
            "message.data.type = 'hello';",
            "message.data = null;",
        ] {
            let seen: String = stage.script(&greeted(forged)).await?;
            assert_eq!(seen, "900px", "{forged}");
        }
        assert_eq!(stage.script::<String>(&greeted("")).await?, "111px");
        Ok(())
    })
    .await
}

/// A page without an origin, such as one from a file, could not be answered
/// without everybody hearing it.
#[tokio::test]
async fn a_page_without_an_origin_is_not_told_anything() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open_scriptless(stage, &frame(stage)).await?;
        card_in(stage, "#frame").await?;
        let opaque = "globalThis.messages = [{ origin: 'null' }];";
        let seen: String = stage.script(&[opaque, &greeted("")].concat()).await?;
        assert_eq!(seen, "");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_frame_on_the_page_can_lie_to_neither() -> Result<()> {
    on_stage(host(), async |stage| {
        let stranger = "<iframe id=\"stranger\" class=\"campaign-widget\" src=\"/stranger.html\"></iframe>";
        let _around = Around::open(stage, &[SCRIPT, &frame(stage), stranger].concat()).await?;
        card_in(stage, "#frame").await?;
        let height = settled(stage, "#frame").await?;
        super::enter(stage, "#stranger").await?;
        let lie = "const frame = parent.frames[0];
            frame.postMessage({ type: 'campaign-widget:hello', id: 'theirs', viewport: 111 }, '*');
            parent.postMessage({ type: 'campaign-widget:height', id: 'theirs', height: 777 }, '*');
            parent.postMessage({ type: 'campaign-widget:here' }, '*');";
        stage.script::<()>(lie).await?;
        // The page answers it as any frame that it has, in turn: the lies are over.
        let answer = async || stage.script::<Vec<Value>>("return messages;").await;
        until("the answer", answer, |answer| !answer.is_empty()).await?;

        super::enter(stage, "#frame").await?;
        let lies = async || {
            let lies = "return messages.filter(({ data }) => data.id === 'theirs').length;";
            stage.script::<u32>(lies).await
        };
        until("the lie", lies, |lies| *lies == 1).await?;
        let view = "return document.documentElement.style.getPropertyValue('--campaign-widget-view-height');";
        assert_eq!(stage.script::<String>(view).await?, "900px");
        assert_eq!(outside(stage, "#frame", "return frame.clientHeight;").await?, height);
        Ok(())
    })
    .await
}
