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
pub use find::{active_super_admins, by_email, by_id, by_id_for_change, password_hash};
pub use identifier::{Taken, taken};
pub use list::{Cursor, Direction, Order, SortColumn, UserList, list, total};
pub use write::{delete, insert, set_password, update};
