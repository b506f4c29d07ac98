//! What a developer sees: the page of React on the development server of Vite,
//! which serves the package's files in its own way and writes modules anew.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use xtask::site::listen;

use super::page::Page;
use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// A development server, ended when the test lets go of it.
struct Server {
    process: Child,
    origin: String,
}

impl Server {
    fn start(host: &Path) -> Result<Server> {
        let port = listen(0)?.local_addr()?.port();
        let process = Command::new("node")
            .current_dir(host)
            .arg("../node_modules/vite/bin/vite.js")
            .args(["--host", "127.0.0.1", "--strictPort", "--port", &port.to_string()])
            .stdout(Stdio::null())
            .spawn()
            .context("Node.js runs")?;
        Ok(Server { process, origin: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[tokio::test]
async fn the_card_is_there_while_the_page_is_developed() -> Result<()> {
    // Vite has no icon.
    let setup = Setup::new().allow("favicon.ico");
    on_stage(setup, async |stage| {
        let hosts = env::var_os("CAMPAIGN_WIDGET_HOSTS").map(PathBuf::from).context("the hosts")?;
        let host = hosts.join("work/react");
        fs::create_dir_all(host.join("public"))?;
        fs::write(host.join("public/campaign.json"), open_campaign().to_string())?;
        let server = Server::start(&host)?;
        let open = async || Ok(stage.browser.goto(&server.origin).await.is_ok());
        until("the development server", open, |is_open| *is_open).await?;
        Page::ready(stage).await?.wait_to_hear(&["ready"]).await
    })
    .await
}
