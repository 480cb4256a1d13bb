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

/// So many pages are next to nothing: SQLite's index of words has several parts in a large database, each of which is looked
/// into for every part of a word.
const SOME: f64 = 24.0;

impl Work {
    /// Whether it is hardly more than this. Alone, PostgreSQL reads tables of a page or two from end to end; beside others it
    /// goes to each row by an index, through up to four pages of it, to that of the row and to one beside, but to no more rows.
    fn is_hardly_more_than(self, alone: Self) -> bool {
        let by_index = 6.0 * self.rows;
        self.rows <= 3.0 * alone.rows.max(50.0) && self.pages <= by_index.max(3.0 * alone.pages.max(SOME))
    }
}

/// Asks a small tenant the same in both databases.
pub async fn check(engine: Engine) {
    let server = Server::start(engine).await;
    let tenant = Tenant::small(&server).await;
    let alone = works(&server, &tenant, |_| true).await;
    let directory = Directory::on(engine).await;
    let server = directory.server(engine).await;
    let beside = works(&server, &directory.small, |_| true).await;
    let pairs = || alone.iter().zip(&beside);
    let slower: Vec<_> = pairs().filter(|(alone, beside)| !beside.1.is_hardly_more_than(alone.1)).collect();
    assert!(slower.is_empty() && alone.len() == beside.len(), "alone, and beside a huge tenant: {slower:#?}");
    // A walk over many would be seen, and so would a request that was not measured.
    let walk = |name: &str| name == "a page in the middle";
    let of_huge = works(&server, &directory.huge, walk).await[0].1;
    let (_, of_small) = *alone.iter().find(|(name, _)| walk(name)).expect("the request");
    assert!(!of_huge.is_hardly_more_than(of_small), "{of_huge:?}, {of_small:?}");
    assert!(pairs().all(|(alone, beside)| alone.1.pages > 0.0 && beside.1.pages > 0.0), "{alone:?} {beside:?}");
}

/// What those of the requests read that are `wanted` by their names.
async fn works(server: &Server, tenant: &Tenant, wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, Work)> {
    let mut requests = requests(server, tenant).await;
    requests.retain(|request| wanted(request.name));
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
