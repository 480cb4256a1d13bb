//! Mails: what they say, how they wait, and how they go out.
//!
//! A verb composes a mail before its transaction ([`Outgoing::prepare`]) and queues it inside ([`Outgoing::queue`]): the
//! mail is sent if and only if what it tells of was done. [`deliver_due`] takes what waits to a transport, in every server
//! process, each mail by one of them.

mod act;
mod compose;
mod delivery;
mod greeting;
mod kind;
mod outgoing;
mod words;

pub use act::AdminAct;
pub use delivery::{Delivery, deliver_due};
pub use kind::Mail;
pub use outgoing::{MailSettings, Outgoing};
