//! Options of a connection.

use serde_json::{Value, json};

use super::path;
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::recorded;

async fn refused(server: &Server, options: Value) -> (String, String) {
    let answer = server.patch(&path(server).await, json!({"options": options})).await;
    let message = answer.body["message"].as_str().unwrap_or_default().to_owned();
    (answer.refused(400, "invalid_body").expect("a field"), message)
}

async fn set(server: &Server, options: Value) {
    server.patch(&path(server).await, json!({"options": options})).await.expect(200);
}

/// Whether a user can be made with this password.
async fn takes(server: &Server, password: &str) -> bool {
    // An address of its own that has nothing in common with the password.
    let email = format!("{}@example.com", password.bytes().map(u64::from).sum::<u64>());
    let user = json!({"connection": CONNECTION, "email": email, "password": password});
    let answer = server.post("/api/v2/users", user).await;
    if answer.status == 201 {
        return true;
    }
    assert_eq!(answer.refused(400, "invalid_password").as_deref(), Some("password"));
    false
}

both_engines! {
    async fn options_we_do_not_act_on_are_refused_with_a_reason(server: &Server) {
        for (options, field, reason) in [
            (json!({"no_such_option": 1}), "options.no_such_option", "Additional properties not allowed"),
            (json!({"passwordPolicy": "good"}), "options.passwordPolicy", "password_complexity_options.min_length"),
            (json!({"password_history": {"enable": true}}), "options.password_history", "earlier passwords are not kept"),
            (json!({"mfa": {"active": true}}), "options.mfa", "not supported"),
            (json!({"attributes": {"email": {"verification_method": "otp"}}}),
             "options.attributes.email.verification_method", "Additional properties not allowed"),
            (json!({"disable_signup": "no"}), "options.disable_signup", "true or false"),
        ] {
            let (named, message) = refused(server, options).await;
            assert_eq!(named, field);
            assert!(message.contains(reason), "{message}");
        }
        assert!(recorded(server, "connection.updated").await.is_empty());
    }
}

// S4.L24.1 S4.L24.2 S4.L24.3
both_engines! {
    async fn nobody_locks_everybody_out_and_whoever_signs_up_can_sign_in(server: &Server) {
        let off = json!({"identifier": {"active": false}});
        let all = json!({"attributes": {"email": off, "username": off, "phone_number": off}});
        assert_eq!(refused(server, all).await.0, "options.attributes");
        let useless = json!({"disable_signup": false, "attributes": {"email": off}});
        assert_eq!(refused(server, useless).await.0, "options.attributes");
        set(server, json!({"attributes": {"email": off, "phone_number": off}})).await;
    }
}

// S0.L30.1 S4.L34.7
both_engines! {
    async fn the_length_asked_for_holds_where_passwords_are_set(server: &Server) {
        for wrong in [json!(7), json!(0), json!(129), json!("8"), json!(null)] {
            let (field, message) = refused(server, json!({"password_complexity_options": {"min_length": wrong}})).await;
            assert_eq!(field, "options.password_complexity_options.min_length");
            assert!(message.contains("from 8 to 128"), "{message}");
        }
        assert!(takes(server, "xK9-mQ2vT").await);
        set(server, json!({"password_complexity_options": {"min_length": 15}})).await;
        assert!(!takes(server, "xK9-mQ2vTr4").await);
        assert!(takes(server, "xK9-mQ2vTr4-pL7").await);
    }
}

// ASVS v5.0.0-6.1.2 ASVS v5.0.0-6.2.11
both_engines! {
    async fn passwords_do_not_rest_on_words_that_are_ruled_out(server: &Server) {
        let words = json!(["Zephyrine", "商店"]);
        set(server, json!({"password_dictionary": {"enable": true, "dictionary": words}})).await;
        for weak in ["zephyrine", "ZEPHYRINE-2026", "1ZephyrineZephyrine", "z3phyr1n3", "Zephyrine商店9"] {
            assert!(!takes(server, weak).await, "{weak}");
        }
        assert!(takes(server, "zephyrine-xK9mQ2vTr4").await);
        set(server, json!({"password_dictionary": {"enable": false, "dictionary": words}})).await;
        assert!(takes(server, "ZEPHYRINE-2026").await);
        for (wrong, field) in [
            (json!(["x"]), "options.password_dictionary.dictionary[0]"),
            (json!(["word", 1]), "options.password_dictionary.dictionary[1]"),
            (json!(vec!["word"; 201]), "options.password_dictionary.dictionary"),
            (json!("word"), "options.password_dictionary.dictionary"),
        ] {
            assert_eq!(refused(server, json!({"password_dictionary": {"dictionary": wrong}})).await.0, field);
        }
        set(server, json!({"password_dictionary": {"enable": true, "dictionary": vec!["word"; 200]}})).await;
    }
}
