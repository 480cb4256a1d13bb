//! Hashes that were made elsewhere let their people in, once.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use anteroom_crypto::{HashCost, PasswordPool};
use anteroom_model::{TenantId, UserKey};
use anteroom_store::{BoxFuture, Connection, Error, Sql, Work, user};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::tools::{IP_THROTTLING, WRONG, attempt, behind_proxy, is_let_in, refused};
use crate::harness::{Application, CONNECTION, Server, both_engines};

/// What other tools made of a password.
fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../crypto/src/imported/tests/vectors.json")).expect("vectors")
}

/// The stored hashes, in the order in which their users were made.
async fn stored(server: &Server) -> Vec<(UserKey, String)> {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT user_key, hash FROM password WHERE tenant_id = ")
        .bind(server.world.tenant)
        .push(" ORDER BY user_key");
    session.connection().all(sql).await.expect("passwords")
}

/// Stores another hash, as an import might that tells no time.
struct Hash {
    tenant: TenantId,
    user: UserKey,
    hash: &'static str,
}

impl Work for Hash {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(user::set_password(connection, self.tenant, self.user, self.hash))
    }
}

/// Makes a user with the hash of this vector.
async fn bring(server: &Server, email: &str, vector: &Value) {
    let mut body = json!({"connection": CONNECTION, "email": email, "email_verified": true});
    for field in ["password_hash", "custom_password_hash"] {
        if let Some(hash) = vector.get(field) {
            body[field] = hash.clone();
        }
    }
    server.create(body).await;
}

both_engines! {
    // S1.L48.1
    async fn a_hash_of_any_kind_opens_the_account_and_is_replaced_when_it_does(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let server = &behind_proxy(server);
        server.patch(IP_THROTTLING, json!({"enabled": false})).await.expect(200);
        for (number, vector) in vectors().iter().enumerate() {
            let (name, email) = (&vector["name"], format!("brought{number}@example.com"));
            let password = vector["password"].as_str().expect("a password");
            bring(server, &email, vector).await;
            let (_, before) = stored(server).await.pop().expect("a hash");
            refused(&attempt(&app, server, &email, WRONG).await);
            assert_eq!(stored(server).await.pop().expect("a hash").1, before, "{name}");
            assert!(is_let_in(&attempt(&app, server, &email, password).await), "{name}");
            let (_, after) = stored(server).await.pop().expect("a hash");
            assert!(after.starts_with("$argon2id$v=19$") && after != before, "{name}: {after}");
            assert!(!server.services.passwords.needs_rehash(&after), "{name}");
            assert!(is_let_in(&attempt(&app, server, &email, password).await), "{name}");
        }
    }
}

both_engines! {
    // S4.L35.3
    async fn a_wrong_password_takes_as_many_turns_at_the_pool_as_somebody_unknown(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let md5 = vectors().into_iter().find(|vector| vector["name"] == "md5").expect("md5");
        bring(server, "ada@example.com", &md5).await;
        for identifier in ["ada@example.com", "nobody@example.com"] {
            let before = server.services.passwords.hashes();
            refused(&attempt(&app, server, identifier, WRONG).await);
            assert_eq!(server.services.passwords.hashes() - before, 1, "{identifier}");
        }
    }
}

both_engines! {
    async fn a_hash_that_is_replaced_while_it_is_checked_opens_nothing(server: &Server) {
        let md5 = vectors().into_iter().find(|vector| vector["name"] == "md5").expect("md5");
        let password = md5["password"].as_str().expect("a password");
        bring(server, "ada@example.com", &md5).await;
        let (key, _) = stored(server).await.pop().expect("a hash");
        let app = Application::web(server, json!({})).await;
        // The pool's only worker is busy, so that the check waits with the hash that it has read.
        let cost = HashCost { memory_kib: 16, iterations: 1, ..HashCost::default() };
        let mut slow = server.clone();
        slow.services.passwords = Arc::new(PasswordPool::new(cost, NonZeroUsize::MIN).expect("a pool"));
        let slow = behind_proxy(&slow);
        let pool = Arc::clone(&slow.services.passwords);
        let busy = tokio::spawn(async move {
            let work = "$pbkdf2-sha512$i=6000000,l=20$c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAA";
            pool.verify(Zeroizing::new("x".to_owned()), work).await
        });
        while slow.services.passwords.hashes() == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let other = "$digest-md5$AAAAAAAAAAAAAAAAAAAAAA";
        let replace = async {
            tokio::time::sleep(Duration::from_millis(700)).await;
            let hash = Hash { tenant: server.world.tenant, user: key, hash: other };
            server.services.db.write(hash).await.expect("a new hash");
        };
        let (page, ()) = tokio::join!(attempt(&app, &slow, "ada@example.com", password), replace);
        refused(&page);
        assert_eq!(stored(server).await.pop().expect("a hash").1, other);
        assert!(!busy.await.expect("a check").expect("checked"));
    }
}
