//! Many who sign in at the same time, and what a machine waits for its token meanwhile.

use std::pin::pin;
use std::time::{Duration, Instant};

use anyhow::ensure;
use tokio::task::JoinSet;

use crate::application::{Application, SCOPE};
use crate::browser::Browser;
use crate::client::Client;
use crate::machine::PasswordChecks;
use crate::measure::{each, micros, percentile};

/// As many as keep all cores busy.
pub const FEW: usize = 16;

/// More than can be served at once.
pub const PEOPLE: usize = 200;

/// How long a machine leaves off between two tokens, so that they are not what keeps the server busy.
const PAUSE: Duration = Duration::from_millis(20);

/// Left out at the beginning: until everybody stands where the queue puts them.
const WARM_UP: Duration = Duration::from_secs(1);

/// What was measured of people who sign in at the same time, with the hash as it comes.
pub struct Crowd {
    /// [`FEW`] of them.
    pub few: SignIns,
    /// Processor time of the server's process for one of their sign-ins, in microseconds.
    pub cost: f64,
    /// What the same cores check when they do nothing else.
    pub checks: PasswordChecks,
    /// [`PEOPLE`] of them.
    pub many: SignIns,
    /// Machines' tokens meanwhile.
    pub tokens: Latencies,
    /// The most memory the server held, in bytes.
    pub memory: u64,
}

/// Sign-ins of people at the same time.
pub struct SignIns {
    /// How many people.
    pub people: usize,
    /// Sign-ins a second, of all together.
    pub rate: f64,
    /// How many there were, those at the beginning and end too.
    pub all: usize,
    /// How long a whole sign-in took.
    pub latencies: Latencies,
}

/// How long something took, in microseconds.
pub struct Latencies {
    /// How often it was done.
    pub count: usize,
    /// Half took no longer.
    pub p50: f64,
    /// Ninety-nine of a hundred took no longer.
    pub p99: f64,
}

impl Latencies {
    fn of(mut all: Vec<Duration>) -> anyhow::Result<Self> {
        ensure!(all.len() >= 20, "{} are too few to say anything", all.len());
        all.sort_unstable();
        let at = |percent| micros(percentile(&all, percent));
        Ok(Self { count: all.len(), p50: at(50), p99: at(99) })
    }
}

/// Has each of these people sign in again and again for this long.
pub async fn sign_in(
    application: &Application,
    port: u16,
    people: &[String],
    span: Duration,
) -> anyhow::Result<SignIns> {
    let began = Instant::now();
    let mut browsers = JoinSet::new();
    for person in people {
        let (application, person) = (application.clone(), person.clone());
        browsers.spawn(async move {
            let mut browser = Browser::connect(&application, port).await?;
            let (mut took, mut all) = (Vec::new(), 0);
            while began.elapsed() < WARM_UP + span {
                let sent = Instant::now();
                browser.sign_in(&person, SCOPE).await?;
                // Those that end after the time is over are not of it.
                let counts = (WARM_UP..WARM_UP + span).contains(&began.elapsed());
                took.extend(counts.then(|| sent.elapsed()));
                all += 1;
            }
            anyhow::Ok((took, all))
        });
    }
    let (mut took, mut all) = (Vec::new(), 0);
    while let Some(one) = browsers.join_next().await {
        let one = one??;
        took.extend(one.0);
        all += one.1;
    }
    Ok(SignIns { people: people.len(), rate: 1e6 / each(span, took.len()), all, latencies: Latencies::of(took)? })
}

/// Asks for a machine's token every now and then until the people are done.
pub async fn tokens_beside(
    port: u16,
    request: &[u8],
    people: impl Future<Output = anyhow::Result<SignIns>>,
) -> anyhow::Result<(Latencies, SignIns)> {
    let mut client = Client::connect(port).await?;
    let (mut took, mut people) = (Vec::new(), pin!(people));
    loop {
        let ask = async {
            tokio::time::sleep(PAUSE).await;
            let sent = Instant::now();
            client.send(request).await?.expect(200)?;
            anyhow::Ok(sent.elapsed())
        };
        tokio::select! {
            token = ask => took.push(token?),
            done = &mut people => return Ok((Latencies::of(took)?, done?)),
        }
    }
}
