//! Taking requests apart.

mod body;
mod caller;
mod conditional;
mod form;
mod path;
mod person;
mod present;
mod query;
mod text;

pub use body::{Body, explain};
pub use caller::{Caller, request_origin};
pub use conditional::{etag, expected_version, idempotency_key};
pub use path::Id;
pub use person::Person;
pub use present::present;
pub use query::Query;
pub use text::reject_nul;
