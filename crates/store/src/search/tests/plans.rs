//! Which indexes SQLite answers with.

use anteroom_model::query::parse;

use super::directory::Directory;
use crate::db::{Columns, Error, FromRow, Sql};
use crate::search::predicate;

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
    let sql = Sql::new("EXPLAIN QUERY PLAN SELECT u.key FROM users u WHERE u.tenant_id = ").bind(directory.tenant);
    let sql = predicate(sql.push(" AND "), &query, directory.tenant, directory.db.dialect()).expect("a condition");
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
        ("app_metadata.plan:a", "PRIMARY KEY (tenant_id=? AND path=? AND text_key=?)"),
        ("app_metadata.plan:a*", "PRIMARY KEY (tenant_id=? AND path=? AND text_key>? AND text_key<?)"),
    ];
    for (query, index) in queries {
        let plan = plan(&directory, query).await;
        assert!(plan.contains(index), "{query}: {plan}");
        assert!(!plan.contains("SCAN"), "{query}: {plan}");
    }
}
