//! What wrong passwords lock.

use anteroom_accounts::Error;
use anteroom_accounts::protection::{self, AccountKey, Counted, Lock};
use anteroom_model::settings::TenantSettings;
use anteroom_model::{Context, User};
use anteroom_store::sign_in_failure::FailureKind;
use anteroom_store::{BoxFuture, Connection, Work};

use super::{configuration, events, person, stored, visitor};
use crate::harness::{Server, both_engines, race};

struct Failure {
    context: Context,
    settings: TenantSettings,
    account: AccountKey,
}

impl Work for Failure {
    type Output = Counted;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Counted, Error>> {
        Box::pin(protection::count_failure(connection, &self.context, &self.settings, &self.account))
    }
}

struct Success(Context, User);

impl Work for Success {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(protection::clear(connection, &self.0, &self.1))
    }
}

async fn fail(server: &Server, settings: &TenantSettings, account: &AccountKey, ip: &str) -> Counted {
    let context = from(server, ip);
    let failure = Failure { context, settings: settings.clone(), account: account.clone() };
    server.services.db.write(failure).await.expect("counted")
}

fn from(server: &Server, ip: &str) -> Context {
    let mut context = visitor(server);
    context.origin.ip = Some(ip.parse().expect("an address"));
    context
}

async fn locked(server: &Server, settings: &TenantSettings, account: &AccountKey, ip: &str) -> Option<Lock> {
    let session = server.services.db.session().await.expect("a session");
    let context = from(server, ip);
    protection::locked(&session.connection(), &context, settings, account).await.expect("asked")
}

/// Wrong passwords for this user, one after the other.
pub async fn fail_often(server: &Server, user: &User, times: usize) {
    let account = account(server, user).await;
    for _ in 0..times {
        fail(server, &TenantSettings::default(), &account, "192.0.2.7").await;
    }
}

async fn account(server: &Server, user: &User) -> AccountKey {
    let configuration = configuration(server).await;
    AccountKey::of(user, configuration.tenant(server.world.tenant).expect("the tenant").connection_of(user))
}

async fn ada(server: &Server) -> (User, AccountKey) {
    let made = person(server, "ada@example.com").await;
    let user = stored(server, &made["user_id"]).await;
    let account = account(server, &user).await;
    (user, account)
}

const HERE: &str = "192.0.2.7";

both_engines! {
    // S4.L34.3, S4.L34.4, S4.L35.1
    async fn wrong_passwords_in_a_row_lock_an_account_for_a_while(server: &Server) {
        let (_, account) = ada(server).await;
        let mut settings = TenantSettings::default();
        settings.brute_force.max_attempts = 3;
        settings.brute_force.lock_minutes = 10;
        for _ in 0..2 {
            assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
            assert_eq!(locked(server, &settings, &account, HERE).await, None);
        }
        let until = fail(server, &settings, &account, HERE).await.account_locked.expect("a lock");
        // From everywhere, and in every process.
        let lock = Some(Lock { kind: FailureKind::Account, until });
        assert_eq!(locked(server, &settings, &account, "198.51.100.1").await, lock);
        assert_eq!(locked(&server.second_process().await, &settings, &account, HERE).await, lock);
        assert_eq!(events(server, "sign_in.account_locked", None).await, 1);
        // More failures make it no longer.
        server.clock.advance_seconds(300);
        assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
        assert_eq!(locked(server, &settings, &account, HERE).await, lock);
        // Afterwards counting begins anew.
        server.clock.advance_seconds(301);
        assert_eq!(locked(server, &settings, &account, HERE).await, None);
        for _ in 0..2 {
            assert_eq!(fail(server, &settings, &account, HERE).await.account_locked, None);
        }
        assert!(fail(server, &settings, &account, HERE).await.account_locked.is_some());
        assert_eq!(events(server, "sign_in.account_locked", None).await, 2);
    }
}

both_engines! {
    // S4.L35.2
    async fn a_success_before_the_threshold_clears_the_counter(server: &Server) {
        let (user, account) = ada(server).await;
        let settings = TenantSettings::default();
        for _ in 0..2 {
            for _ in 0..4 {
                assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
            }
            server.services.db.write(Success(visitor(server), user.clone())).await.expect("cleared");
        }
        fail_often(server, &user, 4).await;
        server.clock.advance_seconds(protection::REMEMBERED + 1);
        assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default(), "after a day none count");
    }
}

both_engines! {
    // S4.L35.3
    async fn an_unknown_identifier_is_locked_like_an_account(server: &Server) {
        let settings = TenantSettings::default();
        let account = AccountKey::unknown("Nobody@Example.com", None);
        for _ in 0..4 {
            assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
        }
        assert!(fail(server, &settings, &account, HERE).await.account_locked.is_some());
        let again = AccountKey::unknown("nobody@example.com", None);
        assert_eq!(locked(server, &settings, &again, HERE).await.map(|lock| lock.kind), Some(FailureKind::Unknown));
        assert_eq!(locked(server, &settings, &AccountKey::unknown("somebody", None), HERE).await, None);
    }
}

both_engines! {
    async fn an_address_that_tries_many_accounts_is_locked(server: &Server) {
        let mut settings = TenantSettings::default();
        settings.ip_throttling.max_attempts = 10;
        let nobody = |number: usize| AccountKey::unknown(&format!("n{number}"), None);
        for number in 0..9 {
            assert_eq!(fail(server, &settings, &nobody(number), "2001:db8::1").await, Counted::default());
        }
        let counted = fail(server, &settings, &nobody(9), "2001:db8::2").await;
        assert!(counted.address_locked.is_some() && counted.account_locked.is_none());
        let kind = |lock: Option<Lock>| lock.map(|lock| lock.kind);
        assert_eq!(kind(locked(server, &settings, &nobody(99), "2001:db8::3").await), Some(FailureKind::Address));
        assert_eq!(locked(server, &settings, &nobody(99), "2001:db8:0:1::1").await, None);
        assert_eq!(events(server, "sign_in.address_locked", None).await, 1);
        server.clock.advance_seconds(901);
        assert_eq!(locked(server, &settings, &nobody(99), "2001:db8::3").await, None);
    }
}

both_engines! {
    async fn a_trickle_from_an_address_never_adds_up(server: &Server) {
        let mut settings = TenantSettings::default();
        settings.ip_throttling.max_attempts = 3;
        for number in 0..8 {
            let account = AccountKey::unknown(&format!("n{number}"), None);
            assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
            server.clock.advance_seconds(460);
        }
    }
}

both_engines! {
    async fn what_is_switched_off_or_allowed_neither_counts_nor_locks(server: &Server) {
        let (user, account) = ada(server).await;
        let mut settings = TenantSettings::default();
        settings.brute_force.max_attempts = 1;
        settings.brute_force.allowlist = vec!["192.0.2.0/24".to_owned()];
        settings.ip_throttling.max_attempts = 1;
        settings.ip_throttling.allowlist = vec![HERE.to_owned()];
        assert_eq!(fail(server, &settings, &account, HERE).await, Counted::default());
        assert!(fail(server, &settings, &account, "198.51.100.1").await.account_locked.is_some());
        assert_eq!(locked(server, &settings, &account, HERE).await, None);
        assert!(locked(server, &settings, &account, "203.0.113.1").await.is_some());
        settings.brute_force.enabled = false;
        assert_eq!(locked(server, &settings, &account, "203.0.113.1").await, None);
        let mut connection = configuration(server).await.tenant(server.world.tenant).expect("it").connections[0].clone();
        connection.options.insert("brute_force_protection".to_owned(), false.into());
        let exempt = AccountKey::of(&user, Some(&connection));
        settings.brute_force.enabled = true;
        assert_eq!(locked(server, &settings, &exempt, "203.0.113.1").await, None);
    }
}

both_engines! {
    async fn of_many_failures_at_once_every_one_counts_and_one_locks(server: &Server) {
        let (_, account) = ada(server).await;
        let mut settings = TenantSettings::default();
        settings.brute_force.max_attempts = 20;
        settings.ip_throttling.max_attempts = 20;
        let counted = race(50, |_| {
            let (server, settings, account) = (server.clone(), settings.clone(), account.clone());
            async move { fail(&server, &settings, &account, HERE).await }
        });
        let counted = counted.await;
        assert_eq!(counted.iter().filter(|counted| counted.account_locked.is_some()).count(), 1);
        assert_eq!(counted.iter().filter(|counted| counted.address_locked.is_some()).count(), 1);
        assert_eq!(events(server, "sign_in.account_locked", None).await, 1);
        assert_eq!(events(server, "sign_in.address_locked", None).await, 1);
    }
}
