//! The integration tests: one binary, because each further one would link every dependency again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may say so by panicking")]

mod docs;
mod document;
mod engine_room;
mod harness;
mod house;
mod management;
mod openapi;
