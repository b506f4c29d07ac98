//! Running a router until its handle is dropped, on connections that a
//! handler can cut.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};

/// How long the end of a service may take.
const TIME_TO_END: Duration = Duration::from_secs(2);

/// Listens on a port of this machine only; 0 takes any free one.
///
/// # Errors
///
/// When the port is taken or not allowed.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// Listens on `port`, or on the next free one above it.
///
/// # Errors
///
/// When no port from there on is free, or the port is not allowed.
pub fn listen_from(port: u16) -> io::Result<TcpListener> {
    (port..=u16::MAX)
        .map(listen)
        .find(|tried| !matches!(tried, Err(error) if error.kind() == io::ErrorKind::AddrInUse))
        .unwrap_or_else(|| Err(io::ErrorKind::AddrInUse.into()))
}

/// A router that answers, on threads of its own, until this is dropped.
pub(super) struct Service {
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Service {
    /// Answers what comes to `listener`. Handlers may ask for a [`Cut`] by
    /// `ConnectInfo`.
    ///
    /// # Errors
    ///
    /// When the system gives no threads or refuses the socket.
    pub(super) fn start(listener: TcpListener, router: Router) -> io::Result<Service> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let app = router.into_make_service_with_connect_info::<Cut>();
        runtime.spawn(async move { axum::serve(Cuttable(listener), app).await });
        Ok(Service { address, runtime: Some(runtime) })
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its origin, as a browser writes it.
    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Service {
    /// Closes the port and every connection. It waits on a thread of its
    /// own, because the caller may be inside a runtime, which must not block.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            let end = thread::spawn(move || runtime.shutdown_timeout(TIME_TO_END));
            end.join().ok();
        }
    }
}

/// Cuts the connection that a request came on: the client sees a reset
/// instead of an answer, or amid it.
#[derive(Clone)]
pub(super) struct Cut(Arc<AtomicUsize>);

impl Default for Cut {
    /// Of a connection that stays whole.
    fn default() -> Cut {
        Cut(Arc::new(AtomicUsize::new(usize::MAX)))
    }
}

impl Cut {
    /// From here on only so many bytes are written; the next write resets.
    pub(super) fn after(&self, bytes: usize) {
        self.0.store(bytes, Ordering::Release);
    }

    /// How many bytes may still be written, if there is an end to it.
    fn left(&self) -> Option<usize> {
        Some(self.0.load(Ordering::Acquire)).filter(|left| *left != usize::MAX)
    }
}

impl Connected<IncomingStream<'_, Cuttable>> for Cut {
    fn connect_info(incoming: IncomingStream<'_, Cuttable>) -> Self {
        incoming.io().cut.clone()
    }
}

/// A listener whose connections can be cut.
struct Cuttable(tokio::net::TcpListener);

impl Listener for Cuttable {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let cut = Cut::default();
        (Connection { stream, cut }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// One connection.
struct Connection {
    stream: TcpStream,
    cut: Cut,
}

impl Connection {
    /// How many of so many bytes may be written. Fails once the connection
    /// is cut, and makes its end a reset.
    fn allowed(&self, wanted: usize) -> io::Result<usize> {
        match self.cut.left() {
            Some(0) => {
                self.stream.set_zero_linger()?;
                Err(io::ErrorKind::ConnectionReset.into())
            }
            left => Ok(left.map_or(wanted, |left| wanted.min(left))),
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let allowed = self.allowed(bytes.len())?;
        let (bytes, _) = bytes.split_at(allowed);
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, bytes))?;
        if let Some(left) = self.cut.left() {
            self.cut.after(left.saturating_sub(written));
        }
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.allowed(0)?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
