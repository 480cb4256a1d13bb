//! One process: what is delivered, put off and given up.

use anteroom_accounts::mail::{Delivery, deliver_due};
use anteroom_connect::mail::{SmtpServer, Transport};
use anteroom_model::Clock;

use super::fake_server::{FakeServer, header};
use super::{LINK, context, queue, queue_in, queued, waiting};
use crate::harness::{Server, both_engines};

const NOTHING: Delivery = Delivery { delivered: 0, put_off: 0, given_up: 0 };
const DELIVERED: Delivery = Delivery { delivered: 1, ..NOTHING };
const PUT_OFF: Delivery = Delivery { put_off: 1, ..NOTHING };
const GIVEN_UP: Delivery = Delivery { given_up: 1, ..NOTHING };

async fn round(server: &Server, transport: &Transport) -> Delivery {
    deliver_due(&server.services, &context(server), transport).await.expect("a round")
}

both_engines! {
    async fn a_queued_mail_is_delivered_once_and_then_gone(server: &Server) {
        let mail_server = FakeServer::start(&[]).await;
        assert_eq!(round(server, &mail_server.transport()).await, NOTHING);
        queue(server, "li@example.com").await;
        assert_eq!(round(server, &mail_server.transport()).await, DELIVERED);
        assert_eq!(round(server, &mail_server.transport()).await, NOTHING);
        assert!(waiting(server).await.is_empty());
        let [mail] = &mail_server.mails()[..] else { panic!("{:?}", mail_server.mails()) };
        assert_eq!(header(mail, "To"), Some("li@example.com"));
        assert_eq!(header(mail, "From"), Some("default <no-reply@localhost>"));
        assert_eq!(header(mail, "Auto-Submitted"), Some("auto-generated"));
        let envelope = mail_server.commands();
        for part in ["MAIL FROM:<no-reply@localhost>", "RCPT TO:<li@example.com>"] {
            assert!(envelope.iter().any(|line| line.starts_with(part)), "{envelope:?}");
        }
    }
}

both_engines! {
    async fn what_waits_is_sealed(server: &Server) {
        queue(server, "li@example.com").await;
        let stored = waiting(server).await.remove(0).2;
        assert!(stored.starts_with("v1."), "{stored}");
        for secret in [LINK, "secret-ticket", "li@example.com"] {
            assert!(!stored.contains(secret), "{stored}");
        }
        let [mail] = &queued(server).await[..] else { panic!("one mail") };
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("li@example.com", "Reset your password for default"));
        assert!(mail.text.contains(LINK) && mail.html.contains(LINK), "{mail:?}");
    }
}

both_engines! {
    async fn a_refused_verb_sends_nothing(server: &Server) {
        queue_in(server, "li@example.com", true).await.expect_err("a refusal");
        assert!(waiting(server).await.is_empty());
    }
}

both_engines! {
    async fn a_busy_mail_server_is_asked_again_later_and_later(server: &Server) {
        let mail_server = FakeServer::start(&["451 4.7.1 <li@example.com>: greylisted", "452 4.3.1 full"]).await;
        let transport = mail_server.transport();
        queue(server, "li@example.com").await;
        assert_eq!(round(server, &transport).await, PUT_OFF);
        let reason = "the mail server cannot take it now: 451 4.7.1".to_owned();
        assert!(matches!(&waiting(server).await[..], [(1, Some(found), _)] if *found == reason));
        for (wait, outcome) in [(10, PUT_OFF), (20, DELIVERED)] {
            server.clock.advance_seconds(wait - 1);
            assert_eq!(round(server, &transport).await, NOTHING);
            server.clock.advance_seconds(1);
            assert_eq!(round(server, &transport).await, outcome);
        }
        assert!(waiting(server).await.is_empty());
        assert_eq!(mail_server.mails().len(), 1);
    }
}

both_engines! {
    async fn a_refused_mail_is_given_up_with_an_event(server: &Server) {
        let mail_server = FakeServer::start(&["550 5.1.1 <nobody@example.com>: no such user"]).await;
        queue(server, "nobody@example.com").await;
        assert_eq!(round(server, &mail_server.transport()).await, GIVEN_UP);
        assert!(waiting(server).await.is_empty());
        let logs = server.get("/api/v2/logs?q=type:fn").await.expect(200);
        let text = logs.to_string();
        assert_eq!(logs.as_array().map(Vec::len), Some(1), "{text}");
        assert!(text.contains("the mail server refused it: 550 5.1.1"), "{text}");
        assert!(!text.contains("no such user") && !text.contains("secret-ticket"), "{text}");
    }
}

both_engines! {
    async fn an_address_that_is_none_is_given_up_without_a_mail_server(server: &Server) {
        let mail_server = FakeServer::start(&[]).await;
        queue(server, "nobody@example.com>\r\nRCPT TO:<eve@example.com").await;
        assert_eq!(round(server, &mail_server.transport()).await, GIVEN_UP);
        assert!(mail_server.commands().is_empty(), "{:?}", mail_server.commands());
    }
}

both_engines! {
    async fn a_mail_server_that_is_gone_is_tried_for_a_day(server: &Server) {
        let gone = SmtpServer::parse("smtp://127.0.0.1:1?tls=none").expect("a URL");
        let gone = Transport::smtp(&gone).expect("a transport");
        queue(server, "li@example.com").await;
        let begin = server.clock.now();
        let mut attempts = 0;
        loop {
            match round(server, &gone).await {
                GIVEN_UP => break,
                PUT_OFF => attempts += 1,
                other => assert_eq!(other, NOTHING),
            }
            server.clock.advance_seconds(if attempts < 9 { 10 } else { 1800 });
        }
        // Nine tries with waits that double up to 43 minutes, then one an hour.
        let hours = (server.clock.now().seconds() - begin.seconds()) / 3600;
        assert!((30..=36).contains(&attempts) && (23..=24).contains(&hours), "{attempts} attempts in {hours} hours");
        assert!(waiting(server).await.is_empty());
        let logs = server.get("/api/v2/logs?q=type:fn").await.expect(200);
        assert!(logs.to_string().contains("the mail server cannot be reached"), "{logs}");
    }
}
