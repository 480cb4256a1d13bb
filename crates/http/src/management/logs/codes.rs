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
        EventKind::ClientUpdated => ("sapi", "Update a client"),
        EventKind::ClientGrantCreated => ("sapi", "Create a client grant"),
        EventKind::ClientGrantUpdated => ("sapi", "Update a client grant"),
        EventKind::ClientGrantDeleted => ("sapi", "Delete a client grant"),
        EventKind::ClientSecretRotated => ("sapi", "Rotate a client secret"),
        EventKind::ClientSecretRead => ("mgmt_api_read", "Read a client secret"),
        EventKind::ClientDeleted => ("sapi", "Delete a client"),
        EventKind::MachineTokenIssued => ("seccft", "Client Credentials for Access Token"),
        EventKind::MachineTokenRefused => ("feccft", "Client Credentials for Access Token refused"),
        EventKind::SignedIn => ("s", "Success Login"),
        EventKind::SignedInSilently => ("ssa", "Success Silent Auth"),
        EventKind::SignInRefused => ("f", "Failed Login"),
        EventKind::SignInWrongPassword => ("fp", "Failed Login (Incorrect Password)"),
        EventKind::SignInUnknownUser => ("fu", "Failed Login (Invalid Email/Username)"),
        EventKind::SilentSignInRefused => ("fsa", "Failed Silent Auth"),
        EventKind::AccountLocked => ("limit_wc", "Blocked Account"),
        EventKind::AddressLocked => ("limit_mu", "Blocked IP Address"),
        EventKind::LockLifted => ("ublkdu", "User login block released"),
        EventKind::SignedOut => ("slo", "Success Logout"),
        EventKind::SignOutRefused => ("flo", "Failed Logout"),
        EventKind::SignedUp => ("ss", "Success Signup"),
        EventKind::SignUpRefused => ("fs", "Failed Signup"),
        EventKind::CodeExchanged => ("seacft", "Success Exchange (Authorization Code for Access Token)"),
        EventKind::CodeRefused => ("feacft", "Failed Exchange (Authorization Code for Access Token)"),
        EventKind::RefreshTokenExchanged => ("sertft", "Success Exchange (Refresh Token for Access Token)"),
        EventKind::RefreshTokenRefused => ("fertft", "Failed Exchange (Refresh Token for Access Token)"),
        EventKind::RefreshTokenReused => ("ferrt", "Failed Exchange (Rotating Refresh Token)"),
        EventKind::RefreshTokenRevoked => ("srrt", "Success Revoke (Refresh Token)"),
        EventKind::SessionRevoked => ("session_revoked", "Session Revoked"),
        EventKind::AccessRevoked => ("access_revoked", "Access Revoked"),
        EventKind::ConsentGiven => ("consent_given", "Consent Given"),
        EventKind::ConsentRevoked => ("consent_revoked", "Consent Revoked"),
        EventKind::PasswordChangeRequested => ("scpr", "Success Change Password Request"),
        EventKind::PasswordChanged => ("scp", "Success Change Password"),
        EventKind::PasswordChangeRefused => ("fcp", "Failed Change Password"),
        EventKind::VerificationRequested => ("svr", "Success Verification Email Request"),
        EventKind::EmailVerified => ("sv", "Success Verification Email"),
        EventKind::VerificationRefused => ("fv", "Failed Verification Email"),
        EventKind::TicketCreated => ("sapi", "Create a ticket"),
        EventKind::MailFailed => ("fn", "Failed to send an email notification"),
        EventKind::SettingsUpdated => ("sapi", "Update tenant settings"),
        EventKind::ConnectionUpdated => ("sapi", "Update a connection"),
        EventKind::ResourceServerCreated => ("sapi", "Create a resource server"),
        EventKind::ResourceServerUpdated => ("sapi", "Update a resource server"),
        EventKind::ResourceServerDeleted => ("sapi", "Delete a resource server"),
        EventKind::ActRefused => ("fapi", "A rule refused the request"),
    }
}

/// The kinds of event that have this type code.
pub fn kinds_of(code: &str) -> Vec<EventKind> {
    EventKind::ALL.iter().copied().filter(|kind| auth0(*kind).0 == code).collect()
}
