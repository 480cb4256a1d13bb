//! Headers.

use super::{Ground, refused, right_body};
use crate::document::operations;
use crate::harness::both_engines;

both_engines! {
    async fn a_correlation_id_that_is_too_long_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in operations() {
            for long in ["a".repeat(65), "商".repeat(65), "a".repeat(10_000)] {
                let call = ground.call(&operation, "").header("x-correlation-id", &long).json(&right_body(&operation));
                refused(&operation, call.send().await, 400, Some("X-Correlation-ID"), "too long");
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_header_that_breaks_a_rule_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        let mut tried = 0;
        for operation in operations() {
            for (name, _) in operation.parameters("header") {
                for value in ["", "a b", "ключ", &"a".repeat(256)] {
                    let call = ground.call(&operation, "").header(&name, value).json(&right_body(&operation));
                    refused(&operation, call.send().await, 400, Some(&name), value);
                    tried += 1;
                }
            }
        }
        assert!(tried >= 12);
        ground.is_unchanged().await;
    }
}
