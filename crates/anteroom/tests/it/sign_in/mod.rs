//! Signing in, from the application's request to its tokens and to the end of its access.

mod activity;
mod binding;
mod consent;
mod cookies;
mod cross_site;
mod ended_access;
mod events;
mod happy;
mod identifiers;
mod imported;
mod json_flow;
mod json_reset;
mod leaving;
mod lifetimes;
mod locks;
mod must_change;
mod pages;
mod public_limit;
mod refusals;
mod rehashing;
mod sign_up;
mod statements;
pub mod tools;
mod verified_email;
