//! A database of two tenants with the same people, the second with more.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::query::{Query, parse};
use anteroom_model::text::fold;
use anteroom_model::{Random, TenantId, Timestamp, User, UserKey};

use super::people;
use crate::search::{Scope, SearchError, check, predicate, sources};
use crate::sign_in_failure::{self, FailureKind};
use crate::user::SignIn;
use crate::{BoxFuture, Connection, DatabaseUrl, Db, Dialect, Error, Sql, Work};

/// When everybody is made and everything is asked.
pub(super) const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);

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

    /// Which users the query finds, by their place in `users`: in each of the ways in which they can be asked for. A user
    /// of the other tenant would have no place.
    pub(super) async fn found(&self, query: &Query) -> Vec<usize> {
        let found = self.asked(query, predicate).await;
        assert_eq!(self.asked(query, check).await, found, "walking: {query:?}");
        let sources = sources(query, self.scope(self.db.dialect())).expect("sources");
        for source in sources {
            let places = self.places(source.distinct().push(" ORDER BY key")).await;
            let is_right = match source.is_whole {
                true => places == found,
                false => found.iter().all(|place| places.contains(place)),
            };
            assert!(is_right, "{query:?}: {} finds {places:?}, not {found:?}", source.sql.text());
        }
        found
    }

    /// Its users as they are now, for this engine.
    pub(super) fn scope(&self, dialect: Dialect) -> Scope {
        Scope::new(self.tenant, NOW, dialect)
    }

    async fn asked(&self, query: &Query, condition: fn(Sql, &Query, Scope) -> Result<Sql, SearchError>) -> Vec<usize> {
        let sql = Sql::new("SELECT u.key FROM users u WHERE u.tenant_id = ").bind(self.tenant).push(" AND ");
        let sql =
            condition(sql, query, self.scope(self.db.dialect())).unwrap_or_else(|error| panic!("{query:?}: {error}"));
        self.places(sql.push(" ORDER BY u.key")).await
    }

    async fn places(&self, sql: Sql) -> Vec<usize> {
        let session = self.db.session().await.expect("a session");
        let text = sql.text().to_owned();
        let keys: Vec<(UserKey,)> =
            session.connection().all_planned_anew(sql).await.unwrap_or_else(|error| panic!("{text}: {error}"));
        let places: HashMap<_, _> = self.users.iter().map(|user| user.key).zip(0..).collect();
        let found: Vec<_> = keys.iter().map(|(key,)| places.get(key).copied()).collect();
        // What the index of word parts says is the tenant's, may be another's: it goes by the tenant's token.
        let is_checked = !text.starts_with("SELECT rowid AS key FROM user_search");
        assert!(!is_checked || found.iter().all(Option::is_some), "users of another tenant: {text}");
        found.into_iter().flatten().collect()
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
        for (id, name) in people::ROLES {
            make_role(connection, tenant, id, name).await?;
        }
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
                fail(connection, tenant, &user, other).await?;
                for (id, _) in people::roles(&user) {
                    give_role(connection, tenant, &user, &id).await?;
                }
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
    let (Some(ip), Some(at)) = (&user.activity.last_ip, user.activity.last_login) else { return Ok(()) };
    let sign_in = SignIn {
        user: user.key,
        at,
        previous: None,
        ip: Some(ip),
        client_id: None,
        device: None,
        browser: None,
        with_second_factor: false,
    };
    crate::user::record_sign_in(connection, tenant, &sign_in).await
}

/// Locks whom [`people::locked_until`] tells; in the other tenant there are locks of the same names, and here one of another
/// kind.
async fn fail(connection: &Connection<'_>, tenant: TenantId, user: &User, other: TenantId) -> Result<(), Error> {
    let (account, key) = (FailureKind::Account, user.user_id.as_str());
    let mut locks = vec![(tenant, FailureKind::ResetCode, NOW.plus_seconds(60))];
    locks.extend(people::locked_until(user).map(|until| (tenant, account, until)));
    if tenant != other {
        locks.push((other, account, NOW.plus_seconds(60)));
    }
    for (tenant, kind, until) in locks {
        sign_in_failure::count(connection, tenant, kind, key, NOW, Timestamp(0)).await?;
        sign_in_failure::lock(connection, tenant, kind, key, until).await?;
    }
    Ok(())
}

async fn make_role(connection: &Connection<'_>, tenant: TenantId, id: &str, name: &str) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO role (tenant_id, role_id, name, name_key, description, is_default, created_at, updated_at) VALUES (",
    );
    let sql = sql.bind(tenant).push(", ").bind(id).push(", ").bind(name).push(", ").bind(fold(name));
    connection.execute_one(sql.push(", '', false, 0, 0)")).await
}

async fn give_role(connection: &Connection<'_>, tenant: TenantId, user: &User, id: &str) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO user_role (tenant_id, role_key, user_key, created_at) SELECT tenant_id, id, ");
    let sql = sql.bind(user.key).push(", 0 FROM role WHERE tenant_id = ").bind(tenant);
    connection.execute_one(sql.push(" AND role_id = ").bind(id)).await
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
