//! The profile's endpoint.

use serde_json::Value;

use super::{ADA, Tokens, certified};
use crate::harness::{Answer, both_engines};

#[track_caller]
fn check(answer: Answer, tokens: &Tokens) -> Value {
    assert!(answer.header("content-type").is_some_and(|kind| kind.starts_with("application/json")));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let info = answer.expect(200);
    assert_eq!((&info["sub"], info["email"].as_str()), (&tokens.id["sub"], Some(ADA)));
    info
}

both_engines! {
    async fn oidcc_userinfo_get(server: &Server) {
        server.person(ADA).await;
        let tokens = Tokens::new(server, &certified(server).await, &[]).await;
        check(server.call("GET", "/userinfo").token(Some(tokens.access())).send().await, &tokens);
        let lower = format!("bearer {}", tokens.access());
        let answer = server.call("GET", "/userinfo").token(None).header("authorization", &lower).send().await;
        check(answer, &tokens);
    }
}

both_engines! {
    async fn oidcc_userinfo_post_header(server: &Server) {
        server.person(ADA).await;
        let tokens = Tokens::new(server, &certified(server).await, &[]).await;
        check(server.call("POST", "/userinfo").token(Some(tokens.access())).send().await, &tokens);
        let answer = server.call("POST", "/userinfo").token(Some(tokens.access())).form("").send().await;
        check(answer, &tokens);
    }
}

both_engines! {
    async fn oidcc_userinfo_post_body(server: &Server) {
        server.person(ADA).await;
        let tokens = Tokens::new(server, &certified(server).await, &[]).await;
        let form = format!("access_token={}", tokens.access());
        check(server.call("POST", "/userinfo").token(None).form(&form).send().await, &tokens);
    }
}

both_engines! {
    // RFC 6750 §2.3, §3.1 and ASVS v5.0.0-14.2.1: a token in the address would end up in logs.
    async fn without_a_token_nothing_is_said_and_the_address_is_no_place_for_one(server: &Server) {
        server.person(ADA).await;
        let tokens = Tokens::new(server, &certified(server).await, &[]).await;
        for method in ["GET", "POST"] {
            let path = format!("/userinfo?access_token={}", tokens.access());
            let answer = server.call(method, &path).token(None).send().await;
            assert_eq!((answer.status.as_u16(), answer.header("www-authenticate")), (401, Some("Bearer")), "{method}");
        }
        let answer = server.call("POST", "/userinfo").token(None).form("access_token=nonsense").send().await;
        let challenge = answer.header("www-authenticate");
        assert_eq!((answer.status.as_u16(), challenge), (401, Some("Bearer error=\"invalid_token\"")));
    }
}
