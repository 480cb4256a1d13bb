//! `PATCH /api/v2/users/{id}`

mod combinations;
mod fields;
mod identifiers;
mod versions;
