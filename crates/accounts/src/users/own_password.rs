//! A person's own change of password, in the transaction of whoever proved that it is that person.

use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, User};
use anteroom_store::{Connection, ticket, user};

use super::password::{self, Prepared};
use crate::access::end_all_but;
use crate::{Error, Record};

/// Sets the person's own new password: it need not be changed any more, every other session and open link ends, and it
/// is recorded as the person's own doing. A change of password never changes a status.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_own_password(
    connection: &Connection<'_>,
    context: &Context,
    user: &mut User,
    password: &Prepared,
    keep_session: Option<&str>,
) -> Result<(), Error> {
    password::note(user, password, context.now());
    user.password.must_change = false;
    end_all_but(connection, context, user, keep_session).await?;
    ticket::end_open(connection, context.tenant, user.key, TicketKind::PasswordChange).await?;
    user.version += 1;
    user.updated_at = context.now();
    user::update(connection, context.tenant, user).await?;
    user::set_password(connection, context.tenant, user.key, &password.hash).await?;
    Record::new(context, EventKind::PasswordChanged).by(user).write(connection).await
}
