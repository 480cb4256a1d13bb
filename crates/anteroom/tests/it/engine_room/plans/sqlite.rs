//! SQLite: the statements as they are sent, and what EXPLAIN QUERY PLAN says of each.

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::engine_room::raw;
use crate::harness::Server;

/// Notes every statement that the store says it sends.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<String>>>);

impl<S: tracing::Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "anteroom_store::statement" {
            event.record(&mut Statements(&self.0));
        }
    }
}

struct Statements<'a>(&'a Mutex<Vec<String>>);

impl Visit for Statements<'_> {
    fn record_str(&mut self, _: &Field, text: &str) {
        self.0.lock().expect("a lock").push(text.to_owned());
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

/// What the work answers, and the statements it sent from this thread.
pub async fn listen<T>(work: impl Future<Output = T>) -> (T, Vec<String>) {
    // With a single listener in the process, a thread without one that comes by a place in the code for the first time
    // would decide that nobody listens there. This one, which is never used, makes two.
    static ANOTHER: LazyLock<tracing::Dispatch> =
        LazyLock::new(|| tracing::Dispatch::new(tracing_subscriber::registry()));
    LazyLock::force(&ANOTHER);
    let listener = Listener::default();
    let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(listener.clone()));
    let output = work.await;
    drop(guard);
    let statements = std::mem::take(&mut *listener.0.lock().expect("a lock"));
    (output, statements)
}

/// A step of a plan: its number, that of the step it belongs to, and its words.
struct Step {
    id: i64,
    parent: i64,
    text: String,
}

/// Steps by which the statement reads a table or index from end to end, all of a tenant, or sorts more than the rows of
/// the users or sessions named.
pub fn faults(server: &Server, statement: &str) -> Vec<String> {
    let connection = raw::sqlite(&server.database.url);
    // What the store teaches its own connections; a plan does not depend on what it answers.
    let flags = rusqlite::functions::FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("attribute_keys", -1, flags, |_| Ok("[]")).expect("a function");
    let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect(statement);
    // Its values do not matter to the plan: there are no statistics of them.
    let mut rows = explain.raw_query();
    let mut plan = Vec::new();
    while let Some(row) = rows.next().expect("a step") {
        let (id, parent) = (row.get(0).expect("a number"), row.get(1).expect("a number"));
        plan.push(Step { id, parent, text: row.get(3).expect("words") });
    }
    // Of waiting jobs there are never many.
    let is_of_few = takes_few(statement, &plan)
        || plan.iter().any(|step| step.text.contains(" job_waiting "))
        || [
            "u.user_id = ",
            "u.key IN (",
            "e.target_id = ",
            "AND session_id IN (",
            "m.user_key = ",
            "p.user_key = ",
            "FROM resource_server WHERE ",
            // Of each way no more than a page was taken.
            "SELECT f.id, f.at FROM (SELECT p.id, p.at FROM (",
        ]
        .iter()
        .any(|condition| statement.contains(condition));
    let walks = statement.contains(" LIMIT ") && !plan.iter().any(|step| sorts(&step.text));
    let is_fault = |step: &Step| {
        let text = &step.text;
        let reads_all = reads_all(text) && !is_result(statement, &plan, text);
        // Asked for the tenant alone, an index gives all of it; where rows come in the order wanted, few are taken.
        let reads_tenant = reads_tenant(text) && !walks;
        reads_all || reads_tenant || (sorts(text) && !is_of_few)
    };
    plan.iter().filter(|step| is_fault(step)).map(|step| format!("{} in {statement}", step.text)).collect()
}

fn sorts(step: &str) -> bool {
    step.contains("TEMP B-TREE")
}

fn reads_all(step: &str) -> bool {
    step.starts_with("SCAN") && step != "SCAN CONSTANT ROW" && !step.contains("VIRTUAL TABLE INDEX")
}

/// Whether all of a tenant is read, but for tables that do not grow with the users (the counter's rows are folded together)
/// and indexes that hold few of them.
fn reads_tenant(step: &str) -> bool {
    let small =
        ["SEARCH c ", "SEARCH g ", "SEARCH r ", "SEARCH connection ", "SEARCH resource_server ", "SEARCH user_count "];
    let rare = [" users_not_active ", " users_email_unverified ", " users_phone_verified "];
    step.ends_with("(tenant_id=?)")
        && !small.iter().any(|table| step.starts_with(table))
        && !rare.iter().any(|index| step.contains(index))
}

/// Whether it is not a table that is read but what another part of the statement, whose steps are looked at too, gave.
fn is_result(statement: &str, plan: &[Step], step: &str) -> bool {
    let Some(name) = step.strip_prefix("SCAN ") else { return false };
    plan.iter().any(|part| {
        let part = part.text.strip_prefix("MATERIALIZE ").or(part.text.strip_prefix("CO-ROUTINE "));
        part.is_some_and(|part| part == name || statement.contains(&format!(" FROM {part} {name}")))
    })
}

/// Whether the statement first takes no more than a few keys, which an index finds for it, and then reads and sorts those
/// users by their keys.
fn takes_few(statement: &str, plan: &[Step]) -> bool {
    let Some(rest) = statement.strip_prefix("WITH few AS MATERIALIZED (SELECT t.key AS key FROM (") else {
        return false;
    };
    let Some((source, rest)) = rest.split_once(") t LIMIT 2001), found AS MATERIALIZED (SELECT u.key AS key, ") else {
        return false;
    };
    let users = [" FROM few t", " FROM (SELECT DISTINCT d.key AS key FROM few d) t"]
        .map(|keys| format!("{keys} CROSS JOIN users u ON u.key = t.key "));
    let by_key = users.iter().any(|users| rest.contains(users));
    let Some(few) = plan.iter().find(|step| step.text == "MATERIALIZE few") else { return false };
    // Steps of a part stand behind it.
    let mut inside = vec![few.id];
    let mut steps = Vec::new();
    for step in plan {
        if inside.contains(&step.parent) {
            inside.push(step.id);
            steps.push(step.text.as_str());
        }
    }
    let is_good = |step: &&str| {
        let is_lookup = step.starts_with("SEARCH") && !reads_tenant(step);
        let is_distinct = *step == "USE TEMP B-TREE FOR DISTINCT";
        let is_other = !step.starts_with("SEARCH") && !reads_all(step) && !sorts(step);
        is_lookup || is_distinct || is_other || is_result(statement, plan, step)
    };
    by_key && !source.contains("found AS") && !steps.is_empty() && steps.iter().all(is_good)
}
