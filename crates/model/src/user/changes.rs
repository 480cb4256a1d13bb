//! What a request says of a user.

use serde_json::{Map, Value};

use super::DetailChanges;
use crate::change::Change;

/// What a request says of a user, field by field: the same for making one and for changing one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserChanges {
    /// See [`super::User::email`].
    pub email: Change<String>,
    /// See [`super::User::email_verified`].
    pub email_verified: Option<bool>,
    /// See [`super::User::username`].
    pub username: Change<String>,
    /// See [`super::User::phone_number`].
    pub phone_number: Change<String>,
    /// See [`super::User::phone_verified`].
    pub phone_verified: Option<bool>,
    /// See [`super::User::external_id`].
    pub external_id: Change<String>,
    /// See [`super::Profile::name`].
    pub name: Change<String>,
    /// See [`super::Profile::nickname`].
    pub nickname: Change<String>,
    /// See [`super::Profile::given_name`].
    pub given_name: Change<String>,
    /// See [`super::Profile::family_name`].
    pub family_name: Change<String>,
    /// See [`super::Profile::middle_name`].
    pub middle_name: Change<String>,
    /// See [`super::Profile::preferred_username`].
    pub preferred_username: Change<String>,
    /// See [`super::Profile::picture`].
    pub picture: Change<String>,
    /// See [`super::User::details`].
    pub details: DetailChanges,
    /// See [`super::User::user_metadata`]; null wipes the bag.
    pub user_metadata: Change<Map<String, Value>>,
    /// See [`super::User::app_metadata`]; null wipes the bag.
    pub app_metadata: Change<Map<String, Value>>,
    /// Auth0's switch over the status.
    pub blocked: Option<bool>,
    /// See [`super::PasswordFacts::must_change`].
    pub must_change_password: Option<bool>,
}
