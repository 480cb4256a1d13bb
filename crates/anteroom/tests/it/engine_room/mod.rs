//! The engine room: what must hold whoever else writes at the same moment, and whatever breaks off when.

mod cancelled;
mod deadlines;
mod durability;
mod explicit_tenant;
mod group_commit;
mod migrations;
mod notes;
mod plans;
pub mod process;
mod races;
pub mod raw;
mod synced;
mod transactions;
mod unsynced;
mod whole;
