//! A test's own connections to a server's database, beside the server's.

use anteroom_store::DatabaseUrl;

use crate::harness::Server;

/// A connection to the server's PostgreSQL database.
pub async fn postgres(server: &Server) -> tokio_postgres::Client {
    connect(&server.database.url).await
}

/// A connection to a PostgreSQL database; it ends when dropped.
pub async fn connect(url: &DatabaseUrl) -> tokio_postgres::Client {
    let DatabaseUrl::Postgres(url) = url else { panic!("{url} is not PostgreSQL") };
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client
}

/// A connection to an SQLite file.
pub fn sqlite(url: &DatabaseUrl) -> rusqlite::Connection {
    let DatabaseUrl::Sqlite(path) = url else { panic!("{url} is not SQLite") };
    rusqlite::Connection::open(path).expect("a connection")
}

/// Waits until this many other connections to the database are as the condition on `pg_stat_activity` says.
pub async fn until_activity(client: &tokio_postgres::Client, count: i64, condition: &str) {
    let text = format!(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND {condition}"
    );
    for _ in 0..1000 {
        if client.query_one(&text, &[]).await.expect("a count").get::<_, i64>(0) == count {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("there are never {count} connections with {condition}");
}
