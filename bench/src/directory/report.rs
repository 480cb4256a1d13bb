//! The figures of a large directory as a table and as JSON.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::Figures;
use super::import::Transfer;
use super::question::Question;
use super::speed::Speed;
use crate::report::{judged, megabytes, number};

/// Users a second: into an empty directory, beside a server into a full one, and out.
const IMPORT: f64 = 20_000.0;
const LIVE: f64 = 8_000.0;
const EXPORT: f64 = 50_000.0;

/// Bytes of the database for a user.
const BYTES: f64 = 2048.0;

/// Megabytes of the server after everything.
const MEMORY: f64 = 150.0;

/// What ninety-nine of a hundred searches should not exceed, in milliseconds.
const SLOWEST_SEARCH: f64 = 20.0;

/// The table of one database. `smaller` is [`json`] of the same database with fewer users, or null.
pub fn table(figures: &Figures, smaller: &Value) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "\n{:<22}{:>9}{:>9}{:>9}{:>8}{:>12}{:>14}  {:<22}{:>8}",
        format!("{}, {} users", figures.database, figures.users),
        "requests",
        "p50 ms",
        "p99 ms",
        "growth",
        "server CPU",
        "database CPU",
        "aim",
        "to beat"
    );
    for (question, speed) in &figures.answers {
        row(&mut out, question, speed, smaller);
    }
    let rate = |out: &mut String, name: &str, transfer: &Transfer, aim: f64| {
        let database = transfer.database.map_or(String::new(), |cost| format!(", database CPU {}", number(cost)));
        let verdict = if transfer.rate >= aim { "met" } else { "MISSED" };
        let (rate, command) = (number(transfer.rate), number(transfer.command));
        let _ =
            writeln!(out, "{name:<22}{rate:>9} users a second, aim {aim:.0} {verdict}; CPU a user {command}{database}");
    };
    rate(&mut out, "import, empty", &figures.import, IMPORT);
    rate(&mut out, "import, live", &figures.live, LIVE);
    let Speed { p50, p99, .. } = figures.meanwhile;
    let _ =
        writeln!(out, "{:<22}{:>9} ms p50, {} ms p99", "  user by id meanwhile", milliseconds(p50), milliseconds(p99));
    rate(&mut out, "export", &figures.export, EXPORT);
    let bytes = judged(BYTES, figures.bytes_per_user, figures.bytes_per_user);
    let _ = writeln!(out, "{:<22}{:>9} of the database, aim {bytes}", "bytes a user", number(figures.bytes_per_user));
    let resident = megabytes(figures.memory.resident);
    let verdict = judged(MEMORY, resident, resident);
    let _ = writeln!(out, "{:<22}{:>9} resident, aim {verdict}", "memory, MB", number(resident));
    out
}

fn row(out: &mut String, question: &Question, speed: &Speed, smaller: &Value) {
    let Speed { requests, p50, p99, server, database, refused: (alone, together) } = *speed;
    let growth = smaller["answers"][question.name]["p50"].as_f64().map_or("–".to_owned(), |then| number(p50 / then));
    let is_search = question.aim > 1.0 && question.aim < SLOWEST_SEARCH;
    let met = alone == 0.0 && p50 <= question.aim * 1e3 && (!is_search || p99 <= SLOWEST_SEARCH * 1e3);
    let mut aim = format!("{} ", question.aim);
    if is_search {
        let _ = write!(aim, "(p99 {SLOWEST_SEARCH}) ");
    }
    aim.push_str(if met { "met" } else { "MISSED" });
    let _ = writeln!(
        out,
        "{:<22}{requests:>9}{:>9}{:>9}{growth:>8}{:>12}{:>14}  {aim:<22}{:>8}",
        question.name,
        milliseconds(p50),
        milliseconds(p99),
        number(server),
        database.map_or("–".to_owned(), number),
        question.to_beat.map_or("–".to_owned(), number),
    );
    if alone + together > 0.0 {
        let (alone, together) = (number(alone), number(together));
        let _ = writeln!(out, "  too slow, refused      {alone} % by one client, {together} % by eight at once");
    }
}

/// Everything, by database; times in microseconds, memory in bytes.
pub fn json(all: &[Figures]) -> Value {
    let of = |figures: &Figures| {
        let answers: Map<_, _> =
            figures.answers.iter().map(|(question, speed)| (question.name.to_owned(), speed_json(speed))).collect();
        json!({
            "users": figures.users,
            "answers": answers,
            "import": transfer_json(&figures.import),
            "live": transfer_json(&figures.live),
            "meanwhile": speed_json(&figures.meanwhile),
            "export": transfer_json(&figures.export),
            "bytes_per_user": figures.bytes_per_user,
            "resident": figures.memory.resident,
        })
    };
    Value::Object(all.iter().map(|figures| (figures.database.to_owned(), of(figures))).collect())
}

fn speed_json(speed: &Speed) -> Value {
    let Speed { requests, p50, p99, server, database, refused: (alone, together) } = *speed;
    json!({
        "requests": requests, "p50": p50, "p99": p99, "server_cpu": server, "database_cpu": database,
        "refused_percent": {"one_client": alone, "eight_clients": together},
    })
}

fn transfer_json(transfer: &Transfer) -> Value {
    let Transfer { users, rate, command, database } = *transfer;
    json!({"users": users, "rate": rate, "command_cpu": command, "database_cpu": database})
}

fn milliseconds(micros: f64) -> String {
    format!("{:.2}", micros / 1e3)
}
