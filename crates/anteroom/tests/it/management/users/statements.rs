//! How many statements a request sends: each is a journey to PostgreSQL, so none may creep in unseen. The first is always
//! the one that asks for the caller.

use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Engine, Server, both_engines};

/// The statements that a request sends, with nothing of earlier ones under way.
async fn counted(server: &Server, request: impl Future<Output = Answer>) -> u64 {
    server.services.traffic.flush().await;
    let (answer, count) = server.statements(request).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    count
}

/// PostgreSQL locks the user's row by a statement of its own; SQLite has one writer.
fn locks(server: &Server) -> u64 {
    u64::from(server.engine == Engine::Postgres)
}

async fn made(server: &Server) -> Value {
    let body = json!({"connection": CONNECTION, "email": "a@example.com", "username": "a", "user_metadata": {"a": 1}});
    server.create(body).await
}

both_engines! {
    async fn reading_asks_for_what_is_wanted_alone(server: &Server) {
        let user = made(server).await;
        for (path, statements) in [
            (Server::path_of(&user), 2),
            ("/api/v2/users-by-email?email=a@example.com".to_owned(), 2),
            ("/api/v2/users".to_owned(), 3),
            ("/api/v2/users?include_totals=true&sort=last_login:-1".to_owned(), 4),
            // The number of a few found comes with them.
            ("/api/v2/users?q=a&include_totals=true".to_owned(), 3),
            ("/api/v2/users?take=1".to_owned(), 3),
            // One more tells until when they are locked, where that is named.
            (format!("{}?fields=locked_until", Server::path_of(&user)), 3),
            ("/api/v2/users-by-email?email=a@example.com&fields=locked_until".to_owned(), 3),
            ("/api/v2/users?fields=name,locked_until".to_owned(), 4),
            ("/api/v2/users?fields=name".to_owned(), 3),
            ("/api/v2/users?fields=locked_until&include_fields=false".to_owned(), 3),
            ("/api/v2/users?q=email:nobody&fields=locked_until".to_owned(), 2),
            ("/api/v2/users?q=locked:false".to_owned(), 3),
        ] {
            assert_eq!(counted(server, server.get(&path)).await, statements, "{path}");
        }
    }
}

both_engines! {
    async fn a_list_costs_the_same_however_long_it_is(server: &Server) {
        server.create_people().await;
        for more in ["", "&fields=user_id,locked_until"] {
            let few = counted(server, server.get(&format!("/api/v2/users?per_page=1{more}"))).await;
            assert_eq!(counted(server, server.get(&format!("/api/v2/users?per_page=100{more}"))).await, few, "{more}");
        }
    }
}

both_engines! {
    async fn creating_takes_few_and_says_how_many(server: &Server) {
        for (body, statements) in [
            (json!({"email": "a@example.com", "email_verified": true}), 12),
            // An address that is not verified takes two more: a link, and the mail that brings it.
            (json!({"email": "b@example.com"}), 14),
            (json!({"email": "c@example.com", "username": "c", "phone_number": "+1", "external_id": "c"}), 14),
            // Paths that nobody had before get their numbers.
            (json!({"email": "d@example.com", "user_metadata": {"a": [1, 2], "b": {"c": 3}}}), 18),
            (json!({"email": "e@example.com", "password": "correct horse battery"}), 17),
        ] {
            let mut body = body;
            body["connection"] = json!(CONNECTION);
            assert_eq!(counted(server, server.post("/api/v2/users", body.clone())).await, statements, "{body}");
        }
    }
}

both_engines! {
    async fn changing_takes_few_and_says_how_many(server: &Server) {
        let path = Server::path_of(&made(server).await);
        for (body, statements) in [
            (json!({"name": "B"}), 6),
            (json!({"email": "b@example.com"}), 13),
            (json!({"email": "c@example.com", "verify_email": false}), 11),
            (json!({"user_metadata": {"a": 2}}), 11),
            // Sessions and authorizations end with it: two more.
            (json!({"blocked": true}), 8),
            (json!({"password": "correct horse battery"}), 8),
            (json!({"platform_role": "admin"}), 8),
            (json!({"name": "B", "blocked": true}), 3),
        ] {
            let count = counted(server, server.patch(&path, body.clone())).await;
            assert_eq!(count, statements + locks(server), "{body}");
        }
        let status = json!({"status": "archived"});
        assert_eq!(counted(server, server.patch(&format!("{path}/status"), status)).await, 7 + locks(server));
        // SQLite goes to each leaf by its whole key.
        let statements = if server.engine == Engine::Postgres { 15 } else { 17 };
        assert_eq!(counted(server, server.delete(&path)).await, statements + locks(server));
    }
}
