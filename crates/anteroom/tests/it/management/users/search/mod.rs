//! `GET /api/v2/users?q=…`

mod combined;
mod fields;
mod literal;
mod metadata;
mod refusals;
mod words;
