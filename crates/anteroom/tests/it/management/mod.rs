//! The Management API.

mod users;
