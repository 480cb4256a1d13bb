//! Many at once: one wins, the others are told what happened, and nothing is lost or counted twice.

use serde_json::{Value, json};

use super::raw;
use crate::harness::{Answer, CONNECTION, Engine, Server, both_engines, race};

const CREATES: usize = 100;
const ROUNDS: usize = 20;

/// The number the tenant's counter says, and the number of users there are to be met page by page.
async fn totals(server: &Server) -> (u64, u64) {
    let page = server.get("/api/v2/users?include_totals=true&per_page=1").await.expect(200);
    let mut met = 0;
    for number in 0.. {
        let users = server.get(&format!("/api/v2/users?per_page=100&page={number}")).await.expect(200);
        let count = users.as_array().expect("users").len();
        met += count as u64;
        if count < 100 {
            break;
        }
    }
    (page["total"].as_u64().expect("a total"), met)
}

async fn race_to_create(server: &Server, body: impl Fn(usize) -> Value) -> Vec<Answer> {
    race_between(std::slice::from_ref(server), body).await
}

/// The creates go to the servers in turn.
async fn race_between(servers: &[Server], body: impl Fn(usize) -> Value) -> Vec<Answer> {
    race(CREATES, |number| {
        let (server, body) = (servers[number % servers.len()].clone(), body(number));
        async move { server.post("/api/v2/users", body).await }
    })
    .await
}

/// One was made, all others were told that it exists already, and for which field.
async fn assert_one_winner(server: &Server, answers: Vec<Answer>, field: &str) {
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert_eq!(won.len(), 1);
    for answer in lost {
        assert_eq!(answer.refused(409, "auth0_idp_error").as_deref(), Some(field));
    }
    // Besides the administrator.
    assert_eq!(totals(server).await, (2, 2));
    let logs = server.get("/api/v2/logs?per_page=100&q=type:sapi").await.expect(200);
    let made = logs.as_array().expect("logs").iter().filter(|log| log["details"]["kind"] == "user.created");
    assert_eq!(made.filter(|log| log["user_id"] == won[0].body["user_id"]).count(), 1);
}

/// The text with the letters at the places of the number's binary ones in upper case.
fn in_some_case(text: &str, number: usize) -> String {
    let letter = |(place, letter): (usize, char)| {
        if number >> (place % 7) & 1 == 1 { letter.to_ascii_uppercase() } else { letter }
    };
    text.chars().enumerate().map(letter).collect()
}

both_engines! {
    async fn of_many_creates_of_one_email_one_wins(server: &Server) {
        let body = |number| json!({"connection": CONNECTION, "email": in_some_case("sinead.obrien@example.com", number)});
        let answers = race_to_create(server, body).await;
        assert_one_winner(server, answers, "email").await;
    }
}

both_engines! {
    async fn of_many_creates_at_two_processes_one_wins(server: &Server) {
        let servers = [server.clone(), server.second_process().await];
        let body = |number| json!({"connection": CONNECTION, "email": in_some_case("sinead.obrien@example.com", number)});
        let answers = race_between(&servers, body).await;
        assert_one_winner(server, answers, "email").await;
    }
}

both_engines! {
    async fn of_many_creates_of_one_username_one_wins(server: &Server) {
        let body = |number| json!({"connection": CONNECTION, "username": in_some_case("sinead", number)});
        let answers = race_to_create(server, body).await;
        assert_one_winner(server, answers, "username").await;
    }
}

both_engines! {
    async fn of_many_creates_of_one_phone_number_one_wins(server: &Server) {
        let body = |_| json!({"connection": CONNECTION, "phone_number": "+353861234567"});
        let answers = race_to_create(server, body).await;
        assert_one_winner(server, answers, "phone_number").await;
    }
}

both_engines! {
    async fn of_many_creates_of_one_external_id_one_wins(server: &Server) {
        let body = |number| json!({"connection": CONNECTION, "username": format!("u{number}"), "external_id": "crm-7"});
        let answers = race_to_create(server, body).await;
        assert_one_winner(server, answers, "external_id").await;
    }
}

both_engines! {
    async fn of_many_creates_of_one_user_id_one_wins(server: &Server) {
        let body = |number| json!({"connection": CONNECTION, "username": format!("u{number}"), "user_id": "0123"});
        let answers = race_to_create(server, body).await;
        assert_one_winner(server, answers, "user_id").await;
    }
}

both_engines! {
    async fn many_requests_with_one_idempotency_key_make_one_user_and_all_are_given_it(server: &Server) {
        let body = json!({"connection": CONNECTION, "email": "sinead.obrien@example.com", "external_id": "crm-7"});
        let answers = race(CREATES, |_| {
            let (server, body) = (server.clone(), body.clone());
            async move { server.call("POST", "/api/v2/users").header("idempotency-key", "once").json(&body).send().await }
        })
        .await;
        let made: Vec<Value> = answers.into_iter().map(|answer| answer.expect(201)).collect();
        assert!(made.iter().all(|user| user == &made[0]));
        assert_eq!(totals(server).await, (2, 2));
    }
}

/// The equal request commits just after the second one has looked for its key: the second must not take the user found
/// then for a stranger's.
#[tokio::test]
async fn a_request_overtaken_by_its_equal_is_given_the_same_user() {
    Server::test(Engine::Postgres, async |server| {
        let body = json!({"connection": CONNECTION, "email": "sinead.obrien@example.com"});
        let request = || server.call("POST", "/api/v2/users").header("idempotency-key", "once").json(&body);
        let made = request().send().await.expect(201);
        // Back to the moment before the first one's commit, as far as the second can see it.
        let raw = raw::postgres(server).await;
        raw.batch_execute("CREATE TABLE kept AS SELECT * FROM idempotency; DELETE FROM idempotency")
            .await
            .expect("no key");
        raw.batch_execute("BEGIN; LOCK TABLE identifier; INSERT INTO idempotency SELECT * FROM kept")
            .await
            .expect("a lock");
        let first_commits = async {
            raw::until_activity(&raw, 1, "wait_event_type = 'Lock'").await;
            raw.batch_execute("COMMIT").await.expect("a commit");
        };
        let (answer, ()) = tokio::join!(request().send(), first_commits);
        assert_eq!(answer.expect(201), made);
    })
    .await;
}

/// The administrator that every tenant begins with, and another one.
async fn two_super_administrators(server: &Server) -> [Value; 2] {
    let found = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200);
    let second = json!({"connection": CONNECTION, "email": "second@example.com", "platform_role": "super_admin"});
    [found[0].clone(), server.create(second).await]
}

async fn set_role(server: &Server, user: &Value, role: &str) -> Answer {
    server.patch(&Server::path_of(user), json!({"platform_role": role})).await
}

both_engines! {
    async fn of_two_demotions_of_the_last_two_super_administrators_one_wins(server: &Server) {
        let both = two_super_administrators(server).await;
        let servers = [server.clone(), server.second_process().await];
        for _ in 0..ROUNDS {
            let answers = race(2, |number| {
                let (server, user) = (servers[number].clone(), both[number].clone());
                async move { set_role(&server, &user, "user").await }
            })
            .await;
            let loser = usize::from(answers[0].status == 200);
            let [first, second] = <[Answer; 2]>::try_from(answers).expect("two answers");
            let (won, lost) = if loser == 1 { (first, second) } else { (second, first) };
            assert_eq!(won.expect(200)["platform_role"], "user");
            lost.refused(409, "last_super_admin");
            set_role(server, &both[1 - loser], "super_admin").await.expect(200);
        }
        // Each refusal is on record, though what it refused was undone.
        let logs = server.get("/api/v2/logs?per_page=100&q=type:fapi").await.expect(200);
        let refused: Vec<_> = logs.as_array().expect("logs").iter().map(|log| &log["details"]["reason"]).collect();
        assert_eq!(refused, vec!["last_super_admin"; ROUNDS]);
    }
}

both_engines! {
    async fn of_two_super_administrators_being_demoted_and_deleted_one_stays(server: &Server) {
        let [mut stays, mut second] = two_super_administrators(server).await;
        for _ in 0..ROUNDS {
            let both = [stays.clone(), second.clone()];
            let answers = race(2, |number| {
                let (server, user) = (server.clone(), both[number].clone());
                async move {
                    let demoted = set_role(&server, &user, "admin").await;
                    (demoted, server.delete(&Server::path_of(&user)).await)
                }
            })
            .await;
            let [first, other] = <[(Answer, Answer); 2]>::try_from(answers).expect("two answers");
            let first_won = first.0.status == 200;
            let (won, lost) = if first_won { (first, other) } else { (other, first) };
            won.0.expect(200);
            won.1.expect(204);
            lost.0.refused(409, "last_super_admin");
            lost.1.refused(409, "super_admin_demote_first");
            stays = both[usize::from(first_won)].clone();
            let next = json!({"connection": CONNECTION, "email": "next@example.com", "platform_role": "super_admin"});
            let taken = server.post("/api/v2/users", next).await;
            second = if taken.status == 201 {
                taken.body
            } else {
                server.create(json!({"connection": CONNECTION, "email": "second@example.com", "platform_role": "super_admin"})).await
            };
        }
        assert_eq!(totals(server).await, (2, 2));
    }
}

both_engines! {
    async fn a_successor_suspended_meanwhile_does_not_leave_a_tenant_without_super_administrator(server: &Server) {
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        let successor = server.create(json!({"connection": CONNECTION, "email": "next@example.com"})).await;
        for _ in 0..ROUNDS {
            let answers = race(2, |number| {
                let (server, root, successor) = (server.clone(), root.clone(), successor.clone());
                async move {
                    if number == 1 {
                        let path = format!("{}/status", Server::path_of(&successor));
                        return server.patch(&path, json!({"status": "suspended"})).await;
                    }
                    set_role(&server, &successor, "super_admin").await.expect(200);
                    set_role(&server, &root, "user").await
                }
            })
            .await;
            let [handed_over, suspended] = <[Answer; 2]>::try_from(answers).expect("two answers");
            if suspended.status == 200 {
                handed_over.refused(409, "last_super_admin");
            } else {
                suspended.refused(409, "super_admin_demote_first");
                handed_over.expect(200);
                set_role(server, &root, "super_admin").await.expect(200);
            }
            set_role(server, &successor, "user").await.expect(200);
            let path = format!("{}/status", Server::path_of(&successor));
            server.patch(&path, json!({"status": "active"})).await.expect(200);
        }
    }
}

both_engines! {
    async fn of_many_changes_meant_for_one_version_one_is_made(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "sinead.obrien@example.com"})).await;
        let path = Server::path_of(&user);
        let etag = server.get(&path).await.header("etag").expect("an ETag").to_owned();
        let answers = race(50, |number| {
            let (server, path, etag) = (server.clone(), path.clone(), etag.clone());
            let body = json!({"nickname": format!("n{number}")});
            async move { server.call("PATCH", &path).header("if-match", &etag).json(&body).send().await }
        })
        .await;
        let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
        assert_eq!(won.len(), 1);
        for answer in lost {
            answer.refused(412, "precondition_failed");
        }
        let now = server.get(&path).await;
        assert_eq!(now.header("etag"), won[0].header("etag"));
        assert_eq!(now.body["nickname"], won[0].body["nickname"]);
    }
}

both_engines! {
    async fn of_many_changes_of_one_user_none_is_lost(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "sinead.obrien@example.com"})).await;
        let path = Server::path_of(&user);
        let answers = race(50, |number| {
            let (server, path) = (server.clone(), path.clone());
            let bag = if number % 2 == 0 { "user_metadata" } else { "app_metadata" };
            async move { server.patch(&path, json!({bag: {format!("k{number}"): number}})).await }
        })
        .await;
        for answer in answers {
            answer.expect(200);
        }
        let now = server.get(&path).await;
        let keys = |bag: &str| now.body[bag].as_object().expect("a bag").len();
        assert_eq!((keys("user_metadata"), keys("app_metadata")), (25, 25));
        assert_eq!(now.header("etag"), Some("\"51\""));
        assert_eq!(server.get("/api/v2/users?q=app_metadata.k7:7").await.expect(200).as_array().map(Vec::len), Some(1));
    }
}

both_engines! {
    async fn the_total_is_right_after_creates_and_deletes_at_once(server: &Server) {
        let mut doomed = Vec::new();
        for number in 0..100 {
            doomed.push(server.create(json!({"connection": CONNECTION, "username": format!("old{number}")})).await);
        }
        let answers = race(200, |number| {
            let (server, doomed) = (server.clone(), doomed[number / 2].clone());
            async move {
                if number % 2 == 0 {
                    // Every second one to be deleted is deleted by two at once.
                    let again = number % 4 == 0;
                    let path = Server::path_of(&doomed);
                    let (one, other) = tokio::join!(server.delete(&path), async { if again { Some(server.delete(&path).await) } else { None } });
                    return (one.status, other.map_or(one.status, |answer| answer.status));
                }
                let made = server.post("/api/v2/users", json!({"connection": CONNECTION, "username": format!("new{number}")})).await;
                (made.status, made.status)
            }
        })
        .await;
        for (number, (status, other)) in answers.into_iter().enumerate() {
            let expected = if number % 2 == 0 { 204 } else { 201 };
            assert_eq!((status.as_u16(), other.as_u16()), (expected, expected));
        }
        assert_eq!(totals(server).await, (101, 101));
        let page = server.get("/api/v2/logs?include_totals=true&per_page=1&q=type:sdu").await.expect(200);
        assert_eq!(page["total"], 100, "one event for each user that was there");
    }
}
