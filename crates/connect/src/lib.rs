//! Everything that talks to the outside: mail now; messages, upstream identity providers and webhooks later.

pub mod mail;
