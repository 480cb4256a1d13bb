//! Auth0's codes and words for what happens here.

use anteroom_model::EventKind;

/// Auth0's type code and description of a kind of event.
pub fn auth0(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::TenantCreated => ("sapi", "Create a tenant"),
        EventKind::UserCreated => ("sapi", "Create a User"),
        EventKind::UserUpdated => ("sapi", "Update a User"),
        EventKind::UserStatusChanged => ("sapi", "Change a User's status"),
        EventKind::UserRoleChanged => ("sapi", "Change a User's platform role"),
        EventKind::UserPasswordChanged => ("scp", "Change a User's password"),
        EventKind::UserDeleted => ("sdu", "Delete a User"),
        EventKind::ClientCreated => ("sapi", "Create a client"),
        EventKind::ClientSecretRotated => ("sapi", "Rotate a client secret"),
        EventKind::ClientSecretRead => ("mgmt_api_read", "Read a client secret"),
        EventKind::ClientDeleted => ("sapi", "Delete a client"),
        EventKind::MachineTokenIssued => ("seccft", "Client Credentials for Access Token"),
        EventKind::MachineTokenRefused => ("feccft", "Client Credentials for Access Token refused"),
        EventKind::ActRefused => ("fapi", "A rule refused the request"),
    }
}

/// The kinds of event that have this type code.
pub fn kinds_of(code: &str) -> Vec<EventKind> {
    EventKind::ALL.iter().copied().filter(|kind| auth0(*kind).0 == code).collect()
}
