//! One-time links: made, kept as digests, used once.

mod asker;
mod create;
mod draft;
mod find;
mod verification;

pub(crate) use asker::Asker;
pub(crate) use create::check_identity;
pub use create::{CreateTicket, TicketUser, create_ticket};
pub(crate) use draft::{Draft, page};
pub(crate) use find::{Found, find, unknown_ticket};
pub use find::{find_ticket, find_verification};
pub(crate) use verification::{Verification, language_of};

use anteroom_model::{Refusal, codes};

pub(crate) fn unknown_user() -> Refusal {
    Refusal::new(&codes::USER_UNKNOWN, "The user does not exist.")
}
