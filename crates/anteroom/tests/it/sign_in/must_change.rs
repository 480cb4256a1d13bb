//! A password that an administrator set must be changed at the next sign-in.

use serde_json::json;

use super::tools::{ANOTHER, attempt, is_let_in, logged, profile_status, refused, silent};
use crate::harness::{Application, Browser, PASSWORD, Page, Server, both_engines};

async fn choose(browser: &Browser<'_>, page: &Page, password: &str) -> Page {
    let state = page.field("state");
    browser.submit("/u/change-password", &[("state", &state), ("password", password)]).await
}

both_engines! {
    // S4.L19.1, S4.L19.2, S4.L22.3, ASVS v5.0.0-6.4.1
    async fn a_password_set_by_an_administrator_works_until_it_is_changed_and_no_further(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let before = Browser::new(server);
        let tokens = app.tokens(&before, "ada@example.com", &[("scope", "openid offline_access")]).await;
        let given = "given by the help desk today";
        server.patch(&Server::path_of(&user), json!({"password": given, "reset_password_on_next_login": true})).await.expect(200);
        // What there was has ended.
        assert_eq!(profile_status(server, &tokens["access_token"]).await, 401);
        app.refresh(&tokens["refresh_token"]).await.expect(400);
        assert_eq!(silent(&app, &before).await, Err("login_required".to_owned()));
        refused(&attempt(&app, server, "ada@example.com", PASSWORD).await);
        // The given one opens the page where another is chosen, nothing else.
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[])).await;
        let page = browser.sign_in(&login, "ada@example.com", given).await;
        assert!(page.at.starts_with("/u/change-password?state=") && page.says("Choose a new password"), "{}", page.at);
        assert_eq!((browser.cookie("-session"), silent(&app, &browser).await), (None, Err("login_required".to_owned())));
        let manager = page.answer.text.split("<input").find(|tag| tag.contains("autocomplete=\"username\"")).expect("a field");
        assert!(manager.contains("ada@example.com"), "{manager}");
        for (password, said) in [
            ("", "Choose a password."),
            ("short", "Too short."),
            ("password1", "Too easy to guess."),
            ("ada@example.com", "Too easy to guess."),
            (given, "This is your current password."),
        ] {
            let again = choose(&browser, &page, password).await;
            assert_eq!(again.answer.status, 400, "{password}");
            assert!(again.says(said), "{password}: {}", again.answer.text);
            assert!(password.is_empty() || !again.says(&format!("value=\"{password}\"")) || password.contains('@'));
        }
        let code = choose(&browser, &page, ANOTHER).await.code();
        assert_eq!(app.exchange(&code).await.expect(200)["token_type"], "Bearer");
        let read = server.get(&Server::path_of(&user)).await.expect(200);
        assert_eq!((&read["reset_password_on_next_login"], &read["logins_count"]), (&json!(false), &json!(2)));
        refused(&attempt(&app, server, "ada@example.com", given).await);
        assert!(is_let_in(&attempt(&app, server, "ada@example.com", ANOTHER).await));
        assert_eq!(logged(server, "scp").await[0]["user_id"], user["user_id"]);
    }
}

both_engines! {
    // S4.L19.2, ASVS v5.0.0-7.4.3
    async fn who_changes_the_password_is_signed_out_everywhere_else(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let (thief, other) = (Browser::new(server), server.second_process().await);
        let offline = [("scope", "openid offline_access")];
        let stolen = app.tokens(&thief, "ada@example.com", &offline).await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        // Before the change, a session that stands is asked for it too.
        assert_eq!(silent(&app, &thief).await, Err("interaction_required".to_owned()));
        let asked = thief.visit(&app.authorize(&[])).await;
        assert!(asked.at.starts_with("/u/change-password"), "{}", asked.at);
        let browser = Browser::new(server);
        let page = app.sign_in(&browser, "ada@example.com", &[]).await;
        let mine = app.exchange(&choose(&browser, &page, ANOTHER).await.code()).await.expect(200);
        assert_eq!(profile_status(&other, &stolen["access_token"]).await, 401);
        app.refresh(&stolen["refresh_token"]).await.expect(400);
        assert_eq!(silent(&app, &thief).await, Err("login_required".to_owned()));
        assert_eq!(choose(&thief, &asked, "a third one of six words").await.answer.status, 404);
        assert_eq!(profile_status(&other, &mine["access_token"]).await, 200);
        assert!(silent(&app, &browser).await.is_ok(), "the browser that changed it stays signed in");
    }
}

both_engines! {
    async fn a_change_that_is_asked_for_in_a_session_keeps_that_session(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let page = browser.visit(&app.authorize(&[])).await;
        let tokens = app.exchange(&choose(&browser, &page, ANOTHER).await.code()).await.expect(200);
        assert_eq!(profile_status(server, &tokens["access_token"]).await, 200);
        assert!(silent(&app, &browser).await.is_ok());
    }
}
