//! What the OpenAPI document says beyond what is derived from types.

pub mod answers;
mod list;
mod partial;
pub mod words;

pub use list::{List, Listed};
pub use partial::Partial;
