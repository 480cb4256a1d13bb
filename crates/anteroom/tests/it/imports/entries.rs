//! What is wrong with entries, each for itself.

use anteroom_model::job::ImportFormat;
use serde_json::{Value, json};

use super::{array, by_email, import, request};
use crate::harness::{CONNECTION, Server, both_engines};

fn wrong() -> Vec<(Value, &'static str)> {
    let long = "x".repeat(301);
    vec![
        (json!({"name": "nobody"}), "ANY_OF_MISSING "),
        (json!(1), "OBJECT_REQUIRED "),
        (json!({"email": 1}), "INVALID_TYPE email"),
        (json!({"email": "x1@example.com", "blocked": "no"}), "INVALID_TYPE blocked"),
        (json!({"email": "x2@example.com", "user_metadata": []}), "INVALID_TYPE user_metadata"),
        (json!({"email": "no address"}), "FORMAT email"),
        (json!({"email": ""}), "MIN_LENGTH email"),
        (json!({"email": "x3@example.com", "name": long}), "MAX_LENGTH name"),
        (json!({"email": "x3@example.com", "name": "a\u{0}b"}), "PATTERN name"),
        (json!({"email": "x3@example.com", "nickname": "a\nb"}), "PATTERN nickname"),
        (json!({"phone_number": "0123"}), "PATTERN phone_number"),
        (json!({"username": "a b"}), "PATTERN username"),
        (json!({"email": "x4@example.com", "picture": "ftp://x"}), "FORMAT picture"),
        (json!({"email": "x5@example.com", "user_id": "a b"}), "PATTERN user_id"),
        (json!({"email": "x6@example.com", "user_metadata": {"a.b": 1}}), "NOT_PASSED user_metadata.a.b"),
        (
            json!({"email": "x7@example.com", "app_metadata": {"a": "x".repeat(66_000)}}),
            "PROFILE_SIZE_EXCEEDED app_metadata",
        ),
        (json!({"email": "x8@example.com", "shoes": 42}), "NOT_PASSED shoes"),
        (json!({"email": "x9@example.com", "password": "secret"}), "NOT_PASSED password"),
        (json!({"email": "x10@example.com", "platform_role": "admin"}), "NOT_PASSED platform_role"),
        (
            json!({"email": "x11@example.com", "mfa_factors": [{"totp": {"secret": "ABC"}}]}),
            "MFA_FACTORS_FAILED mfa_factors",
        ),
        (
            json!({"email": "x12@example.com", "password_hash": "secret", "custom_password_hash": {}}),
            "NOT_PASSED custom_password_hash",
        ),
        (json!({"email": "x13@example.com", "password_hash": "secret"}), "FORMAT password_hash"),
        (json!({"email": "x14@example.com", "created_at": "yesterday"}), "FORMAT created_at"),
        (json!({"email": "THERE@example.com"}), "CONFLICT_EMAIL email"),
        (json!({"username": "There"}), "CONFLICT_USERNAME username"),
        (json!({"phone_number": "+49301"}), "CONFLICT phone_number"),
        (json!({"email": "x15@example.com", "user_id": "there"}), "CONFLICT user_id"),
        (json!({"email": "x16@example.com", "external_id": "there"}), "CONFLICT external_id"),
        (json!({"email": "Good@example.com"}), "DUPLICATED_USER email"),
        (json!({"email": "x17@example.com", "user_id": "auth0|good"}), "DUPLICATED_USER user_id"),
        (json!({"email": "x18@example.com", "external_id": "good"}), "DUPLICATED_USER external_id"),
    ]
}

both_engines! {
    // S1.L48.1
    async fn every_entry_that_is_wrong_says_why_and_the_others_are_made(server: &Server) {
        server.create(json!({"connection": CONNECTION, "email": "there@example.com", "username": "there",
            "phone_number": "+49301", "external_id": "there", "user_id": "there"})).await;
        let good = json!({"email": "good@example.com", "user_id": "good", "external_id": "good", "mfa_factors": []});
        let expected = wrong();
        let mut entries = vec![good];
        entries.extend(expected.iter().map(|(entry, _)| entry.clone()));
        entries.push(json!({"username": "last"}));
        let told = import(server, request(server, ImportFormat::Json), array(&entries)).await;
        let codes: Vec<_> = (1..).zip(&expected).map(|(place, (_, code))| (place, (*code).to_owned())).collect();
        assert_eq!(told.codes(), codes);
        assert_eq!(told.counts(), [2, 0, codes.len() as u64, entries.len() as u64]);
        by_email(server, "good@example.com").await;
        // What is kept of an entry repeats no secret and no megabyte.
        let kept = format!("{:?}", told.errors);
        assert!(!kept.contains("secret") && kept.len() < 20_000, "{} bytes", kept.len());
        assert_eq!(told.errors[2].entry["blocked"], Value::Null);
        assert_eq!(told.errors[16].entry["shoes"], 42);
    }
}

both_engines! {
    async fn a_user_who_comes_by_file_has_a_record(server: &Server) {
        import(server, request(server, ImportFormat::Json), array(&[json!({"email": "a@example.com"})])).await;
        let user = by_email(server, "a@example.com").await;
        let logs = server.get(&format!("{}/logs", Server::path_of(&user))).await.expect(200);
        assert_eq!(logs.as_array().map(Vec::len), Some(1), "{logs}");
        assert_eq!(logs[0]["user_id"], user["user_id"]);
    }
}
