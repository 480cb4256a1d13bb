//! What a user has by whatever way, roles or none: `/api/v2/users/{id}/effective-roles` and `…/effective-permissions`.

pub mod permissions;
pub mod roles;
pub mod sources;
mod view;
