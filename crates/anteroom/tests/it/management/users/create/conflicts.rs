//! What is unique in a tenant.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::total;

/// A user with every unique field.
fn bob() -> Value {
    json!({
        "connection": CONNECTION, "email": "bob@example.com", "username": "Bob.Jones", "phone_number": "+4915112345678",
        "external_id": "hr-1", "user_id": "bob",
    })
}

both_engines! {
    // S0.L23.11, S0.L23.12, S0.L23.13, S0.L24.9
    async fn a_taken_identifier_is_refused_by_name_in_any_spelling(server: &Server) {
        server.create(bob()).await;
        for (field, spellings) in [
            ("email", ["bob@example.com", "Bob@Example.COM", "bób@example.com"].as_slice()),
            ("username", &["Bob.Jones", "bob.jones", "BOB.JONES", "Ｂｏｂ.Ｊｏｎｅｓ"]),
            ("phone_number", &["+4915112345678"]),
            ("external_id", &["hr-1"]),
            ("user_id", &["bob", "auth0|bob"]),
        ] {
            for spelling in spellings {
                let mut body = json!({"connection": CONNECTION, "email": "free@example.com", "password": "correct horse battery"});
                body[field] = json!(spelling);
                let answer = server.post("/api/v2/users", body).await;
                assert_eq!(answer.body["message"], "The user already exists.");
                assert_eq!(answer.refused(409, "auth0_idp_error").as_deref(), Some(field), "{spelling}");
            }
        }
        assert_eq!(total(server).await, 2);
    }
}

both_engines! {
    // S0.L24.9: a refusal leaves nothing of the user behind.
    async fn what_a_refused_user_had_is_still_free(server: &Server) {
        server.create(bob()).await;
        let mut body = json!({"connection": CONNECTION, "email": "eve@example.com", "username": "eve", "external_id": "hr-1"});
        server.post("/api/v2/users", body.clone()).await.refused(409, "auth0_idp_error");
        body["external_id"] = json!("hr-2");
        server.create(body).await;
    }
}

both_engines! {
    async fn ids_of_other_systems_are_told_apart_by_case(server: &Server) {
        server.create(bob()).await;
        server.create(json!({"connection": CONNECTION, "email": "eve@example.com", "external_id": "HR-1", "user_id": "Bob"})).await;
    }
}

both_engines! {
    // S0.L24.9
    async fn a_change_to_a_taken_identifier_is_refused_too(server: &Server) {
        server.create(bob()).await;
        let eve = server.create(json!({"connection": CONNECTION, "email": "eve@example.com", "username": "eve"})).await;
        for (field, taken) in
            [("email", "BOB@example.com"), ("username", "bob.jones"), ("phone_number", "+4915112345678"), ("external_id", "hr-1")]
        {
            let answer = server.patch(&Server::path_of(&eve), json!({field: taken, "name": "changed"})).await;
            assert_eq!(answer.refused(409, "auth0_idp_error").as_deref(), Some(field));
        }
        assert_eq!(server.get(&Server::path_of(&eve)).await.expect(200), eve);
        // The own ones are not taken, and may be spelled anew.
        let changed = server.patch(&Server::path_of(&eve), json!({"username": "Eve"})).await.expect(200);
        assert_eq!(changed["username"], "Eve");
    }
}
