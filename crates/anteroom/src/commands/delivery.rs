//! Delivering mails beside answering requests: safe to do in every process at once.

use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_accounts::mail::deliver_due;
use anteroom_connect::mail::{Folder, Transport};
use anteroom_model::TenantId;
use anyhow::anyhow;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::environment;
use crate::configuration;

/// How long to wait where nothing is due.
const IDLE: Duration = Duration::from_secs(1);
/// How long to wait for a database that could not be used.
const TROUBLE: Duration = Duration::from_secs(5);
/// How long mails on their way may take at the end. What is not finished then is due again when its claim has ended.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where mails go.
pub fn transport(mail: &configuration::Mail) -> anyhow::Result<Transport> {
    match &mail.server {
        None => tracing::info!(folder = %mail.folder.display(), "mails are written to a folder: no mail server is set"),
        Some(server) => tracing::info!(%server, "mails go to a mail server"),
    }
    match &mail.server {
        Some(server) => Transport::smtp(server).map_err(|error| anyhow!("the mail server {server}: {error}")),
        None => Ok(Transport::Folder(Folder { path: mail.folder.clone() })),
    }
}

/// The delivery of mails, at work until it is stopped.
pub struct Worker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Begins.
    pub fn start(services: Services, transport: Transport) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: tokio::spawn(run(services, transport, stopped)) }
    }

    /// Begins no more deliveries and waits a while for those on their way. Nothing is lost: what is still in the outbox
    /// is delivered by another process or after the next start.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        if tokio::time::timeout(PATIENCE, &mut self.task).await.is_err() {
            tracing::warn!("a mail is still on its way; it may be delivered again after the next start");
            self.task.abort();
        }
    }
}

async fn run(services: Services, transport: Transport, mut stopped: watch::Receiver<bool>) {
    // Each mail names its own tenant; this one is nobody's.
    let context = environment::context(TenantId(0), "serve");
    while !*stopped.borrow() {
        let wait = match deliver_due(&services, &context, &transport).await {
            Ok(delivery) if delivery.found_any() => Duration::ZERO,
            Ok(_) => IDLE,
            Err(error) => {
                tracing::warn!(%error, "mails could not be taken from the outbox");
                TROUBLE
            }
        };
        // Nobody is left who could say stop: then the process is at its end.
        if let Ok(Err(_)) = tokio::time::timeout(wait, stopped.changed()).await {
            return;
        }
    }
}
