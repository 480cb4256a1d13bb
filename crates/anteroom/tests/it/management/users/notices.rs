//! The mails that tell people what an administrator did to their accounts.

use anteroom_connect::mail::Message;
use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use super::tools::{etag, kinds, record_of, refusals, stored};
use crate::harness::{Answer, CONNECTION, Server, both_engines};
use crate::mails::queued;
use crate::management::access::tools::{NOTHING, application, left, sign_in};
use crate::sign_in::tools::set_options;

const PASSWORD: &str = "violet harbour lantern 42";
const REASON: &str = "suspected exposure";
const ADDRESS: &str = "203.0.113.9";

/// A user who has a password, and these fields beside.
async fn person(server: &Server, extra: Value) -> Value {
    let mut body = json!({"connection": CONNECTION, "verify_email": false, "password": "an earlier one of hers"});
    body.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
    server.create(body).await
}

async fn ada(server: &Server) -> Value {
    person(server, json!({"email": "ada@example.com", "name": "Ada"})).await
}

/// An administrator who asks from [`ADDRESS`].
struct Administrator<'a> {
    server: &'a Server,
    user: Value,
    token: String,
}

impl<'a> Administrator<'a> {
    async fn new(server: &'a Server) -> Self {
        let extra = json!({"email": "anna@example.com", "name": "Anna", "platform_role": "admin"});
        let user = person(server, extra).await;
        let token = server.user_token(&user, all_management().as_str()).await;
        Self { server, user, token }
    }

    async fn call(&self, method: &str, path: &str, body: Value) -> Answer {
        let call = self.server.call(method, path).token(Some(&self.token)).from(&format!("{ADDRESS}:4711"));
        call.json(&body).send().await
    }

    /// Sets a password, ends access, suspends, and tells.
    async fn act(&self, user: &Value) -> [Answer; 3] {
        let path = Server::path_of(user);
        let must_change = json!({"password": PASSWORD, "reset_password_on_next_login": true, "notify": true});
        let suspended = json!({"status": "suspended", "reason": REASON, "notify": true});
        [
            self.call("PATCH", &path, must_change).await,
            self.call("POST", &format!("{path}/revoke-access"), json!({"notify": true})).await,
            self.call("PATCH", &format!("{path}/status"), suspended).await,
        ]
    }
}

/// Whether the mail says nothing that is not the user's to know.
fn is_discreet(mail: &Message, administrator: &Value) -> bool {
    let id = administrator["user_id"].as_str().expect("an id");
    let kept = [PASSWORD, REASON, ADDRESS, id, "anna@example.com", "Anna", "ticket="];
    [&mail.subject, &mail.text, &mail.html].iter().all(|part| kept.iter().all(|secret| !part.contains(secret)))
}

both_engines! {
    // S4.L22.2
    async fn people_are_told_of_security_actions_by_mail_and_must_sign_in_again(server: &Server) {
        let ada = person(server, json!({"email": "ada@example.com", "user_metadata": {"lang": "zh-CN"}})).await;
        let at_shop = sign_in(server, &ada, &application(server, "Shop").await, "a").await;
        let administrator = Administrator::new(server).await;
        for answer in administrator.act(&ada).await {
            assert!(answer.status.is_success(), "{}", answer.text);
        }
        assert_eq!(left(server, &at_shop).await, NOTHING);
        let path = format!("{}/status", Server::path_of(&ada));
        administrator.call("PATCH", &path, json!({"status": "active", "notify": true})).await.expect(200);
        let mails = queued(server).await;
        let told = [
            ("设置新密码", Some("/u/reset-password/request")),
            ("退出登录", Some("/u/reset-password/request")),
            ("已停用", None),
            ("已开放", Some("/u/login")),
        ];
        assert_eq!(mails.len(), told.len());
        for (mail, (subject, link)) in mails.iter().zip(told) {
            assert_eq!((mail.to.as_str(), mail.language.as_str()), ("ada@example.com", "zh-CN"));
            assert!(mail.subject.contains(subject), "{}", mail.subject);
            let link_in = |text: &str| link.map_or(!text.contains("http"), |link| text.contains(link));
            assert!(link_in(&mail.text) && mail.text.contains("2026-01-01 00:00 UTC"), "{}", mail.text);
            assert!(is_discreet(mail, &administrator.user), "{}", mail.text);
        }
        assert!(mails[0].text.contains("要求您更换密码"), "{}", mails[0].text);
    }
}

both_engines! {
    // S4.L22.2
    async fn security_actions_are_on_record_with_actor_target_and_address(server: &Server) {
        let (ada, administrator) = (ada(server).await, Administrator::new(server).await);
        for answer in administrator.act(&ada).await {
            assert!(answer.status.is_success(), "{}", answer.text);
        }
        let record = record_of(server, &ada).await;
        for kind in ["user.password_changed", "user.access_revoked", "user.status_changed"] {
            let found: Vec<_> = record.iter().filter(|event| event["details"]["kind"] == kind).collect();
            let [event] = found[..] else { panic!("{kind} in {:?}", kinds(&record)) };
            let (actor, target) = (&event["details"]["actor"]["id"], &event["details"]["target"]["id"]);
            assert_eq!((actor, target), (&administrator.user["user_id"], &ada["user_id"]), "{event}");
            assert_eq!(event["ip"], ADDRESS, "{event}");
            assert!(!event.to_string().contains(PASSWORD), "{event}");
        }
    }
}

both_engines! {
    async fn a_mail_says_what_is_so(server: &Server) {
        let (ada, administrator) = (ada(server).await, Administrator::new(server).await);
        let path = Server::path_of(&ada);
        let revoke = format!("{path}/revoke-access");
        set_options(server, json!({"disable_self_service_change_password": true})).await;
        for (method, path, body) in [
            ("PATCH", &path, json!({"password": PASSWORD, "notify": true})),
            ("POST", &revoke, json!({"client_id": "shop", "notify": true})),
            ("PATCH", &path, json!({"password": PASSWORD, "reset_password_on_next_login": true, "blocked": true, "notify": true})),
            ("POST", &revoke, json!({"notify": true})),
        ] {
            let answer = administrator.call(method, path, body).await;
            assert!(answer.status.is_success(), "{}", answer.text);
        }
        let mails = queued(server).await;
        assert_eq!(mails.len(), 4);
        // Nobody is led to a page that the connection does not offer, or told to sign in who cannot.
        for mail in &mails {
            assert!(!mail.text.contains("http") && mail.text.contains("contact whoever runs"), "{}", mail.text);
            assert!(!mail.text.contains("choose another one"), "{}", mail.text);
        }
        let says = |number: usize, text: &str| mails[number].text.contains(text);
        assert!(says(1, "on some devices or in some applications") && says(1, "You can sign in again"), "{}", mails[1].text);
        assert!(says(3, "in all applications") && !says(3, "You can sign in again"), "{}", mails[3].text);
    }
}

both_engines! {
    async fn nobody_is_told_of_what_was_not_asked_to_be_told_or_not_done(server: &Server) {
        let (ada, administrator) = (ada(server).await, Administrator::new(server).await);
        let path = Server::path_of(&ada);
        let status = format!("{path}/status");
        server.patch(&path, json!({"password": PASSWORD})).await.expect(200);
        server.patch(&path, json!({"name": "Ada L", "notify": false})).await.expect(200);
        server.post(&format!("{path}/revoke-access"), json!({})).await.expect(202);
        server.patch(&status, json!({"status": "suspended"})).await.expect(200);
        let bulk = json!({"user_ids": [ada["user_id"]], "action": "set_status", "status": "active"});
        server.post("/api/v2/users/bulk-actions", bulk).await.expect(200);
        // It is so already.
        server.patch(&status, json!({"status": "active", "notify": true})).await.expect(200);
        server.patch(&path, json!({"password": "password", "notify": true})).await.refused(400, "invalid_password");
        let stale = server.call("PATCH", &path).header("if-match", "\"1\"");
        stale.json(&json!({"password": PASSWORD, "notify": true})).send().await.refused(412, "precondition_failed");
        let lacking = server.patch(&path, json!({"name": "Ada", "notify": true})).await;
        assert_eq!(lacking.refused(400, "invalid_body").as_deref(), Some("notify"));
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        for answer in administrator.act(&root).await {
            answer.refused(403, "super_admin_protected");
        }
        assert_eq!(refusals(server).await.len(), 3);
        assert!(queued(server).await.is_empty());
    }
}

both_engines! {
    async fn without_an_address_to_write_to_nothing_is_done(server: &Server) {
        let (ada, administrator) = (person(server, json!({"username": "ada"})).await, Administrator::new(server).await);
        let before = format!("{:?}", stored(server, &ada).await);
        for answer in administrator.act(&ada).await {
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("notify"));
        }
        assert_eq!(format!("{:?}", stored(server, &ada).await), before);
        assert_eq!(etag(server, &ada).await, "\"1\"");
        assert_eq!(kinds(&record_of(server, &ada).await), ["user.created"]);
        // A rule comes first: who may not do it learns nothing of the address, and is on record.
        let sue = person(server, json!({"username": "sue", "platform_role": "super_admin"})).await;
        for answer in administrator.act(&sue).await {
            answer.refused(403, "super_admin_protected");
        }
    }
}

/// The statements of a request, with nothing of earlier ones under way.
async fn counted(server: &Server, method: &str, path: &str, body: Value) -> u64 {
    server.services.traffic.flush().await;
    let (answer, count) = server.statements(server.call(method, path).json(&body).send()).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    count
}

both_engines! {
    async fn telling_takes_a_statement_and_one_to_learn_of_whom(server: &Server) {
        let path = Server::path_of(&ada(server).await);
        let (revoke, status) = (format!("{path}/revoke-access"), format!("{path}/status"));
        for (method, path, bodies, more) in [
            // The user is known there already.
            ("PATCH", &path, [json!({"password": PASSWORD}), json!({"password": "amber meadow lighthouse 7", "notify": true})], 1),
            ("POST", &revoke, [json!({}), json!({"notify": true})], 2),
            ("PATCH", &status, [json!({"status": "deactivated"}), json!({"status": "archived", "notify": true})], 2),
        ] {
            let [silently, telling] = bodies;
            let plain = counted(server, method, path, silently).await;
            assert_eq!(counted(server, method, path, telling).await, plain + more, "{method} {path}");
        }
    }
}
