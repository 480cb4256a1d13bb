//! Making an account on the way to an application.

use serde_json::json;

use super::tools::{ANOTHER, is_let_in, logged, set_options};
use crate::harness::{Application, Browser, CONNECTION, Server, both_engines, claims_of};

both_engines! {
    // S4.L24.3, S4.L24.5
    async fn while_it_is_off_there_is_no_link_no_page_and_no_account(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        set_options(server, json!({"disable_signup": false})).await;
        let waiting = Browser::new(server);
        let opened = waiting.visit(&app.authorize(&[("screen_hint", "signup")])).await;
        assert!(opened.at.starts_with("/u/signup?state="), "{}", opened.at);
        assert!(Browser::new(&other).visit(&app.authorize(&[])).await.says("Create an account"));
        set_options(server, json!({"disable_signup": true})).await;
        for process in [server, &other] {
            let browser = Browser::new(process);
            let page = browser.visit(&app.authorize(&[])).await;
            assert!(!page.says("Create an account") && !page.says("/u/signup"), "{}", page.answer.text);
            let state = page.field("state");
            let shown = browser.visit(&format!("/u/signup?state={state}")).await;
            assert_eq!(shown.answer.status, 403, "{}", shown.answer.text);
            assert!(!shown.says("<form"), "{}", shown.answer.text);
        }
        let state = opened.field("state");
        let fields = [("state", state.as_str()), ("email", "new@example.com"), ("password", ANOTHER)];
        for process in [server, &other] {
            let refused = waiting.at(process).submit("/u/signup", &fields).await;
            assert_eq!(refused.answer.status, 403, "{}", refused.answer.text);
            let body = json!({"email": "new@example.com", "password": ANOTHER, "connection": CONNECTION, "client_id": app.client_id});
            let refused = process.call("POST", "/dbconnections/signup").token(None).json(&body).send().await;
            assert!(refused.status.is_client_error(), "{}", refused.text);
        }
        assert!(server.found("email:\"new@example.com\"").await.is_empty());
        assert!(logged(server, "ss").await.is_empty());
    }
}

both_engines! {
    // S4.L24.3, ASVS v5.0.0-6.2.1
    async fn who_makes_an_account_is_signed_in_to_it(server: &Server) {
        set_options(server, json!({"disable_signup": false})).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[])).await;
        assert!(login.says("Create an account"));
        let state = login.field("state");
        let page = browser.visit(&format!("/u/signup?state={state}")).await;
        assert!(page.says("Create your account") && page.says("autocomplete=\"new-password\""), "{}", page.answer.text);
        let send = async |email: &str, password: &str| {
            browser.submit("/u/signup", &[("state", &state), ("email", email), ("name", "Ada L."), ("password", password)]).await
        };
        for (email, password, said) in [
            ("", ANOTHER, "Enter your email address."),
            ("not an address", ANOTHER, "This doesn’t look like an email address."),
            ("ada@example.com", "", "Choose a password."),
            ("ada@example.com", "short", "Too short."),
            ("ada@example.com", "ada@example.com", "Too easy to guess."),
        ] {
            let again = send(email, password).await;
            assert_eq!(again.answer.status, 400, "{email} {password}");
            assert!(again.says(said), "{said}: {}", again.answer.text);
            assert!(again.says("value=\"Ada L.\"") && !again.says(&format!("value=\"{ANOTHER}\"")), "{}", again.answer.text);
        }
        let tokens = app.exchange(&send("Ada@Example.com", ANOTHER).await.code()).await.expect(200);
        let sub = claims_of(&tokens["id_token"])["sub"].clone();
        let path = Server::path_of(&json!({"user_id": sub}));
        let user = server.get(&path).await.expect(200);
        assert_eq!(
            (&user["email"], &user["email_verified"], &user["name"], &user["source"], &user["logins_count"]),
            (&json!("ada@example.com"), &json!(false), &json!("Ada L."), &json!("register"), &json!(1)),
        );
        for code in ["ss", "s"] {
            let events = logged(server, code).await;
            assert_eq!((events.len(), &events[0]["user_id"], &events[0]["client_id"]), (1, &sub, &json!(app.client_id)), "{code}");
        }
        // A second account for the same address is refused without saying that there is one.
        let other = Browser::new(server);
        let state = other.visit(&app.authorize(&[])).await.field("state");
        let taken = [("state", state.as_str()), ("email", "ada@example.com"), ("password", "quite another long one")];
        let refused = other.submit("/u/signup", &taken).await;
        assert!(!is_let_in(&refused) && refused.says("We couldn’t create this account."), "{}", refused.answer.text);
        assert_eq!(other.cookie("-session"), None);
    }
}
