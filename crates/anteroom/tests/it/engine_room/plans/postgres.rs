//! PostgreSQL: the plans as they were carried out, from the server's own log.

use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::Value;

use crate::engine_room::raw;
use crate::harness::Server;

/// The cluster's log, as [`crate::harness`] starts it.
const LOG: &str = "current_setting('data_directory') || '/../log'";

/// Tables that do not grow with the users; the counter's rows are folded together.
const SMALL: [&str; 10] = [
    "client",
    "client_grant",
    "connection",
    "daily_count",
    "installation",
    "origin",
    "resource_server",
    "role",
    "role_permission",
    "user_count",
];

/// A second process on the server's database whose every plan is logged with the rows that were read.
pub struct Explained {
    pub server: Server,
    raw: tokio_postgres::Client,
    /// How much of the log was read.
    read: AtomicI64,
}

impl Explained {
    /// A process whose sessions begin after this.
    pub async fn new(server: &Server) -> Self {
        let raw = raw::postgres(server).await;
        let name: String = raw.query_one("SELECT current_database()::text", &[]).await.expect("a name").get(0);
        for setting in [
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_buffers = on",
            "auto_explain.log_format = 'json'",
        ] {
            raw.batch_execute(&format!("ALTER DATABASE {name} SET {setting}")).await.expect(setting);
        }
        let explained = Self { server: server.second_process().await, raw, read: AtomicI64::new(0) };
        explained.plans().await;
        explained
    }

    /// The plans since the last time.
    pub async fn plans(&self) -> Vec<Value> {
        let pids = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let pids = self.raw.query(pids, &[]).await.expect("processes");
        let pids: Vec<String> = pids.iter().map(|row| format!("[{}]", row.get::<_, i32>(0))).collect();
        let size = format!("SELECT size FROM pg_stat_file({LOG})");
        let size: i64 = self.raw.query_one(&size, &[]).await.expect("a size").get(0);
        let read = self.read.swap(size, Ordering::SeqCst);
        let since = format!("SELECT pg_read_file({LOG}, $1, $2)");
        let log: String = self.raw.query_one(&since, &[&read, &(size - read)]).await.expect("the log").get(0);
        plans_of(&log, &pids)
    }
}

/// The plans that these processes wrote. An entry is a line, and further ones that begin with a tab.
fn plans_of(log: &str, pids: &[String]) -> Vec<Value> {
    let mut found = Vec::new();
    let mut lines = log.lines().peekable();
    while let Some(line) = lines.next() {
        let mut entry = String::new();
        while let Some(more) = lines.next_if(|line| line.starts_with('\t')) {
            entry.push_str(more);
        }
        if line.ends_with("plan:") && pids.iter().any(|pid| line.contains(pid)) {
            found.push(serde_json::from_str(&entry).expect("a plan"));
        }
    }
    found
}

/// Steps of the plan that read a growing table from end to end, or more rows than this.
pub fn faults(plan: &Value, most: f64) -> Vec<String> {
    let is_fault = |step: &&Value| {
        let (kind, table) = (text(step, "Node Type"), text(step, "Relation Name"));
        (kind == "Seq Scan" && !SMALL.contains(&table)) || read(step) > most
    };
    let tell = |step: &Value| {
        format!(
            "{} on {:?} reads {} rows in {plan:#}",
            text(step, "Node Type"),
            text(step, "Relation Name"),
            read(step)
        )
    };
    steps(plan).iter().filter(|step| is_fault(step)).map(|step| tell(step)).collect()
}

/// The rows that the plan's steps read, and the pages.
pub fn work(plan: &Value) -> (f64, f64) {
    let pages = number(&plan["Plan"], "Shared Hit Blocks") + number(&plan["Plan"], "Shared Read Blocks");
    (steps(plan).iter().map(|step| read(step)).sum(), pages)
}

fn steps(plan: &Value) -> Vec<&Value> {
    let (mut found, mut waiting) = (Vec::new(), vec![&plan["Plan"]]);
    while let Some(step) = waiting.pop() {
        found.push(step);
        waiting.extend(step["Plans"].as_array().into_iter().flatten());
    }
    found
}

fn number(step: &Value, field: &str) -> f64 {
    step[field].as_f64().unwrap_or(0.0)
}

fn text<'a>(step: &'a Value, field: &str) -> &'a str {
    step[field].as_str().unwrap_or_default()
}

fn read(step: &Value) -> f64 {
    let passed =
        ["Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck"].map(|field| number(step, field));
    passed.iter().sum::<f64>() * number(step, "Actual Loops")
}
