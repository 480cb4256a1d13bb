//! Who has a role.

use serde_json::{Value, json};

use super::{column, path_of, role, told, user};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::recorded;

both_engines! {
    async fn members_are_added_and_told_with_name_address_and_picture(server: &Server) {
        let editor = role(server, "Editor").await;
        let path = format!("{}/users", path_of(&editor));
        let ada = user(server, "Ada").await;
        let nobody = server.create(json!({"connection": CONNECTION, "username": "nobody"})).await;
        let ids = json!({"users": [nobody["user_id"], ada["user_id"], ada["user_id"]]});
        let answer = server.post(&path, ids.clone()).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, "{}"));
        let members = server.get(&path).await.expect(200);
        assert_eq!(column(&members, "user_id"), column(&json!([ada, nobody]), "user_id"));
        let expected = json!({
            "user_id": ada["user_id"], "name": "Ada", "email": "ada@example.com", "picture": ada["picture"],
        });
        assert_eq!(members[0], expected);
        assert_eq!(members[1].get("email"), None);
        assert_eq!(told(server, "user.roles_changed", "roles").await, (json!([]), json!([editor["id"]])));
        // Who has it already is not given it again.
        server.post(&path, ids).await.expect(200);
        assert_eq!(recorded(server, "user.roles_changed").await.len(), 2);
        let log = server.get(&format!("{}/logs", Server::path_of(&ada))).await.expect(200);
        assert_eq!(log[0]["details"]["kind"], "user.roles_changed");

        server.delete(&Server::path_of(&ada)).await.expect(204);
        assert_eq!(column(&server.get(&path).await.expect(200), "user_id").len(), 1);
        server.delete(&path_of(&editor)).await.expect(200);
        server.get(&path).await.refused(404, "inexistent_role");
        let roles = format!("{}/roles", Server::path_of(&nobody));
        assert_eq!(server.get(&roles).await.expect(200), json!([]));
    }
}

both_engines! {
    async fn all_are_given_it_or_none(server: &Server) {
        let path = format!("{}/users", path_of(&role(server, "Editor").await));
        let ada = user(server, "Ada").await;
        let answer = server.post(&path, json!({"users": [ada["user_id"], "auth0|nobody"]})).await;
        assert_eq!(answer.refused(404, "inexistent_user").as_deref(), Some("users[1]"));
        assert_eq!(server.get(&path).await.expect(200), json!([]));
        let nowhere = "/api/v2/roles/rol_0000000000000000/users";
        server.post(nowhere, json!({"users": [ada["user_id"]]})).await.refused(404, "inexistent_role");
        for (body, field) in [
            (json!({"users": []}), "users"), (json!({"users": vec!["a"; 1001]}), "users"), (json!({"users": [1]}), "users[0]"),
            (json!({}), "users"), (json!({"users": ["a"], "roles": []}), "roles"),
        ] {
            assert_eq!(server.post(&path, body).await.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(recorded(server, "user.roles_changed").await, Vec::<Value>::new());
    }
}

both_engines! {
    // S4.L06.9
    async fn members_are_walked_by_page_and_by_cursor(server: &Server) {
        let path = format!("{}/users", path_of(&role(server, "Editor").await));
        let other = format!("{}/users", path_of(&role(server, "Other").await));
        let mut ids = Vec::new();
        for number in 0..5 {
            let made = user(server, &format!("user{number}")).await;
            ids.push(made["user_id"].as_str().expect("an id").to_owned());
        }
        server.post(&path, json!({"users": ids})).await.expect(200);
        server.post(&other, json!({"users": [ids[0]]})).await.expect(200);
        let page = server.get(&format!("{path}?page=1&per_page=2&include_totals=true")).await.expect(200);
        assert_eq!((&page["start"], &page["limit"], &page["length"]), (&json!(2), &json!(2), &json!(2)));
        assert_eq!((page["total"].clone(), column(&page["users"], "user_id")), (json!(5), ids[2..4].to_vec()));
        assert_eq!(server.get(&format!("{path}?page=7&per_page=2")).await.expect(200), json!([]));

        let mut seen = Vec::new();
        let mut next = String::new();
        loop {
            let page = server.get(&format!("{path}?take=2{next}")).await.expect(200);
            seen.extend(column(&page["users"], "user_id"));
            // Who goes meanwhile does not shift the rest.
            if seen.len() == 2 {
                server.delete(&format!("/api/v2/users/{}", seen[0].replace('|', "%7C"))).await.expect(204);
            }
            match page["next"].as_str() {
                Some(cursor) => next = format!("&from={cursor}"),
                None => break,
            }
        }
        assert_eq!(seen, ids);
        for wrong in ["x", "1", ""] {
            let answer = server.get(&format!("{path}?from={wrong}")).await;
            assert_eq!(answer.refused(400, "invalid_paging").as_deref(), Some("from"));
        }
        server.get(&format!("{path}?take=1&page=0")).await.refused(400, "invalid_paging");
    }
}
