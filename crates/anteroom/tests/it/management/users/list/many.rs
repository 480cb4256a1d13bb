//! More users than Auth0 pages through.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::user::{NewUser, UserChanges};
use anteroom_model::{Change, TenantId, Timestamp};
use anteroom_store::{BoxFuture, Connection, Error, Work, user};

use super::{by_cursors, by_pages};
use crate::harness::{CONNECTION, SeededRandom, both_engines};
use crate::management::users::tools::{total, users_path};

/// Stores many users in one transaction.
struct Crowd {
    tenant: TenantId,
    connection: UserConnection,
    count: usize,
}

impl Work for Crowd {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let random = SeededRandom::new("crowd");
            for number in 0..self.count {
                let fields = UserChanges { username: Change::Set(format!("crowd{number}")), ..UserChanges::default() };
                let new = NewUser { fields, ..NewUser::default() };
                let mut user = new.build(&self.connection, &random, Timestamp(0)).expect("a user");
                user::insert(connection, self.tenant, &mut user).await?;
            }
            Ok(())
        })
    }
}

both_engines! {
    async fn no_list_ends_at_a_thousand(server: &Server) {
        let configuration = server.services.configuration.current();
        let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
        let connection = tenant.connection(CONNECTION).expect("the connection").clone();
        server.services.db.write(Crowd { tenant: server.world.tenant, connection, count: 1_234 }).await.expect("a crowd");
        assert_eq!(total(server).await, 1_235);
        for sort in ["key:1", "username:-1"] {
            let parameters = [("q", "crowd"), ("sort", sort), ("fields", "username")];
            let pages = by_pages(server, 100, &parameters).await;
            assert_eq!(pages.len(), 1_234);
            let different: std::collections::HashSet<_> = pages.iter().map(ToString::to_string).collect();
            assert_eq!(different.len(), 1_234);
            assert_eq!(by_cursors(server, 100, &parameters).await, pages);
        }
        let path = users_path(&[("q", "crowd*"), ("page", "1233"), ("per_page", "1"), ("include_totals", "true")]);
        let last = server.get(&path).await.expect(200);
        assert_eq!((last["total"].as_i64(), last["users"][0]["username"].as_str()), (Some(1_234), Some("crowd1233")));
    }
}
