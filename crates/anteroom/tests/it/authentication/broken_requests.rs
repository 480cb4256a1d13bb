//! Token requests that cannot be understood: an OAuth error, whatever was sent.

use crate::harness::both_engines;

use super::token::denied;

both_engines! {
    async fn a_body_that_is_no_request_is_refused(server: &Server) {
        let form = "application/x-www-form-urlencoded";
        let broken: [(&str, Vec<u8>); 12] = [
            (form, b"grant_type=client_credentials&grant_type=client_credentials".to_vec()),
            (form, b"grant_type=%ff".to_vec()),
            (form, b"grant_type=\xff".to_vec()),
            (form, b"grant_type=client_credentials&client_id=%00&client_secret=a".to_vec()),
            (form, Vec::new()),
            ("application/json", b"{".to_vec()),
            ("application/json", b"[]".to_vec()),
            ("application/json", br#"{"grant_type": 1}"#.to_vec()),
            ("application/json", br#"{"grant_type": "\u0000"}"#.to_vec()),
            ("application/json", "[".repeat(10_000).into_bytes()),
            ("text/plain", b"grant_type=client_credentials".to_vec()),
            ("", Vec::new()),
        ];
        for (media_type, body) in broken {
            let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
            let answer = server.call("POST", "/oauth/token").token(None).bytes(media_type, body).send().await;
            assert_eq!(answer.status, 400, "{media_type}: {shown}: {}", answer.text);
            denied(&answer, 400, "invalid_request");
        }
        let large = format!("grant_type={}", "a".repeat(1024 * 1024));
        let answer = server.call("POST", "/oauth/token").token(None).form(&large).send().await;
        denied(&answer, 413, "payload_too_large");
        let long = "a".repeat(65);
        let call = server.call("POST", "/oauth/token").token(None).header("x-correlation-id", &long);
        denied(&call.form("grant_type=client_credentials&client_id=a&client_secret=b").send().await, 400, "invalid_header");
    }
}

both_engines! {
    async fn other_methods_are_refused(server: &Server) {
        for method in ["GET", "PUT", "PATCH", "DELETE"] {
            let answer = server.call(method, "/oauth/token").token(None).send().await;
            assert_eq!(answer.header("allow"), Some("POST"), "{method}");
            denied(&answer, 405, "method_not_allowed");
        }
        denied(&server.call("POST", "/oauth/nothing").send().await, 404, "not_found");
    }
}
