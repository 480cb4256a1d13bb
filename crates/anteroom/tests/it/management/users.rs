//! Users.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};

both_engines! {
    async fn a_user_is_made_and_found_by_the_next_request(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "Li.Xiaolong@Example.com", "name": "李小龙"})).await;
        assert_eq!(made["email"], "li.xiaolong@example.com");
        assert_eq!(made["email_verified"], false);
        let read = server.get(&Server::path_of(&made)).await.expect(200);
        assert_eq!(read, made);
        assert_eq!(server.found("李").await, ["李小龙"]);
    }
}
