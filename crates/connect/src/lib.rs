//! Everything that talks to the outside: mail and files of places now; messages, upstream identity providers and webhooks
//! later.

pub mod location;
pub mod mail;
