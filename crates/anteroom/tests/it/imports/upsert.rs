//! Users who are there already.

use anteroom_model::job::{ImportRequest, MetadataMode, UpsertBy};
use serde_json::{Value, json};

use super::{array, by_email, import, upserting};
use crate::harness::{CONNECTION, Server, both_engines};

const HASHES: [&str; 2] = [
    "$2b$10$C6UzMDM.H6dfI/f/IKcEeO7ZQvJ7VxuT9p0mVbGmSVB2eyQXvK8E2",
    "$2b$10$C6UzMDM.H6dfI/f/IKcEeOAbcdefghijklmnopqrstuvwxyzABCDE",
];

async fn there(server: &Server) -> Value {
    server
        .create(json!({
            "connection": CONNECTION, "email": "there@example.com", "email_verified": true, "username": "there",
            "phone_number": "+49301", "external_id": "there", "user_id": "there", "nickname": "before",
            "user_metadata": {"kept": 1, "deep": {"a": 1}},
        }))
        .await
}

async fn stored_hash(server: &Server, user: &Value) -> Option<String> {
    let session = server.services.db.session().await.expect("a session");
    let (connection, tenant) = (session.connection(), server.world.tenant);
    let id = user["user_id"].as_str().expect("an id");
    let user = anteroom_store::user::by_id(&connection, tenant, id).await.expect("asked").expect("a user");
    anteroom_store::user::password_hash(&connection, tenant, user.key).await.expect("asked")
}

both_engines! {
    // S1.L48.1
    async fn a_user_is_found_by_the_field_that_was_chosen(server: &Server) {
        let user = there(server).await;
        for (by, id) in [
            (UpsertBy::Email, "THERE@example.com"), (UpsertBy::Username, "There"), (UpsertBy::PhoneNumber, "+49301"),
            (UpsertBy::ExternalId, "there"), (UpsertBy::UserId, "there"), (UpsertBy::UserId, "auth0|there"),
        ] {
            let nickname = format!("by {} {id}", by.name());
            let told = import(server, upserting(server, by), array(&[json!({by.name(): id, "nickname": nickname})])).await;
            assert_eq!(told.counts(), [0, 1, 0, 1], "{by:?} {:?}", told.codes());
            let after = server.get(&Server::path_of(&user)).await.expect(200);
            assert_eq!(after["nickname"], nickname);
        }
        // Whoever is not found is made, if the entry has what a new user needs.
        let entries = [json!({"external_id": "other", "username": "other"}), json!({"external_id": "third"})];
        let told = import(server, upserting(server, UpsertBy::ExternalId), array(&entries)).await;
        assert_eq!(told.counts(), [1, 0, 1, 2]);
        assert_eq!(told.codes(), [(1, "ANY_OF_MISSING ".to_owned())]);
    }
}

both_engines! {
    async fn an_address_is_unproven_unless_the_file_says_otherwise(server: &Server) {
        there(server).await;
        let entry = |more: Value| {
            let mut entry = json!({"email": "there@example.com"});
            entry.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            array(&[entry])
        };
        import(server, upserting(server, UpsertBy::Email), entry(json!({}))).await;
        assert_eq!(by_email(server, "there@example.com").await["email_verified"], false);
        import(server, upserting(server, UpsertBy::Email), entry(json!({"email_verified": true}))).await;
        assert_eq!(by_email(server, "there@example.com").await["email_verified"], true);
        // An entry that finds its user by something else says nothing of an address it does not have.
        import(server, upserting(server, UpsertBy::UserId), array(&[json!({"user_id": "there", "name": "x"})])).await;
        assert_eq!(by_email(server, "there@example.com").await["email_verified"], true);
    }
}

both_engines! {
    async fn metadata_is_replaced_or_merged_as_was_chosen(server: &Server) {
        there(server).await;
        let entry = array(&[json!({"email": "there@example.com", "user_metadata": {"deep": {"b": 2}}})]);
        let merge = ImportRequest { metadata: MetadataMode::Merge, ..upserting(server, UpsertBy::Email) };
        import(server, merge, entry.clone()).await;
        let merged = json!({"kept": 1, "deep": {"a": 1, "b": 2}});
        assert_eq!(by_email(server, "there@example.com").await["user_metadata"], merged);
        import(server, upserting(server, UpsertBy::Email), entry).await;
        assert_eq!(by_email(server, "there@example.com").await["user_metadata"], json!({"deep": {"b": 2}}));
        assert_eq!(server.found("user_metadata.kept:1").await, [""; 0]);
        assert_eq!(server.found("user_metadata.deep.b:2").await.len(), 1);
    }
}

both_engines! {
    async fn what_stands_in_the_way_of_a_change_is_told(server: &Server) {
        there(server).await;
        server.create(json!({"connection": CONNECTION, "email": "other@example.com", "username": "other"})).await;
        let entries = [
            json!({"email": "there@example.com", "username": "Other"}),
            json!({"email": "there@example.com", "nickname": "again"}),
            json!({"email": "other@example.com", "user_id": "another"}),
        ];
        let told = import(server, upserting(server, UpsertBy::Email), array(&entries)).await;
        let expected = [(0, "CONFLICT_USERNAME username"), (1, "DUPLICATED_USER email"), (2, "CONFLICT user_id")];
        assert_eq!(told.codes(), expected.map(|(place, code)| (place, code.to_owned())));
        assert_eq!(by_email(server, "there@example.com").await["nickname"], "before");
    }
}

both_engines! {
    // S0.L24.12
    async fn a_hash_is_replaced_until_the_first_sign_in(server: &Server) {
        let entry = |hash: &str| array(&[json!({"email": "new@example.com", "password_hash": hash})]);
        let told = import(server, upserting(server, UpsertBy::Email), entry(HASHES[0])).await;
        assert_eq!(told.counts(), [1, 0, 0, 1], "{:?}", told.codes());
        let user = by_email(server, "new@example.com").await;
        assert_eq!(stored_hash(server, &user).await.as_deref(), Some(HASHES[0]));
        import(server, upserting(server, UpsertBy::Email), entry(HASHES[1])).await;
        assert_eq!(stored_hash(server, &user).await.as_deref(), Some(HASHES[1]));
        // Whoever has chosen a password here keeps it.
        server.patch(&Server::path_of(&user), json!({"password": "violet harbour lantern"})).await.expect(200);
        let told = import(server, upserting(server, UpsertBy::Email), entry(HASHES[0])).await;
        assert_eq!(told.counts(), [0, 1, 0, 1]);
        assert!(stored_hash(server, &user).await.is_some_and(|hash| hash.starts_with("$argon2id$")));
    }
}
