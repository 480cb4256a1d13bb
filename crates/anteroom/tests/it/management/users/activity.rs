//! What sign-ins leave on a user.

use std::sync::Arc;

use anteroom_accounts::users::{CreateUser, create_user};
use anteroom_model::user::{NewUser, Source, UserChanges};
use anteroom_model::{Actor, Change, Context, RequestOrigin};
use serde_json::{Value, json};

use crate::harness::{CONNECTION, SeededRandom, Server, both_engines};
use crate::management::users::tools::{etag, kinds, record_of, search, sign_in};

async fn made(server: &Server) -> Value {
    server.create(json!({"connection": CONNECTION, "email": "a@example.com", "name": "Anna"})).await
}

both_engines! {
    // S0.L23.8
    async fn a_sign_in_is_told_with_its_circumstances(server: &Server) {
        let user = made(server).await;
        server.clock.advance_seconds(60);
        let at = sign_in(server, &user, false).await.to_string();
        let mut expected = user.clone();
        for (field, value) in [
            ("logins_count", json!(1)), ("last_login", json!(at)), ("last_ip", json!("203.0.113.7")),
            ("last_login_client", json!("console")), ("device", json!("desktop")), ("browser", json!("Firefox")), ("updated_at", json!(at)),
        ] {
            expected[field] = value;
        }
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), expected);
        server.clock.advance_seconds(60);
        let at = sign_in(server, &user, true).await.to_string();
        let read = server.get(&Server::path_of(&user)).await.expect(200);
        assert_eq!((&read["logins_count"], &read["last_login"], &read["last_mfa_at"]), (&json!(2), &json!(at), &json!(at)));
        // The next one without a second factor leaves the time of the last one with it.
        server.clock.advance_seconds(60);
        sign_in(server, &user, false).await;
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["last_mfa_at"], at);
    }
}

both_engines! {
    // S0.L23.8, facts of Auth0 §1.3: a sign-in counts as an update, but is no new version of the profile.
    async fn updated_at_is_the_later_of_profile_and_sign_in(server: &Server) {
        let user = made(server).await;
        server.clock.advance_seconds(60);
        let signed_in = sign_in(server, &user, false).await.to_string();
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["updated_at"], signed_in);
        assert_eq!(etag(server, &user).await, "\"1\"");
        server.clock.advance_seconds(60);
        let changed = server.patch(&Server::path_of(&user), json!({"name": "B"})).await.expect(200);
        assert_eq!((&changed["updated_at"], &changed["last_login"]), (&json!("2026-01-01T00:02:00.000Z"), &json!(signed_in)));
        assert_eq!(etag(server, &user).await, "\"2\"");
        server.clock.advance_seconds(60);
        let again = sign_in(server, &user, false).await.to_string();
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["updated_at"], again);
    }
}

both_engines! {
    async fn changes_leave_the_activity_alone(server: &Server) {
        let user = made(server).await;
        sign_in(server, &user, true).await;
        let before = server.get(&Server::path_of(&user)).await.expect(200);
        server.patch(&Server::path_of(&user), json!({"email": "b@example.com", "blocked": true})).await.expect(200);
        let after = server.get(&Server::path_of(&user)).await.expect(200);
        for field in ["logins_count", "last_login", "last_ip", "last_login_client", "device", "browser", "last_mfa_at"] {
            assert_eq!(before[field], after[field], "{field}");
        }
        assert_eq!(kinds(&record_of(server, &user).await), ["user.created", "user.updated", "user.status_changed"]);
    }
}

both_engines! {
    async fn users_are_found_by_their_activity(server: &Server) {
        let user = made(server).await;
        sign_in(server, &user, false).await;
        for query in ["logins_count:1", "last_ip:203.0.113.7", "last_ip:203.0.113.*"] {
            assert_eq!(server.found(query).await, ["Anna"], "{query}");
        }
        for query in ["logins_count:2", "last_ip:203.0.113", "last_ip:198*"] {
            assert_eq!(search(server, query).await.expect(200), json!([]), "{query}");
        }
    }
}

both_engines! {
    // S0.L23.8, S0.L23.9: how an account came to be, and when its owner signed up.
    async fn the_source_of_an_account_is_told(server: &Server) {
        let configuration = server.services.configuration.current();
        let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
        let context = Context {
            tenant: server.world.tenant,
            actor: Actor::System,
            clock: Arc::<crate::harness::TestClock>::clone(&server.clock),
            random: Arc::new(SeededRandom::new("sources")),
            origin: RequestOrigin::default(),
        };
        for source in [Source::Admin, Source::Register, Source::Import, Source::Sync] {
            let fields = UserChanges { username: Change::Set(source.name().to_owned()), ..UserChanges::default() };
            let user = NewUser { fields, source, ..NewUser::default() };
            let request = CreateUser { connection: CONNECTION.to_owned(), user, ..CreateUser::default() };
            let made = create_user(&server.services, tenant, &context, request).await.expect("a user").user;
            let read = server.get(&format!("/api/v2/users/{}", made.user_id.replace('|', "%7C"))).await.expect(200);
            assert_eq!(read["source"], source.name());
            let signed_up = if source == Source::Register { &read["created_at"] } else { &Value::Null };
            assert_eq!(&read["signed_up"], signed_up);
        }
    }
}
