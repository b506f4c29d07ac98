//! The card against the same three jobs built with React and with Preact, in one
//! run and one browser.

mod keys;
mod load;
mod many;
mod peer;
mod table;
mod target;
mod used;
mod waterfall;

use std::path::Path;

use anyhow::Result;

use crate::harness::on_stage;
use peer::setup;
use table::Table;

/// Measures all three and prints the table, with what becomes of the targets.
///
/// # Errors
///
/// When one of the three does not do its jobs.
pub async fn measure(peers: &Path) -> Result<()> {
    on_stage(setup(peers)?, async |stage| {
        let mut table = Table::default();
        println!("Comparing, for some minutes: the rest of the machine should be quiet.");
        let loads = load::measure(stage, &mut table).await?;
        used::measure(stage, &mut table).await?;
        keys::measure(stage, &mut table).await?;
        many::measure(stage, &mut table).await?;
        waterfall::print(&loads);
        table.print();
        Ok(())
    })
    .await
}
