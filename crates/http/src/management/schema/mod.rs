//! What the OpenAPI document says beyond what is derived from types.

mod list;
pub mod null;
mod partial;
pub mod words;

pub use list::{List, Listed};
pub use partial::Partial;
