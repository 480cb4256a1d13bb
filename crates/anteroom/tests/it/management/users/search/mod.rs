//! `GET /api/v2/users?q=…`

mod advanced;
mod combined;
mod fields;
mod generated;
mod literal;
mod metadata;
mod refusals;
mod words;
