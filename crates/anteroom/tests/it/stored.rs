//! What a database holds, read past the server; and changes made behind its back, as another process would.

use std::collections::BTreeMap;

use anteroom_store::{BoxFuture, Connection, DatabaseUrl, Error, Sql, Work};
use rusqlite::types::ValueRef;

use crate::harness::Server;

/// Every row of every table, written out as text, by the table's name.
pub async fn rows(server: &Server) -> BTreeMap<String, Vec<String>> {
    // Records of traffic are written a moment later.
    server.services.traffic.flush().await;
    let mut found = match &server.database.url {
        DatabaseUrl::Sqlite(path) => of_sqlite(path),
        DatabaseUrl::Postgres(url) => of_postgres(url).await,
    };
    assert!(found.contains_key("users") && found.contains_key("event"), "{:?}", found.keys());
    found.values_mut().for_each(|rows| rows.sort());
    found
}

fn of_sqlite(path: &std::path::Path) -> BTreeMap<String, Vec<String>> {
    let connection = rusqlite::Connection::open(path).expect("the file");
    let mut tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").expect("a statement");
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).expect("tables").map(Result::unwrap).collect();
    let rows_of = |table: String| {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\"")).expect("a statement");
        let columns = statement.column_count();
        let row =
            |row: &rusqlite::Row<'_>| Ok((0..columns).map(|at| shown(row.get_ref(at).expect("a value"))).collect());
        let rows: Vec<String> = statement.query_map([], row).expect("rows").map(Result::unwrap).collect();
        (table, rows)
    };
    tables.into_iter().map(rows_of).collect()
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null\t".to_owned(),
        ValueRef::Integer(number) => format!("{number}\t"),
        ValueRef::Real(number) => format!("{number}\t"),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => format!("{}\t", String::from_utf8_lossy(bytes)),
    }
}

async fn of_postgres(url: &str) -> BTreeMap<String, Vec<String>> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
    tokio::spawn(connection);
    let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
    let mut found = BTreeMap::new();
    for table in client.query(tables, &[]).await.expect("tables") {
        let table: String = table.get(0);
        let rows = client.query(&format!("SELECT t::text FROM \"{table}\" t"), &[]).await.expect("rows");
        found.insert(table, rows.iter().map(|row| row.get(0)).collect());
    }
    found
}

/// Runs statements in one transaction and says that the configuration has changed.
pub async fn change(server: &Server, statements: Vec<Sql>) {
    server.services.db.write(Statements(statements)).await.expect("a change");
}

struct Statements(Vec<Sql>);

impl Work for Statements {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            for statement in &self.0 {
                connection.execute_one(statement.clone()).await?;
            }
            anteroom_store::installation::bump_config_version(connection).await
        })
    }
}
