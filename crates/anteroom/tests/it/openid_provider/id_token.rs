//! How ID tokens are signed.

use serde_json::json;

use super::{ADA, Tokens, certified, error_of};
use crate::authentication::verify::{encoded, part};
use crate::harness::{Browser, both_engines};

both_engines! {
    async fn oidcc_idtoken_signature(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        // The signature is checked by the library that checks every ID token here.
        let tokens = Tokens::new(server, &app, &[]).await;
        let header = part(tokens.id_token(), 0);
        assert_eq!((header["alg"].as_str(), header["typ"].as_str()), (Some("RS256"), Some("JWT")));
        assert!(["jku", "jwk", "x5u", "x5c"].iter().all(|name| header.get(name).is_none()), "{header}");
    }
}

both_engines! {
    async fn an_id_token_lasts_as_long_as_the_application_has_it(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        for lifetime in [36_000, 60] {
            let tokens = Tokens::new(server, &app, &[]).await;
            let time = |claim| tokens.id[claim].as_i64().expect("a time");
            assert_eq!(time("exp") - time("iat"), lifetime);
            let path = format!("/api/v2/clients/{}", app.client_id);
            server.patch(&path, json!({"jwt_configuration": {"lifetime_in_seconds": 60}})).await.expect(200);
        }
    }
}

both_engines! {
    // The module is skipped where `none` is not offered; what counts is that nobody can switch it on.
    async fn oidcc_idtoken_unsigned(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let path = format!("/api/v2/clients/{}", app.client_id);
        let answer = server.patch(&path, json!({"jwt_configuration": {"alg": "none"}})).await;
        assert!(answer.status == 400 && answer.text.contains("alg"), "{}", answer.text);
        // A token without a signature is nobody's: not as a hint either.
        let tokens = Tokens::new(server, &app, &[]).await;
        let unsigned = format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(&tokens.id));
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[("id_token_hint", &unsigned)])).await;
        assert_eq!(error_of(&page), "invalid_request");
    }
}
