//! What the machine itself takes, to hold the server's figures against.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anteroom_crypto::{HashCost, PasswordPool, SigningAlgorithm, SigningKey, SystemRandom, TokenType};
use anyhow::{Context, ensure};
use tokio::task::JoinSet;

use crate::browser::PASSWORD;
use crate::measure::{Cost, Spending, each, micros};
use crate::processor_time::{Meter, of_this_thread};

/// As long as the claims of a token of the Management API.
const CLAIMS: usize = 700;

/// Processor time of one JWT signed with RSA of 2,048 bits, in microseconds: AWS-LC's signature and little else.
pub fn rsa_signature() -> anyhow::Result<Cost> {
    let key = SigningKey::generate(SigningAlgorithm::RS256).context("an RSA key")?;
    let claims = vec![b'x'; CLAIMS];
    let mut spending = Spending::default();
    for _ in 0..10 {
        let before = of_this_thread()?;
        for _ in 0..100 {
            std::hint::black_box(key.sign_jwt(TokenType::Jwt, &claims).context("a signature")?);
        }
        spending.add(of_this_thread()? - before, 100);
    }
    Ok(spending.cost())
}

/// What all cores together do when they check passwords and nothing else.
#[derive(Clone, Copy)]
pub struct PasswordChecks {
    /// How many a second.
    pub rate: f64,
    /// Processor time of one, in microseconds.
    pub cost: f64,
}

/// Checks passwords at the cost that the server takes by default, with the server's code.
pub async fn password_checks(span: Duration) -> anyhow::Result<PasswordChecks> {
    let pool = Arc::new(PasswordPool::new(HashCost::default(), PasswordPool::cores()).context("a pool")?);
    let hash = pool.hash(&SystemRandom, PASSWORD.to_owned().into()).await.context("a hash")?;
    let (mut meter, began, mut workers) = (Meter::process(std::process::id()), Instant::now(), JoinSet::new());
    let before = meter.read()?;
    for _ in 0..2 * PasswordPool::cores().get() {
        let (pool, hash) = (Arc::clone(&pool), hash.clone());
        workers.spawn(async move {
            let mut checked = 0;
            while began.elapsed() < span {
                ensure!(pool.verify(PASSWORD.to_owned().into(), &hash).await.context("a check")?, "a wrong password");
                checked += 1;
            }
            anyhow::Ok(checked)
        });
    }
    let mut checked = 0;
    while let Some(done) = workers.join_next().await {
        checked += done??;
    }
    let (took, spent) = (began.elapsed(), meter.read()? - before);
    Ok(PasswordChecks { rate: 1e6 / each(took, checked), cost: each(spent, checked) })
}

/// How long it takes to append 4 KiB to a file in this folder and have it on disk, the median in microseconds: no
/// durable write can be answered sooner.
pub fn durable_write(folder: &Path) -> anyhow::Result<f64> {
    let path = folder.join("durable-write");
    let mut file = File::create(&path)?;
    let mut spans: Vec<Duration> = Vec::new();
    for _ in 0..201 {
        let began = Instant::now();
        file.write_all(&[b'x'; 4096])?;
        file.sync_data()?;
        spans.push(began.elapsed());
    }
    std::fs::remove_file(&path)?;
    spans.sort_unstable();
    Ok(micros(spans[spans.len() / 2]))
}
