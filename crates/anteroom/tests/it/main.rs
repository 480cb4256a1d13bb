//! The integration tests: one binary, because each further one would link every dependency again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may say so by panicking")]

mod authentication;
mod bad_input;
mod console;
mod copy;
mod corpus;
mod docs;
mod doctor;
mod document;
mod engine_room;
mod errors;
mod first_start;
mod harness;
mod hosts;
mod house;
mod imports;
mod jobs;
mod locations;
mod mails;
mod management;
mod openapi;
mod openid_provider;
mod rate_limit;
mod security;
mod self_service;
mod sign_in;
mod stored;
