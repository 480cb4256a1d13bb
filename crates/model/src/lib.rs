//! The nouns of user account management and the rules that hold for them.
//!
//! Nothing here does I/O, reads the clock or knows SQL or HTTP: every function is pure, and every rule that decides
//! what a user, an identifier or an actor may be or do has its one home in this crate.

pub mod actor;
pub mod advanced_search;
pub mod authorization;
pub mod change;
pub mod claims;
pub mod client;
pub mod codes;
pub mod connection;
pub mod consent;
pub mod context;
pub mod device;
pub mod device_metadata;
pub mod email;
pub mod event;
pub mod flow;
pub mod guard;
pub mod ids;
pub mod import;
pub mod job;
pub mod language;
pub mod location;
pub mod metadata;
pub mod oauth;
pub mod password;
pub mod phone;
pub mod query;
pub mod random;
pub mod refusal;
pub mod reset_code;
pub mod resource_server;
pub mod role;
pub mod roles;
pub mod scope;
pub mod session;
pub mod settings;
pub mod stats;
pub mod status;
pub mod tenant;
pub mod text;
pub mod ticket;
pub mod time;
pub mod user;
pub mod username;

pub use actor::Actor;
pub use change::Change;
pub use context::{Context, RequestOrigin};
pub use event::{Event, EventKind, FieldChange, Party};
pub use ids::{TenantId, UserKey};
pub use language::Language;
pub use location::{Location, Locator};
pub use random::Random;
pub use refusal::{Code, Kind, Refusal};
pub use role::PlatformRole;
pub use scope::Scopes;
pub use status::Status;
pub use tenant::{Origin, Tenant};
pub use time::{Clock, Timestamp};
pub use user::User;
