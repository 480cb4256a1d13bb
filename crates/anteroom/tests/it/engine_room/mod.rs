//! The engine room: what must hold whoever else writes at the same moment, and whatever breaks off when.

mod cancelled;
mod group_commit;
mod notes;
mod races;
mod raw;
mod transactions;
