//! Locks after failed sign-ins.

use anteroom_model::{Clock, TenantId, Timestamp};
use anteroom_store::sign_in_failure::{self, FailureKind};
use anteroom_store::{BoxFuture, Connection, Error, Work};
use serde_json::{Value, json};

use super::tools::{id_of, person};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{kinds, record_of};

/// Locks what failures are counted of, for a quarter of an hour.
pub async fn lock(server: &Server, kind: FailureKind, key: &str) {
    let now = server.clock.now();
    let work = Lock { tenant: server.world.tenant, kind, key: key.to_owned(), now };
    server.services.db.write(work).await.expect("a lock");
}

/// Locks a user's account.
pub async fn lock_account(server: &Server, user: &Value) {
    lock(server, FailureKind::Account, &id_of(user)).await;
}

struct Lock {
    tenant: TenantId,
    kind: FailureKind,
    key: String,
    now: Timestamp,
}

impl Work for Lock {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        let Self { tenant, kind, key, now } = self;
        Box::pin(async move {
            sign_in_failure::count(connection, *tenant, *kind, key, *now, Timestamp(0)).await?;
            sign_in_failure::lock(connection, *tenant, *kind, key, now.plus_seconds(900)).await
        })
    }
}

fn by_id(user: &Value) -> String {
    format!("/api/v2/user-blocks/{}", id_of(user).replace('|', "%7C"))
}

fn none() -> Value {
    json!({"blocked_for": []})
}

both_engines! {
    // S4.L35.4
    async fn a_lock_is_seen_and_lifted_by_id_and_by_identifier(server: &Server) {
        let body = json!({"connection": CONNECTION, "email": "ada@example.com", "username": "ada", "phone_number": "+442079460958"});
        let user = server.create(body).await;
        let other = person(server, "bob").await;
        let identifiers = ["ada@example.com", "ADA@example.com", "ada", "%2B442079460958"];
        for (number, lift) in identifiers.iter().map(|text| format!("/api/v2/user-blocks?identifier={text}")).chain([by_id(&user)]).enumerate() {
            assert_eq!(server.get(&by_id(&user)).await.expect(200), none());
            lock_account(server, &user).await;
            lock_account(server, &other).await;
            let expected = json!({"blocked_for": [{"identifier": "ada@example.com", "connection": CONNECTION}]});
            assert_eq!(server.get(&by_id(&user)).await.expect(200), expected);
            for identifier in identifiers {
                let found = server.get(&format!("/api/v2/user-blocks?identifier={identifier}")).await.expect(200);
                let shown = identifier.replace("%2B", "+");
                assert_eq!(found, json!({"blocked_for": [{"identifier": shown, "connection": CONNECTION}]}));
            }
            for _ in 0..2 {
                server.delete(&lift).await.expect(204);
            }
            assert_eq!(server.get(&by_id(&user)).await.expect(200), none(), "{lift}");
            assert_ne!(server.get(&by_id(&other)).await.expect(200), none(), "{lift}");
            let record = record_of(server, &user).await;
            assert_eq!(kinds(&record).iter().filter(|kind| **kind == "sign_in.lock_lifted").count(), number + 1);
        }
        server.get("/api/v2/user-blocks/auth0%7Cnobody").await.refused(404, "inexistent_user");
        server.delete("/api/v2/user-blocks/auth0%7Cnobody").await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn a_lock_that_is_over_is_none(server: &Server) {
        let user = person(server, "ada").await;
        lock_account(server, &user).await;
        server.clock.advance_seconds(899);
        assert_ne!(server.get(&by_id(&user)).await.expect(200), none());
        server.clock.advance_seconds(1);
        assert_eq!(server.get(&by_id(&user)).await.expect(200), none());
    }
}

both_engines! {
    async fn an_identifier_that_nobody_has_is_locked_and_freed_alike(server: &Server) {
        let typed = "Nobody@example.com";
        let key = anteroom_crypto::token::stored_digest(&anteroom_model::user::identifier_key(typed));
        let path = format!("/api/v2/user-blocks?identifier={typed}");
        assert_eq!(server.get(&path).await.expect(200), none());
        lock(server, FailureKind::Unknown, &key).await;
        assert_eq!(server.get(&path).await.expect(200), json!({"blocked_for": [{"identifier": typed}]}));
        server.delete(&path).await.expect(204);
        assert_eq!(server.get(&path).await.expect(200), none());
    }
}

both_engines! {
    async fn what_locks_nobody_any_more_is_left_out_if_asked_for(server: &Server) {
        let user = person(server, "ada").await;
        lock_account(server, &user).await;
        let asked = format!("{}?consider_brute_force_enablement=true", by_id(&user));
        assert_ne!(server.get(&asked).await.expect(200), none());
        let off = json!({"enabled": false});
        server.patch("/api/v2/attack-protection/brute-force-protection", off).await.expect(200);
        assert_eq!(server.get(&asked).await.expect(200), none());
        assert_ne!(server.get(&by_id(&user)).await.expect(200), none());
    }
}

both_engines! {
    async fn the_block_of_an_address_is_seen_and_lifted(server: &Server) {
        for (address, locked) in [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")] {
            let path = format!("/api/v2/anomaly/blocks/ips/{address}");
            server.get(&path).await.refused(404, "inexistent_ip_block");
            lock(server, FailureKind::Address, locked).await;
            assert_eq!(server.get(&path).await.status, 200);
            for _ in 0..2 {
                server.delete(&path).await.expect(204);
            }
            server.get(&path).await.refused(404, "inexistent_ip_block");
        }
        let lifted = server.get("/api/v2/logs?q=type:ublkdu").await.expect(200);
        assert_eq!(lifted.as_array().expect("events").len(), 2);
        for method in ["GET", "DELETE"] {
            let wrong = server.call(method, "/api/v2/anomaly/blocks/ips/nonsense").send().await;
            assert_eq!(wrong.refused(400, "invalid_uri").as_deref(), Some("id"));
        }
    }
}
