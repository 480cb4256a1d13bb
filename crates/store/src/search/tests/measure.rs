//! Temporary.
use std::time::Instant;

use anteroom_model::change::Change;
use anteroom_model::query::parse;
use anteroom_model::status::AccountState;
use anteroom_model::user::{NewUser, UserChanges};
use anteroom_model::{Random, Status, TenantId, Timestamp, UserKey};
use serde_json::Value;

use crate::db::{Columns, FromRow};
use crate::search::predicate;
use crate::{BoxFuture, Connection, Db, Error, Sql, Work};

const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);

struct Load(Vec<String>, TenantId, anteroom_model::connection::Connection, u64);

struct Chance(std::sync::Mutex<u64>);
impl Random for Chance {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap();
        for byte in bytes {
            *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            *byte = (*state >> 33) as u8;
        }
    }
}

impl Work for Load {
    type Output = ();
    type Error = Error;
    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let chance = Chance(std::sync::Mutex::new(self.3));
            for line in &self.0 {
                let value: Value = serde_json::from_str(line).unwrap();
                let text = |name: &str| value[name].as_str().map_or(Change::Keep, |t| Change::Set(t.to_owned()));
                let bag = |name: &str| value[name].as_object().cloned().map_or(Change::Keep, Change::Set);
                let fields = UserChanges {
                    email: text("email"),
                    username: text("username"),
                    phone_number: text("phone_number"),
                    name: text("name"),
                    given_name: text("given_name"),
                    family_name: text("family_name"),
                    nickname: text("nickname"),
                    user_metadata: bag("user_metadata"),
                    app_metadata: bag("app_metadata"),
                    email_verified: value["email_verified"].as_bool(),
                    ..UserChanges::default()
                };
                let Ok(mut user) = (NewUser { fields, ..NewUser::default() }).build(&self.2, &chance, NOW) else {
                    continue;
                };
                if value["blocked"] == true {
                    user.state = AccountState { status: Status::Suspended, before_suspension: None };
                }
                crate::user::insert(connection, self.1, &mut user).await?;
            }
            Ok(())
        })
    }
}

struct Make(i64);
impl Work for Make {
    type Output = (TenantId, anteroom_model::connection::Connection);
    type Error = Error;
    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Self::Output, Error>> {
        Box::pin(async move {
            let tenant = crate::tenant::insert(connection, &format!("t{}", self.0), NOW).await?.id;
            let source = crate::connection::insert(
                connection,
                tenant,
                &anteroom_model::connection::Connection {
                    key: 0,
                    connection_id: format!("con_{}", tenant.0),
                    name: "db".to_owned(),
                    strategy: "auth0".to_owned(),
                    options: serde_json::Map::new(),
                    enabled: true,
                },
                NOW,
            )
            .await?;
            Ok((tenant, source))
        })
    }
}

fn open() -> Db {
    Db::open(&std::env::var("MEASURE_URL").unwrap().parse().unwrap(), 4).unwrap()
}

#[tokio::test]
#[ignore]
async fn measure_load() {
    let db = open();
    db.migrate().await.unwrap();
    let count: usize = std::env::var("MEASURE_COUNT").unwrap().parse().unwrap();
    let file = std::fs::read_to_string("/tmp/search-work/people.ndjson").unwrap();
    let lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let started = Instant::now();
    for (number, share) in [(1, count), (2, count / 10)] {
        let (tenant, source) = db.write(Make(number)).await.unwrap();
        for (index, chunk) in lines[..share].chunks(100).enumerate() {
            db.write(Load(chunk.to_vec(), tenant, source.clone(), tenant.0 as u64 * 1_000_000 + index as u64))
                .await
                .unwrap();
        }
        println!("{number} {share} {:?}", started.elapsed());
    }
}

struct Line(String);
impl FromRow for Line {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        if std::env::var("MEASURE_URL").unwrap().starts_with("sqlite") {
            columns.skip();
            columns.skip();
            columns.skip();
        }
        columns.take().map(Self)
    }
}

#[tokio::test]
#[ignore]
async fn measure_queries() {
    let db = open();
    let queries = std::env::var("MEASURE_QUERIES").unwrap();
    let plans = std::env::var("MEASURE_PLANS").is_ok();
    let session = db.session().await.unwrap();
    let connection = session.connection();
    let tenant = TenantId(std::env::var("MEASURE_TENANT").map_or(1, |t| t.parse().unwrap()));
    let set = std::env::var("MEASURE_SET").unwrap_or_default();
    if !set.is_empty() {
        connection.batch(&set).await.unwrap();
    }
    for query in queries.lines().filter(|line| !line.trim().is_empty()) {
        for (what, select, end) in [
            ("count", "SELECT count(*)", ""),
            ("by key", "SELECT u.key", " ORDER BY u.key LIMIT 50"),
            ("by name", "SELECT u.key", " ORDER BY u.name_key, u.key LIMIT 50"),
        ] {
            let build = |before: &str| {
                let sql =
                    Sql::new(before).push(select).push(" FROM users u WHERE u.tenant_id = ").bind(tenant).push(" AND ");
                predicate(sql, &parse(query.trim()).unwrap(), tenant, db.dialect()).unwrap().push(end)
            };
            let mut rows: Vec<(UserKey,)> = Vec::new();
            let mut best = f64::MAX;
            for _ in 0..3 {
                let started = Instant::now();
                rows = connection.all_planned_anew(build("")).await.unwrap();
                best = best.min(started.elapsed().as_secs_f64() * 1000.0);
            }
            let found = if what == "count" { rows[0].0.0 } else { rows.len() as i64 };
            println!("{best:9.2} ms {found:8} {what:8} {}", query.trim());
            if plans {
                let sqlite = db.dialect() == crate::Dialect::Sqlite;
                let lines: Vec<Line> = connection
                    .all_planned_anew(build(if sqlite {
                        "EXPLAIN QUERY PLAN "
                    } else {
                        "EXPLAIN (ANALYZE, BUFFERS, COSTS) "
                    }))
                    .await
                    .unwrap();
                for Line(line) in lines {
                    println!("        {}", line.chars().take(230).collect::<String>());
                }
            }
        }
    }
}
