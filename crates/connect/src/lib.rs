//! Everything that talks to the outside: mail, messages, upstream identity providers, webhooks.
//!
//! Nothing here yet: the server talks to its callers and its database only.
