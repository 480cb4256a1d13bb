//! Sessions: how their secrets are made, replaced and ended.

use serde_json::json;

use crate::harness::{Application, Browser, Server, both_engines, claims_of};

async fn is_signed_in(application: &Application<'_>, browser: &Browser<'_>) -> bool {
    let page = browser.visit(&application.authorize(&[("prompt", "none")])).await;
    page.told().parameters.contains_key("code")
}

async fn set_up(server: &Server) -> Application<'_> {
    server.person("ada@example.com").await;
    Application::web(server, json!({})).await
}

both_engines! {
    // ASVS v5.0.0-7.2.1, v5.0.0-7.2.2, v5.0.0-7.2.3: 64 letters and digits by chance are 381 bits
    async fn a_sessions_secret_is_long_by_chance_and_stored_as_a_digest_alone(server: &Server) {
        let application = set_up(server).await;
        let mut known = std::collections::BTreeSet::new();
        for _ in 0..3 {
            let browser = Browser::new(server);
            application.sign_in(&browser, "ada@example.com", &[]).await.code();
            let secret = browser.cookie("session").expect("a session");
            assert!(secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{secret}");
            let sql = anteroom_store::Sql::new("SELECT count(*) FROM session WHERE tenant_id = ");
            let sql = sql.bind(server.world.tenant).push(" AND digest = ");
            let session = server.services.db.session().await.expect("a session");
            for (stored, count) in [(secret.clone(), 0), (anteroom_crypto::token::stored_digest(&secret), 1)] {
                let found: Option<(i64,)> = session.connection().one(sql.clone().bind(stored)).await.expect("a count");
                assert_eq!(found, Some((count,)));
            }
            assert!(known.insert(secret));
        }
    }
}

both_engines! {
    // ASVS v5.0.0-7.2.4
    async fn each_proof_makes_a_new_secret_and_the_old_one_finds_nothing(server: &Server) {
        let application = set_up(server).await;
        let browser = Browser::new(server);
        application.sign_in(&browser, "ada@example.com", &[]).await.code();
        let (before, copy) = (browser.cookie("session"), browser.at(server));
        application.sign_in(&browser, "ada@example.com", &[("prompt", "login")]).await.code();
        assert_ne!(browser.cookie("session"), before);
        assert!(is_signed_in(&application, &browser).await);
        assert!(!is_signed_in(&application, &copy).await);
    }
}

both_engines! {
    // ASVS v5.0.0-7.2.4: a secret that somebody else put into the browser is not adopted
    async fn a_secret_that_was_planted_signs_nobody_in(server: &Server) {
        let application = set_up(server).await;
        server.person("mallory@example.com").await;
        let (mallory, victim) = (Browser::new(server), Browser::new(server));
        application.sign_in(&mallory, "mallory@example.com", &[]).await.code();
        let planted = mallory.cookie("session").expect("a session");
        application.sign_in(&victim, "ada@example.com", &[]).await.code();
        victim.forge("session", &planted);
        let page = application.sign_in(&victim, "ada@example.com", &[("prompt", "login")]).await;
        let token = application.exchange(&page.code()).await.expect(200);
        assert_eq!(claims_of(&token["id_token"])["email"], "ada@example.com");
        assert_ne!(victim.cookie("session").as_deref(), Some(planted.as_str()));
        // Mallory's own copy has ended with it: two people do not share a browser's session.
        assert!(!is_signed_in(&application, &mallory).await);
    }
}

both_engines! {
    // ASVS v5.0.0-7.3.1, v5.0.0-7.3.2, S4.L34.1, S4.L34.6
    async fn a_session_ends_by_age_and_for_want_of_use(server: &Server) {
        let application = set_up(server).await;
        server.patch("/api/v2/tenants/settings", json!({"session_lifetime": 10, "idle_session_lifetime": 4})).await.expect(200);
        let (busy, idle) = (Browser::new(server), Browser::new(server));
        for browser in [&busy, &idle] {
            application.sign_in(browser, "ada@example.com", &[]).await.code();
        }
        for _ in 0..3 {
            server.clock.advance_seconds(3 * 3600);
            assert!(is_signed_in(&application, &busy).await);
        }
        assert!(!is_signed_in(&application, &idle).await);
        server.clock.advance_seconds(2 * 3600);
        assert!(!is_signed_in(&application, &busy).await);
    }
}

both_engines! {
    // ASVS v5.0.0-7.6.1
    async fn an_application_may_ask_for_a_fresh_proof(server: &Server) {
        let application = set_up(server).await;
        let browser = Browser::new(server);
        application.sign_in(&browser, "ada@example.com", &[]).await.code();
        server.clock.advance_seconds(600);
        for asked in [("max_age", "300"), ("prompt", "login")] {
            let page = browser.visit(&application.authorize(&[asked])).await;
            assert!(page.at.starts_with("/u/login?"), "{asked:?}: {}", page.at);
        }
        browser.visit(&application.authorize(&[("max_age", "900")])).await.code();
    }
}

both_engines! {
    // ASVS v5.0.0-7.6.2: an application can be set to take no sign-in from a session that stands
    async fn single_sign_on_can_be_switched_off_for_an_application(server: &Server) {
        let application = set_up(server).await;
        let careful = Application::web(server, json!({"sso_disabled": true})).await;
        let browser = Browser::new(server);
        application.sign_in(&browser, "ada@example.com", &[]).await.code();
        let page = browser.visit(&careful.authorize(&[])).await;
        assert!(page.at.starts_with("/u/login?"), "{}", page.at);
    }
}
