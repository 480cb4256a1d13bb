//! Filling an empty database quickly: nobody else has it meanwhile, and its indexes are made at the end, of all rows at
//! once, in a small part of the time that adding row by row takes.
//!
//! What is left for the end stands in the table `deferred`, put there in the transaction that takes the indexes away. So
//! whoever opens the database after a crash makes them first (`Db::migrate`), and no search ever runs without.

use crate::db::{Alone, BoxFuture, Connection, Db, Dialect, Error, Sql, Work};

/// The most users of a database that counts as empty: who set it up.
const FEW: i64 = 100;

/// The tables whose indexes wait: those that grow with the users.
const TABLES: [&str; 6] = ["users", "identity", "user_activity", "user_attribute", "user_role", "event"];

/// Begins to fill the database, if it has no more users than those who set it up and nobody else has it open. Then nobody
/// else can use it until [`end`], and no session of this process may be asked for.
///
/// # Errors
/// When the database cannot be written.
pub async fn begin(db: &Db) -> Result<Option<Alone>, Error> {
    if !is_empty(db).await? {
        return Ok(None);
    }
    let Some(alone) = db.have_alone().await? else { return Ok(None) };
    match db.write(Defer).await {
        Ok(()) => Ok(Some(alone)),
        Err(error) => {
            db.share(alone).await?;
            Err(error)
        }
    }
}

/// Makes what was left for the end, and lets others use the database.
///
/// # Errors
/// When the database cannot be written. Whoever opens it next does the rest.
pub async fn end(db: &Db, alone: Alone) -> Result<(), Error> {
    while db.write(Next { is_alone: true }).await? {}
    db.share(alone).await
}

/// Makes what a load left that did not come to its end; waits for one that still goes on.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn finish(db: &Db) -> Result<(), Error> {
    let session = db.session().await?;
    let waiting: Option<(i64,)> = session.connection().one(Sql::new("SELECT id FROM deferred LIMIT 1")).await?;
    drop(session);
    if waiting.is_some() {
        while db.write(Next { is_alone: false }).await? {}
    }
    Ok(())
}

async fn is_empty(db: &Db) -> Result<bool, Error> {
    let session = db.session().await?;
    let text = format!("SELECT count(*) FROM (SELECT 1 FROM users LIMIT {}) AS first", FEW + 1);
    let users: Option<(i64,)> = session.connection().one(Sql::new(&text)).await?;
    Ok(users.is_some_and(|(count,)| count <= FEW))
}

/// Takes the indexes away and says how they are made again.
struct Defer;

impl Work for Defer {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let mut statements = Vec::new();
            if connection.dialect() == Dialect::Sqlite {
                statements.extend(take_trees_away(connection).await?);
            }
            statements.extend(take_indexes_away(connection, &TABLES).await?);
            // Planners read how many rows there are.
            statements.push(match connection.dialect() {
                Dialect::Sqlite => "ANALYZE sqlite_schema".to_owned(),
                Dialect::Postgres => format!("ANALYZE {}", TABLES.join(", ")),
            });
            for statement in statements {
                let sql = Sql::new("INSERT INTO deferred (statement) VALUES (").bind(statement);
                connection.execute_one(sql.push(")")).await?;
            }
            Ok(())
        })
    }
}

/// Makes the next thing that was left, and says whether there was one.
struct Next {
    is_alone: bool,
}

impl Work for Next {
    type Output = bool;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async move {
            if !self.is_alone {
                connection.wait_for_all().await?;
            }
            let sql = Sql::new("SELECT id, statement FROM deferred ORDER BY id LIMIT 1");
            let Some((id, statement)) = connection.one::<(i64, String)>(sql).await? else { return Ok(false) };
            connection.batch(&statement).await?;
            connection.execute_one(Sql::new("DELETE FROM deferred WHERE id = ").bind(id)).await?;
            Ok(true)
        })
    }
}

/// SQLite's definition of an index, and what its planner is told of it, which goes with the index.
const SQLITE_INDEXES: &str = "SELECT i.name, i.sql || coalesce('; INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (' \
    || quote(s.tbl) || ', ' || quote(s.idx) || ', ' || quote(s.stat) || ')', '') \
    FROM sqlite_schema i LEFT JOIN sqlite_stat1 s ON s.idx = i.name \
    WHERE i.type = 'index' AND i.sql LIKE 'CREATE INDEX %' AND i.tbl_name IN (";

const POSTGRES_INDEXES: &str = "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i \
    JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = current_schema()::regnamespace \
    AND NOT i.indisunique AND t.relname IN (";

/// Drops the indexes of these tables, but those that let no two rows be alike, and gives the statements that make them
/// again.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn take_indexes_away(connection: &Connection<'_>, tables: &[&str]) -> Result<Vec<String>, Error> {
    let sql = Sql::new(match connection.dialect() {
        Dialect::Sqlite => SQLITE_INDEXES,
        Dialect::Postgres => POSTGRES_INDEXES,
    });
    let sql = sql.bind_list(tables.iter().copied()).push(") ORDER BY 1");
    let found: Vec<(String, String)> = connection.all(sql).await?;
    let mut definitions = Vec::with_capacity(found.len());
    for (name, definition) in found {
        connection.batch(&format!("DROP INDEX {name}")).await?;
        definitions.push(definition);
    }
    Ok(definitions)
}

/// In whose place a heap of rows stands: the tree of leaves.
const HEAP: &str = "ALTER TABLE user_attribute RENAME TO user_attribute_tree;
    CREATE TABLE user_attribute (
        tenant_id BIGINT NOT NULL, path BIGINT NOT NULL, key TEXT NOT NULL, user_key BIGINT NOT NULL
    )";

const TREE: &str = "INSERT INTO user_attribute_tree (tenant_id, path, key, user_key)
        SELECT tenant_id, path, key, user_key FROM user_attribute ORDER BY 1, 2, 3, 4;
    DROP TABLE user_attribute;
    ALTER TABLE user_attribute_tree RENAME TO user_attribute;
    DELETE FROM sqlite_stat1 WHERE tbl = 'user_attribute' OR tbl = 'user_attribute_tree';
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
        VALUES ('user_attribute', 'user_attribute', '10000000 10000000 500000 100 1')";

/// SQLite's trees that are not indexes: the one of leaves and the one of words.
async fn take_trees_away(connection: &Connection<'_>) -> Result<Vec<String>, Error> {
    let text = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'users' ORDER BY name";
    let triggers: Vec<(String, String)> = connection.all(Sql::new(text)).await?;
    for (name, _) in &triggers {
        connection.batch(&format!("DROP TRIGGER {name}")).await?;
    }
    connection.batch(HEAP).await?;
    let mut words = vec!["INSERT INTO user_search (user_search) VALUES ('rebuild')".to_owned()];
    words.extend(triggers.into_iter().map(|(_, definition)| definition));
    Ok(vec![TREE.to_owned(), words.join(";\n")])
}
