//! Work that need not wait for the disk: it is done all the same, and what must wait still does.

use anteroom_store::{BoxFuture, Connection, Error, Sql, Work};

use super::notes::{make_table, note, notes};
use crate::harness::{Engine, Server, both_engines, race};

/// Notes a text, and answers how its commit waits for the disk, in the engine's own word.
struct Noting {
    text: String,
    is_synced: bool,
    engine: Engine,
}

impl Work for Noting {
    type Output = String;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<String, Error>> {
        Box::pin(async move {
            note(connection, &self.text).await?;
            match self.engine {
                Engine::Sqlite => {
                    let level = connection.one::<(i64,)>(Sql::new("PRAGMA synchronous")).await?;
                    Ok(level.map(|(level,)| level.to_string()).unwrap_or_default())
                }
                Engine::Postgres => {
                    let level = connection.one::<(String,)>(Sql::new("SHOW synchronous_commit")).await?;
                    Ok(level.map(|(level,)| level).unwrap_or_default())
                }
            }
        })
    }

    fn is_synced(&self) -> bool {
        self.is_synced
    }
}

/// The words for a commit that waits, and for one that does not.
fn words(server: &Server) -> [&'static str; 2] {
    match server.engine {
        Engine::Sqlite => ["2", "1"],
        Engine::Postgres => ["on", "off"],
    }
}

both_engines! {
    async fn only_what_says_so_does_not_wait(server: &Server) {
        let db = &server.services.db;
        make_table(db).await;
        let [waits, does_not] = words(server);
        for (is_synced, expected) in [(true, waits), (false, does_not), (false, does_not), (true, waits), (true, waits)] {
            let work = Noting { text: expected.to_owned(), is_synced, engine: server.engine };
            assert_eq!(db.write(work).await.expect("done"), expected);
        }
        assert_eq!(notes(db).await.len(), 5);
    }
}

both_engines! {
    async fn of_many_at_once_each_waits_that_must(server: &Server) {
        make_table(&server.services.db).await;
        let [waits, _] = words(server);
        let levels = race(100, |number| {
            let (db, engine) = (server.services.db.clone(), server.engine);
            let work = Noting { text: format!("note {number:03}"), is_synced: number % 2 == 0, engine };
            async move { (number, db.write(work).await.expect("done")) }
        });
        for (number, level) in levels.await {
            assert!(number % 2 == 1 || level == waits, "{number} did not wait: {level}");
        }
        assert_eq!(notes(&server.services.db).await.len(), 100);
    }
}
