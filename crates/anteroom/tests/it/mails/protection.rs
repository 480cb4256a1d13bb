//! Nothing is told to a mail server that is not who it should be.

use anteroom_accounts::mail::deliver_due;

use super::fake_server::{FakeServer, Protection};
use super::process::acceptor;
use super::{context, queue, waiting};
use crate::harness::{Engine, Server};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_offers_no_tls_is_told_neither_password_nor_mail() {
    let server = Server::start(Engine::Sqlite).await;
    queue(&server, "li@example.com").await;
    for account in ["robot:pa55@", ""] {
        let mail_server = FakeServer::start(&[]).await;
        let transport = mail_server.transport_by(&format!("smtp://{account}{}", mail_server.address));
        let found = deliver_due(&server.services, &context(&server), &transport).await.expect("a round");
        assert_eq!(found.put_off, 1);
        let commands = mail_server.commands();
        assert!(commands.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{commands:?}");
        server.clock.advance_seconds(60);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_whose_certificate_is_not_trusted_is_told_nothing() {
    let server = Server::start(Engine::Sqlite).await;
    queue(&server, "li@example.com").await;
    let (acceptor, _) = acceptor();
    for (scheme, protection) in [("smtps", Protection::Tls(acceptor.clone())), ("smtp", Protection::StartTls(acceptor))]
    {
        let mail_server = FakeServer::start_protected(&[], protection).await;
        let transport = mail_server.transport_by(&format!("{scheme}://robot:pa55@{}", mail_server.address));
        let found = deliver_due(&server.services, &context(&server), &transport).await.expect("a round");
        assert_eq!(found.put_off, 1);
        let commands = mail_server.commands();
        assert!(!commands.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")), "{commands:?}");
        let reason = waiting(&server).await.remove(0).1.expect("a reason");
        assert!(!reason.contains("pa55") && !reason.contains("li@example.com"), "{reason}");
        server.clock.advance_seconds(60);
    }
}
