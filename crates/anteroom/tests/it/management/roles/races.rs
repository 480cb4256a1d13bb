//! Many at once.

use serde_json::json;

use super::{api, named, path_of, role, role_id, user};
use crate::harness::{Server, both_engines, race};

both_engines! {
    async fn of_many_roles_of_one_name_one_is_made(server: &Server) {
        let answers = race(8, |_| {
            let server = server.clone();
            async move { server.post("/api/v2/roles", json!({"name": "Editor"})).await }
        }).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        assert!(answers.iter().all(|answer| [200, 409].contains(&answer.status.as_u16())));
    }
}

both_engines! {
    async fn the_fiftieth_role_is_given_once(server: &Server) {
        let mut ids = Vec::new();
        for number in 0..56 {
            ids.push(role_id(server, &format!("role {number}")).await);
        }
        let ada = user(server, "Ada").await;
        let path = format!("{}/roles", Server::path_of(&ada));
        server.post(&path, json!({"roles": ids[..49]})).await.expect(204);
        let answers = race(7, |number| {
            let (server, path, id, ada) = (server.clone(), path.clone(), ids[49 + number].clone(), ada["user_id"].clone());
            async move {
                match number % 2 {
                    0 => server.post(&path, json!({"roles": [id]})).await,
                    _ => server.post(&format!("/api/v2/roles/{id}/users"), json!({"users": [ada]})).await,
                }
            }
        }).await;
        assert_eq!(answers.iter().filter(|answer| answer.status.is_success()).count(), 1);
        for answer in answers.into_iter().filter(|answer| !answer.status.is_success()) {
            answer.refused(400, "limit_reached");
        }
    }
}

both_engines! {
    async fn a_role_that_is_deleted_meanwhile_is_given_to_nobody(server: &Server) {
        let made = role(server, "Editor").await;
        let mut users = Vec::new();
        for number in 0..7 {
            users.push(user(server, &format!("user{number}")).await);
        }
        let answers = race(8, |number| {
            let (server, role, path) = (server.clone(), made.clone(), users.get(number).map(Server::path_of));
            async move {
                match path {
                    Some(path) => server.post(&format!("{path}/roles"), json!({"roles": [role["id"]]})).await,
                    None => server.delete(&path_of(&role)).await,
                }
            }
        }).await;
        assert_eq!(answers[7].status, 200);
        assert!(answers[..7].iter().all(|answer| [204, 404].contains(&answer.status.as_u16())), "{answers:?}");
        for user in &users {
            assert_eq!(server.get(&format!("{}/roles", Server::path_of(user))).await.expect(200), json!([]));
        }
    }
}

both_engines! {
    async fn no_permission_outlives_its_scope(server: &Server) {
        let api = api(server).await;
        let path = format!("{}/permissions", path_of(&role(server, "Clerk").await));
        for _ in 0..5 {
            let answers = race(4, |number| {
                let (server, api, path) = (server.clone(), api.clone(), path.clone());
                async move {
                    match number {
                        0 => server.patch(&api, json!({"scopes": [{"value": "read:orders"}]})).await,
                        _ => server.post(&path, named(&["write:orders"])).await,
                    }
                }
            }).await;
            assert!(answers.iter().all(|answer| [200, 201, 400].contains(&answer.status.as_u16())), "{answers:?}");
            assert_eq!(server.get(&path).await.expect(200), json!([]));
            let scopes = json!({"scopes": [{"value": "read:orders"}, {"value": "write:orders"}]});
            server.patch(&api, scopes).await.expect(200);
        }
    }
}
