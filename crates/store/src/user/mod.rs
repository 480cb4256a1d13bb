//! Users, and the rows that hang on them.

mod activity;
mod attribute;
mod count;
mod find;
mod identifier;
mod list;
mod row;
mod write;

pub use activity::{SignIn, record_sign_in};
pub use count::{compact_counts, count};
pub use find::{active_super_admins, by_email, by_id, by_id_for_change, by_identifiers, by_key, password_hash};
pub use identifier::{Taken, taken};
pub use list::{Cursor, Direction, Order, SortColumn, UserList, by_keys, list, total};
pub use write::{delete, insert, set_access_valid_after, set_password, update};
