//! Several processes, and those that die.

use std::collections::BTreeSet;
use std::sync::Arc;

use anteroom_accounts::mail::deliver_due;

use super::fake_server::{FakeServer, SILENCE, header};
use super::{context, queue, waiting};
use crate::harness::{both_engines, race};

both_engines! {
    async fn processes_share_the_work_and_deliver_each_mail_once(server: &Server) {
        const MAILS: usize = 40;
        let mail_server = FakeServer::start(&[]).await;
        for number in 0..MAILS {
            queue(server, &format!("user{number}@example.com")).await;
        }
        let processes = Arc::new([server.clone(), server.second_process().await, server.second_process().await]);
        let delivered = race(processes.len(), |number| {
            let (processes, transport) = (Arc::clone(&processes), mail_server.transport());
            async move {
                let mut delivered = 0;
                loop {
                    let process = &processes[number];
                    match deliver_due(&process.services, &context(process), &transport).await.expect("a round").delivered {
                        0 if waiting(process).await.is_empty() => return delivered,
                        count => delivered += count,
                    }
                }
            }
        });
        let delivered = delivered.await;
        let mails = mail_server.mails();
        let ids: BTreeSet<_> = mails.iter().map(|mail| header(mail, "Message-ID").expect("an id")).collect();
        assert_eq!((mails.len(), ids.len(), delivered.iter().sum::<usize>()), (MAILS, MAILS, MAILS));
    }
}

both_engines! {
    async fn a_mail_of_a_process_that_died_is_delivered_by_another(server: &Server) {
        let mail_server = FakeServer::start(&[SILENCE]).await;
        queue(server, "li@example.com").await;
        let (dying, transport) = (server.clone(), mail_server.transport());
        let round = tokio::spawn(async move { deliver_due(&dying.services, &context(&dying), &transport).await });
        mail_server.is_sent_a_mail().await;
        round.abort();
        let other = server.second_process().await;
        let transport = mail_server.transport();
        server.clock.advance_seconds(58);
        let found = deliver_due(&other.services, &context(&other), &transport).await.expect("a round");
        assert!(!found.found_any(), "its claim still holds: {found:?}");
        server.clock.advance_seconds(3);
        let found = deliver_due(&other.services, &context(&other), &transport).await.expect("a round");
        assert_eq!(found.delivered, 1);
        assert_eq!(mail_server.mails().len(), 1);
        assert!(waiting(&other).await.is_empty());
    }
}

both_engines! {
    async fn what_a_process_says_after_its_claim_has_ended_changes_nothing(server: &Server) {
        let slow = FakeServer::start(&["held: 550 5.1.1 too late"]).await;
        let busy = FakeServer::start(&["451 4.3.2 busy"]).await;
        queue(server, "li@example.com").await;
        let (first, transport) = (server.clone(), slow.transport());
        let round = tokio::spawn(async move { deliver_due(&first.services, &context(&first), &transport).await });
        slow.is_sent_a_mail().await;
        server.clock.advance_seconds(61);
        let other = server.second_process().await;
        let found = deliver_due(&other.services, &context(&other), &busy.transport()).await.expect("a round");
        assert_eq!(found.put_off, 1);
        slow.release();
        let late = round.await.expect("a task").expect("a round");
        assert!(!late.found_any(), "{late:?}");
        let left = waiting(server).await;
        assert!(matches!(&left[..], [(2, Some(reason), _)] if reason.contains("451 4.3.2")), "{left:?}");
    }
}
