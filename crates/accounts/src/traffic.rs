//! Records of mere traffic, such as tokens issued to machines: queued, and written within a quarter of a second.
//!
//! A crash may lose what was queued in that time; nothing that changes data is recorded this way.

use std::time::Duration;

use anteroom_model::{Event, TenantId};
use anteroom_store::{BoxFuture, Connection, Db, Error, Work};
use tokio::sync::{mpsc, oneshot};

/// How long an event waits at most.
const FLUSH: Duration = Duration::from_millis(250);
/// Events written at once, and events that may wait; what comes beyond is dropped with a warning.
const BATCH: usize = 500;
const QUEUE: usize = 10_000;

/// The queue for records of traffic.
#[derive(Clone)]
pub struct Traffic {
    queue: mpsc::Sender<Message>,
}

enum Message {
    Event(TenantId, Box<Event>),
    Flush(oneshot::Sender<()>),
}

impl Traffic {
    /// A queue that writes to this database; it ends with the last handle to it.
    #[must_use]
    pub fn start(db: Db) -> Self {
        let (queue, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(serve(db, receiver));
        Self { queue }
    }

    /// Queues an event; never waits.
    pub fn push(&self, tenant: TenantId, event: Event) {
        if self.queue.try_send(Message::Event(tenant, Box::new(event))).is_err() {
            tracing::warn!("the queue of traffic records is full: one was dropped");
        }
    }

    /// Writes what is queued, and answers when it is written.
    pub async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.queue.send(Message::Flush(done)).await.is_ok() {
            let _ = written.await;
        }
    }
}

async fn serve(db: Db, mut receiver: mpsc::Receiver<Message>) {
    while let Some(first) = receiver.recv().await {
        let deadline = tokio::time::Instant::now() + FLUSH;
        let mut batch = Batch::default();
        batch.take(first);
        while batch.may_wait() {
            match tokio::time::timeout_at(deadline, receiver.recv()).await {
                Ok(Some(message)) => batch.take(message),
                Ok(None) | Err(_) => break,
            }
        }
        batch.write(&db).await;
    }
}

#[derive(Default)]
struct Batch {
    events: Vec<(TenantId, Event)>,
    flushes: Vec<oneshot::Sender<()>>,
}

impl Batch {
    fn take(&mut self, message: Message) {
        match message {
            Message::Event(tenant, event) => self.events.push((tenant, *event)),
            Message::Flush(done) => self.flushes.push(done),
        }
    }

    fn may_wait(&self) -> bool {
        self.flushes.is_empty() && self.events.len() < BATCH
    }

    async fn write(self, db: &Db) {
        if !self.events.is_empty()
            && let Err(error) = db.write(Events(self.events)).await
        {
            tracing::error!(%error, "records of traffic could not be written");
        }
        for done in self.flushes {
            let _ = done.send(());
        }
    }
}

struct Events(Vec<(TenantId, Event)>);

impl Work for Events {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            for (tenant, event) in &self.0 {
                anteroom_store::event::insert(connection, *tenant, event).await?;
            }
            Ok(())
        })
    }
}
