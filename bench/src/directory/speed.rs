//! How quickly questions are answered.

use std::future::Future;
use std::pin::pin;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::task::JoinSet;

use super::Door;
use crate::client::Client;
use crate::measure::{Meters, each, micros, percentile};
use crate::server::Launch;

/// Clients that ask at once while processor time is counted.
const CLIENTS: usize = 8;

/// Not measured: caches fill, statements are prepared.
const WARM_UP: usize = 20;

/// The pause between two look-ups beside an import: somebody who waits, not somebody who pushes.
const PAUSE: Duration = Duration::from_millis(5);

/// Times are in microseconds.
#[derive(Clone, Copy)]
pub struct Speed {
    /// Requests one client sent.
    pub requests: usize,
    /// Half of its requests took no longer.
    pub p50: f64,
    /// Ninety-nine of a hundred took no longer.
    pub p99: f64,
    /// Processor time of the server's process for one request while several clients asked.
    pub server: f64,
    /// The same of the database's processes, if it has its own.
    pub database: Option<f64>,
    /// Requests that were refused because answering takes too long (503), of a hundred: by one client, and by several.
    pub refused: (f64, f64),
}

/// Sends the requests in turn: first alone, for the times, then from several clients, for the processor time.
pub async fn speed(port: u16, requests: &[Vec<u8>], span: Duration, meters: &mut Meters) -> anyhow::Result<Speed> {
    ensure!(!requests.is_empty(), "nothing to ask");
    let mut client = Client::connect(port).await?;
    for request in requests.iter().cycle().take(WARM_UP) {
        is_answered(&mut client, request).await?;
    }
    let (mut latencies, mut refused, began) = (Vec::new(), 0, Instant::now());
    for request in requests.iter().cycle() {
        let sent = Instant::now();
        refused += usize::from(!is_answered(&mut client, request).await?);
        latencies.push(sent.elapsed());
        if began.elapsed() >= span {
            break;
        }
    }
    let before = meters.read()?;
    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        clients.spawn(push(port, requests.to_vec(), number * requests.len() / CLIENTS, span));
    }
    let (mut count, mut refused_together) = (0, 0);
    while let Some(done) = clients.join_next().await {
        let (sent, refused) = done??;
        count += sent;
        refused_together += refused;
    }
    let spent = meters.read()?.since(before);
    Ok(Speed {
        refused: (percent(refused, latencies.len()), percent(refused_together, count)),
        server: each(spent.server, count),
        database: spent.database.map(|spent| each(spent, count)),
        ..told(latencies)?
    })
}

/// Looks users up, with pauses, until the work is done.
pub async fn while_waiting<T>(
    launch: &Launch<'_>,
    door: &Door,
    paths: &[String],
    work: impl Future<Output = anyhow::Result<T>>,
) -> anyhow::Result<(T, Speed)> {
    let mut client = Client::connect(launch.port).await?;
    let mut work = pin!(work);
    let mut latencies = Vec::new();
    for path in paths.iter().cycle() {
        let sent = Instant::now();
        client.send(&door.get(path)).await?.expect(200)?;
        latencies.push(sent.elapsed());
        tokio::select! {
            done = &mut work => return Ok((done?, told(latencies)?)),
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
    anyhow::bail!("nothing to ask")
}

/// How many requests were sent, and how many of them refused.
async fn push(port: u16, requests: Vec<Vec<u8>>, first: usize, span: Duration) -> anyhow::Result<(usize, usize)> {
    let mut client = Client::connect(port).await?;
    let (began, mut count, mut refused) = (Instant::now(), 0, 0);
    for request in requests.iter().cycle().skip(first) {
        refused += usize::from(!is_answered(&mut client, request).await?);
        count += 1;
        if began.elapsed() >= span {
            break;
        }
    }
    Ok((count, refused))
}

/// Whether there was an answer; otherwise it would have taken longer than the server lets a request take.
async fn is_answered(client: &mut Client, request: &[u8]) -> anyhow::Result<bool> {
    let answer = client.send(request).await?;
    if answer.status == 503 {
        return Ok(false);
    }
    answer.expect(200)?;
    Ok(true)
}

fn percent(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "numbers of requests")]
    let percent = part as f64 * 100.0 / whole.max(1) as f64;
    percent
}

fn told(mut latencies: Vec<Duration>) -> anyhow::Result<Speed> {
    latencies.sort_unstable();
    latencies.first().context("nothing was answered")?;
    let (p50, p99) = (micros(percentile(&latencies, 50)), micros(percentile(&latencies, 99)));
    Ok(Speed { requests: latencies.len(), p50, p99, server: 0.0, database: None, refused: (0.0, 0.0) })
}
