//! Exports: users written into a file that is kept in the database until it is fetched.

mod create;
mod file;
mod filter;
mod run;
mod shape;
mod users;

pub use create::create_export;
pub use file::ExportFile;
pub use filter::filter;
pub use shape::Shape;
pub use users::ExportUsers;

pub(crate) use run::run;
