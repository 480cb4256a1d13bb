//! The hosted pages: what they look like and say, but not what they do.
//!
//! A handler fills one of the [`views`], [`Pages::render`]s it in a person's language, and answers with
//! [`page_headers`]. Templates, stylesheet and script stand in `crates/http/pages`, the words in
//! `crates/http/messages`; all of them are part of the binary.

pub mod assets;
mod render;
pub mod routes;
mod security;
mod shell;
pub mod views;
mod words;

#[cfg(test)]
mod tests;

pub use render::{Page, Pages};
pub use security::page_headers;
pub use shell::{LanguageLink, Shell};
