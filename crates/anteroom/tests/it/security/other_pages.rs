//! What pages of one application can do to another one, and strangers' pages to all.

use serde_json::{Value, json};

use crate::harness::{Answer, Application, Browser, CHALLENGE, Server, both_engines};

/// What a page at this origin gets when it begins a flow for an application in this browser.
async fn begin(browser: &Browser<'_>, server: &Server, application: &Application<'_>, origin: &str) -> Answer {
    let body: Value = json!({
        "response_type": "code", "client_id": application.client_id, "redirect_uri": application.redirect_uri,
        "scope": "openid", "code_challenge": CHALLENGE, "code_challenge_method": "S256",
    });
    let cookie = browser.cookie("session").expect("a session");
    let cookie = format!("anteroom-http-{}-session={cookie}", server.world.tenant.0);
    let call = server.call("POST", "/api/flow").token(None).header("cookie", &cookie);
    call.header("origin", origin).json(&body).send().await
}

both_engines! {
    // A page of one application does not read the code that is for another, though the browser is signed in.
    async fn a_flow_begins_for_the_pages_own_application_alone(server: &Server) {
        server.person("ada@example.com").await;
        let victim = Application::spa(server, json!({})).await;
        let callbacks = json!({"callbacks": ["https://other.example/cb"], "web_origins": ["https://other.example"]});
        let other = Application::spa(server, callbacks).await;
        let browser = Browser::new(server);
        victim.sign_in(&browser, "ada@example.com", &[]).await.code();
        let answer = begin(&browser, server, &victim, "https://other.example").await;
        answer.refused(403, "cross_site_request");
        let answer = begin(&browser, server, &victim, "https://evil.example").await;
        assert_eq!(answer.headers.get("access-control-allow-origin"), None);
        answer.refused(403, "cross_site_request");
        for (application, origin) in [(&victim, "https://app.example"), (&other, "https://other.example")] {
            let answer = begin(&browser, server, application, origin).await;
            assert_eq!(answer.expect(200)["step"], "finish");
        }
        let answer = begin(&browser, server, &victim, &format!("http://{}", crate::harness::HOST)).await;
        assert_eq!(answer.expect(200)["step"], "finish");
    }
}

both_engines! {
    // ASVS v5.0.0-6.3.1, S4.L34.5: an attacker has a whole network of IPv6 addresses
    async fn an_ipv6_network_counts_as_one_address(server: &Server) {
        let limits = json!({"rate_limits": {"enabled": true, "per_ip_per_minute": 5, "per_user_per_minute": 60}});
        server.patch("/api/v2/tenants/settings", limits).await.expect(200);
        let mut refused = 0;
        for number in 0..20 {
            let from = format!("[2001:db8:1:2::{number:x}]:50000");
            let answer = server.call("GET", "/authorize").token(None).from(&from).send().await;
            refused += usize::from(answer.status.as_u16() == 429);
        }
        assert!(refused >= 14, "{refused}");
        let elsewhere = server.call("GET", "/authorize").token(None).from("[2001:db8:1:3::1]:50000").send().await;
        assert_eq!(elsewhere.status.as_u16(), 400);
    }
}

both_engines! {
    // ASVS v5.0.0-6.3.1: nobody keeps the server busy with a single form
    async fn a_form_of_very_many_fields_is_refused_before_they_are_compared(server: &Server) {
        let form: String = (0..180_000).map(|number| format!("{number:x}&")).collect();
        assert!(form.len() < 1024 * 1024);
        let began = std::time::Instant::now();
        for path in ["/authorize", "/u/login", "/oidc/logout", "/userinfo"] {
            let answer = server.call("POST", path).token(None).form(&form).send().await;
            assert_eq!(answer.status.as_u16(), 400, "{path}: {}", answer.text);
        }
        assert!(began.elapsed() < std::time::Duration::from_secs(10), "{:?}", began.elapsed());
    }
}
