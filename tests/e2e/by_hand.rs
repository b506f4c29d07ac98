//! The questionnaire's own page, filled in by a person.

use anyhow::Result;
use thirtyfour::By;
use xtask::site::questionnaire::Fault;

use crate::harness::on_stage;
use crate::setup::Setup;
use crate::wait::until;

#[tokio::test]
async fn a_person_hands_in_a_link_and_sees_it_in_the_table() -> Result<()> {
    on_stage(Setup::new(), async |stage| {
        let link = "https://x.com/gate_user/status/1941067044198711296";
        stage.browser.goto(stage.questionnaire.url("6854")).await?;
        let field = stage.browser.find(By::Name("link")).await?;
        field.send_keys(link).await?;
        stage.browser.find(By::Css("form[action$=by-hand] button")).await?.click().await?;
        let rows = async || Ok(stage.browser.find(By::Css("tbody")).await?.text().await?);
        until("the link in the table", rows, |rows| rows.contains(link)).await?;

        stage.browser.find(By::Css("form.row button")).await?.click().await?;
        let pending = async || Ok(stage.questionnaire.faults().pending());
        until("the fault", pending, |faults| *faults == [Fault::status(503)]).await?;
        Ok(())
    })
    .await
}
