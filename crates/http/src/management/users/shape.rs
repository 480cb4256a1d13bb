//! Users in exported files: as they are answered.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::exports::Shape;
use anteroom_model::User;
use serde_json::{Map, Value};

use super::view::UserView;

/// Users in exported files: as they are answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct UserShape;

impl Shape for UserShape {
    fn write(&self, user: &User, tenant: &TenantConfiguration, out: &mut Vec<u8>) {
        // Our own type has text keys and no failing serializer: this cannot fail.
        let _ = serde_json::to_writer(out, &UserView::new(user, tenant));
    }

    fn object(&self, user: &User, tenant: &TenantConfiguration) -> Map<String, Value> {
        match serde_json::to_value(UserView::new(user, tenant)) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        }
    }
}
