//! What the machine itself takes, to hold the server's figures against.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anteroom_crypto::{SigningAlgorithm, SigningKey, TokenType};
use anyhow::Context;

use crate::measure::{Cost, Spending, micros};
use crate::processor_time::of_this_thread;

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
