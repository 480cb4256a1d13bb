//! The Management API.

mod client_grants;
mod clients;
mod connections;
mod logs;
mod resource_servers;
mod users;
