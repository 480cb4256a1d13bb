//! Events: the record of everything that was done, refused or tried.

use serde_json::Value;

use crate::context::RequestOrigin;
use crate::time::Timestamp;

macro_rules! event_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $variant,)*
        }

        impl EventKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

event_kinds! {
    /// A tenant was made.
    TenantCreated = "tenant.created",
    /// A user was made.
    UserCreated = "user.created",
    /// A user's profile, identifiers or metadata changed.
    UserUpdated = "user.updated",
    /// A user's status changed, also by blocking and unblocking.
    UserStatusChanged = "user.status_changed",
    /// A user's platform role changed.
    UserRoleChanged = "user.role_changed",
    /// A user's password was set by somebody else.
    UserPasswordChanged = "user.password_changed",
    /// A user was deleted.
    UserDeleted = "user.deleted",
    /// The same was asked for many users at once.
    UsersChanged = "users.changed_at_once",
    /// A client was made.
    ClientCreated = "client.created",
    /// A client's settings changed.
    ClientUpdated = "client.updated",
    /// A client grant was made.
    ClientGrantCreated = "client_grant.created",
    /// A client grant's scopes changed.
    ClientGrantUpdated = "client_grant.updated",
    /// A client grant was deleted.
    ClientGrantDeleted = "client_grant.deleted",
    /// A client's secret was rotated.
    ClientSecretRotated = "client.secret_rotated",
    /// A client's secret was shown.
    ClientSecretRead = "client.secret_read",
    /// A client was deleted.
    ClientDeleted = "client.deleted",
    /// A machine was given an access token.
    MachineTokenIssued = "token.machine_issued",
    /// A machine was refused an access token.
    MachineTokenRefused = "token.machine_refused",
    /// A person signed in.
    SignedIn = "sign_in.succeeded",
    /// A person signed in by the session of an earlier sign-in.
    SignedInSilently = "sign_in.silent",
    /// A sign-in was refused for another reason than the two below.
    SignInRefused = "sign_in.refused",
    /// A sign-in was refused: the password was wrong.
    SignInWrongPassword = "sign_in.wrong_password",
    /// A sign-in was refused: nobody is known by that identifier.
    SignInUnknownUser = "sign_in.unknown_user",
    /// A request that wanted no page was refused: nobody was signed in, or something was to be asked.
    SilentSignInRefused = "sign_in.silent_refused",
    /// An account was locked after failed sign-ins.
    AccountLocked = "sign_in.account_locked",
    /// An address was locked after failed sign-ins.
    AddressLocked = "sign_in.address_locked",
    /// A lock was lifted early.
    LockLifted = "sign_in.lock_lifted",
    /// A person signed out.
    SignedOut = "sign_out.succeeded",
    /// A sign-out was refused.
    SignOutRefused = "sign_out.refused",
    /// A person signed up.
    SignedUp = "sign_up.succeeded",
    /// A sign-up was refused.
    SignUpRefused = "sign_up.refused",
    /// An authorization code was exchanged for tokens.
    CodeExchanged = "token.code_exchanged",
    /// An authorization code was refused.
    CodeRefused = "token.code_refused",
    /// A refresh token was exchanged for tokens.
    RefreshTokenExchanged = "token.refresh_exchanged",
    /// A refresh token was refused.
    RefreshTokenRefused = "token.refresh_refused",
    /// A refresh token came a second time: all tokens of its authorization were ended.
    RefreshTokenReused = "token.refresh_reused",
    /// A refresh token was revoked.
    RefreshTokenRevoked = "token.refresh_revoked",
    /// A session was ended by somebody else.
    SessionRevoked = "session.revoked",
    /// All access of a user, or to one application, was ended.
    AccessRevoked = "user.access_revoked",
    /// A person agreed to what an application asked for.
    ConsentGiven = "consent.given",
    /// A consent was taken back.
    ConsentRevoked = "consent.revoked",
    /// A link to choose another password was asked for.
    PasswordChangeRequested = "password.change_requested",
    /// A person chose another password.
    PasswordChanged = "password.changed",
    /// A person's change of password was refused.
    PasswordChangeRefused = "password.change_refused",
    /// A link to prove an address was asked for.
    VerificationRequested = "email.verification_requested",
    /// An address was proven.
    EmailVerified = "email.verified",
    /// A link to prove an address was refused.
    VerificationRefused = "email.verification_refused",
    /// A one-time link was made.
    TicketCreated = "ticket.created",
    /// A mail could not be delivered and was given up.
    MailFailed = "mail.failed",
    /// A tenant's settings changed.
    SettingsUpdated = "settings.updated",
    /// A connection changed.
    ConnectionUpdated = "connection.updated",
    /// A resource server was made.
    ResourceServerCreated = "resource_server.created",
    /// A resource server changed.
    ResourceServerUpdated = "resource_server.updated",
    /// A resource server was deleted.
    ResourceServerDeleted = "resource_server.deleted",
    /// A role was made.
    RoleCreated = "role.created",
    /// A role's name, description or being a default changed.
    RoleUpdated = "role.updated",
    /// A role was deleted.
    RoleDeleted = "role.deleted",
    /// A role was given permissions, or they were taken away.
    RolePermissionsChanged = "role.permissions_changed",
    /// A user was given roles, or they were taken away.
    UserRolesChanged = "user.roles_changed",
    /// A user was given permissions, or they were taken away.
    UserPermissionsChanged = "user.permissions_changed",
    /// A job was asked for.
    JobCreated = "job.created",
    /// A job was done.
    JobCompleted = "job.completed",
    /// A job was given up.
    JobFailed = "job.failed",
    /// A job was called off.
    JobCancelled = "job.cancelled",
    /// A rule refused an administrative act.
    ActRefused = "act.refused",
}

impl EventKind {
    /// The kind of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// Somebody or something in an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// `user`, `client`, `tenant` or `system`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its name at that time: personal data, kept apart.
    pub name: String,
}

impl Party {
    /// A party.
    pub fn new(kind: &str, id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), id: id.into(), name: name.into() }
    }
}

/// One field that changed.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FieldChange {
    /// The field's name on the wire.
    pub field: String,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Value>,
    /// What it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Value>,
}

impl FieldChange {
    /// A field that went from one name to another.
    #[must_use]
    pub fn between(field: &str, from: &str, to: &str) -> Self {
        Self { field: field.to_owned(), from: Some(Value::from(from)), to: Some(Value::from(to)) }
    }
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id outside; unique in the tenant.
    pub log_id: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who did it.
    pub actor: Party,
    /// The client through which it was done.
    pub client_id: Option<String>,
    /// To whom or what it was done.
    pub target: Option<Party>,
    /// The connection concerned.
    pub connection: Option<String>,
    /// Why: a refusal's code, or the reason given.
    pub reason: Option<String>,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// The audience and scope of a token.
    pub token: Option<TokenFacts>,
    /// From where.
    pub origin: RequestOrigin,
}

/// What a token that was issued or refused was for.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TokenFacts {
    /// The audience asked for.
    pub audience: String,
    /// The scopes granted.
    pub scope: String,
}

/// A new event's id: its time as 16 hexadecimal digits, so that ids sort by time, and 16 random ones.
#[must_use]
pub fn new_log_id(at: Timestamp, random: &dyn crate::random::Random) -> String {
    format!("{:016x}{}", at.0.max(0), crate::random::hexadecimal(random, 8))
}
