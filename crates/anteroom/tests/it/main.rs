//! The integration tests, one binary for all of them: it links once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops there")]

mod house;
