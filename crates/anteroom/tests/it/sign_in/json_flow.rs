//! The same steps as JSON, for applications that draw their own pages.

use serde_json::{Value, json};

use super::tools::{ANOTHER, GENERIC, WRONG, logged, profile_status, set_options};
use crate::harness::{Answer, Application, CALLBACK, CHALLENGE, HOST, PASSWORD, Server, Told, both_engines};

const ORIGIN: &str = "https://app.example";

/// A page of the application: it sends JSON with the browser's cookies.
pub struct OwnPage<'a> {
    server: &'a Server,
    origin: &'static str,
    pub cookies: Vec<String>,
    flow: String,
}

impl<'a> OwnPage<'a> {
    /// A page that has begun to sign somebody in.
    pub async fn begun(server: &'a Server, app: &Application<'_>, changes: Value) -> (Self, Value) {
        let mut page = Self { server, origin: ORIGIN, cookies: Vec::new(), flow: String::new() };
        let begun = page.post("/api/flow", asking(app, changes)).await.expect(201);
        page.flow = begun["flow"].as_str().expect("a flow").to_owned();
        (page, begun)
    }

    async fn post(&mut self, path: &str, body: Value) -> Answer {
        let call = self.server.call("POST", path).token(None).header("origin", self.origin);
        let answer = call.header("cookie", &self.cookies.join("; ")).json(&body).send().await;
        for cookie in answer.headers.get_all("set-cookie") {
            let text = cookie.to_str().expect("ASCII");
            self.cookies.push(text.split(';').next().expect("a pair").to_owned());
        }
        answer
    }

    pub async fn step(&mut self, step: &str, body: Value) -> Answer {
        let path = format!("/api/flow/{}/{step}", self.flow);
        self.post(&path, body).await
    }

    async fn get(&self) -> Answer {
        let call = self.server.call("GET", &format!("/api/flow/{}", self.flow)).token(None);
        call.header("cookie", &self.cookies.join("; ")).send().await
    }
}

/// The parameters of `/authorize`, as JSON.
fn asking(app: &Application<'_>, changes: Value) -> Value {
    let mut body = json!({
        "client_id": app.client_id, "response_type": "code", "redirect_uri": CALLBACK, "scope": "openid email",
        "state": "the-state", "nonce": "n", "code_challenge": CHALLENGE, "code_challenge_method": "S256",
    });
    for (name, value) in changes.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    body
}

/// Checks that it is a refusal with this code.
#[track_caller]
pub fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.body["errorCode"], code, "{}", answer.text);
}

both_engines! {
    // S1.L28.1
    async fn an_application_draws_its_own_pages(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::spa(server, json!({"name": "Zebra"})).await;
        let (mut page, begun) = OwnPage::begun(server, &app, json!({"login_hint": "ada"})).await;
        assert_eq!((&begun["step"], &begun["identifier"]), (&json!("identifier"), &json!("ada")));
        assert_eq!(begun["client"]["name"], "Zebra");
        assert_eq!(begun["identifiers"], json!(["email", "username", "phone_number"]));
        assert_eq!((&begun["sign_up"], begun.get("user")), (&json!(false), None));
        let told = page.step("identifier", json!({"identifier": "ada@example.com"})).await.expect(200);
        assert_eq!((&told["step"], &told["identifier"]), (&json!("password"), &json!("ada@example.com")));
        let wrong = page.step("password", json!({"password": WRONG})).await;
        refused(&wrong, 400, "invalid_user_password");
        assert!(!wrong.text.contains(GENERIC));
        let unknown = page.step("password", json!({"identifier": "bob@example.com", "password": WRONG})).await;
        assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
        let end = page.step("password", json!({"password": PASSWORD})).await;
        assert_eq!((&end.body["step"], end.body.get("form")), (&json!("finish"), None));
        let told = Told::of(end.body["redirect_to"].as_str().expect("an address"));
        assert_eq!((told.to.as_str(), told.parameters["state"].as_str()), (CALLBACK, "the-state"));
        let tokens = app.exchange(&told.parameters["code"]).await.expect(200);
        assert_eq!(profile_status(server, &tokens["access_token"]).await, 200);
        // It is over, and the session stands: the next one needs no page.
        refused(&page.step("password", json!({"password": PASSWORD})).await, 404, "flow_expired");
        refused(&page.get().await, 404, "flow_expired");
        let next = page.post("/api/flow", asking(&app, json!({}))).await.expect(200);
        assert!(next["redirect_to"].as_str().is_some_and(|to| to.contains("?code=")), "{next}");
        assert_eq!(logged(server, "fu").await.len(), 1);
    }
}

both_engines! {
    // S4.L19.2
    async fn what_is_still_to_be_done_comes_as_steps(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let app = Application::spa(server, json!({"is_first_party": false})).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({"response_mode": "form_post"})).await;
        for (step, body) in [("consent", json!({"allow": true})), ("change-password", json!({"password": ANOTHER}))] {
            refused(&page.step(step, body).await, 409, "flow_step");
        }
        let told = page.step("password", json!({"identifier": "ada@example.com", "password": PASSWORD})).await.expect(200);
        assert_eq!((&told["step"], &told["password_min_length"]), (&json!("change_password"), &json!(8)));
        assert_eq!(told["user"]["email"], "ada@example.com");
        refused(&page.step("identifier", json!({"identifier": "bob"})).await, 409, "flow_step");
        refused(&page.step("password", json!({"password": PASSWORD})).await, 409, "flow_step");
        refused(&page.step("sign-up", json!({"email": "b@example.com", "password": ANOTHER})).await, 403, "signup_disabled");
        for weak in ["", "short", PASSWORD] {
            refused(&page.step("change-password", json!({"password": weak})).await, 400, "invalid_password");
        }
        let told = page.step("change-password", json!({"password": ANOTHER})).await.expect(200);
        assert_eq!((&told["step"], &told["scopes"]), (&json!("consent"), &json!(["openid", "email"])));
        assert_eq!(page.get().await.expect(200), told);
        let end = page.step("consent", json!({"allow": true})).await.expect(200);
        assert_eq!((&end["step"], &end["form"]["action"]), (&json!("finish"), &json!(CALLBACK)));
        let fields = &end["form"]["fields"];
        assert_eq!((&fields["state"], end.get("redirect_to")), (&json!("the-state"), None));
        app.exchange(fields["code"].as_str().expect("a code")).await.expect(200);
    }
}

both_engines! {
    async fn unknown_and_malformed_fields_are_refused_by_name(server: &Server) {
        set_options(server, json!({"disable_signup": false})).await;
        let app = Application::spa(server, json!({})).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        for (step, body, field) in [
            ("identifier", json!({"identifier": "a", "extra": 1}), "extra"),
            ("identifier", json!({}), "identifier"),
            ("identifier", json!({"identifier": 7}), "identifier"),
            ("password", json!({"password": "a", "identifier": "b", "remember": true}), "remember"),
            ("password", json!({"identifier": "a"}), "password"),
            ("change-password", json!({"password": "a", "old": "b"}), "old"),
            ("consent", json!({"allow": "yes"}), "allow"),
            ("sign-up", json!({"email": "a@example.com", "password": ANOTHER, "role": "admin"}), "role"),
        ] {
            let answer = page.step(step, body).await;
            refused(&answer, 400, "invalid_body");
            assert!(answer.text.contains(field), "{step}: {}", answer.text);
        }
        let answer = page.post("/api/flow", asking(&app, json!({"prompt": ["login"]}))).await;
        refused(&answer, 400, "invalid_body");
        let unknown = page.post("/api/flow", asking(&app, json!({"client_id": "nobody"}))).await;
        assert_eq!(unknown.status, 400, "{}", unknown.text);
        assert!(unknown.text.contains("client_id"), "{}", unknown.text);
    }
}

both_engines! {
    // ASVS v5.0.0-3.5.1, v5.0.0-3.4.2
    async fn pages_of_origins_that_nobody_registered_are_refused(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::spa(server, json!({})).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        let (body, right) = (asking(&app, json!({})), json!({"identifier": "ada@example.com", "password": PASSWORD}));
        for origin in ["https://evil.example", "null", "http://app.example", "https://app.example:8443", "https://app.example.evil.example"] {
            page.origin = origin;
            for answer in [page.post("/api/flow", body.clone()).await, page.step("password", right.clone()).await] {
                refused(&answer, 403, "cross_site_request");
                assert_eq!(answer.header("access-control-allow-origin"), None);
                assert_eq!(answer.header("set-cookie"), None);
            }
        }
        page.origin = ORIGIN;
        // Another site's form cannot send JSON without being asked first.
        let path = format!("/api/flow/{}/password", page.flow);
        for media_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
            let call = server.call("POST", &path).token(None).header("cookie", &page.cookies.join("; "));
            refused(&call.bytes(media_type, right.to_string().into_bytes()).send().await, 415, "unsupported_media_type");
        }
        // In another browser it is worth nothing.
        page.cookies.clear();
        refused(&page.step("password", right.clone()).await, 404, "flow_expired");
        assert!(logged(server, "s").await.is_empty());
    }
}

both_engines! {
    // ASVS v5.0.0-3.4.2
    async fn a_registered_origin_may_read_the_answer_and_send_cookies(server: &Server) {
        let app = Application::spa(server, json!({})).await;
        let ask = async |origin: &str| {
            let call = server.call("OPTIONS", "/api/flow").token(None).header("origin", origin);
            call.header("access-control-request-method", "POST").header("access-control-request-headers", "content-type").send().await
        };
        let told = ask(ORIGIN).await;
        assert_eq!(told.status, 204);
        assert_eq!(told.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(told.header("access-control-allow-credentials"), Some("true"));
        assert!(told.header("access-control-allow-headers").is_some_and(|names| names.contains("content-type")));
        let stranger = ask("https://evil.example").await;
        assert_eq!((stranger.header("access-control-allow-origin"), stranger.header("access-control-allow-credentials")), (None, None));
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        let answer = page.step("identifier", json!({"identifier": "a"})).await;
        assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN));
        assert!(answer.header("vary").is_some_and(|names| names.contains("Origin")));
        // Our own pages are at home everywhere.
        let call = server.call("POST", "/api/flow").token(None).header("origin", &format!("http://{HOST}"));
        assert_eq!(call.json(&asking(&app, json!({}))).send().await.status, 201);
    }
}

both_engines! {
    // S4.L24.3
    async fn an_account_is_made_in_the_middle_where_that_is_on(server: &Server) {
        let app = Application::spa(server, json!({})).await;
        let body = json!({"email": "new@example.com", "name": "New", "password": ANOTHER});
        let (mut page, begun) = OwnPage::begun(server, &app, json!({})).await;
        assert_eq!(begun["sign_up"], false);
        refused(&page.step("sign-up", body.clone()).await, 403, "signup_disabled");
        set_options(server, json!({"disable_signup": false})).await;
        assert_eq!(page.get().await.expect(200)["sign_up"], true);
        let end = page.step("sign-up", body).await.expect(200);
        assert!(end["redirect_to"].as_str().is_some_and(|to| to.contains("?code=")), "{end}");
    }
}

both_engines! {
    // S2.L24.2
    async fn a_blocked_user_is_sent_back_here_too(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"blocked": true})).await.expect(200);
        let app = Application::spa(server, json!({})).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        let end = page.step("password", json!({"identifier": "ada@example.com", "password": PASSWORD})).await.expect(200);
        let told = Told::of(end["redirect_to"].as_str().expect("an address"));
        assert_eq!((told.parameters["error"].as_str(), told.parameters.get("code")), ("unauthorized", None));
    }
}

both_engines! {
    // ASVS v5.0.0-3.4.2, S4.L24.5: what is registered or taken back counts at once, in every process.
    async fn an_origin_is_trusted_from_its_registration_until_it_is_taken_back(server: &Server) {
        let other = server.second_process().await;
        let app = Application::spa(server, json!({})).await;
        let begin = async || {
            let call = other.call("POST", "/api/flow").token(None).header("origin", ORIGIN);
            call.json(&asking(&app, json!({}))).send().await
        };
        let begun = begin().await;
        assert_eq!((begun.status.as_u16(), begun.header("access-control-allow-origin")), (201, Some(ORIGIN)), "{}", begun.text);
        // The callbacks' origins are the application's too.
        let elsewhere = json!({"web_origins": [], "callbacks": ["https://elsewhere.example/callback"]});
        server.patch(&format!("/api/v2/clients/{}", app.client_id), elsewhere).await.expect(200);
        let refused = begin().await;
        assert_eq!((refused.status.as_u16(), refused.header("access-control-allow-origin")), (403, None), "{}", refused.text);
    }
}
