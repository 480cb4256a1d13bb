//! The roles of a user.

use serde_json::{Value, json};

use super::{column, remove, role, role_id, told, user};
use crate::harness::{Server, both_engines};
use crate::management::recorded;

both_engines! {
    // S0.L26.1 S3.L13.1
    async fn roles_are_given_listed_and_taken(server: &Server) {
        let (editor, author) = (role(server, "Editor").await, role(server, "Author").await);
        let ada = user(server, "Ada").await;
        let path = format!("{}/roles", Server::path_of(&ada));
        assert_eq!(server.get(&path).await.expect(200), json!([]));
        let answer = server.post(&path, json!({"roles": [author["id"], editor["id"], author["id"]]})).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
        assert_eq!(server.get(&path).await.expect(200), json!([editor, author]));
        let page = server.get(&format!("{path}?per_page=1&page=1&include_totals=true")).await.expect(200);
        assert_eq!(page, json!({"start": 1, "limit": 1, "length": 1, "total": 2, "roles": [author]}));
        assert_eq!(told(server, "user.roles_changed", "roles").await, (json!([]), json!([editor["id"], author["id"]])));

        let answer = remove(server, &path, json!({"roles": [editor["id"], "rol_0000000000000000"]})).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
        assert_eq!(server.get(&path).await.expect(200), json!([author]));
        let told = told(server, "user.roles_changed", "roles").await;
        assert_eq!(told, (json!([editor["id"], author["id"]]), json!([author["id"]])));
        // Neither is a mistake, and neither is news.
        server.post(&path, json!({"roles": [author["id"]]})).await.expect(204);
        remove(server, &path, json!({"roles": [editor["id"]]})).await.expect(204);
        assert_eq!(recorded(server, "user.roles_changed").await.len(), 2);
        // What a user has in applications is no part of the profile's version.
        let after = server.get(&Server::path_of(&ada)).await.expect(200);
        assert_eq!(after["updated_at"], ada["updated_at"]);
    }
}

both_engines! {
    async fn all_are_given_or_none(server: &Server) {
        let editor = role_id(server, "Editor").await;
        let path = format!("{}/roles", Server::path_of(&user(server, "Ada").await));
        let answer = server.post(&path, json!({"roles": [editor, "rol_0000000000000000"]})).await;
        assert_eq!(answer.refused(404, "inexistent_role").as_deref(), Some("roles[1]"));
        assert_eq!(column(&server.get(&path).await.expect(200), "id"), Vec::<String>::new());
        let nobody = "/api/v2/users/auth0%7Cnobody/roles";
        for method in ["GET", "POST", "DELETE"] {
            let body = if method == "GET" { Value::Null } else { json!({"roles": [editor]}) };
            server.call(method, nobody).json(&body).send().await.refused(404, "inexistent_user");
        }
        for (body, field) in [
            (json!({"roles": []}), "roles"), (json!({"roles": vec!["a"; 1001]}), "roles"), (json!({"roles": "a"}), "roles"),
            (json!({"roles": ["a"], "b": 1}), "b"), (json!({}), "roles"),
        ] {
            for method in ["POST", "DELETE"] {
                let answer = server.call(method, &path).json(&body).send().await;
                assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field), "{method}");
            }
        }
        assert_eq!(recorded(server, "user.roles_changed").await, Vec::<Value>::new());
    }
}
