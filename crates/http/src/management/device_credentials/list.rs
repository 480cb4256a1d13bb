//! `GET /api/v2/device-credentials`

use anteroom_accounts::access::{self, DeviceList, RefreshToken};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Asked, page_of};
use crate::management::schema::{List, Listed, Partial};
use crate::management::sessions::named;
use crate::reply;

/// Which devices, which part of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeviceListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Devices of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all devices found.
    include_totals: Option<bool>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// Only devices of this user.
    user_id: Option<String>,
    /// Only devices of this application.
    client_id: Option<String>,
    /// Only those with this kind of credential.
    r#type: Option<DeviceType>,
}

/// A kind of credential. There are no public keys of devices here.
#[derive(Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DeviceCredentialType)]
pub enum DeviceType {
    /// A key that the device made.
    PublicKey,
    /// A refresh token that is used again and again.
    RefreshToken,
    /// A refresh token of which each exchange gives another one.
    RotatingRefreshToken,
}

/// A device that a user signed in with.
#[derive(Serialize, ToSchema)]
#[schema(as = DeviceCredential)]
pub struct DeviceCredentialView<'a> {
    /// The id: that of the refresh token.
    id: &'a str,
    /// Browser and system.
    device_name: String,
    /// The kind of credential.
    r#type: DeviceType,
    /// Whose it is.
    user_id: &'a str,
    /// The application.
    client_id: &'a str,
}

/// Devices, or the fields of them that were asked for.
pub type DeviceCredentialList = List<Partial<DeviceCredentialView<'static>>>;

impl Listed for DeviceCredentialView<'_> {
    const ROWS: &'static str = "device_credentials";
    const HAS_CURSOR: bool = false;
}

impl<'a> DeviceCredentialView<'a> {
    fn new(token: &'a RefreshToken) -> Self {
        let given = &token.authorization;
        Self {
            id: &given.authorization_id,
            device_name: named(&given.device),
            r#type: match token.settings.refresh_token.is_rotating() {
                true => DeviceType::RotatingRefreshToken,
                false => DeviceType::RefreshToken,
            },
            user_id: &given.user_id,
            client_id: &given.client_id,
        }
    }
}

/// List devices
///
/// A thousand at most: name a user or an application.
#[utoipa::path(
    get, path = "/api/v2/device-credentials", tag = "device-credentials", operation_id = "get_device-credentials",
    params(DeviceListQuery),
    responses(
        (status = 200, description = "An array of devices; with include_totals=true {start, limit, length, total, device_credentials}", body = DeviceCredentialList),
        (status = 400, description = "A parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:device_credentials is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_device_credentials(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:device_credentials"])?;
    let wanted: DeviceListQuery = query.read()?;
    let DeviceListQuery { page, per_page, include_totals, .. } = wanted;
    let paging = Asked { page, per_page, include_totals, ..Asked::default() }.check()?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let rotating = wanted.r#type.map(|kind| matches!(kind, DeviceType::RotatingRefreshToken));
    let found = match wanted.r#type {
        Some(DeviceType::PublicKey) => Vec::new(),
        _ => {
            let list = DeviceList { user_id: wanted.user_id, client_id: wanted.client_id, rotating };
            access::list_devices(caller.services(), context, &list).await?
        }
    };
    let render = |token| fields.of(DeviceCredentialView::new(token));
    Ok(reply::json(StatusCode::OK, &page_of(found.iter().collect(), "device_credentials", &paging, render)?))
}
