//! Files in and out, by the command line.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::process::Command;

use crate::measure::each;
use crate::processor_time::Meter;
use crate::server::Launch;

/// How often the processor time of a working command is read: what it used after the last time is not counted.
const EVERY: Duration = Duration::from_millis(20);

/// Users that went in or out.
#[derive(Clone, Copy)]
pub struct Transfer {
    /// How many.
    pub users: usize,
    /// Users a second.
    pub rate: f64,
    /// Processor time of the command for one of them, in microseconds.
    pub command: f64,
    /// The same of the database's processes, if it has its own.
    pub database: Option<f64>,
}

/// `anteroom import`.
pub async fn import(launch: &Launch<'_>, file: &Path, users: usize) -> anyhow::Result<Transfer> {
    transfer(launch, &["import"], file, users).await
}

/// `anteroom export` of everyone.
pub async fn export(launch: &Launch<'_>, file: &Path, users: usize) -> anyhow::Result<Transfer> {
    let exported = transfer(launch, &["export", "--output"], file, users).await?;
    let lines = super::sample::lines(file)?;
    ensure!(lines == users, "{lines} users were exported instead of {users}");
    Ok(exported)
}

async fn transfer(launch: &Launch<'_>, words: &[&str], file: &Path, users: usize) -> anyhow::Result<Transfer> {
    let mut command: Command = launch.command_line().into();
    command.args(words).arg(file).arg("--data-dir").arg(launch.data);
    command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
    let mut database = launch.database.meter();
    let before = database.as_mut().map(Meter::read).transpose()?;
    let began = Instant::now();
    let mut child = command.spawn().context("the command")?;
    let mut meter = Meter::process(child.id().context("no id")?);
    let mut used = Duration::ZERO;
    let status = loop {
        tokio::select! {
            status = child.wait() => break status?,
            () = tokio::time::sleep(EVERY) => used = meter.read().unwrap_or(used),
        }
    };
    let took = began.elapsed();
    ensure!(status.success(), "{}: {status}", words.join(" "));
    let spent = match (&mut database, before) {
        (Some(meter), Some(before)) => Some(each(meter.read()? - before, users)),
        _ => None,
    };
    Ok(Transfer { users, rate: 1e6 / each(took, users), command: each(used, users), database: spent })
}
