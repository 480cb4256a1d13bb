//! Changing one's own password.

use anteroom_accounts::Error;
use anteroom_accounts::self_service::{self, ChangePassword};
use anteroom_model::{Language, User};
use serde_json::json;

use super::{ANOTHER, PASSWORD, configuration, events, has_password, mails, person, set_options, stored, visitor};
use crate::harness::{Server, both_engines, race};

async fn change(server: &Server, user: &User, current: &str, password: &str) -> Result<User, &'static str> {
    let (configuration, context) = (configuration(server).await, visitor(server));
    let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
    let request = ChangePassword {
        user: user.key,
        current: current.to_owned(),
        password: password.to_owned(),
        keep_session: None,
        language: Language::English,
    };
    let result = self_service::change_password(&server.services, tenant, &context, request).await;
    result.map_err(|error: Error| error.into_refusal().code.name)
}

async fn ada(server: &Server) -> User {
    let made = person(server, "ada@example.com").await;
    stored(server, &made["user_id"]).await
}

both_engines! {
    // S0.L25.6, ASVS v5.0.0-6.2.2, ASVS v5.0.0-6.2.3
    async fn the_current_password_is_asked_for(server: &Server) {
        let user = ada(server).await;
        assert_eq!(change(server, &user, ANOTHER, "tlmqbvzexwkj").await.err(), Some("invalid_user_password"));
        assert!(has_password(server, user.key, PASSWORD).await);
        let changed = change(server, &user, PASSWORD, ANOTHER).await.expect("another password");
        assert!(has_password(server, user.key, ANOTHER).await);
        assert!(changed.access_valid_after > user.access_valid_after && changed.version == user.version + 1);
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "was changed".to_owned())]);
        assert_eq!(events(server, "password.changed", None).await, 1);
        assert_eq!(events(server, "password.change_refused", Some("wrong current password")).await, 1);
    }
}

both_engines! {
    // S0.L30.1, ASVS v5.0.0-6.2.4
    async fn the_new_password_obeys_the_policy_and_is_another_one(server: &Server) {
        let user = ada(server).await;
        for password in ["short", "12345678", "ada@example.com", PASSWORD] {
            assert_eq!(change(server, &user, PASSWORD, password).await.err(), Some("invalid_password"), "{password}");
        }
        assert!(has_password(server, user.key, PASSWORD).await);
    }
}

both_engines! {
    // S4.L35.1
    async fn wrong_current_passwords_lock_the_account(server: &Server) {
        let user = ada(server).await;
        for _ in 0..5 {
            assert_eq!(change(server, &user, "wrong horse", ANOTHER).await.err(), Some("invalid_user_password"));
        }
        assert_eq!(change(server, &user, PASSWORD, ANOTHER).await.err(), Some("too_many_requests"));
        server.clock.advance_seconds(901);
        change(server, &user, PASSWORD, ANOTHER).await.expect("another password");
    }
}

both_engines! {
    async fn who_is_blocked_or_not_allowed_to_changes_nothing(server: &Server) {
        let user = ada(server).await;
        let path = Server::path_of(&json!({"user_id": user.user_id}));
        set_options(server, json!({"disable_self_service_change_password": true})).await;
        assert_eq!(change(server, &user, PASSWORD, ANOTHER).await.err(), Some("password_change_disabled"));
        // Who must change it may.
        server.patch(&path, json!({"reset_password_on_next_login": true})).await.expect(200);
        let changed = change(server, &user, PASSWORD, ANOTHER).await.expect("another password");
        assert!(!changed.password.must_change);
        server.patch(&path, json!({"blocked": true})).await.expect(200);
        assert_eq!(change(server, &user, ANOTHER, PASSWORD).await.err(), Some("unauthorized"));
    }
}

both_engines! {
    async fn of_many_changes_at_once_one_succeeds(server: &Server) {
        let user = ada(server).await;
        let results = race(10, |number| {
            let (server, user) = (server.clone(), user.clone());
            async move { change(&server, &user, PASSWORD, &format!("{ANOTHER} {number}")).await.is_ok() }
        });
        assert_eq!(results.await.into_iter().filter(|is_changed| *is_changed).count(), 1);
    }
}
