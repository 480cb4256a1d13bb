//! The engine room: what must hold whoever else writes at the same moment, and whatever breaks off when.

mod cancelled;
mod explicit_tenant;
mod group_commit;
mod migrations;
mod notes;
mod plans;
mod races;
pub mod raw;
mod transactions;
