//! `POST /api/v2/users`

mod conflicts;
mod fields;
mod ids;
mod limits;
mod many;
mod options;
mod refusals;
