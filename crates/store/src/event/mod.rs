//! The record of everything: written in the transaction of what it records.

mod bulk;
mod list;
mod since;
mod write;

pub use bulk::insert_thin;
pub use list::{EventFilter, EventList, StoredEvent, by_log_id, list, position_of, read_on, total};
pub use since::happened_since;
pub use write::insert;
