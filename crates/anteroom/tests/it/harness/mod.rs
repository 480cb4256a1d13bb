//! What tests stand on: a server of their own on either engine, with a clock and a generator they set.
//!
//! Every test gets a fresh database in which a second tenant has users of the same names, and is shown afterwards that
//! none of its requests touched it.

mod answer;
mod application;
mod browser;
mod chance;
mod clock;
pub mod engine;
mod location_file;
pub mod people;
mod postgres;
mod race;
mod server;
mod world;

pub use answer::Answer;
pub use application::{Application, CALLBACK, CHALLENGE, PASSWORD, VERIFIER};
pub use browser::{Browser, Page, Told, claims_of};
pub use chance::SeededRandom;
pub use clock::TestClock;
pub use engine::Engine;
pub use location_file::NewLocationFile;
pub use postgres::when_this_process_ends;
pub use race::race;
pub use server::{Call, Server};
pub use world::{HOST, OTHER_HOST, World};

/// The default connection's name.
pub const CONNECTION: &str = anteroom_model::connection::DEFAULT_NAME;

/// Makes of one test body two tests, one for each engine.
macro_rules! both_engines {
    ($(#[$meta:meta])* async fn $name:ident($server:ident: &Server) $body:block) => {
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($server: &$crate::harness::Server) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                $crate::harness::Server::test($crate::harness::Engine::Sqlite, async |server| body(server).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                $crate::harness::Server::test($crate::harness::Engine::Postgres, async |server| body(server).await).await;
            }
        }
    };
}

pub(crate) use both_engines;
