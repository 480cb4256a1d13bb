//! Paths and methods.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ground, UNKNOWN, refused};
use crate::document::operations;
use crate::harness::both_engines;

both_engines! {
    async fn an_id_that_cannot_be_one_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        let wrong = ["%FF", "%C3%28", "a%00b", "%zz", "a%", "%20", "a%20b", "%0A", "%E6%9D%8E", "%7F", &"a".repeat(256)];
        for operation in operations() {
            for (name, _) in operation.parameters("path") {
                for id in wrong {
                    let call = server.call(&operation.method, &operation.path_with(id));
                    refused(&operation, call.send().await, 400, Some(&name), id);
                }
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_path_that_is_too_long_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        let long = "a".repeat(20_000);
        for operation in operations() {
            let query = format!("?{}={long}", UNKNOWN);
            ground.call(&operation, &query).send().await.refused(414, "query_too_long");
            if !operation.parameters("path").is_empty() {
                let call = server.call(&operation.method, &operation.path_with(&long));
                call.send().await.refused(414, "query_too_long");
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_method_that_a_path_does_not_have_is_refused_with_those_it_has(server: &Server) {
        let ground = Ground::of(server).await;
        let mut paths: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for operation in operations() {
            paths.entry(ground.path(&operation)).or_default().insert(operation.method);
        }
        for (path, mut methods) in paths {
            if methods.contains("GET") {
                methods.insert("HEAD".to_owned());
            }
            for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
                if methods.contains(method) {
                    continue;
                }
                let answer = server.call(method, &path).send().await;
                let allowed = answer.header("allow").unwrap_or_default().split(',').map(|name| name.trim().to_owned());
                assert_eq!(allowed.collect::<BTreeSet<_>>(), methods, "{method} {path}");
                if method == "HEAD" {
                    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (405, ""));
                } else {
                    answer.refused(405, "method_not_allowed");
                }
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn an_unknown_path_is_not_found(server: &Server) {
        let ground = Ground::of(server).await;
        let paths = [
            "", "/", "/nothing", "/users/", "/Users", "/users/a/nothing", "/users/a/logs/b", "/users%2F", "/../users",
            "/users/%FF/nothing",
        ];
        for path in paths {
            for method in ["GET", "POST", "DELETE"] {
                let answer = server.call(method, &format!("/api/v2{path}")).send().await;
                assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
                answer.refused(404, "not_found");
            }
        }
        server.get("/api/v1/users").await.refused(404, "not_found");
        ground.is_unchanged().await;
    }
}
