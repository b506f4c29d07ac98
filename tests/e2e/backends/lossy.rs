//! A way to a server on which answers get lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Passes on what it gets, but for the answers that it loses. Ends with the test.
pub struct Lossy {
    /// Where a browser finds the server.
    pub origin: String,
    loses: Arc<AtomicBool>,
}

impl Lossy {
    /// A way to the server at this port, on which nothing gets lost yet.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub async fn to(port: u16) -> Result<Lossy> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let loses = Arc::new(AtomicBool::new(false));
        let lossy = Lossy { origin, loses: loses.clone() };
        tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                let loses = loses.clone();
                // A connection that breaks is what this is about.
                tokio::spawn(async move { pass_on(browser, port, &loses).await.ok() });
            }
        });
        Ok(lossy)
    }

    /// From now on, the answer to every `POST` is lost once the server begins to give it, and
    /// with it the connection; or none is.
    pub fn lose_answers(&self, loses: bool) {
        self.loses.store(loses, Ordering::SeqCst);
    }
}

async fn pass_on(mut browser: TcpStream, port: u16, loses: &AtomicBool) -> Result<()> {
    let mut server = TcpStream::connect(("127.0.0.1", port)).await?;
    let (mut asked, mut answered) = ([0; 16_384], [0; 16_384]);
    let mut is_post = false;
    loop {
        tokio::select! {
            length = browser.read(&mut asked) => {
                let asked = asked.get(..length?).unwrap_or_default();
                if asked.is_empty() {
                    return Ok(());
                }
                // A browser waits for an answer before it asks again.
                if [&b"GET "[..], b"HEAD ", b"OPTIONS "].iter().any(|name| asked.starts_with(name)) {
                    is_post = false;
                }
                is_post |= asked.starts_with(b"POST ");
                server.write_all(asked).await?;
            }
            length = server.read(&mut answered) => {
                let answered = answered.get(..length?).unwrap_or_default();
                if answered.is_empty() || is_post && loses.load(Ordering::SeqCst) {
                    return Ok(());
                }
                browser.write_all(answered).await?;
            }
        }
    }
}
