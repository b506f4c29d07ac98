//! By keyboard into the frame, and out of it again.

use anyhow::Result;
use thirtyfour::Key;
use thirtyfour::action_chain::ActionChain;

use super::{Around, card_in, frame, host, outside};
use crate::harness::on_stage;

#[tokio::test]
async fn the_focus_goes_in_and_out_by_keyboard() -> Result<()> {
    on_stage(host(), async |stage| {
        let body = [
            "<a id=\"before\" href=\"#x\">Before</a>",
            &frame(stage),
            "<a id=\"after\" href=\"#y\">After</a>",
        ];
        let _around = Around::open_scriptless(stage, &body.concat()).await?;
        let card = card_in(stage, "#frame").await?;
        let press = async |keys: ActionChain| {
            keys.perform().await?;
            let around = outside(stage, "#frame", "return document.activeElement.id;").await?;
            anyhow::Ok((around.as_str().unwrap_or_default().to_owned(), card.focused().await?))
        };
        let tab = || stage.browser.action_chain().send_keys(Key::Tab);
        outside(stage, "#frame", "document.querySelector('#before').focus();").await?;
        assert_eq!(press(tab()).await?, ("frame".into(), "language".into()));
        let mut passed = Vec::new();
        loop {
            let (around, part) = press(tab()).await?;
            if around == "after" {
                break;
            }
            assert_eq!(around, "frame", "the focus is lost after {passed:?}");
            assert!(passed.len() < 30, "no way out: {passed:?}");
            passed.push(part);
        }
        for part in ["draft", "link", "submit-link", "open-questionnaire", "details"] {
            assert!(passed.iter().any(|passed| passed == part), "no {part} in {passed:?}");
        }
        // And back to where it came from.
        let back = press(
            stage
                .browser
                .action_chain()
                .key_down(Key::Shift)
                .send_keys(Key::Tab)
                .key_up(Key::Shift),
        )
        .await?;
        assert_eq!(Some(&back.1), passed.last());
        Ok(())
    })
    .await
}
