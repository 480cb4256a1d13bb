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

/// Steps by which the statement reads a table or index from end to end, all of a tenant, or sorts more than the rows of
/// the users or sessions named.
pub fn faults(server: &Server, statement: &str) -> Vec<String> {
    let connection = raw::sqlite(&server.database.url);
    let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).expect(statement);
    // Its values do not matter to the plan: there are no statistics of them.
    let mut rows = explain.raw_query();
    let mut plan = Vec::new();
    while let Some(row) = rows.next().expect("a step") {
        plan.push(row.get::<_, String>(3).expect("a step"));
    }
    let is_of_few = ["u.user_id = ", "u.key IN (", "e.target_id = ", "AND session_id IN ("]
        .iter()
        .any(|condition| statement.contains(condition));
    let sorts = |step: &String| step.contains("TEMP B-TREE");
    let walks = statement.contains(" LIMIT ") && !plan.iter().any(sorts);
    let is_fault = |step: &String| {
        let reads_all =
            step.starts_with("SCAN") && step != "SCAN CONSTANT ROW" && !step.contains("VIRTUAL TABLE INDEX");
        // Asked for the tenant alone, an index gives all of it; where rows come in the order wanted, few are taken.
        let reads_tenant = step.ends_with("(tenant_id=?)") && !walks && !is_small(step);
        reads_all || reads_tenant || (sorts(step) && !is_of_few)
    };
    plan.into_iter().filter(is_fault).map(|step| format!("{step} in {statement}")).collect()
}

/// Tables that do not grow with the users; the counter's rows are folded together.
fn is_small(step: &str) -> bool {
    ["SEARCH c ", "SEARCH g ", "SEARCH r ", "SEARCH connection ", "SEARCH user_count "]
        .iter()
        .any(|table| step.starts_with(table))
}
