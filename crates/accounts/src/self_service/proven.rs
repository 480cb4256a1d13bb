//! Noting that somebody has shown control of an address.

use anteroom_model::{Context, EventKind, FieldChange, User};
use anteroom_store::{Connection, user};

use crate::{Error, Record};

/// Stores the user, whose address is proven now, as its next version.
pub(super) async fn store(connection: &Connection<'_>, context: &Context, changed: &mut User) -> Result<(), Error> {
    changed.email_verified = true;
    changed.version += 1;
    changed.updated_at = context.now();
    user::update(connection, context.tenant, changed).await?;
    record(connection, context, changed).await
}

/// Records that the user has proven the address.
pub(super) async fn record(connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
    let change = FieldChange { field: "email_verified".to_owned(), from: Some(false.into()), to: Some(true.into()) };
    Record::new(context, EventKind::EmailVerified).by(user).changes(vec![change]).write(connection).await
}
