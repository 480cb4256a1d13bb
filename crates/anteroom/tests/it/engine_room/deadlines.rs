//! Reads that may only take so long.

use std::time::{Duration, Instant};

use anteroom_model::Clock;
use anteroom_model::query::parse;
use anteroom_store::db::Plan;
use anteroom_store::user::{self, Direction, Order, SortColumn, UserList};
use anteroom_store::{Deadline, Error, Sql};

use crate::harness::{Engine, both_engines};

/// Work for minutes.
const ENDLESS: &str = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000000000) \
    SELECT count(*) FROM n";

both_engines! {
    // S4.L06.9
    async fn a_read_ends_at_its_deadline_and_leaves_its_connection_whole(server: &Server) {
        let session = server.services.db.session().await.expect("a session");
        let connection = session.connection();
        for plan in [Plan::Best, Plan::ByIndex, Plan::Walk] {
            let begun = Instant::now();
            let deadline = Deadline::after(Duration::from_millis(50));
            let answer: Result<Vec<(i64,)>, Error> = connection.all_until(Sql::new(ENDLESS), deadline, plan).await;
            assert!(matches!(answer, Err(Error::TooSlow)), "{answer:?}");
            assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        }
        // Neither the time nor the plan stays behind.
        if server.engine == Engine::Postgres {
            let text = "SELECT current_setting('statement_timeout') || current_setting('enable_sort')";
            let settings: Option<(String,)> = connection.one(Sql::new(text)).await.expect("settings");
            assert_eq!(settings, Some(("0on".to_owned(),)));
        }
        let long = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 500000) SELECT count(*) FROM n";
        assert_eq!(connection.one::<(i64,)>(Sql::new(long)).await.expect("an answer"), Some((500_000,)));
    }
}

both_engines! {
    async fn a_search_without_time_is_too_slow_and_a_plain_list_is_not(server: &Server) {
        let session = server.services.db.session().await.expect("a session");
        let (connection, tenant) = (session.connection(), server.world.tenant);
        let list = async |q: &str| {
            let order = Order { column: SortColumn::Name, direction: Direction::Ascending };
            let (query, now) = (parse(q).expect("a query"), server.clock.now());
            let wanted = UserList { query, now, search: None, order, after: None, offset: 0, limit: 5 };
            user::list(&connection, tenant, &wanted, Deadline::after(Duration::ZERO)).await
        };
        // SQLite looks at the clock only now and then, so that a short answer may come all the same.
        let answer = list("status:active").await;
        assert!(matches!(answer, Err(Error::TooSlow)) || server.engine == Engine::Sqlite);
        assert_eq!(list("").await.expect("an answer").expect("a filter").users.len(), 1);
        let refusal = anteroom_accounts::Error::from(Error::TooSlow).into_refusal();
        assert_eq!(refusal.code.name, "search_too_slow");
    }
}
