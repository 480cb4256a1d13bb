//! Proving an address.

use anteroom_accounts::self_service::{self, RequestVerification};
use anteroom_accounts::tickets::find_ticket;
use anteroom_model::Language;
use anteroom_model::ticket::TicketKind;
use serde_json::{Value, json};

use super::{
    PASSWORD, application, configuration, events, mails, secret, secret_in, set_options, sign_up, stored, visitor,
};
use crate::harness::{CONNECTION, Server, both_engines, race};

async fn verify(server: &Server, secret: &str) -> Result<(), &'static str> {
    let result = self_service::verify_email(&server.services, &visitor(server), secret.to_owned()).await;
    result.map(drop).map_err(|error| error.into_refusal().code.name)
}

/// Somebody who signed up, and the secret that was sent.
async fn ada(server: &Server) -> (Value, String) {
    let client = application(server).await;
    set_options(server, json!({"disable_signup": false})).await;
    let said = json!({"email": "ada@example.com", "password": PASSWORD});
    let made = sign_up(server, &client, said).await.expect(200);
    let id = json!(format!("auth0|{}", made["_id"].as_str().expect("an id")));
    (id, secret(server).await)
}

both_engines! {
    // S2.L17.1, S2.L17.2, S0.L25.12
    async fn a_link_proves_the_address_and_says_so_again(server: &Server) {
        let (id, secret) = ada(server).await;
        // Looking at the link uses up nothing: programs look at links in mails.
        for _ in 0..2 {
            let kind = TicketKind::EmailVerification;
            find_ticket(&server.services, &visitor(server), kind, &secret).await.expect("a ticket");
        }
        assert!(!stored(server, &id).await.email_verified);
        verify(server, &secret).await.expect("proven");
        let proven = stored(server, &id).await;
        assert!(proven.email_verified);
        verify(server, &secret).await.expect("proven again");
        assert_eq!(stored(server, &id).await.version, proven.version);
        assert_eq!(events(server, "email.verified", None).await, 1);
        // What was proven and then taken back is not proven by an old link.
        let path = Server::path_of(&json!({"user_id": id}));
        server.patch(&path, json!({"email_verified": false})).await.expect(200);
        assert_eq!(verify(server, &secret).await, Err("invalid_ticket"));
    }
}

both_engines! {
    // S2.L17.6
    async fn a_link_proves_the_address_it_was_made_for_alone(server: &Server) {
        let (id, first) = ada(server).await;
        let path = Server::path_of(&json!({"user_id": id}));
        server.patch(&path, json!({"email": "new@example.com"})).await.expect(200);
        assert_eq!(verify(server, &first).await, Err("invalid_ticket"));
        assert_eq!(events(server, "email.verification_refused", Some("invalid_ticket")).await, 1);
        let second = secret(server).await;
        assert_eq!(mails(server).await.last(), Some(&("new@example.com".to_owned(), "Confirm".to_owned())));
        verify(server, &second).await.expect("proven");
        assert!(stored(server, &id).await.email_verified);
    }
}

both_engines! {
    async fn a_link_ends_after_five_days(server: &Server) {
        let (id, secret) = ada(server).await;
        server.clock.advance_seconds(432_001);
        assert_eq!(verify(server, &secret).await, Err("invalid_ticket"));
        assert_eq!(verify(server, "x").await, Err("invalid_ticket"));
        assert!(!stored(server, &id).await.email_verified);
    }
}

both_engines! {
    async fn a_link_of_the_other_kind_proves_nothing(server: &Server) {
        let (id, _) = ada(server).await;
        let ticket = server.post("/api/v2/tickets/password-change", json!({"user_id": id})).await.expect(201);
        let secret = secret_in(ticket["ticket"].as_str().expect("a link"));
        assert_eq!(verify(server, &secret).await, Err("invalid_ticket"));
    }
}

both_engines! {
    async fn of_many_at_once_with_one_link_all_see_it_proven_once(server: &Server) {
        let (_, secret) = ada(server).await;
        let results = race(20, |_| {
            let (server, secret) = (server.clone(), secret.clone());
            async move { verify(&server, &secret).await }
        });
        assert_eq!(results.await, [Ok(()); 20]);
        assert_eq!(events(server, "email.verified", None).await, 1);
    }
}

both_engines! {
    // S2.L17.2
    async fn a_person_asks_for_another_mail_now_and_then(server: &Server) {
        let (id, _) = ada(server).await;
        let ask = async || {
            let (configuration, context) = (configuration(server).await, visitor(server));
            let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
            let user_id = id.as_str().expect("an id").to_owned();
            let request = RequestVerification { user_id, client_id: None, language: Language::English };
            let result = self_service::request_verification(&server.services, tenant, &context, request).await;
            result.map_err(|error| error.into_refusal().code.name)
        };
        assert_eq!(ask().await, Err("too_many_requests"));
        server.clock.advance_seconds(61);
        assert_eq!(ask().await, Ok(()));
        assert_eq!(mails(server).await.len(), 2);
        verify(server, &secret(server).await).await.expect("proven");
        server.clock.advance_seconds(61);
        assert_eq!(ask().await, Err("operation_not_supported"));
    }
}

both_engines! {
    async fn a_mail_to_a_new_user_is_sent_unless_the_address_is_proven(server: &Server) {
        let make = async |number: usize, more: Value| {
            let mut body = json!({"connection": CONNECTION, "email": format!("{number}@example.com")});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            server.create(body).await;
            mails(server).await.len()
        };
        assert_eq!(make(0, json!({})).await, 1);
        assert_eq!(make(1, json!({"verify_email": false})).await, 1);
        assert_eq!(make(2, json!({"email_verified": true})).await, 1);
        assert_eq!(make(3, json!({"email_verified": true, "verify_email": true})).await, 2);
        assert_eq!(make(4, json!({"user_metadata": {"lang": "zh-CN"}})).await, 3);
        let mail = crate::mails::queued(server).await.pop().expect("a mail");
        assert_eq!(mail.language, "zh-CN");
    }
}
