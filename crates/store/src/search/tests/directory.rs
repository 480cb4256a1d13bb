//! A database of two tenants with the same people, the second with more.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::query::{Query, parse};
use anteroom_model::{Random, TenantId, Timestamp, User, UserKey};

use super::people;
use crate::search::predicate;
use crate::user::SignIn;
use crate::{BoxFuture, Connection, DatabaseUrl, Db, Error, Sql, Work};

const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);

/// The database, the first tenant and its users.
pub(super) struct Directory {
    _folder: tempfile::TempDir,
    pub(super) db: Db,
    pub(super) tenant: TenantId,
    pub(super) users: Vec<User>,
}

impl Directory {
    pub(super) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = DatabaseUrl::Sqlite(folder.path().join("test.db"));
        let db = Db::open(&url, 4).expect("a database");
        db.migrate().await.expect("the schema");
        let (tenant, users) = db.write(Fill).await.expect("the people");
        Self { _folder: folder, db, tenant, users }
    }

    /// Which users the query finds, by their place in `users`. A user of the other tenant would have none.
    pub(super) async fn found(&self, query: &Query) -> Vec<usize> {
        let sql = Sql::new("SELECT u.key FROM users u WHERE u.tenant_id = ").bind(self.tenant).push(" AND ");
        let sql =
            predicate(sql, query, self.tenant, self.db.dialect()).unwrap_or_else(|error| panic!("{query:?}: {error}"));
        let session = self.db.session().await.expect("a session");
        let keys: Vec<(UserKey,)> = session
            .connection()
            .all_planned_anew(sql.push(" ORDER BY u.key"))
            .await
            .unwrap_or_else(|error| panic!("{query:?}: {error}"));
        let places: HashMap<_, _> = self.users.iter().map(|user| user.key).zip(0..).collect();
        keys.iter().map(|(key,)| places[key]).collect()
    }

    /// The full names of the users that a query finds, as typed.
    pub(super) async fn names(&self, query: &str) -> Vec<&str> {
        let query = parse(query).expect("a query");
        let found = self.found(&query).await;
        found.into_iter().filter_map(|place| self.users[place].profile.name.as_deref()).collect()
    }
}

struct Fill;

impl Work for Fill {
    type Output = (TenantId, Vec<User>);
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Self::Output, Error>> {
        Box::pin(fill(connection))
    }
}

async fn fill(connection: &Connection<'_>) -> Result<(TenantId, Vec<User>), Error> {
    let chance = Counting(AtomicU8::new(0));
    let tenant = crate::tenant::insert(connection, "first", NOW).await?.id;
    let other = crate::tenant::insert(connection, "second", NOW).await?.id;
    let mut first = Vec::new();
    for (tenant, rounds) in [(tenant, 1), (other, 2)] {
        for round in 0..rounds {
            let source = crate::connection::insert(connection, tenant, &source(tenant, round), NOW).await?;
            for (number, request) in people::requests().into_iter().enumerate() {
                let mut user = request.build(&source, &chance, NOW).expect("a valid user");
                people::age(number, &mut user);
                if round > 0 {
                    user.external_id = None;
                }
                crate::user::insert(connection, tenant, &mut user).await?;
                sign_in(connection, tenant, &user).await?;
                if rounds == 1 {
                    first.push(user);
                }
            }
        }
    }
    Ok((tenant, first))
}

fn source(tenant: TenantId, round: i64) -> UserConnection {
    UserConnection {
        key: 0,
        connection_id: format!("con_{}_{round}", tenant.0),
        name: format!("Users-{round}"),
        display_name: None,
        strategy: "auth0".to_owned(),
        options: serde_json::Map::new(),
        enabled: true,
    }
}

async fn sign_in(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let Some(ip) = &user.activity.last_ip else { return Ok(()) };
    let sign_in = SignIn {
        user: user.key,
        at: NOW,
        ip: Some(ip),
        client_id: None,
        device: None,
        browser: None,
        with_second_factor: false,
    };
    crate::user::record_sign_in(connection, tenant, &sign_in).await
}

/// Bytes that never repeat within a few hundred calls: each begins with its own number.
struct Counting(AtomicU8);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        for (index, byte) in (0_u8..).zip(bytes) {
            *byte = number.wrapping_mul(31).wrapping_add(index.wrapping_mul(7)).wrapping_add(if index == 0 {
                0
            } else {
                number
            });
        }
    }
}
