//! Whether what a killed server left is whole: every user with all that belongs to it, and nothing without its user.

use std::collections::BTreeSet;

use anteroom_store::db::FromRow;
use anteroom_store::{DatabaseUrl, Db, Dialect, Sql};

use super::raw;

/// What must be found nowhere, in words and as a query for its number. Every user of these tests was made through the
/// API with an e-mail address and a password, and none was deleted.
const HALVES: [(&str, &str); 9] = [
    ("users without identifier", "users u WHERE u.key NOT IN (SELECT i.user_key FROM identifier i)"),
    ("users without identity", "users u WHERE NOT EXISTS (SELECT 1 FROM identity i WHERE i.user_key = u.key)"),
    ("users without activity", "users u WHERE NOT EXISTS (SELECT 1 FROM user_activity a WHERE a.user_key = u.key)"),
    ("users without password", "users u WHERE NOT EXISTS (SELECT 1 FROM password p WHERE p.user_key = u.key)"),
    (
        "users without metadata",
        "users u WHERE email <> 'admin@localhost.localdomain' \
        AND u.key NOT IN (SELECT t.user_key FROM user_attribute t)",
    ),
    (
        "users without event",
        "users u WHERE NOT EXISTS (SELECT 1 FROM event e JOIN event_detail d ON d.event_id = e.id \
        WHERE e.kind = 'user.created' AND e.target_id = u.user_id)",
    ),
    ("identifiers without user", "identifier i WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.key = i.user_key)"),
    (
        "events without user",
        "event e WHERE e.kind = 'user.created' AND NOT EXISTS \
        (SELECT 1 FROM users u WHERE u.user_id = e.target_id)",
    ),
    ("events without detail", "event e WHERE NOT EXISTS (SELECT 1 FROM event_detail d WHERE d.event_id = e.id)"),
];

/// Checks the database, and gives the ids of its users.
pub async fn check(url: &DatabaseUrl) -> BTreeSet<String> {
    let db = Db::open(url, 2).expect("a database");
    for (what, from) in HALVES {
        let count: Vec<(i64,)> = rows(&db, &format!("SELECT count(*) FROM {from}")).await;
        assert_eq!(count, [(0,)], "{what}");
    }
    let users: Vec<(String,)> = rows(&db, "SELECT user_id FROM users").await;
    let counted: Vec<(i64,)> = rows(&db, "SELECT CAST(sum(delta) AS BIGINT) FROM user_count").await;
    assert_eq!(counted, [(users.len() as i64,)], "the total is not the number of users");
    if db.dialect() == Dialect::Sqlite {
        let raw = raw::sqlite(url);
        let verdict: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a verdict");
        assert_eq!(verdict, "ok");
        raw.execute("INSERT INTO user_search (user_search, rank) VALUES ('integrity-check', 1)", [])
            .expect("a whole index");
    }
    users.into_iter().map(|(id,)| id).collect()
}

async fn rows<T: FromRow>(db: &Db, text: &str) -> Vec<T> {
    db.session().await.expect("a session").connection().all(Sql::new(text)).await.expect(text)
}
