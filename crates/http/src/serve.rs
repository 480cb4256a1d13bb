//! Listening: plain and TLS, until told to stop.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tower::ServiceExt;

use crate::origin::Peer;

/// How long a client may take for a handshake or for the headers of a request, and open requests to end at the stop.
const HANDSHAKE: Duration = Duration::from_secs(10);
const HEADERS: Duration = Duration::from_secs(15);
const GRACE: Duration = Duration::from_secs(20);

/// A socket that is listened on.
pub struct Listener {
    /// The socket.
    pub socket: TcpListener,
    /// How TLS is spoken there; plain HTTP if absent.
    pub tls: Option<Arc<ServerConfig>>,
}

/// Serves the routes on all listeners until `stop` is done; then lets open requests end, for twenty seconds at most.
pub async fn serve(router: Router, listeners: Vec<Listener>, stop: impl Future<Output = ()>) {
    let graceful = Arc::new(GracefulShutdown::new());
    let mut tasks = tokio::task::JoinSet::new();
    for listener in listeners {
        tasks.spawn(accept(router.clone(), listener, Arc::clone(&graceful)));
    }
    stop.await;
    tasks.shutdown().await;
    let Ok(graceful) = Arc::try_unwrap(graceful).map_err(|_| tracing::warn!("connections were still being accepted"))
    else {
        return;
    };
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

async fn accept(router: Router, listener: Listener, graceful: Arc<GracefulShutdown>) {
    let tls = listener.tls.map(TlsAcceptor::from);
    loop {
        let (stream, address) = match listener.socket.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, most likely: wait for some to be closed.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let peer = Peer { address, secure: tls.is_some() };
        let (router, tls, watcher) = (router.clone(), tls.clone(), graceful.watcher());
        tokio::spawn(async move { connection(router, stream, tls, peer, watcher).await });
    }
}

async fn connection(
    router: Router,
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    peer: Peer,
    watcher: hyper_util::server::graceful::Watcher,
) {
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(axum::body::Body::new))
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(Duration::from_secs(30)).max_concurrent_streams(256);
    let outcome = match tls {
        None => watcher.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned()).await,
        Some(tls) => match tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await {
            Ok(Ok(stream)) => watcher.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned()).await,
            Ok(Err(_)) | Err(_) => return,
        },
    };
    if let Err(error) = outcome {
        tracing::debug!(%error, "a connection broke off");
    }
}
