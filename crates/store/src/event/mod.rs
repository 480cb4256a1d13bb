//! The record of everything: written in the transaction of what it records.

mod bulk;
mod filter;
mod list;
mod row;
mod since;
mod write;

pub use bulk::insert_thin;
pub use filter::{EventFilter, EventText};
pub use list::{EventList, by_log_id, list, place_of, position_of, read_on, total};
pub use row::StoredEvent;
pub use since::happened_since;
pub use write::insert;
