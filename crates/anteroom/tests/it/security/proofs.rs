//! A proof of before opens nothing after access has ended.

use serde_json::{Value, json};

use crate::harness::{Application, Browser, PASSWORD, Page, Server, both_engines, race};

const ANOTHER: &str = "a quite different set of words";

/// Somebody who knows the password and has come as far as the page that asks for consent.
async fn waiting(application: &Application<'_>, browser: &Browser<'_>) -> Page {
    let page = application.sign_in(browser, "ada@example.com", &[("prompt", "consent")]).await;
    assert!(page.at.starts_with("/u/consent"), "{}", page.at);
    page
}

async fn allow(browser: &Browser<'_>, page: &Page) -> Page {
    browser.submit("/u/consent", &[("state", &page.field("state")), ("decision", "allow")]).await
}

#[track_caller]
fn is_over(page: &Page) {
    assert_eq!((page.answer.status.as_u16(), page.answer.header("location")), (404, None), "{}", page.answer.text);
}

both_engines! {
    // ASVS v5.0.0-7.4.3: whoever knew the old password and is half way in is out when the owner changes it
    async fn a_sign_in_under_way_ends_with_the_password_it_began_with(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let (owner, thief) = (Browser::new(server), Browser::new(server));
        let token = application.tokens(&owner, "ada@example.com", &[]).await["access_token"].clone();
        let page = waiting(&application, &thief).await;
        let body = json!({"current_password": PASSWORD, "new_password": ANOTHER});
        let call = server.call("POST", "/api/account/password").token(token.as_str()).json(&body);
        assert_eq!(call.send().await.status.as_u16(), 204);
        is_over(&allow(&thief, &page).await);
        // The owner, who stays signed in where the password was changed, agrees by the session of before.
        let page = owner.visit(&application.authorize(&[("prompt", "consent")])).await;
        allow(&owner, &page).await.code();
    }
}

both_engines! {
    // ASVS v5.0.0-7.4.2, S2.L24.5
    async fn a_sign_in_under_way_ends_with_the_access_also_when_it_is_given_back(server: &Server) {
        let user = server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let thief = Browser::new(server);
        let page = waiting(&application, &thief).await;
        for blocked in [true, false] {
            server.patch(&Server::path_of(&user), json!({"blocked": blocked})).await.expect(200);
        }
        is_over(&allow(&thief, &page).await);
        // Whoever proves it again straight afterwards is let in: nobody has to wait for the next second.
        let page = waiting(&application, &thief).await;
        allow(&thief, &page).await.code();
    }
}

both_engines! {
    // S2.L24.5: of a block and sign-ins at the same moment nothing is left
    async fn what_a_sign_in_gives_while_a_block_comes_is_worth_nothing_after_it(server: &Server) {
        let user = server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        application.sign_in(&browser, "ada@example.com", &[]).await.code();
        let path = application.authorize(&[("prompt", "none"), ("scope", "openid offline_access")]);
        let cookie = browser.cookie("session").expect("a session");
        let (server_here, user_path) = (server.clone(), Server::path_of(&user));
        let answers = race(20, move |number| {
            let (server, path, user_path, cookie) =
                (server_here.clone(), path.clone(), user_path.clone(), cookie.clone());
            async move {
                if number == 10 {
                    server.patch(&user_path, json!({"blocked": true})).await.expect(200);
                    return None;
                }
                let name = format!("anteroom-http-{}-session={cookie}", server.world.tenant.0);
                let answer = server.call("GET", &path).token(None).header("cookie", &name).send().await;
                let told = crate::harness::Told::of(answer.header("location").expect("an answer"));
                match told.parameters.get("code") {
                    Some(code) => Some(code.clone()),
                    None => {
                        assert_eq!(told.parameters["error"], "login_required");
                        None
                    }
                }
            }
        })
        .await;
        server.patch(&Server::path_of(&user), json!({"blocked": false})).await.expect(200);
        for code in answers.into_iter().flatten() {
            let answer = application.exchange(&code).await;
            assert_eq!(answer.body["error"], "invalid_grant", "{}", answer.text);
        }
        let left: Value = server.get(&format!("{}/refresh-tokens", Server::path_of(&user))).await.expect(200);
        assert_eq!(left["tokens"], json!([]), "{left}");
    }
}

both_engines! {
    async fn an_address_that_is_taken_back_gets_no_code(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&application.authorize(&[])).await;
        let path = format!("/api/v2/clients/{}", application.client_id);
        server.patch(&path, json!({"callbacks": ["https://app.example/elsewhere"]})).await.expect(200);
        is_over(&browser.sign_in(&page, "ada@example.com", PASSWORD).await);
    }
}

both_engines! {
    // A link to choose a password is worth nothing once an administrator has set another one.
    async fn a_link_that_was_sent_before_an_administrator_sets_a_password_is_over(server: &Server) {
        let user = server.person("ada@example.com").await;
        let made = server.post("/api/v2/tickets/password-change", json!({"user_id": user["user_id"]})).await.expect(201);
        let link = made["ticket"].as_str().expect("a link").to_owned();
        let path = &link[link.find("/u/").expect("a page")..];
        let browser = Browser::new(server);
        assert_eq!(browser.visit(path).await.answer.status.as_u16(), 200);
        server.patch(&Server::path_of(&user), json!({"password": ANOTHER})).await.expect(200);
        assert_eq!(browser.visit(path).await.answer.status.as_u16(), 404);
    }
}
