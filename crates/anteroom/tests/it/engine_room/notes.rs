//! Pieces of work on a table of a test's own.

use anteroom_store::{BoxFuture, Connection, Db, Error, Sql, Work};

/// Work that is a closure; refused with [`Error::Unusable`], it leaves the note "refused".
pub struct Act<F>(pub F);

impl<T, F> Work for Act<F>
where
    T: Send + 'static,
    F: for<'a> Fn(&'a Connection<'a>) -> BoxFuture<'a, Result<T, Error>> + Send + Sync + 'static,
{
    type Output = T;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<T, Error>> {
        (self.0)(connection)
    }

    fn is_recorded(&self, error: &Error) -> bool {
        matches!(error, Error::Unusable(_))
    }

    fn record<'a>(&'a self, connection: &'a Connection<'a>, _: &'a Error) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(note(connection, "refused"))
    }
}

/// Makes of a closure a piece of work.
pub fn act<T, F>(body: F) -> Act<F>
where
    F: for<'a> Fn(&'a Connection<'a>) -> BoxFuture<'a, Result<T, Error>> + Send + Sync + 'static,
{
    Act(body)
}

/// A refusal that leaves a record.
pub fn refusal() -> Error {
    Error::Unusable("refused".to_owned())
}

/// Makes the table.
pub async fn make_table(db: &Db) {
    db.write(act(|connection| Box::pin(connection.batch("CREATE TABLE note (text TEXT NOT NULL)"))))
        .await
        .expect("a table");
}

/// Adds a row.
pub async fn note(connection: &Connection<'_>, text: &str) -> Result<(), Error> {
    connection.execute_one(Sql::new("INSERT INTO note (text) VALUES (").bind(text).push(")")).await
}

/// Adds a row in a transaction of its own.
pub async fn write_note(db: &Db, text: &str) -> Result<(), Error> {
    let text = text.to_owned();
    db.write(act(move |connection| {
        let text = text.clone();
        Box::pin(async move { note(connection, &text).await })
    }))
    .await
}

/// All rows that can be seen, sorted.
pub async fn notes(db: &Db) -> Vec<String> {
    let session = db.session().await.expect("a session");
    let rows: Vec<(String,)> =
        session.connection().all(Sql::new("SELECT text FROM note ORDER BY text")).await.expect("notes");
    rows.into_iter().map(|(text,)| text).collect()
}
