//! Sessions: browsers that are signed in.

mod end;
mod list;
mod write;

pub use end::{delete, delete_created_before, delete_of_user, delete_others};
pub use list::{Placed, SessionFilter, list, list_of_client, total, total_of_client};
pub use write::{insert, renew, set_metadata, touch};

use anteroom_model::session::{Device, Session};
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

/// Sessions are shown as used at most this many seconds late: a browser that goes from application to application does
/// not write each time.
pub const TOUCH_EVERY: i64 = 60;

const COLUMNS: &str = "s.id, s.session_id, s.user_key, u.user_id, s.methods, s.created_at, s.authenticated_at, \
    s.last_interacted_at, s.initial_ip, s.initial_user_agent, s.last_ip, s.last_user_agent, s.metadata";

const FROM: &str =
    " FROM session s JOIN users u ON u.key = s.user_key AND u.tenant_id = s.tenant_id WHERE s.tenant_id = ";

impl FromRow for Session {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            session_id: columns.take()?,
            user: columns.take()?,
            user_id: columns.take()?,
            methods: json::value(&columns.take::<String>()?)?,
            created_at: columns.take()?,
            authenticated_at: columns.take()?,
            last_interacted_at: columns.take()?,
            device: device(columns)?,
            metadata: json::object(&columns.take::<String>()?)?,
        })
    }
}

/// The four columns of a device.
pub(crate) fn device(columns: &mut Columns<'_>) -> Result<Device, Error> {
    Ok(Device {
        initial_ip: columns.take()?,
        initial_user_agent: columns.take()?,
        last_ip: columns.take()?,
        last_user_agent: columns.take()?,
    })
}

/// The session whose cookie has this digest.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_digest(connection: &Connection<'_>, tenant: TenantId, digest: &str) -> Result<Option<Session>, Error> {
    connection.one(select(tenant).push(" AND s.digest = ").bind(digest)).await
}

/// The session of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(connection: &Connection<'_>, tenant: TenantId, session_id: &str) -> Result<Option<Session>, Error> {
    connection.one(select(tenant).push(" AND s.session_id = ").bind(session_id)).await
}

/// When the session was last used, if that is worth writing down now.
#[must_use]
pub fn is_worth_touching(session: &Session, now: Timestamp) -> bool {
    session.last_interacted_at.plus_seconds(TOUCH_EVERY) <= now
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT ").push(COLUMNS).push(FROM).bind(tenant)
}
