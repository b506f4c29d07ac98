//! The list by keyboard and by ear: the focus stays where the person is, and
//! what asks for something of them is said.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::Key;
use xtask::site::questionnaire::{Fault, Reply};

use super::{Seven, WORDS, hand_in_all, recent_posts, refusal, wait, wait_for_heard};
use crate::card::Card;
use crate::delivery::{hand_in, open, received};
use crate::harness::on_stage;
use crate::keyboard::tab_to;
use crate::links::link;
use crate::share::STAY;
use crate::wait::until;

/// Waits until the browser has drawn: only then does it take the focus off what
/// is gone.
async fn drawn(card: &Card) -> Result<()> {
    let two_frames = "return new Promise((drawn) =>
        requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))));";
    card.script(two_frames).await
}

/// The post and the part that have the focus; nothing where it is on the page
/// as a whole.
async fn focus(card: &Card) -> Result<String> {
    drawn(card).await?;
    card.script(
        "const at = element.shadowRoot.activeElement;
        const entry = at?.closest('[data-post-id]');
        return [entry?.dataset.postId, at && (at.getAttribute('part') ?? at.localName)]
            .filter(Boolean).join(' ');",
    )
    .await
}

/// Waits until a press has led the focus here.
async fn wait_for_focus(card: &Card, wanted: &str) -> Result<()> {
    until(wanted, async || focus(card).await, |seen| seen == wanted).await?;
    Ok(())
}

/// The focus is on something of this post.
async fn assert_focus_in(card: &Card, id: &str) -> Result<()> {
    let focus = focus(card).await?;
    assert!(focus.starts_with(&format!("{id} ")), "{focus:?} is not of {id}");
    Ok(())
}

async fn focus_on(card: &Card, id: &str, part: &str) -> Result<()> {
    let script = format!(
        "element.shadowRoot
            .querySelector('[part~=entry][data-post-id=\"{id}\"] [part={part}]').focus();"
    );
    card.script(&script).await
}

#[tokio::test]
async fn tab_goes_through_the_list_from_the_top_button_by_button() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        card.script::<()>("element.shadowRoot.querySelector('[part=export]').focus();").await?;
        let mut parts = Vec::new();
        for _ in 0..29 {
            card.keys(Key::Tab + "").await?;
            parts.push(card.focused().await?);
        }
        let (some, all) = (
            ["", "copy-link", "remove-link"].as_slice(),
            ["", "retry", "by-hand", "copy-link", "remove-link"].as_slice(),
        );
        let wanted = [some, some, all, all, all, all, some].concat();
        assert_eq!(parts, wanted);
        assert_buttons_say_their_link(&card, &seven).await
    })
    .await
}

/// By ear, one button must be told from the same button of another link.
async fn assert_buttons_say_their_link(card: &Card, seven: &Seven) -> Result<()> {
    let described = "return [...element.shadowRoot.querySelectorAll(
            '.entries > li :is(button, a[part])')].map((button) => [
        button.closest('li').dataset.postId,
        button.ariaDescribedByElements.map((by) => `${by.id} ${by.textContent}`).join(),
    ]);";
    let described: Vec<(String, String)> = card.script(described).await?;
    let wanted = seven.states("").map(|(id, _)| {
        let entry = format!("entry-{id} {}", link(id).replace("https://", ""));
        // Undo says what it undoes, too.
        let undo = format!("removed-{id} 已移除。,{entry}");
        [undo, entry.clone(), entry.clone(), entry.clone(), entry].map(|said| (id.to_owned(), said))
    });
    assert_eq!(described, wanted.concat());
    Ok(())
}

/// Also where it was the last, and the button to save the list goes with it.
#[tokio::test]
async fn a_link_is_removed_and_brought_back_by_keyboard() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        hand_in_all(&card, &ids).await?;
        let states = [(&*ids[0], "delivered"), (&*ids[1], "delivered")];
        card.wait_for_entries(&states).await?;
        for key in [Key::Enter, Key::Space] {
            tab_to(&card, "remove-link").await?;
            card.keys(key + "").await?;
            card.wait_for_entries(&states[1..]).await?;
            wait_for_focus(&card, &format!("{} undo-remove", ids[0])).await?;
            card.keys(Key::Enter + "").await?;
            card.wait_for_entries(&states).await?;
            wait_for_focus(&card, &format!("{} copy-link", ids[0])).await?;
        }
        for (id, left) in [(&ids[0], &states[1..]), (&ids[1], &[])] {
            tab_to(&card, "remove-link").await?;
            card.keys(Key::Enter + "").await?;
            card.wait_for_entries(left).await?;
            wait_for_focus(&card, &format!("{id} undo-remove")).await?;
        }
        card.keys(Key::Space + "").await?;
        card.wait_for_entries(&states[1..]).await?;
        assert_focus_in(&card, &ids[1]).await
    })
    .await
}

#[tokio::test]
async fn whoever_retries_by_keyboard_keeps_the_focus() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        let refusal = Fault::Answer(Reply::status(422).message(WORDS));
        stage.questionnaire.faults().push(refusal);
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        tab_to(&card, "retry").await?;
        stage.questionnaire.faults().push(Fault::Delay(Duration::from_secs(1)));
        card.keys(Key::Enter + "").await?;
        assert_focus_in(&card, &id).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_focus_in(&card, &id).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_takes_a_link_to_the_form_by_keyboard_comes_back_to_it() -> Result<()> {
    on_stage(open().before_load(STAY).expect("422"), async |stage| {
        stage.allow_clipboard(true).await?;
        stage.questionnaire.faults().push(Fault::Answer(Reply::status(422).message(WORDS)));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "refused")]).await?;
        tab_to(&card, "by-hand").await?;
        card.keys(Key::Enter + "").await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        stage.wait_for_clipboard(&link(&id)).await?;
        wait_for_focus(&card, &format!("{id} by-hand")).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_stays_while_states_change_and_links_arrive() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        stage.questionnaire.faults().push_for(&ids[1], wait(4));
        hand_in_all(&card, &ids[1..]).await?;
        card.wait_for_entries(&[(&ids[1], "waiting")]).await?;
        focus_on(&card, &ids[1], "copy-link").await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;
        let here = format!("{} copy-link", ids[1]);
        assert_eq!(focus(&card).await?, here);

        // Another tab hands one in: it comes on top.
        let tab = stage.browser.window().await?;
        stage.new_tab().await?;
        let second = stage.open_card().await?;
        hand_in_all(&second, &ids[..1]).await?;
        second.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        stage.go_to(&tab).await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        assert_eq!(focus(&card).await?, here);
        Ok(())
    })
    .await
}

/// The person rests on a button that the next state does not have.
#[tokio::test]
async fn a_button_that_goes_by_itself_does_not_take_the_focus_along() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        let states = [(&*ids[0], "delivered"), (&*ids[1], "delivered")];
        for (at, part) in [(1, "retry"), (0, "by-hand")] {
            stage.questionnaire.faults().push(wait(4));
            hand_in_all(&card, &ids[at..=at]).await?;
            let look = async || card.offers(&ids[at]).await;
            until(part, look, |offers| offers.iter().any(|offer| offer == part)).await?;
            focus_on(&card, &ids[at], part).await?;
            card.wait_for_entries(&states[at..]).await?;
            assert_focus_in(&card, &ids[at]).await?;
        }
        Ok(())
    })
    .await
}

/// What is refused is said once, when it happens, with its link: not the older
/// one when the newer one is off the list, and nothing on the next visit.
#[tokio::test]
async fn only_news_is_said_aloud() -> Result<()> {
    on_stage(open().expect("422"), async |stage| {
        let card = stage.open_card().await?;
        wait_for_heard(&card, "").await?;
        let ids = recent_posts(3);
        let states = [(&*ids[0], "refused"), (&*ids[1], "refused"), (&*ids[2], "delivered")];
        hand_in_all(&card, &ids[2..]).await?;
        wait_for_heard(&card, "已收到 1 条帖子").await?;
        for (at, words) in [(1, "第一条不行"), (0, "第二条不行")] {
            stage.questionnaire.faults().push(Fault::Answer(Reply::status(422).message(words)));
            hand_in_all(&card, &ids[at..=at]).await?;
            card.wait_for_entries(&states[at..]).await?;
            wait_for_heard(&card, &format!("{}: {}", link(&ids[at]), refusal(words))).await?;
        }
        card.script::<()>(NOTE_HEARD).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.wait_for_entries(&states[1..]).await?;
        drawn(&card).await?;
        assert_eq!(card.script::<Vec<String>>("return heardNow;").await?, [""; 0]);
        let card = stage.reload().await?;
        card.wait_for_entries(&states[1..]).await?;
        drawn(&card).await?;
        wait_for_heard(&card, "").await
    })
    .await
}

/// Notes what is said from now on.
const NOTE_HEARD: &str = "
    globalThis.heardNow = [];
    const line = element.shadowRoot.querySelector('.outbox [aria-live].unseen');
    new MutationObserver(() => line.textContent && heardNow.push(line.textContent))
        .observe(line, { subtree: true, childList: true, characterData: true });";
