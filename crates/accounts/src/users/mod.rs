//! The verbs of users.

mod address_mail;
mod bulk;
mod create;
mod create_many;
mod delete;
mod first_password;
mod first_roles;
mod locked;
mod notice;
pub(crate) mod own_password;
pub(crate) mod password;
mod read;
mod recover;
mod role;
mod status;
mod update;

pub use bulk::{BulkAction, BulkChange, BulkChanged, CHANGED_AT_ONCE, change_users};
pub use create::{CreateUser, CreatedUser, create_user};
pub use create_many::{AT_ONCE, create_users};
pub use delete::delete_user;
pub use first_password::{FirstPassword, PasswordWish};
pub use locked::find_locked_until;
pub(crate) use notice::ActNotice;
pub use own_password::set_own_password;
pub use password::{Prepared, prepare as prepare_password};
pub use read::{Totals, UserPage, find_user, find_users_by_email, list_users};
pub use recover::{random_password, recover_admin};
pub use status::{SetStatus, set_status};
pub use update::{UpdateUser, update_user};

use anteroom_model::{Context, Refusal, User, codes};
use anteroom_store::{Connection, user};

use crate::Error;

/// A user after a change was asked for.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The user as it is now.
    pub user: User,
    /// Whether anything became different; otherwise it was so already.
    pub is_changed: bool,
}

/// The user of this id, locked for change.
async fn load(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<User, Error> {
    let found = user::by_id_for_change(connection, context.tenant, user_id).await?;
    Ok(found.ok_or_else(unknown_user)?)
}

pub(crate) fn unknown_user() -> Refusal {
    Refusal::new(&codes::USER_UNKNOWN, "The user does not exist.")
}

/// Refuses ids and identifiers that another user has.
async fn refuse_taken(connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
    match user::taken(connection, context.tenant, user).await? {
        None => Ok(()),
        Some(taken) => Err(Refusal::new(&codes::USER_EXISTS, "The user already exists.").field(taken.field).into()),
    }
}
