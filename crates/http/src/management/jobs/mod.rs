//! Jobs.

pub mod errors;
pub mod get;
pub mod verification_email;
mod view;
