//! The real server and a mail server with TLS.

use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_accounts::mail::{Mail, MailSettings, Outgoing};
use anteroom_accounts::traffic::Traffic;
use anteroom_crypto::{HashCost, MasterKey, PasswordPool, Sealer, SystemRandom};
use anteroom_model::language::Language;
use anteroom_model::{Actor, Context, RequestOrigin};
use anteroom_store::{DatabaseUrl, Db, Sql};
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::TlsAcceptor;

use super::Queue;
use super::fake_server::{FakeServer, Protection, header};
use crate::engine_room::process::Process;
use crate::harness::TestClock;

/// What accepts TLS on 127.0.0.1, and the certificate to trust in PEM.
pub fn acceptor() -> (TlsAcceptor, String) {
    let made =
        rcgen::generate_simple_self_signed(["127.0.0.1".to_owned(), "localhost".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a configuration");
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
}

/// Queues a mail in a database that no process has open now.
async fn queue(folder: &std::path::Path, to: &str) {
    let db = Db::open(&DatabaseUrl::Sqlite(folder.join("anteroom.db")), 1).expect("the database");
    let key = std::fs::read_to_string(folder.join("master.key")).expect("a key file");
    let sealer = Arc::new(Sealer::new(&MasterKey::parse(&key).expect("a key")).expect("a sealer"));
    let cache = ConfigurationCache::load(db.clone(), Arc::clone(&sealer), OwnOrigins::default()).await;
    let services = Services {
        traffic: Traffic::start(db.clone()),
        jobs: Arc::default(),
        locator: anteroom_model::Locator::default(),
        db,
        passwords: Arc::new(PasswordPool::new(HashCost::default(), std::num::NonZeroUsize::MIN).expect("a pool")),
        sealer,
        configuration: Arc::new(cache.expect("a configuration")),
        mail: MailSettings { from: "Accounts <no-reply@example.org>".parse().expect("a sender") },
    };
    let configuration = services.configuration.current();
    let tenant = (1..9).find_map(|id| configuration.tenant(anteroom_model::TenantId(id))).expect("a tenant");
    let context = Context {
        tenant: tenant.tenant.id,
        actor: Actor::System,
        clock: Arc::new(TestClock::default()),
        random: Arc::new(SystemRandom),
        origin: RequestOrigin::default(),
    };
    let mail = Mail::AccountExists { login_link: "https://accounts.example.org/".to_owned() };
    let outgoing = Outgoing::prepare(&services, &context, tenant, Language::SimplifiedChinese, to, &mail);
    let work = Queue { outgoing: outgoing.expect("a mail"), context: context.clone(), refuses: false };
    services.db.write(work).await.expect("a queued mail");
}

/// The server, which finds its database and a mail, delivers it by this URL and goes on.
async fn serve_until_delivered(folder: &std::path::Path, environment: &[(&str, &str)], done: impl Fn() -> bool) {
    let database = format!("sqlite:{}", folder.join("anteroom.db").display());
    let process = Process::start(folder, &database, environment).await;
    for _ in 0..1000 {
        if done() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    drop(process);
    assert!(done(), "no mail within ten seconds");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_delivers_over_tls_with_its_account() {
    let folder = tempfile::tempdir().expect("a folder");
    serve_until_delivered(folder.path(), &[], || true).await;
    let (acceptor, certificate) = acceptor();
    let trusted = folder.path().join("trusted.pem");
    std::fs::write(&trusted, certificate).expect("written");
    for (scheme, protection) in [("smtps", Protection::Tls(acceptor.clone())), ("smtp", Protection::StartTls(acceptor))]
    {
        queue(folder.path(), "li@example.com").await;
        let mail_server = FakeServer::start_protected(&[], protection).await;
        let url = format!("{scheme}://robot:pa55@localhost:{}", mail_server.address.port());
        let environment =
            [("ANTEROOM_MAIL_SMTP_URL", url.as_str()), ("SSL_CERT_FILE", trusted.to_str().expect("a path"))];
        serve_until_delivered(folder.path(), &environment, || !mail_server.mails().is_empty()).await;
        let mails = mail_server.mails();
        assert_eq!(mails.len(), 1);
        assert_eq!(header(&mails[0], "From"), Some("Accounts <no-reply@example.org>"));
        assert_eq!(header(&mails[0], "Content-Language"), Some("zh-CN"));
        // RFC 4616: an empty name, the user and the password.
        assert!(
            mail_server.commands().contains(&"AUTH PLAIN AHJvYm90AHBhNTU=".to_owned()),
            "{:?}",
            mail_server.commands()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_mail_server_the_server_writes_mails_to_its_data_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    serve_until_delivered(folder.path(), &[], || true).await;
    queue(folder.path(), "li@example.com").await;
    let outbox = folder.path().join("outbox");
    let mails = || -> Vec<_> {
        let entries = std::fs::read_dir(&outbox).into_iter().flatten().flatten().map(|entry| entry.path());
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "eml")).collect()
    };
    serve_until_delivered(folder.path(), &[], || !mails().is_empty()).await;
    let text = std::fs::read_to_string(&mails()[0]).expect("a mail");
    assert_eq!(header(&text, "To"), Some("li@example.com"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_told_to_stop_finishes_the_mail_on_its_way() {
    let folder = tempfile::tempdir().expect("a folder");
    serve_until_delivered(folder.path(), &[], || true).await;
    queue(folder.path(), "li@example.com").await;
    let mail_server = FakeServer::start(&["held: 250 2.0.0 taken"]).await;
    let url = format!("smtp://{}?tls=none", mail_server.address);
    let database = format!("sqlite:{}", folder.path().join("anteroom.db").display());
    let process = Process::start(folder.path(), &database, &[("ANTEROOM_MAIL_SMTP_URL", &url)]).await;
    mail_server.is_sent_a_mail().await;
    process
        .terminate(async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            mail_server.release();
        })
        .await;
    let db = Db::open(&DatabaseUrl::Sqlite(folder.path().join("anteroom.db")), 1).expect("the database");
    let session = db.session().await.expect("a session");
    let left: Option<(i64,)> =
        session.connection().one(Sql::new("SELECT count(*) FROM outbox")).await.expect("a count");
    assert_eq!(left, Some((0,)));
}
