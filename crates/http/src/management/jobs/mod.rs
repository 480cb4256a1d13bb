//! Jobs.

pub mod cancel;
pub mod errors;
pub mod file;
pub mod get;
pub mod list;
mod multipart;
pub mod users_exports;
pub mod users_imports;
pub mod verification_email;
mod view;
