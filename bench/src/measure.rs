//! One client, one request after the other, and what each cost.

use std::time::{Duration, Instant};

use anyhow::ensure;

use crate::client::Client;
use crate::database::Database;
use crate::operation::Operation;
use crate::processor_time::Meter;
use crate::server::Server;

/// A run is measured in this many parts. On a machine that does other things as well, the quietest tells most.
const PARTS: u32 = 10;

/// Not measured: caches fill, connections open, statements are prepared.
const WARM_UP: Duration = Duration::from_millis(500);

/// What a request of one operation cost. Times are in microseconds.
pub struct Measured {
    /// The operation.
    pub operation: Operation,
    /// Requests measured.
    pub requests: usize,
    /// From sending to the whole answer, as the client saw it: half of the requests took no longer.
    pub p50: f64,
    /// Ninety-nine of a hundred took no longer.
    pub p99: f64,
    /// Processor time of the server's process.
    pub server: Cost,
    /// Processor time of the database's processes, if it has its own.
    pub database: Option<Cost>,
}

/// Processor time for one request, in microseconds.
#[derive(Clone, Copy)]
pub struct Cost {
    /// The mean of the whole run.
    pub mean: f64,
    /// The mean of its quietest part.
    pub quietest: f64,
}

/// The processes that are watched.
pub struct Meters {
    /// The server.
    pub server: Meter,
    /// The database, if it has its own processes.
    pub database: Option<Meter>,
}

/// Processor time that the watched processes used.
#[derive(Clone, Copy)]
pub struct Readings {
    /// The server.
    pub server: Duration,
    /// The database, if it has its own processes.
    pub database: Option<Duration>,
}

impl Meters {
    /// Of a server and its database.
    pub fn of(server: &Server, database: &Database) -> Self {
        Self { server: Meter::process(server.id()), database: database.meter() }
    }

    /// What they have used since they began.
    pub fn read(&mut self) -> anyhow::Result<Readings> {
        Ok(Readings { server: self.server.read()?, database: self.database.as_mut().map(Meter::read).transpose()? })
    }
}

impl Readings {
    /// What was used between an earlier reading and this one.
    pub fn since(self, earlier: Self) -> Self {
        let database = self.database.zip(earlier.database).map(|(now, then)| now - then);
        Self { server: self.server - earlier.server, database }
    }
}

/// Sends an operation's requests for this long, or until there are no more.
pub async fn measure(
    client: &mut Client,
    operation: Operation,
    mut requests: impl Iterator<Item = Vec<u8>>,
    span: Duration,
    meters: &mut Meters,
) -> anyhow::Result<Measured> {
    let once = async || {
        let Some(request) = requests.next() else { return Ok(false) };
        client.send(&request).await?.expect(operation.status())?;
        Ok(true)
    };
    measure_each(operation, once, span, meters).await
}

/// Does something again and again for this long, or until it says that there is no more to do.
pub async fn measure_each(
    operation: Operation,
    mut once: impl AsyncFnMut() -> anyhow::Result<bool>,
    span: Duration,
    meters: &mut Meters,
) -> anyhow::Result<Measured> {
    repeat(&mut once, WARM_UP, &mut Vec::new()).await?;
    let (mut latencies, mut server, mut database) = (Vec::new(), Spending::default(), Spending::default());
    for _ in 0..PARTS {
        let before = meters.read()?;
        let counted = latencies.len();
        repeat(&mut once, span / PARTS, &mut latencies).await?;
        let count = latencies.len() - counted;
        let spent = meters.read()?.since(before);
        server.add(spent.server, count);
        database.add(spent.database.unwrap_or_default(), count);
    }
    ensure!(latencies.len() >= 20, "{} requests are too few to say anything", latencies.len());
    latencies.sort_unstable();
    Ok(Measured {
        operation,
        requests: latencies.len(),
        p50: micros(percentile(&latencies, 50)),
        p99: micros(percentile(&latencies, 99)),
        server: server.cost(),
        database: meters.database.is_some().then(|| database.cost()),
    })
}

async fn repeat(
    once: &mut impl AsyncFnMut() -> anyhow::Result<bool>,
    span: Duration,
    latencies: &mut Vec<Duration>,
) -> anyhow::Result<()> {
    let began = Instant::now();
    while began.elapsed() < span {
        let sent = Instant::now();
        if !once().await? {
            break;
        }
        latencies.push(sent.elapsed());
    }
    Ok(())
}

/// Adds up parts of a run.
#[derive(Default)]
pub struct Spending {
    total: Duration,
    count: usize,
    quietest: Option<f64>,
}

impl Spending {
    /// Adds a part: the time it took and how often the thing was done in it.
    pub fn add(&mut self, spent: Duration, count: usize) {
        if count == 0 {
            return;
        }
        let each = each(spent, count);
        self.total += spent;
        self.count += count;
        self.quietest = Some(self.quietest.map_or(each, |quietest| quietest.min(each)));
    }

    /// What one took.
    pub fn cost(&self) -> Cost {
        Cost { mean: each(self.total, self.count.max(1)), quietest: self.quietest.unwrap_or_default() }
    }
}

/// Microseconds.
pub fn micros(span: Duration) -> f64 {
    span.as_secs_f64() * 1e6
}

/// The part of each of `count` things that took `spent` together, in microseconds.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn each(spent: Duration, count: usize) -> f64 {
    micros(spent) / count as f64
}

/// The smallest value that `percent` of a hundred do not exceed (nearest rank); `sorted` must not be empty.
pub fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent).div_ceil(100).saturating_sub(1)]
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Spending, percentile};

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let sorted: Vec<_> = (1..=200).map(Duration::from_micros).collect();
        assert_eq!(percentile(&sorted, 50), Duration::from_micros(100));
        assert_eq!(percentile(&sorted, 99), Duration::from_micros(198));
        assert_eq!(percentile(&sorted[..1], 99), Duration::from_micros(1));
    }

    #[test]
    fn parts_weigh_by_their_requests_and_the_quietest_is_kept() {
        let mut spending = Spending::default();
        spending.add(Duration::from_micros(100), 10);
        spending.add(Duration::from_micros(900), 30);
        spending.add(Duration::from_micros(7), 0);
        assert!((spending.cost().mean - 25.0).abs() < 1e-9);
        assert!((spending.cost().quietest - 10.0).abs() < 1e-9);
    }
}
