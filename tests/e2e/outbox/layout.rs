//! The list on a small phone.

use anyhow::Result;
use serde::Deserialize;

use super::{Seven, hand_in_all, recent_posts, wait_for_heard};
use crate::card::Card;
use crate::delivery::open;
use crate::harness::on_stage;
use crate::links::link;

/// How far anything of the card reaches over the edges of the page.
async fn overhang(card: &Card) -> Result<f64> {
    let read = "const seen = [...element.shadowRoot.querySelectorAll('.helper *:not(.unseen)')]
            .map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
        const page = document.documentElement;
        return Math.max(
            page.scrollWidth - page.clientWidth,
            ...seen.map(({ left, right }) => Math.max(-left, right - page.clientWidth)),
        );";
    card.script(read).await
}

#[tokio::test]
async fn on_a_small_phone_nothing_hangs_over() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        for (language, words) in [("zh-CN", "已收到"), ("en", "Received")] {
            card.set("lang", language).await?;
            card.wait_for_text(words).await?;
            for width in [320, 360] {
                stage.resize(width, 800).await?;
                assert!(overhang(&card).await? <= 0.5, "{width} px, {language}");
            }
        }
        assert_addresses(&card, &seven).await
    })
    .await
}

/// Each address is one line, whatever has no room is cut off, and it leads to
/// the post all the same.
async fn assert_addresses(card: &Card, seven: &Seven) -> Result<()> {
    #[derive(Debug, Deserialize)]
    struct Address {
        text: String,
        href: String,
        lines: usize,
        ellipsis: bool,
    }
    let read = "return [...element.shadowRoot.querySelectorAll('[part~=entry] a:not([part])')]
        .map((address) => {
            const text = document.createRange();
            text.selectNodeContents(address);
            const ellipsis = getComputedStyle(address).textOverflow === 'ellipsis'
                && address.scrollWidth > address.clientWidth;
            const lines = new Set([...text.getClientRects()].map(({ top }) => top)).size;
            return { text: address.innerText, href: address.href, lines, ellipsis };
        });";
    let addresses: Vec<Address> = card.script(read).await?;
    assert_eq!(addresses.len(), 7);
    for (address, (id, _)) in addresses.iter().zip(seven.states("")) {
        assert_eq!(address.href, link(id));
        assert_eq!(address.text, link(id).replace("https://", ""));
        assert!(address.lines == 1 && address.ellipsis, "{address:?}");
    }
    Ok(())
}

/// What is far above is not seen.
#[tokio::test]
async fn what_a_press_did_is_said_where_the_person_looks() -> Result<()> {
    on_stage(open().viewport(360, 740), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let ids = recent_posts(6);
        hand_in_all(&card, &ids).await?;
        let states = ids.iter().map(|id| (id.as_str(), "delivered")).collect::<Vec<_>>();
        card.wait_for_entries(&states).await?;
        for id in [&ids[0], &ids[5]] {
            let entry = format!(
                "const entry = element.shadowRoot.querySelector('[data-post-id=\"{id}\"]');
                const button = entry.querySelector('[part=copy-link]');"
            );
            card.script::<()>(&format!("{entry} button.scrollIntoView({{ block: 'center' }});"))
                .await?;
            card.press_of(id, "copy-link").await?;
            card.wait_for_note(id, "链接已复制。").await?;
            wait_for_heard(&card, "链接已复制。").await?;
            stage.wait_for_clipboard(&link(id)).await?;
            let beside = format!(
                "{entry} const note = entry.querySelector('[part=entry-feedback]').getBoundingClientRect();
                const apart = note.top - button.getBoundingClientRect().bottom;
                return note.bottom <= innerHeight && apart >= 0 && apart <= 24;"
            );
            assert!(card.script::<bool>(&beside).await?, "far from the button");
            assert_eq!(card.focused().await?, "copy-link");
        }
        Ok(())
    })
    .await
}
