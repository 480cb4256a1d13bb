//! All that a database holds, and other ways to it than ours.

use std::collections::BTreeMap;

use anteroom_store::{DatabaseUrl, Db, Dialect, Session, Sql, Value};

/// The rows of every table that the database itself says it has, as text, sorted.
pub type Contents = BTreeMap<String, Vec<String>>;

/// Everything in the database, compared alike on both engines. Of `installation`, the cluster is left out.
pub async fn contents(url: &DatabaseUrl) -> Contents {
    let db = Db::open_for_reading(url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let mut found = Contents::new();
    for (table, columns) in tables(&session).await {
        let columns: Vec<_> = columns.into_iter().filter(|column| column != "cluster").collect();
        found.insert(format!("{table} ({})", columns.join(", ")), rows(&session, &table, &columns).await);
    }
    found
}

/// Replaces the record's numbers by its order: each tenant's events as they became visible, with their details.
pub async fn without_event_numbers(url: &DatabaseUrl, mut contents: Contents) -> Contents {
    contents.retain(|table, _| !table.starts_with("event"));
    let db = Db::open_for_reading(url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    let text = "SELECT e.tenant_id, e.log_id, e.at, e.kind, e.actor_kind, e.actor_id, e.client_id, e.target_kind, \
                e.target_id, e.connection, e.reason, d.actor_name, d.target_name, d.ip, d.user_agent, \
                d.correlation_id, d.operation, d.changes, d.token, d.location, d.tenant_id, d.event_id IS NULL FROM event e \
                LEFT JOIN event_detail d ON d.event_id = e.id ORDER BY e.tenant_id, e.position, e.id";
    let found: Vec<Vec<Value>> = session.connection().all(Sql::new(text)).await.expect("the record");
    contents.insert("the record".to_owned(), found.iter().map(|row| shown(row)).collect());
    contents
}

/// Checks that both hold the same, and names the first rows that differ.
#[track_caller]
pub fn assert_same(left: &Contents, right: &Contents) {
    assert_eq!(left.keys().collect::<Vec<_>>(), right.keys().collect::<Vec<_>>());
    for (table, rows) in left {
        let others = &right[table];
        let differing = rows.iter().zip(others).find(|(row, other)| row != other);
        assert_eq!(differing, None, "{table}");
        assert_eq!(rows.len(), others.len(), "{table}");
    }
}

/// Runs statements by the engine's own driver.
pub async fn run(url: &DatabaseUrl, text: &str) {
    match url {
        DatabaseUrl::Sqlite(path) => {
            rusqlite::Connection::open(path).and_then(|connection| connection.execute_batch(text)).expect(text);
        }
        DatabaseUrl::Postgres(url) => {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
            let running = tokio::spawn(connection);
            client.batch_execute(text).await.unwrap_or_else(|error| panic!("{:.200}: {error:?}", text));
            drop(client);
            running.await.expect("a connection").expect("a clean end");
        }
    }
}

async fn tables(session: &Session<'_>) -> BTreeMap<String, Vec<String>> {
    let text = match session.connection().dialect() {
        Dialect::Sqlite => {
            "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c \
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        }
        Dialect::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in session.connection().all::<(String, String)>(Sql::new(text)).await.expect("the columns") {
        found.entry(table).or_default().push(column);
    }
    found.values_mut().for_each(|columns| columns.sort());
    found
}

async fn rows(session: &Session<'_>, table: &str, columns: &[String]) -> Vec<String> {
    let text = format!("SELECT \"{}\" FROM {table}", columns.join("\", \""));
    let found: Vec<Vec<Value>> = session.connection().all(Sql::new(&text)).await.expect("the rows");
    let mut found: Vec<_> = found.iter().map(|row| shown(row)).collect();
    found.sort();
    found
}

/// Truth values are integers on one engine.
fn shown(row: &[Value]) -> String {
    let alike = |value: &Value| match value {
        Value::Bool(value) => Value::Int(i64::from(*value)),
        value => value.clone(),
    };
    format!("{:?}", row.iter().map(alike).collect::<Vec<_>>())
}
