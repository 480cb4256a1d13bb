//! The compiler's conditions, asked of SQLite, against filters written plainly in Rust.

mod directory;
mod fields;
mod naive;
mod people;
mod plans;
mod refusals;
mod words;
