//! `/api/v2/sessions`

pub mod delete;
mod device;
pub mod get;
pub mod revoke;
pub mod update;
mod view;

pub use device::{DeviceView, named};
pub(crate) use view::query;
pub use view::{SessionPageView, SessionView};
