//! What a small tenant's requests cost alone, and beside a huge tenant: pages and rows, which depend on no clock.

use super::directory::Directory;
use super::postgres::{Explained, work};
use super::requests::requests;
use super::tenant::Tenant;
use crate::harness::{Engine, Server};

/// What a request reads.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Work {
    rows: f64,
    pages: f64,
}

/// So many pages are read for next to nothing: SQLite's index of words has several parts in a large database, each of which is
/// looked into for every part of a word.
const SOME: f64 = 20.0;

impl Work {
    /// Whether it is hardly more than this. Alone, PostgreSQL reads tables of a page or two from end to end; beside others it
    /// goes to each row by an index, through three pages of it and to that of the row, but to no more rows.
    fn is_hardly_more_than(self, alone: Self) -> bool {
        let by_index = 4.0 * self.rows;
        self.rows <= 3.0 * alone.rows.max(50.0) && self.pages <= by_index.max(3.0 * alone.pages.max(SOME))
    }
}

/// Asks a small tenant the same in both databases.
pub async fn check(engine: Engine) {
    let server = Server::start(engine).await;
    let tenant = Tenant::small(&server).await;
    let alone = works(&server, &tenant).await;
    let directory = Directory::on(engine).await;
    let beside = works(&directory.server(engine).await, &directory.small).await;
    assert_eq!(alone.len(), beside.len());
    for (alone, beside) in alone.iter().zip(&beside) { println!("XX {} {:?} {:?}", alone.0, alone.1, beside.1); }
    let slower: Vec<_> =
        alone.iter().zip(&beside).filter(|(alone, beside)| !beside.1.is_hardly_more_than(alone.1)).collect();
    assert!(slower.is_empty(), "alone, and beside a huge tenant: {slower:#?}");
    // Or nothing was measured.
    assert!(
        alone.iter().chain(&beside).all(|(name, work)| work.pages > 0.0 || *name == "by external id"),
        "{beside:?}"
    );
}

async fn works(server: &Server, tenant: &Tenant) -> Vec<(&'static str, Work)> {
    let requests = requests(server, tenant).await;
    let mut found = Vec::new();
    match server.engine {
        Engine::Sqlite => {
            for request in requests {
                // A process that has read nothing yet but who asks.
                let fresh = server.second_process().await;
                tenant.get(&fresh, "/api/v2/users?q=user_id:x").await;
                let before = bytes_read();
                tenant.get(&fresh, &request.path).await;
                let pages = (bytes_read() - before) / 4096;
                found.push((request.name, Work { rows: 0.0, pages: f64::from(pages) }));
            }
        }
        Engine::Postgres => {
            let explained = Explained::new(server).await;
            for request in requests {
                tenant.get(&explained.server, &request.path).await;
                let plans = explained.plans().await;
                let works: Vec<_> = plans.iter().map(work).collect();
                if request.name == "signed in since" { println!("YY {}", serde_json::to_string(&plans).unwrap()); }
                let (rows, pages) = (works.iter().map(|work| work.0).sum(), works.iter().map(|work| work.1).sum());
                found.push((request.name, Work { rows, pages }));
            }
        }
    }
    found
}

/// What this thread has read from files: a read on SQLite happens in the thread that asks, a page at a time.
fn bytes_read() -> u32 {
    let told = std::fs::read_to_string("/proc/thread-self/io").expect("Linux tells what a thread has read");
    let number = told.lines().find_map(|line| line.strip_prefix("rchar: ")).expect("a number");
    number.parse().expect("a number that is not large")
}
