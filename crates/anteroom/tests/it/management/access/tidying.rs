//! What is over is forgotten, and nothing else.

use anteroom_accounts::access::{forget_old, sweep_authorizations};
use anteroom_model::Clock;
use anteroom_store::sign_in_failure::FailureKind;
use serde_json::json;

use super::refresh_tokens::set;
use super::tools::{ALL, NOTHING, REFRESH_TOKEN, application, authorize, begin, ids, left, person, sign_in};
use crate::harness::{Server, both_engines};
use crate::stored::rows;

const DAY: i64 = 86_400;

/// One run of the server's tidying, from the first authorization on.
async fn tidy(server: &Server) {
    let now = server.clock.now();
    forget_old(&server.services, now).await.expect("it is forgotten");
    assert_eq!(sweep_authorizations(&server.services, now, 0).await.expect("it is swept"), 0);
}

both_engines! {
    // S4.L34.1
    async fn what_is_in_use_stays(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        tidy(server).await;
        server.clock.advance_seconds(DAY - 60);
        tidy(server).await;
        assert_eq!(left(server, &one).await, ALL);
    }
}

both_engines! {
    async fn codes_go_after_a_day_sessions_and_refresh_tokens_with_their_lifetimes(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        server.clock.advance_seconds(DAY + 60);
        tidy(server).await;
        assert_eq!(left(server, &one).await, [true, true, true, false, true]);
        server.clock.advance_seconds(15 * DAY);
        tidy(server).await;
        assert_eq!(left(server, &one).await, [true, true, false, false, false]);
        server.clock.advance_seconds(14 * DAY);
        tidy(server).await;
        assert_eq!(left(server, &one).await, NOTHING);
    }
}

both_engines! {
    // S4.L34.6
    async fn a_shorter_lifetime_holds_for_sessions_that_began_before(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        server.clock.advance_seconds(3 * 3600);
        tidy(server).await;
        assert_eq!(left(server, &one).await, ALL);
        server.patch("/api/v2/tenants/settings", json!({"session_lifetime": 2})).await.expect(200);
        tidy(server).await;
        assert_eq!(left(server, &one).await, REFRESH_TOKEN);
    }
}

both_engines! {
    // S0.L31.1: whoever is signed in stays listed, however long ago the application was last signed in to.
    async fn of_what_was_given_in_a_session_the_latest_of_each_application_stays(server: &Server) {
        let user = person(server, "ada").await;
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        let session = begin(server, &user, "one").await;
        for (app, id) in [(&shop, "s1"), (&shop, "s2"), (&blog, "b1"), (&shop, "s3")] {
            authorize(server, &user, app, &session, id, false, "").await;
        }
        server.clock.advance_seconds(2 * DAY);
        authorize(server, &user, &shop, &session, "s4", false, "").await;
        tidy(server).await;
        let kept = rows(server).await;
        let has = |id: &str| kept["authorizations"].iter().any(|row| row.contains(&format!("{id}\t")) || row.contains(&format!(",{id},")));
        assert_eq!(["s1", "s2", "s3", "s4", "b1"].map(has), [false, false, false, true, true]);
        // Another process, for this one's token is too old by now.
        let server = &server.second_process().await;
        let page = server.get(&format!("/api/v2/clients/{blog}/sessions")).await.expect(200);
        assert_eq!(ids(&page["sessions"]), ["ses_one"]);
    }
}

both_engines! {
    async fn what_is_endless_stays(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        set(server, &app, json!({"rotation_type": "non-rotating", "expiration_type": "non-expiring"})).await;
        server.clock.advance_seconds(400 * DAY);
        tidy(server).await;
        assert_eq!(left(server, &one).await, [false, false, true, false, true]);
        // Another process, for this one's token is too old by now.
        let server = &server.second_process().await;
        server.get(&format!("/api/v2/refresh-tokens/{}", one.offline)).await.expect(200);
    }
}

both_engines! {
    async fn failures_are_forgotten_after_a_day(server: &Server) {
        crate::management::access::blocks::lock(server, FailureKind::Address, "192.0.2.7").await;
        server.clock.advance_seconds(DAY - 60);
        tidy(server).await;
        assert_eq!(rows(server).await["sign_in_failure"].len(), 1);
        server.clock.advance_seconds(120);
        tidy(server).await;
        assert!(rows(server).await["sign_in_failure"].is_empty());
    }
}
