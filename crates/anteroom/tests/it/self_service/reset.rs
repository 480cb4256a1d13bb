//! Choosing another password by a link.

use anteroom_accounts::Error;
use anteroom_accounts::self_service::{self, Done, ResetPassword};
use anteroom_model::Language;
use anteroom_store::sign_in_failure::{self, FailureKind};
use serde_json::json;

use super::protection::fail_often;
use super::{
    ANOTHER, PASSWORD, application, configuration, events, forget, has_password, mails, person, secret, stored, visitor,
};
use crate::harness::{Server, both_engines, race};

async fn reset(server: &Server, ticket: &str, password: &str) -> Result<Done, Error> {
    let (configuration, context) = (configuration(server).await, visitor(server));
    let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
    let request =
        ResetPassword { ticket: ticket.to_owned(), password: password.to_owned(), language: Language::English };
    self_service::reset_password(&server.services, tenant, &context, request).await
}

#[track_caller]
fn code(result: Result<Done, Error>) -> &'static str {
    match result {
        Err(Error::Refused(refusal)) => refusal.code.name,
        Err(other) => panic!("{other}"),
        Ok(_) => "",
    }
}

both_engines! {
    // S0.L25.7, S4.L19.1, ASVS v5.0.0-6.4.1
    async fn a_link_sets_another_password_once(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        forget(server, &client, "ada@example.com").await;
        let ticket = secret(server).await;
        let done = reset(server, &ticket, ANOTHER).await.expect("another password");
        assert_eq!(done.settings.client_id.as_deref(), Some(client.as_str()));
        let key = done.user.key;
        assert!(has_password(server, key, ANOTHER).await && !has_password(server, key, PASSWORD).await);
        assert_eq!(mails(server).await.last(), Some(&("ada@example.com".to_owned(), "was changed".to_owned())));
        assert!(done.user.email_verified, "the link came to the address");
        let log = server.get("/api/v2/logs?q=type:scp").await.expect(200);
        assert_eq!(log[0]["details"]["actor"]["id"], user["user_id"], "{}", log[0]);
        assert_eq!(code(reset(server, &ticket, PASSWORD).await), "invalid_ticket");
        assert!(has_password(server, key, ANOTHER).await);
    }
}

both_engines! {
    // S0.L30.1
    async fn a_password_that_is_refused_does_not_use_up_the_link(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        forget(server, &client, "ada@example.com").await;
        let ticket = secret(server).await;
        for weak in ["short", "12345678", "ada@example.com"] {
            assert_eq!(code(reset(server, &ticket, weak).await), "invalid_password", "{weak}");
        }
        let key = stored(server, &user["user_id"]).await.key;
        assert!(has_password(server, key, PASSWORD).await);
        reset(server, &ticket, ANOTHER).await.expect("another password");
    }
}

both_engines! {
    async fn of_a_hundred_with_one_link_one_succeeds(server: &Server) {
        let client = application(server).await;
        person(server, "ada@example.com").await;
        forget(server, &client, "ada@example.com").await;
        let ticket = secret(server).await;
        let results = race(100, |number| {
            let (server, ticket) = (server.clone(), ticket.clone());
            async move { (number, reset(&server, &ticket, &format!("{ANOTHER} {number}")).await.map_err(code_of)) }
        });
        let (won, lost): (Vec<_>, Vec<_>) = results.await.into_iter().partition(|(_, result)| result.is_ok());
        assert!(lost.iter().all(|(_, result)| result.as_ref().err() == Some(&"invalid_ticket")));
        let [(number, Ok(done))] = &won[..] else { panic!("{} winners", won.len()) };
        assert!(has_password(server, done.user.key, &format!("{ANOTHER} {number}")).await);
        assert_eq!(mails(server).await.iter().filter(|(_, about)| about == "was changed").count(), 1);
    }
}

fn code_of(error: Error) -> &'static str {
    error.into_refusal().code.name
}

both_engines! {
    async fn a_link_ends_by_time_by_another_address_and_by_another_link(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        let path = Server::path_of(&user);
        forget(server, &client, "ada@example.com").await;
        let first = secret(server).await;
        server.clock.advance_seconds(61);
        forget(server, &client, "ada@example.com").await;
        let second = secret(server).await;
        server.patch(&path, json!({"email": "b@example.com", "verify_email": false})).await.expect(200);
        assert_eq!(code(reset(server, &second, ANOTHER).await), "invalid_ticket");
        server.patch(&path, json!({"email": "ada@example.com", "verify_email": false})).await.expect(200);
        reset(server, &second, ANOTHER).await.expect("another password");
        assert_eq!(code(reset(server, &first, PASSWORD).await), "invalid_ticket");
        server.clock.advance_seconds(61);
        forget(server, &client, "ada@example.com").await;
        let third = secret(server).await;
        server.clock.advance_seconds(3600);
        assert_eq!(code(reset(server, &third, PASSWORD).await), "invalid_ticket");
        let refused = async || events(server, "password.change_refused", Some("invalid_ticket")).await;
        // Of the one that another link ended nothing is left to record.
        assert_eq!(refused().await, 2);
        assert_eq!(code(reset(server, "x", PASSWORD).await), "invalid_ticket");
        assert_eq!(refused().await, 2, "anybody could fill the record");
    }
}

both_engines! {
    // S4.L11.7
    async fn a_block_outlives_every_password(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        forget(server, &client, "ada@example.com").await;
        let ticket = secret(server).await;
        server.patch(&Server::path_of(&user), json!({"blocked": true})).await.expect(200);
        assert_eq!(code(reset(server, &ticket, ANOTHER).await), "unauthorized");
        let stored = stored(server, &user["user_id"]).await;
        assert!(stored.state.status.is_blocked() && has_password(server, stored.key, PASSWORD).await);
    }
}

both_engines! {
    // S4.L19.2
    async fn a_reset_ends_access_a_lock_and_the_duty_to_change(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let before = stored(server, &user["user_id"]).await;
        assert!(before.password.must_change);
        fail_often(server, &before, 5).await;
        forget(server, &client, "ada@example.com").await;
        let done = reset(server, &secret(server).await, ANOTHER).await.expect("another password");
        assert!(!done.user.password.must_change && done.user.access_valid_after > before.access_valid_after);
        let session = server.services.db.session().await.expect("a session");
        let (tenant, kind) = (server.world.tenant, FailureKind::Account);
        let failures = sign_in_failure::find(&session.connection(), tenant, kind, &before.user_id).await;
        assert_eq!(failures.expect("asked"), None);
    }
}
