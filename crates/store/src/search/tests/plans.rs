//! Which indexes SQLite answers with.

use anteroom_model::query::parse;

use super::directory::Directory;
use crate::Dialect;
use crate::db::{Columns, Error, FromRow, Sql};
use crate::search::{check, predicate, sources};

/// A line of EXPLAIN QUERY PLAN.
struct Step(String);

impl FromRow for Step {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        columns.skip();
        columns.skip();
        columns.skip();
        columns.take().map(Self)
    }
}

async fn plan(directory: &Directory, query: &str) -> String {
    let query = parse(query).expect("a query");
    let sql = Sql::new("SELECT u.key FROM users u WHERE u.tenant_id = ").bind(directory.tenant);
    let sql = predicate(sql.push(" AND "), &query, directory.scope(directory.db.dialect())).expect("a condition");
    plan_of(directory, &sql).await
}

async fn plan_of(directory: &Directory, sql: &Sql) -> String {
    let sql = Sql::new("EXPLAIN QUERY PLAN ").append(sql);
    let session = directory.db.session().await.expect("a session");
    let steps: Vec<Step> = session.connection().all(sql).await.expect("a plan");
    steps.into_iter().map(|Step(step)| step + "\n").collect()
}

#[tokio::test]
async fn parts_of_words_are_found_by_the_trigram_index() {
    let directory = Directory::new().await;
    for query in ["müller", "李", "*brien", "bri*", "name:*rian*", "user_id:*f00d*", "email.domain:example.com"] {
        let plan = plan(&directory, query).await;
        assert!(plan.contains("user_search VIRTUAL TABLE INDEX"), "{query}: {plan}");
        assert!(!plan.contains("SCAN u\n") && !plan.contains("(tenant_id=?)\n"), "{query}: {plan}");
    }
}

#[tokio::test]
async fn whole_values_and_beginnings_are_found_by_the_columns_index() {
    let directory = Directory::new().await;
    let queries = [
        ("email:a@b.cd", "users_email (tenant_id=? AND email_key=?)"),
        ("email:a*", "users_email (tenant_id=? AND email_key>? AND email_key<?)"),
        ("username:a", "users_username (tenant_id=? AND username_key=?)"),
        ("phone_number:\\+49*", "users_phone (tenant_id=? AND phone_key>? AND phone_key<?)"),
        ("name:a*", "users_name (tenant_id=? AND name_key>? AND name_key<?)"),
        ("nickname:a", "users_nickname (tenant_id=? AND nickname_key=?)"),
        ("given_name:a", "users_given_name (tenant_id=? AND given_name_key=?)"),
        ("family_name:a", "users_family_name (tenant_id=? AND family_name_key=?)"),
        ("user_id:a", "(tenant_id=? AND user_id=?)"),
        ("public_id:a*", "(tenant_id=? AND public_id>? AND public_id<?)"),
        ("external_id:a", "(tenant_id=? AND external_id=?)"),
        ("platform_role:admin", "users_administrators (tenant_id=? AND platform_role=?)"),
        ("ab", "MULTI-INDEX OR"),
        ("logins_count:7", "user_activity_logins_count (tenant_id=? AND logins_count=?)"),
        ("identities.user_id:a", "identity_provider (tenant_id=? AND connection_id=? AND provider_user_id=?)"),
        ("app_metadata.plan:a", "PRIMARY KEY (tenant_id=? AND path=? AND key=?)"),
        ("app_metadata.plan:a*", "PRIMARY KEY (tenant_id=? AND path=? AND key>? AND key<?)"),
        ("app_metadata.plan:*ann*", "PRIMARY KEY (tenant_id=? AND path=?)"),
        ("app_metadata.n:[1 TO 5]", "PRIMARY KEY (tenant_id=? AND path=? AND key>? AND key<?)"),
        ("app_metadata.since:[2025-01 TO 2025-03]", "PRIMARY KEY (tenant_id=? AND path=? AND key>? AND key<?)"),
        ("locale:de-DE", "PRIMARY KEY (tenant_id=? AND path=? AND key=?)"),
        ("name:[a TO b]", "users_name (tenant_id=? AND name_key>? AND name_key<?)"),
        ("name:a*b", "users_name (tenant_id=? AND name_key>? AND name_key<?)"),
        ("user_id:[a TO b]", "(tenant_id=? AND user_id>? AND user_id<?)"),
        ("a*b", "MULTI-INDEX OR"),
        ("created_at:2025-12", "users_created (tenant_id=? AND created_at>? AND created_at<?)"),
        ("updated_at:[2025-12 TO *]", "users_updated (tenant_id=? AND updated_at>?)"),
        ("updated_at:[* TO 2025-12]", "users_updated (tenant_id=? AND updated_at>? AND updated_at<?)"),
        (
            "status_changed_at:2025-12",
            "users_status_changed (tenant_id=? AND status_changed_at>? AND status_changed_at<?)",
        ),
        ("last_password_reset:[2025-12 TO *]", "users_password_reset (tenant_id=? AND password_reset_at>?)"),
        ("_exists_:last_password_reset", "users_password_reset (tenant_id=? AND password_reset_at>?)"),
        ("last_login:2025-12", "user_activity_last_login (tenant_id=? AND last_login>? AND last_login<?)"),
        ("logins_count:[5 TO *]", "user_activity_logins_count (tenant_id=? AND logins_count>?)"),
        ("status:suspended", "users_not_active (tenant_id=? AND status=?)"),
        ("blocked:true", "users_not_active (tenant_id=? AND status=?)"),
        ("email_verified:false", "users_email_unverified (tenant_id=?)"),
        ("locked:true", "sign_in_failure_locked (tenant_id=? AND locked_until>?)"),
        ("locked:true", "SEARCH u USING COVERING INDEX sqlite_autoindex_users_1 (tenant_id=? AND user_id=?)"),
        ("locked:true name:a*", "sign_in_failure_locked (tenant_id=? AND locked_until>?)"),
        ("roles:rol_a", "SEARCH x USING PRIMARY KEY (role_key=?)"),
        ("roles:editor", "SEARCH x USING PRIMARY KEY (role_key=?)"),
    ];
    for (query, index) in queries {
        let plan = plan(&directory, query).await;
        assert!(plan.contains(index), "{query}: {plan}");
        assert!(!plan.contains("SCAN"), "{query}: {plan}");
    }
}

#[tokio::test]
async fn sources_begin_at_once_and_give_words_in_the_order_of_keys() {
    let directory = Directory::new().await;
    for (query, step) in [
        ("müller", "VIRTUAL TABLE INDEX"),
        ("müller OR 李", "VIRTUAL TABLE INDEX"),
        ("(anna OR bernd) name:*ller status:active", "VIRTUAL TABLE INDEX"),
        ("email.domain:example.com", "VIRTUAL TABLE INDEX"),
        ("email:a@b.cd", "users_email (tenant_id=? AND email_key=?)"),
        ("roles:rol_a", "PRIMARY KEY (role_key=?)"),
        ("app_metadata.plan:a", "PRIMARY KEY (tenant_id=? AND path=? AND key=?)"),
        ("app_metadata.n:[1 TO 5]", "PRIMARY KEY (tenant_id=? AND path=? AND key>? AND key<?)"),
        ("last_login:2025-12", "user_activity_last_login (tenant_id=? AND last_login>? AND last_login<?)"),
        ("status:suspended", "users_not_active (tenant_id=? AND status=?)"),
        ("locked:true", "sign_in_failure_locked (tenant_id=? AND locked_until>?)"),
        ("locked:true anna status:active", "sign_in_failure_locked (tenant_id=? AND locked_until>?)"),
        ("identities.connection:a", "identity_provider (tenant_id=? AND connection_id=?)"),
        ("ab", "MULTI-INDEX OR"),
    ] {
        let found = sources(&parse(query).expect("a query"), directory.scope(Dialect::Sqlite)).expect("sources");
        let source = found.first().unwrap_or_else(|| panic!("{query}: no source"));
        let is_ordered = step == "VIRTUAL TABLE INDEX" || step.starts_with("PRIMARY KEY (role_key");
        let sql = if is_ordered { source.distinct().push(" ORDER BY key") } else { source.distinct() };
        let plan = plan_of(&directory, &sql).await;
        assert!(plan.contains(step), "{query}: {plan}");
        assert!(!plan.contains("ORDER BY") && !plan.contains("SCAN u\n"), "{query}: {plan}");
    }
    for query in [
        "",
        "NOT müller",
        "müller OR status:active",
        "status:active",
        "blocked:false",
        "locked:false",
        "locked:*",
        "name:*",
    ] {
        let query = parse(query).expect("a query");
        assert_eq!(sources(&query, directory.scope(Dialect::Sqlite)).expect("sources").len(), 0, "{query:?}");
        assert_eq!(sources(&query, directory.scope(Dialect::Postgres)).expect("sources").len(), 0, "{query:?}");
    }
}

#[tokio::test]
async fn a_walk_gathers_nothing_beforehand() {
    let directory = Directory::new().await;
    let queries = [
        "müller OR 李 OR ab OR *end OR be*",
        "name:*ann* user_id:*f00d* email.domain:a*b",
        "roles:rol_a OR roles:*itor*",
        "app_metadata.plan:a app_metadata.plan:*bcd* _exists_:locale user_metadata.n:[1 TO 2]",
        "identities.connection:a",
        "identities.user_id:a",
        "locked:true OR locked:false",
        "last_login:2025 updated_at:2025 logins_count:[0 TO 5] last_ip:*10.*",
    ];
    for query in queries {
        let sql =
            Sql::new("SELECT u.key FROM users u INDEXED BY users_key WHERE u.tenant_id = ").bind(directory.tenant);
        let query = parse(query).expect("a query");
        let sql = check(sql.push(" AND "), &query, directory.scope(Dialect::Sqlite)).expect("a condition");
        let plan = plan_of(&directory, &sql.push(" ORDER BY u.key LIMIT 50")).await;
        // What stands in the brackets is of the tenant's connections and roles, which are few.
        let lists = plan.matches("LIST SUBQUERY").count();
        let few = plan.matches("SEARCH c ").count() + plan.matches("SEARCH r ").count();
        assert!(lists <= few, "{query:?}: {plan}");
        assert!(!plan.contains("user_search") && !plan.contains("TEMP B-TREE"), "{query:?}: {plan}");
        // A row's own leaves are told by the row.
        let told = plan.replace("SCAN x EXISTS VIRTUAL", "SCAN x VIRTUAL").replace("SCAN x VIRTUAL TABLE INDEX", "");
        assert!(!told.contains("SCAN"), "{query:?}: {plan}");
    }
}
