//! Users, and the rows that hang on them.

mod activity;
mod attribute;
mod bulk;
mod count;
mod find;
mod identifier;
mod known;
mod list;
mod row;
mod walk;
mod write;

pub use activity::{SignIn, record_sign_in};
pub(crate) use attribute::{COLUMNS as ATTRIBUTE_COLUMNS, Kind, keys_at, number_key, rebuild as rebuild_attributes};
pub(crate) use bulk::insert as insert_rows;
pub use bulk::{NewRows, insert_many};
pub use count::{compact_counts, count};
pub use find::{active_super_admins, by_email, by_id, by_id_for_change, by_identifiers, by_key, password_hash};
pub use identifier::{Taken, taken};
pub use known::{Known, by_keys_for_change, known};
pub use list::{Cursor, Direction, Listed, Order, SortColumn, Total, UserList, by_keys, estimate, list, total};
pub use walk::{check_query, first_and_last, walk};
pub use write::{delete, insert, replace, set_access_valid_after, set_password, update};
