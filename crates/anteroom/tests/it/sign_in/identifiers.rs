//! By what people sign in.

use serde_json::json;

use super::tools::{attempt, fail, is_let_in, logged, opens, refused, set_options};
use crate::harness::{Application, Browser, CONNECTION, PASSWORD, Server, both_engines, claims_of};

/// Somebody known by all three.
async fn ada(server: &Server) -> serde_json::Value {
    let body = json!({
        "connection": CONNECTION, "email": "ada@example.com", "username": "AdaLove", "phone_number": "+442079460958",
        "password": PASSWORD,
    });
    server.create(body).await
}

both_engines! {
    // S1.L28.1, S4.L24.1, S4.L24.2
    async fn people_sign_in_by_address_username_and_number_however_they_write_them(server: &Server) {
        let user = ada(server).await;
        let app = Application::web(server, json!({})).await;
        for typed in [
            "ada@example.com", " ADA@Example.COM ", "AdaLove", "adalove", " ADALOVE", "+442079460958",
            " +44 (20) 7946-0958 ",
        ] {
            let page = attempt(&app, server, typed, PASSWORD).await;
            assert!(is_let_in(&page), "{typed}: {}", page.answer.text);
            let tokens = app.exchange(&page.code()).await.expect(200);
            assert_eq!(claims_of(&tokens["id_token"])["sub"], user["user_id"], "{typed}");
        }
        for typed in ["ada@example.co", "adalov", "+44207946095", "adalove@", "%", "ada@example.com x"] {
            refused(&attempt(&app, server, typed, PASSWORD).await);
        }
    }
}

both_engines! {
    // ASVS v5.0.0-6.2.8: a password is taken as it was typed.
    async fn a_password_is_compared_as_it_was_typed(server: &Server) {
        let password = " Grün \u{1F40E} 李小龙 = & + % ";
        server.create(json!({"connection": CONNECTION, "email": "ada@example.com", "password": password})).await;
        let app = Application::web(server, json!({})).await;
        let upper = password.to_uppercase();
        for wrong in [password.trim(), upper.as_str(), &password[..password.len() - 1], &"x".repeat(4000)] {
            refused(&attempt(&app, server, "ada@example.com", wrong).await);
        }
        assert!(is_let_in(&attempt(&app, server, "ada@example.com", password).await));
    }
}

both_engines! {
    // S4.L24.1, S4.L24.2, S4.L24.5
    async fn an_identifier_that_is_switched_off_is_refused_at_once_in_every_process(server: &Server) {
        ada(server).await;
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        let waiting = Browser::new(server);
        let opened = waiting.visit(&app.authorize(&[])).await;
        assert!(opened.says("Email, username or phone number"));
        let off = json!({"identifier": {"active": false}});
        let on = json!({"identifier": {"active": true}});
        let cases = [
            (json!({"email": off, "username": on, "phone_number": on}), "ada@example.com", "adalove", "Username or phone number"),
            (json!({"email": on, "username": off, "phone_number": on}), "adalove", "ada@example.com", "Email or phone number"),
            (json!({"email": on, "username": on, "phone_number": off}), "+442079460958", "adalove", "Email or username"),
            (json!({"email": on, "username": off, "phone_number": off}), "adalove", "ada@example.com", "Email address"),
        ];
        for (attributes, off, on, label) in cases {
            set_options(server, json!({"attributes": attributes})).await;
            for process in [&other, server] {
                let page = Browser::new(process).visit(&app.authorize(&[])).await;
                assert!(page.says(&format!(">{label}</label>")), "{label}: {}", page.answer.text);
                assert!(!opens(&app, process, off).await, "{off}");
                assert!(opens(&app, process, on).await, "{on}");
            }
            // A page that was opened before is no way around it.
            refused(&waiting.sign_in(&opened, off, PASSWORD).await);
        }
        set_options(server, json!({"attributes": {"email": on, "username": on, "phone_number": on}})).await;
        assert!(opens(&app, &other, "+442079460958").await);
    }
}

both_engines! {
    async fn who_types_nothing_is_told_so_and_nothing_is_counted(server: &Server) {
        ada(server).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        for (identifier, password, said) in [
            ("", PASSWORD, "Enter your email address, username or phone number."),
            ("adalove", "", "Enter your password."),
            ("", "", "Enter your email address, username or phone number."),
        ] {
            let again = browser.sign_in(&page, identifier, password).await;
            assert_eq!(again.answer.status, 400);
            assert!(again.says(said), "{}", again.answer.text);
        }
        for code in ["f", "fp", "fu"] {
            assert!(logged(server, code).await.is_empty(), "{code}");
        }
        assert!(is_let_in(&browser.sign_in(&page, "adalove", PASSWORD).await));
    }
}

both_engines! {
    // S4.L35.3: who it is, is asked first, and nothing is said of whether anybody is known by that.
    async fn the_identifier_can_be_asked_for_first(server: &Server) {
        ada(server).await;
        let app = Application::web(server, json!({})).await;
        server.patch("/api/v2/prompts", json!({"identifier_first": true})).await.expect(200);
        let browser = Browser::new(server);
        let first = browser.visit(&app.authorize(&[])).await;
        assert!(!first.says("type=\"password\"") && first.says("name=\"username\""), "{}", first.answer.text);
        let state = first.field("state");
        let step = async |typed: &str| browser.submit("/u/login", &[("state", &state), ("username", typed)]).await;
        let unknown = step("bob@example.com").await;
        assert!(unknown.says("type=\"password\"") && unknown.at.starts_with("/u/login?state="), "{}", unknown.answer.text);
        // The way back asks for another identifier.
        let asked_again = browser.visit(&format!("/u/login?state={state}&identifier=other")).await;
        assert!(!asked_again.says("type=\"password\"") && !asked_again.says("bob@example.com"));
        let known = step("ada@example.com").await;
        let without = |text: &str| text.replace("bob@", "").replace("ada@", "");
        assert_eq!(without(&unknown.answer.text), without(&known.answer.text));
        // Password managers find who it is beside the password.
        let field = known.answer.text.split("<input").find(|tag| tag.contains("name=\"username\"")).expect("a field");
        assert!(field.contains("value=\"ada@example.com\"") && field.contains("autocomplete=\"username\""), "{field}");
        assert!(field.contains("readonly"), "{field}");
        let wrong = browser.submit("/u/login", &[("state", &state), ("password", "wrong")]).await;
        refused(&wrong);
        assert!(wrong.says("value=\"ada@example.com\""), "{}", wrong.answer.text);
        // The form cannot change who it is after the page asked for it.
        let swapped = [("state", state.as_str()), ("username", "bob@example.com"), ("password", PASSWORD)];
        assert!(is_let_in(&browser.submit("/u/login", &swapped).await));
    }
}

both_engines! {
    // S4.L24.5
    async fn password_managers_that_fill_in_both_at_once_are_served(server: &Server) {
        ada(server).await;
        let app = Application::web(server, json!({})).await;
        server.patch("/api/v2/prompts", json!({"identifier_first": true})).await.expect(200);
        assert!(opens(&app, server, "ada@example.com").await);
        fail(&app, server, "ada@example.com", 1).await;
        server.patch("/api/v2/prompts", json!({"identifier_first": false})).await.expect(200);
        let page = Browser::new(server).visit(&app.authorize(&[])).await;
        assert!(page.says("type=\"password\"") && page.says("name=\"username\""), "{}", page.answer.text);
    }
}
