//! Signing up.

use serde_json::{Value, json};

use super::{PASSWORD, application, events, has_password, mails, person, set_options, sign_up, stored};
use crate::harness::{CONNECTION, Server, both_engines, race};

/// Checks that it is a refusal of Auth0's shape for signing up, and gives what it says.
#[track_caller]
fn refused(answer: crate::harness::Answer, status: u16, code: &str) -> String {
    assert_eq!((answer.status.as_u16(), answer.body["code"].as_str()), (status, Some(code)), "{}", answer.text);
    assert_eq!(answer.body["statusCode"], status);
    assert!(answer.body["name"].as_str().is_some_and(|name| name.ends_with("Error")), "{}", answer.text);
    answer.body["description"].as_str().expect("words").to_owned()
}

both_engines! {
    // S4.L24.3, S2.L17.1
    async fn a_person_signs_up_and_is_asked_to_prove_the_address(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        let said = json!({
            "email": "Ada@Example.com", "password": PASSWORD, "given_name": "Ada", "user_metadata": {"city": "London"},
        });
        let made = sign_up(server, &client, said).await.expect(200);
        assert_eq!((&made["email"], &made["email_verified"]), (&json!("ada@example.com"), &json!(false)));
        assert_eq!((&made["given_name"], &made["user_metadata"]), (&json!("Ada"), &json!({"city": "London"})));
        let id = json!(format!("auth0|{}", made["_id"].as_str().expect("an id")));
        let user = server.get(&Server::path_of(&json!({"user_id": id}))).await.expect(200);
        assert_eq!((&user["source"], &user["platform_role"]), (&json!("register"), &json!("user")));
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "Confirm".to_owned())]);
        let log = server.get("/api/v2/logs?q=type:ss").await.expect(200);
        assert_eq!((&log[0]["user_id"], &log[0]["client_id"]), (&id, &json!(client)));
        assert!(has_password(server, stored(server, &id).await.key, PASSWORD).await);
    }
}

both_engines! {
    // S4.L24.3
    async fn nobody_signs_up_where_it_is_switched_off(server: &Server) {
        let client = application(server).await;
        let said = json!({"email": "ada@example.com", "password": PASSWORD});
        refused(sign_up(server, &client, said.clone()).await, 403, "signup_disabled");
        set_options(server, json!({"disable_signup": false})).await;
        sign_up(server, &client, said).await.expect(200);
        set_options(server, json!({"disable_signup": true})).await;
        let other = json!({"email": "b@example.com", "password": PASSWORD});
        refused(sign_up(&server.second_process().await, &client, other).await, 403, "signup_disabled");
    }
}

both_engines! {
    async fn what_is_wrong_with_a_sign_up_is_said(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        let right = json!({"email": "ada@example.com", "password": PASSWORD});
        for (field, value, code) in [
            ("email", Value::Null, "invalid_body"),
            ("email", json!("ada"), "invalid_body"),
            ("username", json!("ada"), "invalid_body"),
            ("phone_number", json!("+4420"), "invalid_body"),
            ("user_metadata", json!({"a": 1}), "invalid_body"),
            ("email_verified", json!(true), "invalid_body"),
            ("app_metadata", json!({"plan": "pro"}), "invalid_body"),
            ("platform_role", json!("super_admin"), "invalid_body"),
            ("password", json!("short"), "invalid_password"),
            ("password", json!("password1"), "invalid_password"),
            ("password", json!("ada@example.com"), "invalid_password"),
        ] {
            let mut said = right.clone();
            said[field] = value;
            let words = refused(sign_up(server, &client, said).await, 400, code);
            assert!(words.to_lowercase().contains(field), "{field}: {words}");
        }
        refused(sign_up(server, "nobody", right.clone()).await, 401, "invalid_client");
        let mut elsewhere = right;
        elsewhere["client_id"] = json!(client);
        elsewhere["connection"] = json!("nowhere");
        let answer = server.call("POST", "/dbconnections/signup").token(None).json(&elsewhere).send().await;
        refused(answer, 400, "inexistent_connection");
        assert!(mails(server).await.is_empty());
        assert_eq!(server.get("/api/v2/users?q=ada").await.expect(200), json!([]));
    }
}

both_engines! {
    // S0.L30.1, ASVS v5.0.0-6.2.1, ASVS v5.0.0-6.2.4, ASVS v5.0.0-6.2.5, ASVS v5.0.0-6.2.8, ASVS v5.0.0-6.2.9,
    // ASVS v5.0.0-6.2.12
    async fn a_password_is_long_and_uncommon_and_otherwise_free(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        for (number, password) in ["12345678", "iloveyou", "qwertyuiop", "sunshine", "Passw0rd"].into_iter().enumerate() {
            let said = json!({"email": format!("{number}@example.com"), "password": password});
            refused(sign_up(server, &client, said).await, 400, "invalid_password");
        }
        let long = "x9 Q".repeat(16);
        for (number, password) in ["tlmqbvze", "春眠不覺曉處處聞", " leading and trailing ", &long].into_iter().enumerate() {
            let said = json!({"email": format!("{number}@example.com"), "password": password});
            let made = sign_up(server, &client, said).await.expect(200);
            let id = json!(format!("auth0|{}", made["_id"].as_str().expect("an id")));
            let key = stored(server, &id).await.key;
            assert!(has_password(server, key, password).await, "{password}");
            // Exactly as typed: neither cut off nor changed in case.
            let cut: String = password.chars().take(password.chars().count() - 1).collect();
            assert!(!has_password(server, key, &cut).await, "{password}");
            let raised = password.to_uppercase();
            assert!(raised == *password || !has_password(server, key, &raised).await, "{password}");
        }
        set_options(server, json!({"disable_signup": false, "password_complexity_options": {"min_length": 15}})).await;
        let said = json!({"email": "short@example.com", "password": "tlmqbvzexwkj"});
        let words = refused(sign_up(server, &client, said).await, 400, "invalid_password");
        assert!(words.contains("15"), "{words}");
    }
}

both_engines! {
    // S4.L35.3: the answer is the same whatever is taken; its owner is told by mail, once an hour.
    async fn who_has_an_account_is_told_to_its_owner_alone(server: &Server) {
        let client = application(server).await;
        let options = json!({"disable_signup": false, "attributes": {"username": {"signup": {"status": "optional"}}}});
        set_options(server, options).await;
        let taken = json!({
            "connection": CONNECTION, "email": "ada@example.com", "username": "ada", "verify_email": false,
        });
        server.create(taken).await;
        let by_email = json!({"email": "ADA@example.com", "password": PASSWORD});
        let by_name = json!({"email": "new@example.com", "username": "Ada", "password": PASSWORD});
        let first = sign_up(server, &client, by_email.clone()).await;
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "already have".to_owned())]);
        let mail = crate::mails::queued(server).await.pop().expect("a mail");
        assert!(mail.text.contains("https://shop.example/\n") || mail.text.ends_with("https://shop.example/"), "{}", mail.text);
        let second = sign_up(server, &client, by_name).await;
        assert_eq!((first.status, &first.text), (second.status, &second.text));
        assert_eq!(refused(first, 400, "invalid_signup"), "Invalid sign up");
        refused(sign_up(server, &client, by_email.clone()).await, 400, "invalid_signup");
        assert_eq!(mails(server).await.len(), 1, "a second mail within the hour, or one to who is not known");
        assert_eq!(events(server, "sign_up.refused", None).await, 3);
        server.clock.advance_seconds(3601);
        refused(sign_up(server, &client, by_email).await, 400, "invalid_signup");
        assert_eq!(mails(server).await.len(), 2);
    }
}

both_engines! {
    async fn a_weak_password_tells_nothing_of_who_has_an_account(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        person(server, "ada@example.com").await;
        let weak = async |email: &str| sign_up(server, &client, json!({"email": email, "password": "short"})).await;
        let (known, unknown) = (weak("ada@example.com").await, weak("eve@example.com").await);
        assert_eq!((known.status, known.text), (unknown.status, unknown.text));
        assert!(mails(server).await.is_empty());
    }
}

both_engines! {
    async fn of_many_sign_ups_at_once_with_one_address_one_succeeds(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        let answers = race(20, |_| {
            let (server, client) = (server.clone(), client.clone());
            async move { sign_up(&server, &client, json!({"email": "ada@example.com", "password": PASSWORD})).await }
        });
        let (made, refused): (Vec<_>, Vec<_>) = answers.await.into_iter().partition(|answer| answer.status == 200);
        assert_eq!(made.len(), 1);
        assert!(refused.iter().all(|answer| answer.body["code"] == "invalid_signup"));
        let mails = mails(server).await;
        assert_eq!(mails.iter().filter(|(_, about)| about == "Confirm").count(), 1);
        assert_eq!(mails.iter().filter(|(_, about)| about == "already have").count(), 1);
    }
}

both_engines! {
    async fn a_form_signs_up_too(server: &Server) {
        let client = application(server).await;
        set_options(server, json!({"disable_signup": false})).await;
        let form = format!(
            "client_id={client}&connection={CONNECTION}&email=ada%40example.com&password=correct+horse+battery\
             &user_metadata[city]=London"
        );
        let call = server.call("POST", "/dbconnections/signup").token(None).form(&form);
        let made = call.header("accept-language", "zh-CN").send().await.expect(200);
        assert_eq!(made["user_metadata"], json!({"city": "London"}));
        let mail = crate::mails::queued(server).await.pop().expect("a mail");
        assert_eq!(mail.language, "zh-CN");
    }
}
