//! The tables there are, in an order in which each stands behind those it points to.

/// A table and how it is read.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// A key with an index, by which it is read piece by piece.
    pub(super) order: &'static [&'static str],
    /// The column that the database numbers, if there is one.
    pub(super) numbered: Option<&'static str>,
}

/// The record, whose numbers are given anew, and what hangs on it.
pub(super) const EVENT: &Table =
    &Table { name: "event", order: &["tenant_id", "position", "id"], numbered: Some("id") };
pub(super) const EVENT_DETAIL: &Table = &plain("event_detail", &["event_id"]);

/// What is not copied: it is made anew of the users, or says how far a database's own indexes are.
#[cfg(test)]
const NOT_COPIED: [&str; 3] = ["attribute_path", "deferred", "user_attribute"];

/// All of the others.
pub(super) const TABLES: &[&Table] = &[
    INSTALLATION,
    &numbered("tenant", &["id"]),
    &plain("origin", &["host", "port", "secure"]),
    &numbered("connection", &["id"]),
    &numbered("client", &["id"]),
    &numbered("resource_server", &["id"]),
    &numbered("client_grant", &["id"]),
    &plain("signing_key", &["tenant_id", "kid"]),
    &numbered("users", &["key"]),
    &plain("identifier", &["tenant_id", "connection_id", "kind", "key"]),
    &plain("identity", &["user_key", "position"]),
    &plain("password", &["user_key"]),
    &plain("user_activity", &["user_key"]),
    &numbered("user_count", &["id"]),
    EVENT,
    EVENT_DETAIL,
    &plain("idempotency", &["tenant_id", "actor_id", "key"]),
    &plain("tenant_settings", &["tenant_id"]),
    &numbered("flow", &["id"]),
    &numbered("session", &["id"]),
    &numbered("authorizations", &["id"]),
    &plain("authorization_code", &["tenant_id", "digest"]),
    &plain("refresh_token", &["tenant_id", "digest"]),
    &numbered("consent", &["id"]),
    &plain("sign_in_failure", &["tenant_id", "kind", "key"]),
    &numbered("ticket", &["id"]),
    &numbered("job", &["id"]),
    &numbered("outbox", &["id"]),
    &numbered("role", &["id"]),
    &plain("role_permission", &["role_key", "resource_server_key", "name"]),
    &plain("user_role", &["role_key", "user_key"]),
    &plain("user_permission", &["user_key", "resource_server_key", "name"]),
    &plain("job_chunk", &["job_key", "position"]),
    &plain("job_error", &["job_key", "position"]),
    &numbered("daily_count", &["id"]),
];

/// The one table that an empty database has a row in.
pub(super) const INSTALLATION: &Table = &plain("installation", &["id"]);

const fn plain(name: &'static str, order: &'static [&'static str]) -> Table {
    Table { name, order, numbered: None }
}

const fn numbered(name: &'static str, order: &'static [&'static str; 1]) -> Table {
    Table { name, order, numbered: Some(order[0]) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{EVENT, NOT_COPIED, TABLES};
    use crate::{DatabaseUrl, Db, Sql};

    const WHAT_TO_DO: &str = "a migration changed the tables: say in this file how `anteroom copy` reads them";

    #[tokio::test]
    async fn every_table_is_known_with_its_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&DatabaseUrl::Sqlite(folder.path().join("anteroom.db")), 1).expect("a database");
        db.migrate().await.expect("a schema");
        let session = db.session().await.expect("a session");
        let connection = session.connection();
        let text = "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' \
                    AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND c.pk > 0 ORDER BY t.name, c.pk";
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in connection.all::<(String, String)>(Sql::new(text)).await.expect("the keys") {
            found.entry(table).or_default().push(column);
        }
        NOT_COPIED.iter().for_each(|table| assert!(found.remove(*table).is_some()));
        // The record alone is read in another order than that of its key.
        found.insert(EVENT.name.to_owned(), EVENT.order.iter().map(ToString::to_string).collect());
        let known =
            TABLES.iter().map(|table| (table.name.to_owned(), table.order.iter().map(ToString::to_string).collect()));
        assert_eq!(known.collect::<BTreeMap<_, _>>(), found, "{WHAT_TO_DO}");
    }

    #[tokio::test]
    async fn every_numbered_column_is_known_and_parents_come_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&DatabaseUrl::Sqlite(folder.path().join("anteroom.db")), 1).expect("a database");
        db.migrate().await.expect("a schema");
        let session = db.session().await.expect("a session");
        let connection = session.connection();
        let place = |name: &str| TABLES.iter().position(|table| table.name == name).expect(WHAT_TO_DO);
        let text = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name";
        let numbered: Vec<(String,)> = connection.all(Sql::new(text)).await.expect("the numbered tables");
        let mut known: Vec<_> =
            TABLES.iter().filter(|table| table.numbered.is_some()).map(|table| (table.name.to_owned(),)).collect();
        known.extend(NOT_COPIED[..2].iter().map(|name| ((*name).to_owned(),)));
        known.sort();
        assert_eq!(known, numbered, "{WHAT_TO_DO}");

        let text = "SELECT t.name, f.\"table\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'";
        let pointing: Vec<(String, String)> = connection.all(Sql::new(text)).await.expect("the foreign keys");
        assert!(pointing.len() > 5);
        assert!(pointing.iter().all(|(child, parent)| place(parent) < place(child)), "{WHAT_TO_DO}");
    }
}
