//! One-time links for administrators to hand on.

mod body;
pub mod email_verification;
pub mod password_change;

use serde::Serialize;
use utoipa::ToSchema;

pub use body::IdentityBody;

/// A one-time link.
#[derive(Serialize, ToSchema)]
#[schema(as = Ticket)]
pub struct TicketView {
    /// The link: whoever has it may do what it is for.
    ticket: String,
}
