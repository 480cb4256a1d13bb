//! The figures as a table for people and as JSON for programs.

use std::fmt::Write;
use std::thread::available_parallelism;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Arguments;
use crate::aims;
use crate::engine::{Figures, LOADERS};
use crate::machine;
use crate::measure::{Cost, Measured, micros};
use crate::operation::Operation;
use crate::report_crowd;
use crate::server::Memory;

/// All figures of a run.
pub struct Report {
    cores: usize,
    users: usize,
    seconds: f64,
    durable_write: f64,
    /// The figures of each database.
    pub engines: Vec<Figures>,
}

impl Report {
    /// A report without figures yet.
    pub fn begin(arguments: &Arguments) -> anyhow::Result<Self> {
        Ok(Self {
            cores: available_parallelism()?.get(),
            users: arguments.users,
            seconds: arguments.seconds,
            durable_write: machine::durable_write(&arguments.work)?,
            engines: Vec::new(),
        })
    }

    /// The lines above the tables.
    pub fn head(&self) -> String {
        format!(
            "One client, keep-alive, no TLS; {} users; {} s an operation; {} cores; a durable write of 4 KiB takes {} µs.\n\
             Times are µs a request. CPU: mean of the run, and of its quietest tenth.\n",
            self.users,
            self.seconds,
            self.cores,
            number(self.durable_write),
        )
    }

    /// Everything, times in microseconds, memory in bytes.
    pub fn json(&self) -> Value {
        json!({
            "cores": self.cores,
            "users": self.users,
            "seconds": self.seconds,
            "durable_write": self.durable_write,
            "databases": self.engines.iter().map(engine_json).collect::<Vec<_>>(),
        })
    }
}

/// The table of one database.
pub fn table(figures: &Figures) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "\n{:<16}{:>9}{:>8}{:>8}{:>12}{:>10}{:>14}{:>10}  {:<16}{:>8}",
        figures.database,
        "requests",
        "p50",
        "p99",
        "server CPU",
        "quietest",
        "database CPU",
        "quietest",
        "aim",
        "to beat"
    );
    for measured in &figures.operations {
        row(&mut out, measured);
    }
    let Figures { first_start, load, starts, idle, after, .. } = figures;
    let database = load.database.map_or(String::new(), |cost| format!(", database CPU {}", number(cost)));
    let _ = writeln!(
        out,
        "load            {LOADERS} clients create {} users a second; server CPU {}{database}",
        number(load.rate),
        number(load.server)
    );
    let (start, first) = (milliseconds(starts[starts.len() / 2]), milliseconds(*first_start));
    let verdict = judged(aims::START, start, milliseconds(starts[0]));
    let _ =
        writeln!(out, "start, ms       {start:.0} (median of {}), aim {verdict}; the first {first:.0}", starts.len());
    let (idle, after) = (megabytes(idle.resident), megabytes(after.resident));
    let verdict = judged(aims::IDLE_MEMORY, idle, idle);
    let _ = writeln!(
        out,
        "memory, MB      {idle:.1} idle, aim {verdict}, to beat {:.0}; {after:.1} after all this",
        aims::IDLE_MEMORY_TO_BEAT
    );
    for (name, ratio) in ratios(figures) {
        let _ = writeln!(out, "ratio           {name}: {ratio:.2}");
    }
    let _ = writeln!(
        out,
        "                (an RSA-2048 signature takes {} µs here)",
        number(figures.rsa_signature.quietest)
    );
    out.push_str(&report_crowd::lines(&figures.crowd));
    out
}

fn row(out: &mut String, measured: &Measured) {
    let Measured { operation, requests, p50, p99, server, database } = measured;
    let aim = aims::processor_time(*operation, database.is_some());
    let aim = aim.map_or("–".to_owned(), |aim| judged(aim, server.mean, server.quietest));
    let beat = aims::to_beat(*operation).map_or("–".to_owned(), number);
    let cell = |cost: Option<f64>| cost.map_or("–".to_owned(), number);
    let _ = writeln!(
        out,
        "{:<16}{requests:>9}{:>8}{:>8}{:>12}{:>10}{:>14}{:>10}  {aim:<16}{beat:>8}",
        operation.name(),
        number(*p50),
        number(*p99),
        number(server.mean),
        number(server.quietest),
        cell(database.map(|cost| cost.mean)),
        cell(database.map(|cost| cost.quietest)),
    );
}

/// The aim and whether it was met: always, or only while the machine was quiet.
pub fn judged(aim: f64, mean: f64, quietest: f64) -> String {
    let word = match (mean <= aim, quietest <= aim) {
        (true, _) => "met",
        (false, true) => "met if quiet",
        (false, false) => "MISSED",
    };
    format!("{aim:.0} {word}")
}

/// Figures of the quietest parts divided by one another: a slow or busy machine slows both.
fn ratios(figures: &Figures) -> Vec<(&'static str, f64)> {
    let cost = |wanted: Operation| {
        let found = figures.operations.iter().find(|measured| measured.operation == wanted);
        found.map_or(f64::NAN, |measured| measured.server.quietest)
    };
    vec![
        ("token RS256 / RSA-2048 signature", cost(Operation::TokenRs256) / figures.rsa_signature.quietest),
        ("token ES256 / health/live", cost(Operation::TokenEs256) / cost(Operation::Live)),
        ("get user / health/live", cost(Operation::GetUser) / cost(Operation::Live)),
        ("userinfo / health/live", cost(Operation::UserInfo) / cost(Operation::Live)),
        ("whole sign-in / RSA-2048 signature", cost(Operation::SignIn) / figures.rsa_signature.quietest),
        ("create user / get user", cost(Operation::CreateUser) / cost(Operation::GetUser)),
    ]
}

fn engine_json(figures: &Figures) -> Value {
    let operation = |measured: &Measured| {
        json!({
            "name": measured.operation.name(),
            "requests": measured.requests,
            "p50": measured.p50,
            "p99": measured.p99,
            "server_cpu": cost_json(measured.server),
            "database_cpu": measured.database.map(cost_json),
            "aim": aims::processor_time(measured.operation, measured.database.is_some()),
            "to_beat": aims::to_beat(measured.operation),
        })
    };
    let ratios = ratios(figures).into_iter().map(|(name, ratio)| (name.to_owned(), ratio.into()));
    json!({
        "database": figures.database,
        "operations": figures.operations.iter().map(operation).collect::<Vec<_>>(),
        "load": {"rate": figures.load.rate, "server_cpu": figures.load.server, "database_cpu": figures.load.database},
        "first_start": micros(figures.first_start),
        "starts": figures.starts.iter().copied().map(micros).collect::<Vec<_>>(),
        "memory_idle": memory_json(figures.idle),
        "memory_after": memory_json(figures.after),
        "rsa_signature_cpu": cost_json(figures.rsa_signature),
        "crowd": report_crowd::json(&figures.crowd),
        "ratios": Value::Object(ratios.collect()),
    })
}

fn cost_json(cost: Cost) -> Value {
    json!({"mean": cost.mean, "quietest": cost.quietest})
}

fn memory_json(memory: Memory) -> Value {
    json!({"resident": memory.resident, "anonymous": memory.anonymous})
}

fn milliseconds(span: Duration) -> f64 {
    micros(span) / 1e3
}

/// A million bytes each.
#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
pub fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Three digits of it matter.
pub fn number(value: f64) -> String {
    if value < 99.95 { format!("{value:.1}") } else { format!("{value:.0}") }
}

#[cfg(test)]
mod tests {
    use super::{judged, number};

    #[test]
    fn an_aim_is_met_missed_or_hidden_by_noise() {
        assert_eq!(judged(30.0, 29.0, 28.0), "30 met");
        assert_eq!(judged(30.0, 31.0, 28.0), "30 met if quiet");
        assert_eq!(judged(30.0, 31.0, 30.5), "30 MISSED");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([9.87, 99.96, 1234.5].map(number), ["9.9", "100", "1234"]);
    }
}
